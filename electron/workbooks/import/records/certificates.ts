// Giấy chứng nhận sản phẩm CNNT tiêu biểu: one line a product certified. The same certificate: one level, year and place of the
// vote, one product of one cơ sở. Rounds and products are made as they are needed.
import { type CertificateToRecord, certificateToRecord } from '../../../../shared/contract/activities'
import { nameKey } from '../../../../shared/domain/identity'
import {
  type ProductGroup,
  productContradictions,
  productGroups,
  roundContradictions,
  type VoteLevel,
  voteLevels,
} from '../../../../shared/domain/productVotes'
import { productGroupLabels, voteLevelLabels } from '../../../../shared/labels'
import { formatDate, type PlainDate, yearOf } from '../../../../shared/vietnamese/dates'
import { readTaxCode } from '../cells'
import { lockedYearWords } from '../lockedYear'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { findByWords, wordsOf } from '../words'
import { EstablishmentFinder } from './establishmentFinder'
import { findEstablishment, says, sortLines, yearOfLine } from './lines'
import {
  allOnHand,
  type Beside,
  type BesideContext,
  type OnFile,
  type RecordContext,
  type RecordKind,
} from './recordKind'
import type { RecordsOnFile } from './recordsOnFile'
import { besideByKeys, type SaidDraft } from './sameByKeys'

type Said = Partial<Omit<CertificateToRecord, 'level' | 'year' | 'name' | 'owner' | 'establishmentId'>>

interface CertificateDraft extends SaidDraft {
  readonly name: string
  readonly owner: string
  readonly establishmentCode: string
  readonly taxCode: string
  readonly level: VoteLevel | null
  readonly year: number | null
  readonly details: Said
}

const textFields = ['place', 'decisionNumber', 'number', 'overReason'] as const
const dateFields = ['decisionDate', 'date', 'validUntil'] as const

function readCertificate(
  reader: TableReader,
  row: TableRow,
  context: RecordContext,
  heading: string,
): CertificateDraft {
  const name = needed(reader, row, 'name', 'tên sản phẩm')
  const owner = needed(reader, row, 'establishment', 'tên cơ sở sản xuất')
  const dates = Object.fromEntries(
    dateFields.flatMap((field) => {
      const date = reader.date(row, field, context.today)
      return date === null ? [] : [[field, date]]
    }),
  ) as Partial<Record<(typeof dateFields)[number], PlainDate>>
  const texts = Object.fromEntries(
    textFields.flatMap((field) => (says(reader, row, field) ? [[field, reader.line(row, field)]] : [])),
  ) as Partial<Record<(typeof textFields)[number], string>>
  const group = groupOf(reader, row, context)
  const details: Said = { ...texts, ...dates, ...(group === null ? {} : { group }) }
  const dated = details.date ?? details.decisionDate ?? null
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    title: name,
    said: ['name', 'establishment', 'level', 'year', ...Object.keys(details)],
    name,
    owner,
    establishmentCode: reader.line(row, 'establishmentCode'),
    taxCode: readTaxCode(reader.cell(row, 'taxCode'), reader.at(row, 'taxCode')),
    level: levelOf(reader, row, context, heading),
    year:
      dated === null || says(reader, row, 'year')
        ? yearOfLine(reader, row, context, 'Bình chọn năm nào?')
        : (context.year ?? yearOf(dated)),
    details,
  }
}

function needed(reader: TableReader, row: TableRow, field: string, what: string): string {
  const text = reader.line(row, field)
  const at = reader.at(row, field)
  if (text === '')
    at.findings.add('error', at.place, {
      code: `${field}.missing`,
      message: `Dòng ${row.number} thiếu ${what}. Chưa ghi gì; ghi vào ô này, hoặc bỏ dòng này khi nhập.`,
    })
  return text
}

/** As the line says, else the heading over its lines, else the title ('… tiêu biểu cấp tỉnh năm 2023'), else as answered once a sheet. */
function levelOf(reader: TableReader, row: TableRow, { rules }: RecordContext, heading: string): VoteLevel | null {
  const said = findByWords(reader.line(row, 'level'), rules.voteLevels)?.value
  const titled = [heading, ...reader.table.titles, reader.sheet]
    .map((title) => /\bcap .*$/.exec(wordsOf(title))?.[0] ?? '')
    .map((text) => findByWords(text, rules.voteLevels)?.value)
    .find((value) => value !== undefined)
  const known = voteLevels.find((level) => level === (said ?? titled))
  if (known !== undefined) return known
  const at = reader.at(row, 'level')
  const answer = reader.findings.ask({
    id: `level:${reader.sheet}`,
    message: `Trang “${reader.sheet}” có dòng không ghi cấp bình chọn. Các sản phẩm này được công nhận ở cấp nào?`,
    place: at.place,
    choices: voteLevels.map((level) => ({ value: level, label: voteLevelLabels[level] })),
    fallback: null,
  })
  const level = voteLevels.find((one) => one === answer) ?? null
  if (level === null)
    at.findings.add('question', at.place, {
      code: 'level.unknown',
      message: `Dòng ${row.number}: chưa rõ cấp bình chọn. Trả lời ở phần câu hỏi.`,
    })
  return level
}

function groupOf(reader: TableReader, row: TableRow, { rules }: RecordContext): ProductGroup | null {
  const found = findByWords(reader.line(row, 'group'), rules.productGroups)?.value
  return productGroups.find((one) => one === found) ?? null
}

const levelWords = (level: VoteLevel) => voteLevelLabels[level].toLocaleLowerCase('vi')
const dateWords = (date: PlainDate | null) => (date === null ? '' : formatDate(date))

const nothingSaid = {
  place: '',
  decisionNumber: '',
  decisionDate: null,
  group: 'other',
  average: null,
  number: '',
  date: null,
  validUntil: null,
  overReason: '',
} as const

/** What the round and the product would be refused for, at the columns of a list of certificates. */
function contradictions(one: CertificateToRecord, today: PlainDate): { field: string; message: string }[] {
  const round = { ...one, councilMembers: null }
  const product = {
    ...one,
    result: 'certified' as const,
    scores: { market: null, economy: null, culture: null, other: null },
    certificateNumber: one.number,
    certificateDate: one.date,
    prizeRank: '',
    prizeAmount: null,
  }
  return [...roundContradictions(round, today), ...productContradictions(product, one.year, today)].map(
    ({ path, message }) => ({
      field: path === 'certificateDate' ? 'date' : path,
      message: `${message} Sửa ô này hoặc bỏ dòng này khi nhập.`,
    }),
  )
}

function beside(files: RecordsOnFile, { today }: BesideContext): Beside<CertificateDraft, CertificateToRecord> {
  const finder = new EstablishmentFinder(files.establishments)
  const byRecord = new Map(files.certificates.map((one) => [one.certificate, one]))
  /** Our own lists say until when a certificate holds even where only the rule says it. */
  const asRuled = ({ details }: CertificateDraft, base: CertificateToRecord | null) =>
    base !== null &&
    base.validUntil === null &&
    details.validUntil !== undefined &&
    byRecord.get(base)?.heldUntil === details.validUntil
  return besideByKeys({
    onFile: files.certificates.map(
      ({ id, certificate }): OnFile<CertificateToRecord> => ({
        target: { id, rowVersion: 0, rank: 0 },
        label: `“${certificate.name}” của ${certificate.owner}, ${levelWords(certificate.level)} năm ${certificate.year}`,
        record: certificate,
        lockedBecause: '',
      }),
    ),
    record: (draft, base, judging) => {
      const { level, year, name, owner, establishmentCode: code, taxCode } = draft
      if (level === null || year === null || name === '' || owner === '') return null
      const named = { code, taxCode, name: owner, communeCode: null }
      const establishmentId = findEstablishment(finder, named, draft, 'establishment', judging)
      return {
        ...(base ?? nothingSaid),
        ...draft.details,
        ...(asRuled(draft, base) ? { validUntil: null } : {}),
        level,
        year,
        name,
        owner,
        establishmentId: establishmentId ?? base?.establishmentId ?? null,
      }
    },
    keys: ({ level, year, place, name, owner }) => [
      [level, year, wordsOf(place), nameKey(name), nameKey(owner)].join('|'),
    ],
    differ: () => false,
    contradictions: (record) => [
      ...contradictions(record, today),
      ...(files.lockedYears.includes(record.year) ? [{ field: 'year', message: lockedYearWords(record.year) }] : []),
    ],
    whyNotBoth: (_, other) =>
      `Sản phẩm “${other.name}” của ${other.owner} đã có giấy chứng nhận ${levelWords(other.level)} năm ${other.year}; một kỳ không ghi hai lần. Chọn cập nhật hoặc bỏ qua.`,
    show: (one) => ({
      name: one.name,
      establishment: one.owner,
      level: voteLevelLabels[one.level],
      year: String(one.year),
      place: one.place,
      group: productGroupLabels[one.group],
      number: one.number,
      decisionNumber: one.decisionNumber,
      decisionDate: dateWords(one.decisionDate),
      date: dateWords(one.date),
      validUntil: dateWords(one.validUntil),
      overReason: one.overReason,
    }),
  })
}

export const certificateKind: RecordKind<CertificateDraft, CertificateToRecord> = {
  kind: 'certificates',
  ...allOnHand,
  schema: certificateToRecord,
  fieldOf: (path) => (path === 'owner' ? 'establishment' : path),
  read: (reader, context) => {
    const { rows, skipped } = sortLines(reader, 'name', context)
    const headingOf = (row: TableRow) => skipped.findLast((one) => one.row < row.number)?.title ?? ''
    const drafts = rows.map((row) => readCertificate(reader, row, context, headingOf(row)))
    return { drafts, skipped, year: context.year }
  },
  beside: (files, _, context) => beside(files, context),
}
