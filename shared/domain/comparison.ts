// Two contents of a đề án compared: what was added, removed or changed, in words a reader can check, and by source of funds.
import {
  budgetLabels,
  comparisonLabels,
  labels,
  participantRoleLabels,
  projectLabels,
  proposalLabels,
  sourceLabels,
  supportModeLabels,
} from '../labels'
import { formatDate, formatMonth } from '../vietnamese/dates'
import { formatMoney } from '../vietnamese/money'
import { formatDecimal } from '../vietnamese/numbers'
import type {
  ComparedBeneficiary,
  ComparedBudgetLine,
  ComparedContent,
  ComparedEquipment,
  ComparedOutput,
  ComparedParticipant,
  ComparedPlace,
  ComparedRepayment,
  ComparedScheduleStep,
  ContentField,
} from './comparedContent'
import {
  type ComparisonNames,
  type ContentChange,
  type FieldRules,
  type ListedValue,
  plainField,
} from './comparedFields'
import { type Part, tableField } from './comparedTables'
import { type FundingSource, fundingSources, noAmounts } from './money'
import type { ParticipantRole } from './participants'
import { budgetTotals } from './projects'
import type { SourceChange } from './versions'

export type { ComparedContent, ContentField } from './comparedContent'
export type { ChangeKind, ComparisonNames, ContentChange, ListedValue } from './comparedFields'

export interface ContentComparison {
  /** Only what differs, in the order of the đề án. */
  readonly changes: readonly ContentChange[]
  /** Every source, also those that stay. */
  readonly totals: readonly SourceChange[]
}

/** For whoever has no catalogues at hand: codes stand for themselves. */
export const codesAsNames: ComparisonNames = {
  contentGroup: (code) => code,
  subContent: (code) => code,
  legalBasis: (id) => id,
  establishment: (id) => `số ${id}`,
  province: (code) => code,
  commune: (code) => code,
}

const asText = (value: string | number) => String(value)
const asMonth = (value: string | number) => formatMonth(String(value))
const asDong = (value: string | number) => `${formatMoney(Number(value))} đồng`
const asThousandths = (value: string | number) => formatDecimal({ units: BigInt(value), scale: 3 }, 3)
const asPercent = (value: string | number) => `${formatDecimal({ units: BigInt(value), scale: 2 }, 2)} %`

/** A cell for every key of a row: a new key does not compile until it is named and printed. */
type Cells<Row> = {
  readonly [K in keyof Row]-?: Row[K] extends string | number | null
    ? { readonly label: string; readonly print: Part<Row>['print'] }
    : { readonly parts: readonly Part<Row>[] }
}

function cells<Row extends object>(all: Cells<Row>): Part<Row>[] {
  return (Object.keys(all) as (keyof Row & string)[]).flatMap((key) => {
    const one: { label: string; print: Part<Row>['print'] } | { parts: readonly Part<Row>[] } = all[key]
    if ('parts' in one) return one.parts
    const value = (row: Row) => row[key] as string | number | null
    return [{ ...one, path: key, value, take: (row: Row, from: Row) => ({ ...row, [key]: from[key] }) }]
  })
}

function sourceCells(): Part<ComparedBudgetLine>[] {
  return fundingSources.map((source: FundingSource) => ({
    path: source,
    label: sourceLabels[source].short,
    print: asDong,
    value: (row) => row.amounts[source],
    take: (row, from) => ({ ...row, amounts: { ...row.amounts, [source]: from.amounts[source] } }),
    amounts: (row) => ({ ...noAmounts, [source]: row.amounts[source] }),
  }))
}

/** Every field of a đề án: a new one does not compile until it has a label and a way to be compared. */
const fields: { readonly [K in ContentField]: FieldRules } = {
  name: plainField('name', projectLabels.name, asText),
  contentGroup: plainField('contentGroup', projectLabels.contentGroup, (code, names) => names.contentGroup(code)),
  subContent: plainField('subContent', projectLabels.subContent, (code, names) => names.subContent(code)),
  implementingUnit: plainField('implementingUnit', projectLabels.implementingUnit, asText),
  cooperatingUnits: plainField('cooperatingUnits', projectLabels.cooperatingUnits, asText),
  participants: tableField('participants', {
    label: projectLabels.participants,
    rowName: (row) => row.name,
    keys: [(row) => `${row.role} ${row.name.toLowerCase()}`],
    byPosition: false,
    ordered: true,
    parts: cells<ComparedParticipant>({
      name: { label: comparisonLabels.rowName, print: asText },
      role: { label: projectLabels.role, print: (role) => participantRoleLabels[role as ParticipantRole] },
      establishmentId: { label: comparisonLabels.establishment, print: (id, names) => names.establishment(Number(id)) },
      shareBasisPoints: { label: projectLabels.workShare, print: asPercent },
    }),
  }),
  beneficiaries: tableField('beneficiaries', {
    label: projectLabels.beneficiaries,
    rowName: (row) => row.name,
    keys: [
      (row) => (row.establishmentId === null ? null : String(row.establishmentId)),
      (row) => row.name.toLowerCase(),
    ],
    byPosition: false,
    ordered: false,
    parts: cells<ComparedBeneficiary>({
      name: { label: comparisonLabels.rowName, print: asText },
      establishmentId: { label: comparisonLabels.establishment, print: (id, names) => names.establishment(Number(id)) },
      shareBasisPoints: { label: projectLabels.share, print: asPercent },
    }),
  }),
  places: tableField('places', {
    label: projectLabels.places,
    rowName: (row) => row.text,
    keys: [
      (row) => (row.communeCode === null ? null : `${row.communeCode} ${row.text.toLowerCase()}`),
      (row) => row.text.toLowerCase(),
      (row) => row.communeCode,
    ],
    byPosition: true,
    ordered: false,
    parts: cells<ComparedPlace>({
      text: { label: comparisonLabels.place, print: asText },
      provinceCode: { label: comparisonLabels.provinceCode, print: (code, names) => names.province(String(code)) },
      communeCode: { label: comparisonLabels.communeCode, print: (code, names) => names.commune(String(code)) },
      oldText: { label: comparisonLabels.oldPlace, print: asText },
    }),
  }),
  startMonth: plainField('startMonth', projectLabels.startMonth, asMonth),
  endMonth: plainField('endMonth', projectLabels.endMonth, asMonth),
  necessity: plainField('necessity', projectLabels.necessity, asText),
  legalBases: tableField('legalBases', {
    label: proposalLabels.legalBases,
    rowName: (id) => id,
    shownName: (id, names) => names.legalBasis(id),
    keys: [],
    byPosition: false,
    ordered: true,
    parts: [
      {
        path: 'id',
        label: '',
        value: (id) => id,
        take: (_, from) => from,
        print: (id, names) => names.legalBasis(String(id)),
      },
    ],
  }),
  objective: plainField('objective', projectLabels.objective, asText),
  scale: plainField('scale', projectLabels.scale, asText),
  superiority: plainField('superiority', proposalLabels.superiority, asText),
  equipment: tableField('equipment', {
    label: proposalLabels.equipment,
    rowName: (row) => row.name,
    keys: [(row) => row.name],
    byPosition: true,
    ordered: false,
    parts: cells<ComparedEquipment>({
      name: { label: proposalLabels.equipmentName, print: asText },
      origin: { label: proposalLabels.origin, print: asText },
      unit: { label: proposalLabels.unit, print: asText },
      quantityThousandths: { label: proposalLabels.quantity, print: asThousandths },
      unitPrice: { label: proposalLabels.unitPrice, print: asDong },
      note: { label: labels.note, print: asText },
    }),
  }),
  outputs: tableField('outputs', {
    label: projectLabels.outputs,
    rowName: (row) => row.indicator,
    keys: [(row) => row.indicator],
    byPosition: true,
    ordered: false,
    parts: cells<ComparedOutput>({
      indicator: { label: projectLabels.indicator, print: asText },
      unit: { label: proposalLabels.unit, print: asText },
      quantityThousandths: { label: proposalLabels.quantity, print: asThousandths },
    }),
  }),
  schedule: plainField('schedule', projectLabels.schedule, asText),
  scheduleSteps: tableField('scheduleSteps', {
    label: proposalLabels.scheduleSteps,
    rowName: (row) => row.content,
    keys: [(row) => row.content],
    byPosition: true,
    ordered: true,
    parts: cells<ComparedScheduleStep>({
      content: { label: proposalLabels.stepContent, print: asText },
      startMonth: { label: proposalLabels.from, print: asMonth },
      endMonth: { label: proposalLabels.to, print: asMonth },
      inCharge: { label: proposalLabels.inCharge, print: asText },
    }),
  }),
  budget: tableField('budget', {
    label: projectLabels.budget,
    rowName: (row) => row.content,
    keys: [(row) => JSON.stringify([row.content, row.unit]), (row) => row.content],
    byPosition: true,
    ordered: false,
    parts: cells<ComparedBudgetLine>({
      content: { label: budgetLabels.content, print: asText },
      unit: { label: budgetLabels.unit, print: asText },
      quantityThousandths: { label: budgetLabels.quantity, print: asThousandths },
      unitPrice: { label: budgetLabels.unitPrice, print: asDong },
      amounts: { parts: sourceCells() },
      note: { label: budgetLabels.note, print: asText },
      beneficiary: { label: budgetLabels.beneficiary, print: asText },
    }),
  }),
  supportMode: plainField('supportMode', proposalLabels.supportMode, (mode) => supportModeLabels[mode]),
  repayments: tableField('repayments', {
    label: proposalLabels.repayments,
    rowName: (row) => formatDate(row.dueOn),
    keys: [(row) => row.dueOn],
    byPosition: true,
    ordered: false,
    parts: cells<ComparedRepayment>({
      dueOn: { label: proposalLabels.dueOn, print: (date) => formatDate(String(date)) },
      amount: { label: proposalLabels.repaymentAmount, print: asDong },
    }),
  }),
  organisation: plainField('organisation', projectLabels.organisation, asText),
  effect: plainField('effect', projectLabels.effect, asText),
  summary: plainField('summary', projectLabels.summary, asText),
  note: plainField('note', labels.note, asText),
}

export const contentFieldLabels = Object.fromEntries(
  Object.entries(fields).map(([field, { label }]) => [field, label]),
) as Readonly<Record<ContentField, string>>

export function compareContents(
  before: ComparedContent,
  after: ComparedContent,
  names: ComparisonNames = codesAsNames,
): ContentComparison {
  const totalsBefore = budgetTotals(before.budget)
  const totalsAfter = budgetTotals(after.budget)
  return {
    changes: Object.values(fields)
      .flatMap((field) => field.list(before, after, names, false))
      .filter((one) => one.kind !== 'same'),
    totals: fundingSources.map((source) => ({ source, before: totalsBefore[source], after: totalsAfter[source] })),
  }
}

/** The whole of both contents: what differs and, in its place, what does not. */
export function listContents(
  before: ComparedContent,
  after: ComparedContent,
  names: ComparisonNames = codesAsNames,
): ListedValue[] {
  return Object.values(fields).flatMap((field) => field.list(before, after, names, true))
}

/**
 * `before` with the changes to `after` whose paths are chosen: what is left of a request that is approved in part. All of
 * them make `after` itself; none of them leaves `before`, but for the order of rows where that says nothing.
 */
export function applyChanges<Content extends ComparedContent>(
  before: Content,
  after: Content,
  chosen: ReadonlySet<string> | 'all',
): Content {
  const isChosen = (path: string) => chosen === 'all' || chosen.has(path)
  const sides = { before, after }
  return Object.values(fields).reduce<ComparedContent>(
    (content, field) => field.apply(content, sides, isChosen),
    before,
  ) as Content
}

/** `onto` with the changes from `before` to `after` whose paths are chosen, where `onto` came from `before` another way. */
export function carryChanges<Content extends ComparedContent>(
  onto: Content,
  before: Content,
  after: Content,
  chosen: ReadonlySet<string>,
): Content {
  const sides = { before, after }
  return Object.values(fields).reduce<ComparedContent>(
    (content, field) => field.carry(content, sides, (path) => chosen.has(path)),
    onto,
  ) as Content
}

const unitTextOf = { implementer: 'implementingUnit', cooperator: 'cooperatingUnits' } as const satisfies Readonly<
  Record<ParticipantRole, ContentField>
>

/**
 * For reading: who carries a đề án out and who helps stands both as records and as the lines of text papers print. Where the
 * text changed, a unit that came or went is told once, by the text, unless its record says more than its name.
 */
export function toldOnce<Change extends { readonly path: string; readonly kind: string }>(
  changes: readonly Change[],
  before: ComparedContent,
  after: ComparedContent,
): Change[] {
  const changed = (path: string) => changes.some((one) => one.path === path && one.kind !== 'same')
  const bare = (content: ComparedContent, name: string) =>
    content.participants
      .filter((one) => one.name === name)
      .every((one) => one.establishmentId === null && one.shareBasisPoints === null && changed(unitTextOf[one.role]))
  return changes.filter(({ path }) => {
    if (path === 'participants.order') return !Object.values(unitTextOf).some(changed)
    const row = /^participants([+-])\[(.*?)(?: #\d+)?\]$/u.exec(path)
    return row === null || !bare(row[1] === '+' ? after : before, row[2] ?? '')
  })
}
