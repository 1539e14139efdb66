// Checks an input by its schema and says what is wrong in Vietnamese, field by field.
import type { z } from 'zod'
import type { FieldProblem } from './errors'

type RawIssue = Parameters<NonNullable<z.core.ParseContext<z.core.$ZodIssue>['error']>>[0]

const typeNames: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'có hoặc không',
  array: 'danh sách',
  object: 'nhóm thông tin',
  record: 'nhóm thông tin',
  null: 'để trống',
}

const shown = (value: unknown) => (typeof value === 'bigint' || typeof value === 'number' ? String(value) : '')

/** The words for what a schema has no words of its own for. */
export function wordIssue(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Thiếu thông tin này.'
      if (issue.input === null) return 'Không được để trống.'
      return `Phải là ${typeNames[issue.expected] ?? 'giá trị đúng kiểu'}.`
    case 'too_small':
      if (issue.origin === 'string') return `Phải có ít nhất ${shown(issue.minimum)} ký tự.`
      if (issue.origin === 'array') return `Phải có ít nhất ${shown(issue.minimum)} dòng.`
      return `Không được nhỏ hơn ${shown(issue.minimum)}.`
    case 'too_big':
      if (issue.origin === 'string') return `Dài quá ${shown(issue.maximum)} ký tự.`
      if (issue.origin === 'array') return `Không quá ${shown(issue.maximum)} dòng.`
      return `Không được lớn hơn ${shown(issue.maximum)}.`
    case 'invalid_value':
      return `Chỉ nhận một trong: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `Có thông tin không dùng đến: ${issue.keys.map((key) => key.slice(0, 60)).join(', ')}.`
    case 'invalid_format':
      return 'Sai dạng.'
    case 'not_multiple_of':
      return `Phải là bội số của ${shown(issue.divisor)}.`
    case 'invalid_union':
      return 'Không thuộc các dạng được nhận.'
    default:
      return 'Giá trị không hợp lệ.'
  }
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] }

/** Enough to mend the input by; a list of ten thousand problems helps nobody. */
const mostFieldProblems = 200

export function checkInput<S extends z.ZodType>(schema: S, input: unknown): Checked<z.output<S>> {
  const parsed = schema.safeParse(input, { error: wordIssue })
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields = parsed.error.issues
    .slice(0, mostFieldProblems)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
  return { ok: false, fields }
}
