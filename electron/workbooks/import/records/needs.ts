// Nhu cầu khảo sát, đăng ký: one line a need. The same need: one year, one asker, the same thing asked for.
import { type NeedDetails, needDetails } from '../../../../shared/contract/establishments'
import { nameKey } from '../../../../shared/domain/identity'
import { type ContentGroup, contentGroups } from '../../../../shared/domain/projects'
import { formatDate } from '../../../../shared/vietnamese/dates'
import { fold } from '../../../../shared/vietnamese/fold'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { readTaxCode } from '../cells'
import { quoted } from '../findings'
import { lockedYearWords } from '../lockedYear'
import { readPlace } from '../places'
import { findContent } from '../projects/planText'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { phraseAt, wordsOf } from '../words'
import { EstablishmentFinder } from './establishmentFinder'
import { findEstablishment, readMoney, says, sortLines, yearOfLine } from './lines'
import {
  allOnHand,
  type Beside,
  type BesideContext,
  type Judging,
  type OnFile,
  type RecordContext,
  type RecordKind,
} from './recordKind'
import type { RecordsOnFile } from './recordsOnFile'
import { besideByKeys, type SaidDraft } from './sameByKeys'

interface NeedDraft extends SaidDraft {
  readonly asker: string
  readonly establishmentCode: string
  readonly taxCode: string
  readonly communeCode: string | null
  readonly year: number | null
  readonly contentGroup: ContentGroup | null
  readonly subContent: string | null
  readonly activity: string
  readonly totalInvestment: number | null
  readonly wishedSupport: number | null
  readonly receivedOn: string | null
  readonly note: string
}

const shownOrder = [
  'year',
  'name',
  'content',
  'activity',
  'totalInvestment',
  'wishedSupport',
  'receivedOn',
  'note',
] as const

function readNeed(reader: TableReader, row: TableRow, context: RecordContext): NeedDraft {
  const asker = reader.line(row, 'name')
  const activity = reader.line(row, 'activity')
  const title = asker === '' ? activity : asker
  if (asker === '') missing(reader, row, 'name', 'tên đơn vị đề nghị')
  if (activity === '') missing(reader, row, 'activity', 'máy móc, hoạt động đề nghị hỗ trợ')
  const address = reader.line(row, 'address')
  const at = reader.at(row, 'address')
  const place = address === '' ? null : readPlace(address, context.resolvePlace, at.findings, at.place, at.label)
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    title,
    said: shownOrder.filter((field) => field === 'year' || field === 'content' || says(reader, row, field)),
    asker,
    establishmentCode: reader.line(row, 'establishmentCode'),
    taxCode: readTaxCode(reader.cell(row, 'taxCode'), reader.at(row, 'taxCode')),
    communeCode: place?.communeCode ?? null,
    year: yearOfLine(reader, row, context, 'Các nhu cầu này đăng ký cho năm nào?'),
    ...readContent(reader, row, activity, context),
    activity,
    totalInvestment: readMoney(reader, row, 'totalInvestment'),
    wishedSupport: readMoney(reader, row, 'wishedSupport'),
    receivedOn: reader.date(row, 'receivedOn', context.today) ?? askReceived(reader, row, context),
    note: reader.paragraphs(row, 'note'),
  }
}

function missing(reader: TableReader, row: TableRow, field: string, what: string): void {
  const at = reader.at(row, field)
  at.findings.add('error', at.place, {
    code: `${field}.missing`,
    message: `Dòng ${row.number} thiếu ${what}. Chưa ghi gì; ghi vào ô này, hoặc bỏ dòng này khi nhập.`,
  })
}

/** What the cell names, else what the thing asked for suggests, else one of the nine is chosen. */
function readContent(
  reader: TableReader,
  row: TableRow,
  activity: string,
  context: RecordContext,
): { contentGroup: ContentGroup | null; subContent: string | null } {
  const content = reader.line(row, 'content')
  // Nothing is asked for: that is said already, and there is nothing to ask about.
  if (content === '' && activity === '') return { contentGroup: null, subContent: null }
  const said = findContent({ content, name: '', headings: [] }, context.contents)
  const found =
    said ??
    findContent({ content, name: activity, headings: [] }, context.contents) ??
    (isMachine(activity, context) ? { group: machineContent, subContent: null } : null)
  const at = reader.at(row, reader.has('content') ? 'content' : 'activity')
  const group = contentGroups.find((one) => one === found?.group)
  if (found !== null && group !== undefined) {
    if (said === null) {
      const label = context.contentLabels.get(found.subContent ?? group) ?? group
      at.findings.add('warning', at.place, {
        code: 'content.fromName',
        message: `Nội dung khuyến công của ${quoted(activity)} được nhận ra theo tên: ${label}. Sửa lại nếu không đúng.`,
        original: content,
        suggested: label,
      })
    }
    return { contentGroup: group, subContent: found.subContent }
  }
  const answer = at.findings.ask({
    // The same thing asked for by many is asked about once.
    id: `content:${reader.sheet}:${fold(activity).slice(0, 120)}`,
    message: `${quoted(activity)} thuộc nội dung khuyến công nào?`,
    place: at.place,
    choices: contentGroups.map((one) => ({ value: one, label: context.contentLabels.get(one) ?? one })),
    fallback: null,
  })
  const chosen = contentGroups.find((one) => one === answer)
  if (chosen === undefined)
    at.findings.add('question', at.place, {
      code: 'content.unknown',
      message: `Không nhận ra nội dung khuyến công của ${quoted(activity)}. Chọn một trong chín nội dung ở phần câu hỏi.`,
      original: content,
    })
  return { contentGroup: chosen ?? null, subContent: null }
}

/** Máy móc, thiết bị: the bulk of all needs. */
const machineContent: ContentGroup = 'ND3'

function isMachine(activity: string, { rules }: RecordContext): boolean {
  const words = wordsOf(activity).replace(/^(?:ho tro )?(?:dau tu |mua sam |mua |ung dung )?/, '')
  return rules.machineStarts.some((phrase) => phraseAt(words, phrase) === 0)
}

/** A list often says nothing of days: the day it is brought in stands, and is said. */
function askReceived(reader: TableReader, row: TableRow, { today }: RecordContext): string | null {
  if (says(reader, row, 'receivedOn')) return null
  const thisYear = Number(today.slice(0, 4))
  const days = [today, `${thisYear}-01-01`, `${thisYear - 1}-12-31`]
  return reader.findings.ask({
    id: `received:${reader.sheet}`,
    message: `Trang “${reader.sheet}” có dòng không ghi ngày nhận nhu cầu. Lấy ngày nào?`,
    place: { ...reader.at(row, 'receivedOn').place, column: null },
    choices: [...new Set(days)].map((day) => ({
      value: day,
      label: day === today ? `Hôm nay (${formatDate(day)})` : formatDate(day),
    })),
    fallback: today,
  })
}

function beside(files: RecordsOnFile, { today, contentLabels }: BesideContext): Beside<NeedDraft, NeedDetails> {
  const finder = new EstablishmentFinder(files.establishments)
  const names = new Map(files.establishments.map((one) => [one.id, one]))
  return besideByKeys({
    onFile: files.needs.map(
      ({ id, rowVersion, need, takenBy }): OnFile<NeedDetails> => ({
        target: { id, rowVersion, rank: 0 },
        label: `nhu cầu năm ${need.year} của “${need.asker}” (${need.activity})`,
        record: need,
        lockedBecause:
          takenBy === '' ? '' : `đã đưa vào đề án ${takenBy}, hãy sửa trong đề án đó hoặc bỏ qua dòng này.`,
      }),
    ),
    record: (draft, base, judging) => {
      if (draft.receivedOn !== null && draft.receivedOn > today) sayFuture(draft, judging)
      const receivedOn = draft.said.includes('receivedOn') || base === null ? draft.receivedOn : base.receivedOn
      if (draft.year === null || draft.contentGroup === null || receivedOn === null || draft.asker === '') return null
      const named = {
        code: draft.establishmentCode,
        taxCode: draft.taxCode,
        name: draft.asker,
        communeCode: draft.communeCode,
      }
      const establishmentId = findEstablishment(finder, named, draft, 'name', judging)
      return {
        year: draft.year,
        establishmentId: establishmentId ?? base?.establishmentId ?? null,
        asker: draft.asker,
        contentGroup: draft.contentGroup,
        subContent: draft.subContent ?? (base?.contentGroup === draft.contentGroup ? base.subContent : null),
        activity: draft.activity,
        totalInvestment: draft.totalInvestment ?? base?.totalInvestment ?? null,
        wishedSupport: draft.wishedSupport ?? base?.wishedSupport ?? null,
        receivedOn,
        note: draft.note === '' ? (base?.note ?? '') : draft.note,
      }
    },
    keys: ({ year, establishmentId, asker, activity }) => {
      const what = `${year}|${fold(activity)}`
      const own = establishmentId === null ? undefined : names.get(establishmentId)
      return [
        ...(establishmentId === null ? [] : [`${what}|#${establishmentId}`]),
        ...new Set([nameKey(asker), ...(own === undefined ? [] : [own.keys.name])].map((key) => `${what}|${key}`)),
      ]
    },
    differ: (one, other) =>
      one.establishmentId !== null && other.establishmentId !== null && one.establishmentId !== other.establishmentId,
    contradictions: ({ year }) =>
      files.lockedYears.includes(year) ? [{ field: 'year', message: lockedYearWords(year) }] : [],
    whyNotBoth: () => null,
    show: (need) => ({
      year: String(need.year),
      name: need.asker,
      content: contentLabels.get(need.subContent ?? '') ?? contentLabels.get(need.contentGroup) ?? need.contentGroup,
      activity: need.activity,
      totalInvestment: need.totalInvestment === null ? '' : `${formatMoney(need.totalInvestment)} đồng`,
      wishedSupport: need.wishedSupport === null ? '' : `${formatMoney(need.wishedSupport)} đồng`,
      receivedOn: formatDate(need.receivedOn),
      note: need.note,
    }),
  })
}

function sayFuture(draft: NeedDraft, { findings, placeOf, labelOf }: Judging): void {
  findings.add('error', placeOf(draft, 'receivedOn'), {
    code: 'date.future',
    message: `${labelOf('receivedOn')} ${formatDate(draft.receivedOn ?? '')} chưa tới; chỉ ghi nhu cầu đã nhận.`,
  })
}

export const needKind: RecordKind<NeedDraft, NeedDetails> = {
  kind: 'needs',
  ...allOnHand,
  schema: needDetails,
  fieldOf: (path) => ({ asker: 'name', contentGroup: 'content', subContent: 'content' })[path] ?? path,
  read: (reader, context) => {
    const { rows, skipped } = sortLines(reader, 'name', context)
    return { drafts: rows.map((row) => readNeed(reader, row, context)), skipped, year: context.year }
  },
  beside: (files, _, context) => beside(files, context),
}
