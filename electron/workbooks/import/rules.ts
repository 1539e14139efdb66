// The data that recognising sheets runs on (resources/importColumns.json): an office adds its own words there, without code.
import { z } from 'zod'
import { type ImportKind, importKinds } from '../../../shared/contract/workbooks'

/** 'text' never holds mostly numbers, 'money' and 'count' mostly do; 'any' may hold what it likes. */
const columnTypes = ['order', 'text', 'any', 'money', 'count', 'date', 'month'] as const

const folded = z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/, 'synonyms are folded words separated by one space')

/** Lists that a column of a template offers to choose from. */
export const templateLists = [
  'legalForms',
  'genders',
  'programmes',
  'projectKinds',
  'contents',
  'paymentKinds',
  'voucherKinds',
  'voteLevels',
  'productGroups',
  'contractKinds',
] as const
export type TemplateList = (typeof templateLists)[number]

const templateColumn = z.strictObject({
  /** What the example line says. */
  example: z.string(),
  /** What to write, for the sheet that explains. */
  help: z.string().default(''),
  list: z.enum(templateLists).nullable().default(null),
  /** In digits of the default font. */
  width: z.number().default(16),
})

const fieldRule = z.strictObject({
  field: z.string(),
  label: z.string(),
  type: z.enum(columnTypes),
  /** Several columns may feed the field; their amounts are added up. */
  many: z.boolean().default(false),
  /** Without a column for it nothing of the table can be read. */
  required: z.boolean().default(false),
  /** How the column stands in our own template; null for one that only foreign workbooks have. */
  template: templateColumn.nullable().default(null),
  synonyms: z.array(folded).min(1),
  /** Words that head the field only where no other column carries it: 'Nội dung' is the name where nothing says 'Tên đề án'. */
  weak: z.array(folded).default([]),
})
export type FieldRule = z.output<typeof fieldRule>

const wordRule = z.strictObject({ value: z.string(), words: z.array(folded).min(1) })

export const importRules = z.strictObject({
  note: z.string(),
  establishments: z.array(fieldRule),
  plan: z.array(fieldRule),
  needs: z.array(fieldRule),
  projects: z.array(fieldRule),
  payments: z.array(fieldRule),
  trainees: z.array(fieldRule),
  certificates: z.array(fieldRule),
  contracts: z.array(fieldRule),
  /** Words of a parent heading that say the columns below it hold money. */
  moneyHeadings: z.array(folded),
  /** Words of a heading over what was carried out, beside another over the plan; the plainest first. */
  doneHeadings: z.array(folded),
  /** Words of a heading over numbers that are no money, whatever else it says: 'Tỷ lệ hỗ trợ'. */
  measures: z.array(folded),
  /** Under a source, beside what was given: what was asked for, which is the plan's own. */
  askedHeadings: z.array(folded),
  givenHeadings: z.array(folded),
  /** What the lines under a table begin with: signatures, recipients, notes. */
  footers: z.array(folded),
  /** What a total line is called; anything after it but brackets makes it something else. */
  totals: z.array(folded),
  /** What a name of an establishment begins with, so that a list of names is cut only between names. */
  nameStarts: z.array(folded),
  /** Words counted, not named: "05 cơ sở CNNT"; several of them make a group project. */
  countedEstablishments: z.array(folded),
  /** Other things counted where names should stand: "10 gian hàng". */
  countedThings: z.array(folded),
  /** What begins with one of these is a machine: the content of most needs. */
  machineStarts: z.array(folded),
  programmes: z.array(wordRule),
  projectKinds: z.array(wordRule),
  genders: z.array(wordRule),
  /** Whether a cơ sở is at work. */
  statuses: z.array(wordRule),
  /** Tạm ứng, thanh toán, thu hồi. */
  paymentKinds: z.array(wordRule),
  voucherKinds: z.array(wordRule),
  contractKinds: z.array(wordRule),
  voteLevels: z.array(wordRule),
  productGroups: z.array(wordRule),
  /** Sub-content (or bare group) of khuyến công by the words offices use for it; the longest match wins. */
  contents: z.array(wordRule),
})
export type ImportRules = z.output<typeof importRules>

export type { ImportKind }

export function fieldRules(rules: ImportRules, kind: ImportKind): readonly FieldRule[] {
  return rules[kind]
}

export function fieldLabels(rules: ImportRules, kind: ImportKind): (field: string) => string {
  const labels = new Map(fieldRules(rules, kind).map((rule) => [rule.field, rule.label]))
  return (field) => labels.get(field) ?? field
}

/** The field that tells a line of the table from an empty one. */
export function leadingField(kind: ImportKind): string {
  return kind === 'payments' ? 'contractNumber' : kind === 'contracts' ? 'number' : 'name'
}

/** What may be summed up over a group: amounts and counts. */
export function figureFields(rules: ImportRules, kind: ImportKind): ReadonlySet<string> {
  return new Set(
    fieldRules(rules, kind).flatMap(({ field, type }) => (type === 'money' || type === 'count' ? [field] : [])),
  )
}

/** Fields without which no line of the kind can be read. */
export function requiredFields(rules: ImportRules, kind: ImportKind): readonly FieldRule[] {
  return fieldRules(rules, kind).filter((rule) => rule.required)
}

export function allFieldRules(rules: ImportRules): readonly FieldRule[] {
  return importKinds.flatMap((kind) => rules[kind])
}
