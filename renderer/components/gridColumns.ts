// The columns of a grid inside a form, and what a copied cell stands for in each of them.
import type { FieldValues } from 'react-hook-form'
import { fold } from '../../shared/vietnamese/fold'
import type { MoneyUnit } from '../../shared/vietnamese/money'
import type { Option } from './fields'
import { dateShape, moneyShape, monthShape, numberShape } from './shapes'

interface CommonColumn {
  readonly name: string
  readonly label: string
  readonly width: number
  readonly grow?: boolean
}

export type GridColumn =
  | (CommonColumn & { readonly kind: 'text' | 'money' | 'year' | 'date' | 'month' })
  | (CommonColumn & { readonly kind: 'number'; readonly decimals?: 0 | 2 | 3 })
  | (CommonColumn & { readonly kind: 'choice'; readonly options: readonly Option[] })
  | (CommonColumn & { readonly kind: 'check' })

/** What a copied cell stands for; undefined for a choice that is none of the column's, the text itself for no figure. */
export function readCell(column: GridColumn, text: string, unit: MoneyUnit = 'dong'): unknown {
  switch (column.kind) {
    case 'text':
      return text.trim()
    case 'money':
      return moneyShape(null, unit).read(text)
    case 'number':
      return numberShape(column.decimals ?? 0, true).read(text)
    case 'year':
      return numberShape(0, false).read(text)
    case 'date':
      return dateShape.read(text)
    case 'month':
      return monthShape.read(text)
    case 'choice': {
      const wanted = fold(text)
      if (wanted === '') return column.options[0]?.value
      return column.options.find((option) => fold(option.label) === wanted)?.value
    }
    case 'check':
      return !['', '0', 'khong'].includes(fold(text))
  }
}

/** A figure that is still a text, or a choice there is not. */
export function isUnread(column: GridColumn, value: unknown): boolean {
  switch (column.kind) {
    case 'text':
    case 'check':
      return false
    case 'choice':
      return value === undefined
    case 'date':
    case 'month':
      return typeof value === 'string' && !/^\d{4}-\d{2}(?:-\d{2})?$/.test(value)
    case 'money':
    case 'number':
    case 'year':
      return typeof value === 'string'
  }
}

/** A column may name a value inside the row, such as `done.national`. */
export function put(row: FieldValues, name: string, value: unknown): void {
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) {
    row[first] = value
    return
  }
  const inside: FieldValues = row[first] ?? {}
  row[first] = inside
  put(inside, rest.join('.'), value)
}

export function valueAt(row: FieldValues, name: string): unknown {
  return name.split('.').reduce<unknown>((inside, part) => (inside as FieldValues | null | undefined)?.[part], row)
}
