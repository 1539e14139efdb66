// What a comparison looks like when it crosses the contract, and the promise that it looks at everything a đề án holds.
import { z } from 'zod'
import { type ComparedContent, type ContentField, contentFieldLabels } from '../domain/comparison'
import { fundingSources } from '../domain/money'
import { query } from './call'
import type { ProjectContent } from './projects'
import { amountsBySource, id, plainDate, programme, versionStage, year } from './values'

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** Does not compile while a field, or a column of one of its tables, is missing from the comparison. */
export const everythingIsCompared: Same<Frozen<ProjectContent>, Frozen<ComparedContent>> = true

const contentField = z.enum(Object.keys(contentFieldLabels) as [ContentField, ...ContentField[]])

/** Differences may be negative, which amounts of money never are. */
const differenceBySource = z.strictObject({
  national: z.number().int(),
  local: z.number().int(),
  counterpart: z.number().int(),
  other: z.number().int(),
})

/** `same` only where everything is asked for. */
const listedKind = z.enum(['added', 'removed', 'changed', 'same'])

export const listedValue = z.strictObject({
  path: z.string(),
  group: contentField,
  label: z.string(),
  row: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  kind: listedKind,
  before: z.string().nullable(),
  after: z.string().nullable(),
  amounts: differenceBySource,
})
const totals = z.array(
  z.strictObject({ source: z.enum(fundingSources), before: z.number().int(), after: z.number().int() }),
)

export const comparedState = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('registered') }),
    z.strictObject({ kind: z.literal('appraised') }),
    /** As first approved and given. */
    z.strictObject({ kind: z.literal('assigned') }),
    /** Of a đề án its n-th adjustment; of a plan the n-th day on which anything of it was decided. */
    z.strictObject({
      kind: z.literal('change'),
      number: z
        .number('Phải là lần điều chỉnh.')
        .int('Phải là lần điều chỉnh.')
        .min(1, 'Lần điều chỉnh từ 1.')
        .max(999),
    }),
    z.strictObject({ kind: z.literal('today') }),
    z.strictObject({ kind: z.literal('date'), date: plainDate }),
    /** What is being drafted, decided by nobody yet. */
    z.strictObject({ kind: z.literal('draft') }),
  ],
  'Chọn đăng ký, thẩm định, được giao, sau điều chỉnh lần n, hôm nay, một ngày, hoặc bản đang soạn.',
)

const knownStates = z.array(z.strictObject({ state: comparedState, label: z.string() }))

const sides = {
  before: comparedState,
  after: comparedState,
  /** Also what is the same on both sides. */
  all: z.boolean().default(false),
}

const comparedVersion = z.strictObject({
  label: z.string(),
  versionId: id,
  number: z.number().int(),
  stage: versionStage,
  decisionNumber: z.string(),
  decisionDate: z.string().nullable(),
  amounts: amountsBySource,
})

export const projectComparison = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  before: comparedVersion,
  after: comparedVersion,
  changes: z.array(listedValue),
  totals,
})
export type ProjectComparison = z.output<typeof projectComparison>

const comparedPlan = z.strictObject({ label: z.string(), items: z.number().int(), amounts: amountsBySource })

export const planComparison = z.strictObject({
  year,
  programme,
  before: comparedPlan,
  after: comparedPlan,
  rows: z.array(
    z.strictObject({
      projectId: id,
      code: z.string(),
      name: z.string(),
      kind: listedKind,
      before: amountsBySource.nullable(),
      after: amountsBySource.nullable(),
      difference: differenceBySource,
      changes: z.array(listedValue),
    }),
  ),
  /** How many đề án are the same in both. */
  unchanged: z.number().int(),
  totals,
})
export type PlanComparisonOutput = z.output<typeof planComparison>

export const projectComparisonCalls = {
  states: query({
    summary:
      'Các thời điểm của một đề án có thể đem so sánh: đăng ký, thẩm định, được giao, sau từng lần điều chỉnh, hôm nay',
    input: z.strictObject({ id }),
    output: knownStates,
  }),
  compare: query({
    summary: 'So sánh hai thời điểm của một đề án: từng chỉ tiêu trước và sau, chênh lệch theo nguồn',
    input: z.strictObject({ id, ...sides }),
    output: projectComparison,
  }),
}

export const planComparisonCalls = {
  states: query({
    summary: 'Các thời điểm của một kế hoạch có thể đem so sánh',
    input: z.strictObject({ year, programme }),
    output: knownStates,
  }),
  compare: query({
    summary: 'So sánh hai thời điểm của kế hoạch: đề án thêm, bỏ, thay đổi, từng chỉ tiêu, chênh lệch theo nguồn',
    input: z.strictObject({ year, programme, ...sides }),
    output: planComparison,
  }),
}
