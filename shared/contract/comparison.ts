// What a comparison looks like when it crosses the contract, and the promise that it looks at everything a đề án holds.
import { z } from 'zod'
import type { ComparedContent, ContentField } from '../domain/comparison'
import { type ProjectContent, projectContent } from './projects'

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** Does not compile while a field, or a column of one of its tables, is missing from the comparison. */
export const everythingIsCompared: Same<Frozen<ProjectContent>, Frozen<ComparedContent>> = true

const contentField = z.enum(Object.keys(projectContent.shape) as [ContentField, ...ContentField[]])

/** Differences may be negative, which amounts of money never are. */
const differenceBySource = z.strictObject({
  national: z.number().int(),
  local: z.number().int(),
  counterpart: z.number().int(),
  other: z.number().int(),
})

export const contentChange = z.strictObject({
  path: z.string(),
  group: contentField,
  label: z.string(),
  row: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).nullable(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  amounts: differenceBySource,
})
