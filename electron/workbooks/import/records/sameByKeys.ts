// Kinds whose records tell by themselves what they are the same as: each gives the keys it is known by.
import type { PreviewField } from '../previewRow'
import type { Beside, Judging, OnFile, RowDraft, SameAs } from './recordKind'

export interface SaidDraft extends RowDraft {
  /** Fields the line says something about; what it leaves empty changes nothing. */
  readonly said: readonly string[]
}

export interface ByKeys<D extends SaidDraft, R> extends Pick<Beside<D, R>, 'record' | 'whyNotBoth'> {
  readonly onFile: readonly OnFile<R>[]
  /** Records that share one of these are the same, unless `differ` says otherwise. */
  keys(record: R): readonly string[]
  differ(one: R, other: R): boolean
  show(record: R): Readonly<Record<string, string>>
  /** By field of the sheet. */
  contradictions?(record: R): readonly { readonly field: string; readonly message: string }[]
}

export function besideByKeys<D extends SaidDraft, R>(kind: ByKeys<D, R>): Beside<D, R> {
  return {
    record: kind.record,
    whyNotBoth: kind.whyNotBoth,
    contradictions: (_, record, { labelOf }) =>
      (kind.contradictions?.(record) ?? []).map(({ field, message }) => ({
        code: 'record.contradiction',
        field,
        row: null,
        message: `${labelOf(field)}: ${message}`,
      })),
    sames: (drafts, judging) => samesByKeys(drafts, kind, judging),
    shown: (draft, after, before, judging) => saidFields(draft, after, before, kind.show, judging),
  }
}

interface Known<D, R> {
  readonly record: R
  readonly line: D | null
  readonly onFile: OnFile<R> | null
}

function samesByKeys<D extends SaidDraft, R>(
  drafts: readonly D[],
  { onFile, record, keys, differ }: ByKeys<D, R>,
  judging: Judging,
): Map<string, SameAs<D, R>> {
  const filed = new Map<string, Known<D, R>[]>()
  for (const one of onFile)
    for (const key of keys(one.record)) addTo(filed, key, { record: one.record, line: null, onFile: one })
  const earlier = new Map<string, Known<D, R>[]>()
  const sames = new Map<string, SameAs<D, R>>()
  for (const draft of drafts) {
    const alone = record(draft, null, judging)
    if (alone === null) continue
    const own = keys(alone)
    const find = (all: ReadonlyMap<string, readonly Known<D, R>[]>): Known<D, R> | null =>
      own.flatMap((key) => all.get(key) ?? []).find((one) => !differ(alone, one.record)) ?? null
    const before = find(earlier)
    const known = find(filed)?.onFile ?? null
    const line = before?.line ?? null
    const label = line === null ? known?.label : `dòng ${line.row} “${line.title}”`
    if (label !== undefined) sames.set(draft.key, { line, onFile: known, label, words: label, field: 'name' })
    for (const key of own) addTo(earlier, key, { record: alone, line: line ?? draft, onFile: known })
  }
  return sames
}

function addTo<T>(all: Map<string, T[]>, key: string, one: T): void {
  const known = all.get(key)
  if (known === undefined) all.set(key, [one])
  else known.push(one)
}

function saidFields<R>(
  draft: SaidDraft,
  after: R,
  before: R | null,
  show: (record: R) => Readonly<Record<string, string>>,
  { labelOf }: Judging,
): PreviewField[] {
  const now = show(after)
  const then = before === null ? null : show(before)
  return draft.said.flatMap((field) => {
    const value = now[field]
    if (value === undefined || value === '') return []
    return [{ field, label: labelOf(field), value, before: then === null ? null : (then[field] ?? '') }]
  })
}
