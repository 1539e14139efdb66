// What a change of a đề án is, and how a field that is one value is compared and taken over.
import type { ComparedContent, ContentField } from './comparedContent'
import { type AmountsBySource, noAmounts } from './money'

export type ChangeKind = 'added' | 'removed' | 'changed'

export interface ContentChange {
  /** Tells this change from every other between the same two contents: `budget[Máy sấy].unitPrice`, `budget+[Tập huấn]`. */
  readonly path: string
  readonly group: ContentField
  /** Where it is, for a reader: "Dự toán › Máy sấy › Đơn giá". */
  readonly label: string
  /** The row, by its name on each side; null outside tables, and on the side where the row is not. */
  readonly row: { readonly before: string | null; readonly after: string | null } | null
  readonly kind: ChangeKind
  /** As printed; null: nothing was there. */
  readonly before: string | null
  readonly after: string | null
  /** What the change adds to each source. */
  readonly amounts: AmountsBySource
}

/** What two contents say alike, for whoever wants to see the whole: a field, or a row of a table. */
export type SameValue = Omit<ContentChange, 'kind'> & { readonly kind: 'same' }
export type ListedValue = ContentChange | SameValue

/** Words for what a content keeps as a code. */
export interface ComparisonNames {
  readonly contentGroup: (code: string) => string
  readonly subContent: (code: string) => string
  readonly legalBasis: (id: string) => string
  readonly establishment: (id: number) => string
  readonly province: (code: string) => string
  readonly commune: (code: string) => string
}

export interface FieldRules {
  readonly label: string
  /** What differs and, where all is asked for, what does not, in the order of the field. */
  readonly list: (
    before: ComparedContent,
    after: ComparedContent,
    names: ComparisonNames,
    all: boolean,
  ) => ListedValue[]
  /** `onto` with what was chosen of the changes from `before` to `after`. */
  readonly apply: (
    onto: ComparedContent,
    sides: { readonly before: ComparedContent; readonly after: ComparedContent },
    chosen: (path: string) => boolean,
  ) => ComparedContent
  /** The same onto a content that is neither of the two sides: rows are found there as they are found between the sides. */
  readonly carry: (
    onto: ComparedContent,
    sides: { readonly before: ComparedContent; readonly after: ComparedContent },
    chosen: (path: string) => boolean,
  ) => ComparedContent
}

/** Fields that are tables. */
export type TableField = {
  [K in ContentField]: ComparedContent[K] extends readonly unknown[] ? K : never
}[ContentField]
type PlainField = Exclude<ContentField, TableField>

/** A field that is one value. */
export function plainField<K extends PlainField>(
  field: K,
  label: string,
  print: (value: NonNullable<ComparedContent[K]>, names: ComparisonNames) => string,
): FieldRules {
  const take: FieldRules['apply'] = (onto, { before, after }, chosen) =>
    before[field] === after[field] || !chosen(field) ? onto : { ...onto, [field]: after[field] }
  return {
    label,
    list: (before, after, names, all) => {
      const was: ComparedContent[K] = before[field]
      const is: ComparedContent[K] = after[field]
      const say = (value: ComparedContent[K]) => {
        const text = value === null || value === undefined ? '' : print(value, names)
        return text === '' ? null : text
      }
      const kind = was === is ? 'same' : 'changed'
      if (kind === 'same' && (!all || say(is) === null)) return []
      return [
        { path: field, group: field, label, row: null, kind, before: say(was), after: say(is), amounts: noAmounts },
      ]
    },
    apply: take,
    carry: take,
  }
}
