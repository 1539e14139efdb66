// Rows of a list of cơ sở → drafts that say only what the sheet says, with every problem at its cell.
import type { EstablishmentDetails } from '../../../shared/contract/establishments'
import { establishmentStatuses } from '../../../shared/domain/establishments'
import { recogniseLegalForm } from '../../../shared/domain/identity'
import { legalFormLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { cleanLine } from '../../../shared/vietnamese/text'
import { readAmount, settleAmount } from './amounts'
import { readCount, readIdNumber, readLine, readPhone, readTaxCode } from './cells'
import { quoted } from './findings'
import { type ReadPlace, type ResolvePlace, readPlace } from './places'
import { figureFields, type ImportRules } from './rules'
import type { TableRow } from './table'
import { rowKeyOf, type TableReader } from './tableReader'
import { findByWords, isGroupNumber, namesTotal, phraseAt, wordsOf } from './words'

export type EstablishmentFields = Omit<EstablishmentDetails, 'years' | 'certificates' | 'areaFlags'>
export type EstablishmentFigures = Omit<EstablishmentDetails['years'][number], 'year'>

export interface EstablishmentDraft {
  readonly key: string
  readonly sheet: string
  readonly row: number
  readonly title: string
  /** Only what the row says; what it leaves empty is not here. */
  readonly fields: Partial<EstablishmentFields>
  readonly figures: Partial<EstablishmentFigures>
  readonly figuresYear: number
  /** False where nothing in the file says it. */
  readonly figuresYearSaid: boolean
  /** The address names a commune and no place in it. */
  readonly communeOnly: boolean
}

/** A line that is no record: a heading over a group, a total, a line with only a number. */
export interface SkippedRow {
  readonly key: string
  readonly row: number
  readonly title: string
}

export interface EstablishmentContext {
  readonly rules: ImportRules
  readonly resolvePlace: ResolvePlace
  readonly today: PlainDate
  /** Which year the yearly figures belong to. */
  readonly figuresYear: number
  readonly figuresYearSaid: boolean
}

export function readEstablishmentRows(
  reader: TableReader,
  context: EstablishmentContext,
): { drafts: EstablishmentDraft[]; skipped: SkippedRow[] } {
  const drafts: EstablishmentDraft[] = []
  const skipped: SkippedRow[] = []
  const figures = figureFields(context.rules, 'establishments')
  for (const row of reader.table.rows) {
    const title = skippedTitle(row, context.rules, figures)
    if (title === null) drafts.push(readRow(reader, row, context))
    else skipped.push({ key: rowKeyOf(reader.sheet, row.number), row: row.number, title })
  }
  return { drafts, skipped }
}

/** The text of a line that is no establishment; null for a line that is one, or should be. */
function skippedTitle(row: TableRow, rules: ImportRules, figures: ReadonlySet<string>): string | null {
  const filled = [...row.fields.keys()].filter((field) => field !== 'order')
  const order = cleanLine(row.fields.get('order')?.[0]?.text ?? '')
  const name = cleanLine(row.fields.get('name')?.[0]?.text ?? '')
  if (filled.length === 0) return order
  const title = name === '' ? order : name
  if (namesTotal(title, rules.totals)) return title
  if (name === '' || filled.some((field) => field !== 'name' && !figures.has(field))) return null
  const grouped = isGroupNumber(order)
  const headed = /^(?:huyen|thi xa|thanh pho|tp|xa|phuong|thi tran|tinh|nganh|nhom|cac)\b/.test(wordsOf(name))
  return grouped || (headed && !/\d/.test(order)) ? name : null
}

function readRow(reader: TableReader, row: TableRow, context: EstablishmentContext): EstablishmentDraft {
  const line = (field: string) => reader.line(row, field)
  const name = readName(reader, row)
  const date = reader.date(row, 'registrationDate', context.today)
  const fields: Partial<EstablishmentFields> = {
    ...filledOnly({
      code: line('code'),
      name,
      shortName: line('shortName'),
      taxCode: readTaxCode(reader.cell(row, 'taxCode'), reader.at(row, 'taxCode')),
      registrationNumber: line('registrationNumber'),
      registrationPlace: line('registrationPlace'),
      representativeName: line('representativeName'),
      representativeTitle: line('representativeTitle'),
      representativeEthnicity: line('representativeEthnicity'),
      representativeIdNumber: readIdNumber(
        reader.cell(row, 'representativeIdNumber'),
        reader.at(row, 'representativeIdNumber'),
      ),
      phone: readPhone(reader.cell(row, 'phone'), reader.at(row, 'phone')),
      email: line('email'),
      bankAccount: line('bankAccount'),
      bankName: line('bankName'),
      industryCode: line('industryCode'),
      industry: line('industry'),
      mainProducts: reader.paragraphs(row, 'mainProducts'),
      capacity: line('capacity'),
      note: reader.paragraphs(row, 'note'),
    }),
    ...(date === null ? {} : { registrationDate: date }),
    ...readGender(line('representativeGender'), context.rules),
    ...readStatus(line('status'), context.rules),
    ...readLegalForm(reader, row, name),
    ...readHeadOffice(reader, row, context.resolvePlace),
    ...readProductionPlace(reader, row, context.resolvePlace),
    ...membership('inCraftVillage', 'craftVillageName', line('craftVillageName')),
    ...membership('inIndustrialCluster', 'industrialClusterName', line('industrialClusterName')),
  }
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    title: name,
    fields,
    figures: readFigures(reader, row),
    figuresYear: context.figuresYear,
    figuresYearSaid: context.figuresYearSaid,
    communeOnly: line('address') === '' && line('hamlet') === '' && line('commune') !== '',
  }
}

function readName(reader: TableReader, row: TableRow): string {
  const at = reader.at(row, 'name')
  const name = readLine(reader.cell(row, 'name'), at)
  if (/[\p{L}\d]/u.test(name)) return name
  at.findings.add('error', at.place, {
    code: 'name.missing',
    message: `Dòng ${row.number} thiếu tên cơ sở. Chưa ghi gì và các ô khác trong tệp vẫn nguyên; ghi tên vào ô này, hoặc bỏ dòng này khi nhập.`,
    original: name,
  })
  return ''
}

function filledOnly<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')) as Partial<T>
}

function readGender(text: string, rules: ImportRules): Partial<EstablishmentFields> {
  const found = findByWords(text, rules.genders)?.value
  if (found !== 'female' && found !== 'male') return {}
  return { representativeGender: found }
}

function readStatus(text: string, rules: ImportRules): Partial<EstablishmentFields> {
  const found = findByWords(text, rules.statuses)?.value
  const status = establishmentStatuses.find((one) => one === found)
  return status === undefined ? {} : { status }
}

/** From its own column, else from what the name begins with: 'HTX Yến Dương' is a cooperative. */
function readLegalForm(reader: TableReader, row: TableRow, name: string): Partial<EstablishmentFields> {
  const text = reader.line(row, 'legalForm')
  const byColumn = recogniseLegalForm(text)
  if (byColumn !== null) return { legalForm: byColumn }
  const byName = recogniseLegalForm(name)
  if (text === '') return byName === null ? {} : { legalForm: byName }
  if (wordsOf(text) === 'khac') return { legalForm: 'other' }
  const at = reader.at(row, 'legalForm')
  const taken = byName ?? 'other'
  at.findings.add('warning', at.place, {
    code: 'legalForm.unknown',
    message: `${at.label}: không nhận ra ${quoted(text)}; ghi là “${legalFormLabels[taken]}”${byName === null ? '' : ' theo tên cơ sở'}. Sửa lại nếu không đúng.`,
    original: text,
    suggested: legalFormLabels[taken],
  })
  return { legalForm: taken }
}

/** One address column, or its parts in several: thôn, xã, huyện, tỉnh. */
function composeAddress(reader: TableReader, row: TableRow): { text: string; field: string } {
  const address = reader.line(row, 'address')
  const parts = (['hamlet', 'commune', 'district', 'province'] as const).map((field) => ({
    field,
    text: withUnitWord(field, reader.line(row, field)),
  }))
  const known = wordsOf(address)
  const missing = parts.filter(({ text }) => text !== '' && phraseAt(known, wordsOf(text)) === -1)
  const text = [address, ...missing.map((part) => part.text)].filter((part) => part !== '').join(', ')
  const field = address !== '' ? 'address' : (parts.find((part) => part.text !== '')?.field ?? 'address')
  return { text, field }
}

const unitWords = {
  hamlet: /./u,
  commune: /^(?:xã|phường|p\.|x\.|thị trấn|tt\.?|đặc khu)\s/iu,
  district: /^(?:huyện|h\.|quận|q\.|thị xã|tx\.?|thành phố|tp\.?)\s?/iu,
  province: /^(?:tỉnh|t\.|thành phố|tp\.?)\s?/iu,
} as const

function withUnitWord(field: keyof typeof unitWords, text: string): string {
  if (text === '' || field === 'hamlet' || unitWords[field].test(text)) return text
  // A bare commune may be a ward as well: the resolver knows names without their word.
  if (field === 'commune' || field === 'province') return text
  return `huyện ${text}`
}

function readHeadOffice(reader: TableReader, row: TableRow, resolvePlace: ResolvePlace): Partial<EstablishmentFields> {
  const { text, field } = composeAddress(reader, row)
  if (text === '') return {}
  const place = readAt(reader, row, field, text, resolvePlace)
  const isOnlyAddress = !reader.has('productionAddress')
  return {
    headOfficeAddress: place.text,
    ...codes(place, 'provinceCode', 'communeCode'),
    ...(isOnlyAddress
      ? { productionAddress: place.text, ...codes(place, 'productionProvinceCode', 'productionCommuneCode') }
      : {}),
    ...(place.oldText === '' ? {} : { oldAddressText: place.oldText }),
  }
}

function readProductionPlace(
  reader: TableReader,
  row: TableRow,
  resolvePlace: ResolvePlace,
): Partial<EstablishmentFields> {
  const text = reader.line(row, 'productionAddress')
  if (text === '') return {}
  const place = readAt(reader, row, 'productionAddress', text, resolvePlace)
  return { productionAddress: place.text, ...codes(place, 'productionProvinceCode', 'productionCommuneCode') }
}

function readAt(reader: TableReader, row: TableRow, field: string, text: string, resolve: ResolvePlace): ReadPlace {
  const at = reader.at(row, field)
  return readPlace(text, resolve, at.findings, at.place, at.label)
}

function codes<P extends keyof EstablishmentFields, C extends keyof EstablishmentFields>(
  place: ReadPlace,
  province: P,
  commune: C,
): Partial<EstablishmentFields> {
  return {
    ...(place.provinceCode === null ? {} : { [province]: place.provinceCode }),
    ...(place.communeCode === null ? {} : { [commune]: place.communeCode }),
  }
}

/** A column such as 'Làng nghề' holds the name, or only a tick. */
function membership(
  flag: 'inCraftVillage' | 'inIndustrialCluster',
  nameField: 'craftVillageName' | 'industrialClusterName',
  text: string,
): Partial<EstablishmentFields> {
  if (text === '') return {}
  return { [flag]: true, ...(/^(?:có|x|✓|✔|v)$/iu.test(text) ? {} : { [nameField]: text }) }
}

const moneyFigures = ['revenue', 'taxPaid', 'exportValue', 'capital', 'averageIncome'] as const

function readFigures(reader: TableReader, row: TableRow): Partial<EstablishmentFigures> {
  const employees = readCount(reader.cell(row, 'employees'), reader.at(row, 'employees'))
  const figures: { -readonly [F in keyof EstablishmentFigures]?: EstablishmentFigures[F] } = {}
  if (employees !== null) figures.employees = employees
  for (const field of moneyFigures) {
    const cell = reader.cell(row, field)
    if (cell === undefined) continue
    const context = reader.amount(row, field, cell)
    const dong = context === null ? null : settleAmount(readAmount(cell, context), context, null)
    if (dong !== null) figures[field] = dong
  }
  return figures
}
