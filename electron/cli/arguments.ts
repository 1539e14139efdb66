// What was asked on the command line: each command as plain data, or why it cannot be understood.
import { parseArgs } from 'node:util'
import { documentFormats } from '../../shared/contract/documents'
import { importKinds } from '../../shared/contract/workbooks'
import { type Programme, programmes } from '../../shared/domain/projects'

export const usage = `Cách dùng: npm run --silent skc -- LỆNH … [--json]

  demo THƯ_MỤC                        tạo THƯ_MỤC/demo.skc từ kế hoạch 2022 đã công bố và lập mọi văn bản, bảng biểu
  init TỆP [--office JSON]            tạo tệp dữ liệu mới; JSON: thông tin đơn vị, hoặc đường dẫn tệp .json
  import TỆP BẢNG_TÍNH [--kind LOẠI] [--year NĂM] [--choices JSON] [--dry-run]
                                      LOẠI: ${importKinds.join(', ')}
                                      nhập tệp Excel; --dry-run chỉ xem trước; --choices là cách xử lý những điều bước xem trước nêu ra:
                                      { "answers": {}, "duplicates": {}, "leaveOut": [], "corrections": {}, "columns": {} }
  plan TỆP --year NĂM --programme national|local --out THƯ_MỤC [--format xlsx|pdf]
                                      kế hoạch năm (mặc định cả hai dạng)
  document TỆP --form MẪU --project MÃ --out THƯ_MỤC [--format pdf|docx] [--date yyyy-mm-dd] [--number SỐ]
                                      một văn bản của một đề án (mặc định cả hai dạng); MÃ: mã đề án, hoặc #số bản ghi
  calls                               mọi lệnh của chương trình, kèm JSON Schema của dữ liệu vào và ra
  call TỆP LỆNH [JSON|-]              gọi một lệnh bất kỳ, kết quả là JSON; “-”: đọc từ đầu vào chuẩn;
                                      TỆP là “-” khi lệnh không cần tệp dữ liệu

Tệp có đặt tên người dùng: đặt biến môi trường SKC_PERSON (tên) và SKC_SECRET (mã PIN hoặc mật khẩu).
Mã thoát: 0 xong · 1 bị từ chối (lý do ở stderr, hoặc {code,message,fields} ở stdout khi có --json) · 2 sai cách dùng
`

export type PlanFormat = 'xlsx' | 'pdf'

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'calls' }
  | { readonly name: 'demo'; readonly folder: string }
  | { readonly name: 'init'; readonly file: string; readonly office: string | null }
  | {
      readonly name: 'import'
      readonly file: string
      readonly workbook: string
      readonly kind: (typeof importKinds)[number] | null
      readonly year: number | null
      readonly choices: string | null
      readonly dryRun: boolean
    }
  | {
      readonly name: 'plan'
      readonly file: string
      readonly year: number
      readonly programme: Programme
      readonly folder: string
      readonly formats: readonly PlanFormat[]
    }
  | {
      readonly name: 'document'
      readonly file: string
      readonly form: string
      readonly project: string
      readonly folder: string
      readonly formats: readonly (typeof documentFormats)[number][]
      readonly date: string | null
      readonly number: string
    }
  | { readonly name: 'call'; readonly file: string; readonly call: string; readonly input: string | null }

export class UsageError extends Error {}

const options = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  office: { type: 'string' },
  kind: { type: 'string' },
  year: { type: 'string' },
  choices: { type: 'string' },
  'dry-run': { type: 'boolean' },
  programme: { type: 'string' },
  out: { type: 'string' },
  form: { type: 'string' },
  project: { type: 'string' },
  format: { type: 'string' },
  date: { type: 'string' },
  number: { type: 'string' },
} as const

type OptionName = Exclude<keyof typeof options, 'json' | 'help'>

/** Which options each command takes, and how many words after its name. */
const shapes: Readonly<Record<string, { words: readonly [number, number]; takes: readonly OptionName[] }>> = {
  calls: { words: [0, 0], takes: [] },
  demo: { words: [1, 1], takes: [] },
  init: { words: [1, 1], takes: ['office'] },
  import: { words: [2, 2], takes: ['kind', 'year', 'choices', 'dry-run'] },
  plan: { words: [1, 1], takes: ['year', 'programme', 'out', 'format'] },
  document: { words: [1, 1], takes: ['form', 'project', 'out', 'format', 'date', 'number'] },
  call: { words: [2, 3], takes: [] },
}

/** Whether the answer is wanted as JSON is known even when the rest is wrong. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).includes('--json')
}

export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  const [name, ...words] = positionals
  if (values.help || name === 'help') return { name: 'help' }
  if (name === undefined) throw new UsageError('Thiếu tên lệnh.')
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
  if (shape === undefined) throw new UsageError(`Không có lệnh “${name}”.`)
  const [fewest, most] = shape.words
  if (words.length < fewest) throw new UsageError(`Lệnh “${name}” thiếu tham số.`)
  if (words.includes('')) throw new UsageError(`Lệnh “${name}” có tham số trống.`)
  if (words.length > most) throw new UsageError(`Lệnh “${name}” thừa tham số: ${words.slice(most).join(' ')}`)
  const foreign = (Object.keys(values) as (keyof typeof values)[]).find(
    (key) => key !== 'json' && key !== 'help' && !shape.takes.includes(key),
  )
  if (foreign !== undefined) throw new UsageError(`Lệnh “${name}” không có tùy chọn --${foreign}.`)
  const [first = '', second = '', third = null] = words

  switch (name) {
    case 'calls':
      return { name }
    case 'demo':
      return { name, folder: first }
    case 'init':
      return { name, file: first, office: values.office ?? null }
    case 'import':
      return {
        name,
        file: first,
        workbook: second,
        kind: values.kind === undefined ? null : oneOf('kind', values.kind, importKinds),
        year: values.year === undefined ? null : yearOf(values.year),
        choices: values.choices ?? null,
        dryRun: values['dry-run'] ?? false,
      }
    case 'plan':
      return {
        name,
        file: first,
        year: yearOf(required('year', values.year)),
        programme: oneOf('programme', required('programme', values.programme), programmes),
        folder: required('out', values.out),
        formats: formatsOf(values.format, ['xlsx', 'pdf']),
      }
    case 'document':
      return {
        name,
        file: first,
        form: required('form', values.form),
        project: required('project', values.project),
        folder: required('out', values.out),
        formats: formatsOf(values.format, documentFormats),
        date: values.date ?? null,
        number: values.number ?? '',
      }
    case 'call':
      return { name, file: first, call: second, input: third }
    default:
      throw new UsageError(`Không có lệnh “${name}”.`)
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string }
    const option = /'(-[^ '=]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(`Không có tùy chọn ${option}.`)
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UsageError(`Tùy chọn ${option} thiếu giá trị hoặc có giá trị thừa.`)
    throw error
  }
}

function required(option: OptionName, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`Thiếu --${option}.`)
  return value
}

function oneOf<T extends string>(option: OptionName, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new UsageError(`--${option} phải là ${choices.join(' hoặc ')}.`)
  return found
}

function formatsOf<T extends string>(value: string | undefined, choices: readonly T[]): readonly T[] {
  return value === undefined ? choices : [oneOf('format', value, choices)]
}

function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UsageError('--year phải là năm có bốn chữ số.')
  return Number(text)
}
