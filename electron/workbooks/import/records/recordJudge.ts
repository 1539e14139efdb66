// Judges the lines of one kind in the order of the file: what is shown of a line and what is written of it, in one decision.
import { wordIssue } from '../../../../shared/contract/wording'
import { addSchemaIssues, decide, type PreviewRow } from '../previewRow'
import { leadingField } from '../rules'
import type { Beside, Judging, RecordKind, RecordTarget, RecordWork, RowDraft, SameAs } from './recordKind'

export interface JudgedLine<R> {
  readonly row: PreviewRow
  readonly work: RecordWork | null
  /** What is written, or would be. */
  readonly record: R | null
}

/** A line that later ones are the same as: the record it stands for, and the line that writes it. */
interface Standing<R> {
  readonly record: R
  readonly writtenBy: string | null
}

export class RecordJudge<D extends RowDraft, R> {
  readonly #kind: Pick<RecordKind<D, R>, 'kind' | 'schema' | 'fieldOf'>
  readonly #beside: Beside<D, R>
  readonly #judging: Judging
  readonly #sames: ReadonlyMap<string, SameAs<D, R>>
  readonly #repeated: ReadonlySet<string>
  readonly #standing = new Map<string, Standing<R>>()

  constructor(
    kind: Pick<RecordKind<D, R>, 'kind' | 'schema' | 'fieldOf'>,
    drafts: readonly D[],
    beside: Beside<D, R>,
    judging: Judging,
  ) {
    this.#kind = kind
    this.#beside = beside
    this.#judging = judging
    this.#sames = beside.sames(drafts, judging)
    this.#repeated = new Set([...this.#sames.values()].flatMap(({ line }) => (line === null ? [] : [line.key])))
  }

  judge(draft: D): JudgedLine<R> {
    const judging = this.#judging
    const same = this.#sames.get(draft.key) ?? null
    const earlier = same?.line == null ? null : (this.#standing.get(same.line.key) ?? null)
    const base = earlier?.record ?? same?.onFile?.record ?? null
    const choice = judging.choices.duplicates[draft.key] ?? 'skip'
    const merged = this.#beside.record(draft, base, judging)
    const fields = merged === null ? [] : this.#beside.shown(draft, merged, base, judging)
    const changed = fields.some(({ before, value }) => before !== null && before !== value)
    const found = same === null ? 'new' : same.line !== null || !changed ? 'duplicate' : 'changed'
    if (same !== null) this.#saySame(draft, same)
    const alone = base === null || choice !== 'create' ? merged : this.#beside.record(draft, null, judging)
    const record = alone === null || judging.choices.leaveOut.has(draft.key) ? alone : this.#checked(draft, alone)
    // What stays as it is on file is not judged again.
    if (record !== null && (found === 'new' || choice !== 'skip')) this.#sayContradictions(draft, record)
    const target = earlier?.writtenBy == null ? (same?.onFile?.target ?? null) : null
    if (same !== null) this.#refuse(draft, same, target, base, record)
    const decision = decide(draft.key, found, judging.hasError(draft.key), judging.choices)
    const row = {
      key: draft.key,
      row: draft.row,
      ...decision,
      title: draft.title,
      fields: found === 'changed' ? fields.filter(({ before, value }) => before !== value) : fields,
      duplicateOf: same?.label ?? null,
    }
    const work =
      record === null || decision.action === 'none'
        ? null
        : this.#work(draft, decision.action, record, target, earlier?.writtenBy ?? null)
    this.#stand(draft, same, work, record, base)
    return { row, work, record }
  }

  #work(
    draft: D,
    action: 'create' | 'update',
    record: R,
    target: RecordTarget | null,
    earlier: string | null,
  ): RecordWork {
    const updates = action === 'update'
    const own = {
      kind: this.#kind.kind,
      key: draft.key,
      sheet: draft.sheet,
      row: draft.row,
      title: draft.title,
      record,
    }
    // The same as a line that is not written, and on no file: it is a record of its own.
    const asNew = updates && target === null && earlier === null
    return {
      ...own,
      action: asNew ? 'create' : action,
      target: updates ? target : null,
      joins: updates ? earlier : null,
    }
  }

  /** What later lines that are the same as this one, or as the line it is the same as, find. */
  #stand(draft: D, same: SameAs<D, R> | null, work: RecordWork | null, record: R | null, base: R | null): void {
    const kept = work === null && base !== null ? base : record
    if (kept === null) return
    const standing = { record: kept, writtenBy: work === null ? null : (work.joins ?? work.key) }
    if (this.#repeated.has(draft.key)) this.#standing.set(draft.key, standing)
    if (same?.line != null && work?.action === 'update') this.#standing.set(same.line.key, standing)
  }

  #checked(draft: D, record: R): R | null {
    const { schema, fieldOf } = this.#kind
    const { findings, placeOf, labelOf } = this.#judging
    const checked = schema.safeParse(record, { error: wordIssue })
    if (checked.success) return checked.data
    addSchemaIssues(
      findings,
      checked.error.issues.map((issue) => ({ ...issue, path: [issue.path.join('.')] })),
      (path) => placeOf(draft, fieldOf(path)),
      (path) => labelOf(fieldOf(path)),
    )
    return null
  }

  #sayContradictions(draft: D, record: R): void {
    const { findings, placeOf, choices } = this.#judging
    if (choices.leaveOut.has(draft.key)) return
    for (const { code, field, row, message } of this.#beside.contradictions(draft, record, this.#judging)) {
      const place = placeOf(draft, field)
      findings.add('error', row === null ? place : { ...place, row, column: null }, {
        code,
        message,
        original: draft.title,
      })
    }
  }

  #refuse(draft: D, same: SameAs<D, R>, target: RecordTarget | null, base: R | null, record: R | null): void {
    const choice = this.#judging.choices.duplicates[draft.key] ?? 'skip'
    const { onFile } = same
    if (choice === 'update' && target !== null && onFile !== null && onFile.lockedBecause !== '')
      this.#sayError(draft, 'record.locked', `${onFile.label}: ${onFile.lockedBecause}`)
    if (choice !== 'create' || base === null || record === null) return
    const clash = this.#beside.whyNotBoth(record, base)
    if (clash !== null) this.#sayError(draft, 'record.both', clash)
  }

  #sayError(draft: D, code: string, message: string): void {
    const { findings, placeOf } = this.#judging
    findings.add('error', placeOf(draft, leadingField(this.#kind.kind)), { code, message, original: draft.title })
  }

  #saySame(draft: D, { line, words, field }: SameAs<D, R>): void {
    const { findings, placeOf } = this.#judging
    findings.add('warning', placeOf(draft, field), {
      code: line === null ? 'duplicate.record' : 'duplicate.row',
      message: `Dòng ${draft.row} trùng với ${words}. Mặc định bỏ qua dòng này; có thể chọn cập nhật hoặc vẫn tạo mới.`,
      original: draft.title,
    })
  }
}
