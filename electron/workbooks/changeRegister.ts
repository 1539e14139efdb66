// The register of adjustments of a year (B9): what each request changes, what stood there before, why, and who decided it.
import type { ChangeItem, ChangeRequest } from '../../shared/contract/changes'
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import { type Programme, programmes } from '../../shared/domain/projects'
import {
  changeItemKindLabels,
  changeStateLabels,
  changeRegisterLabels as labels,
  planTableLabels,
  programmeLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { listChanges, readChange } from '../changes/reader'
import type { ChangeServices } from '../changes/services'
import type { Later, Reader } from '../database/access'
import { BLANK } from '../documents/blocks'
import { words } from '../documents/style'
import { readOffice } from '../office/reader'
import { fileLater, type PlanExportServices, planSheetOptions } from './exportPlan'
import { type Group, type HeaderNode, landscapeA4, type Row, type Sheet } from './sheet'

export interface ChangeRegisterInput {
  readonly year: number
  readonly programme: Programme | null
  readonly format: 'xlsx' | 'pdf'
}

type Key = 'ordinal' | 'project' | 'time' | 'field' | 'before' | 'after' | 'reason' | 'authority' | 'paper'

const header: readonly HeaderNode<Key>[] = [
  { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 4.5 },
  { key: 'project', heading: planTableLabels.projectName, kind: 'text', width: 24 },
  { key: 'time', heading: labels.time, kind: 'centredText', width: 5 },
  { key: 'field', heading: labels.field, kind: 'text', width: 17 },
  { key: 'before', heading: labels.before, kind: 'text', width: 24 },
  { key: 'after', heading: labels.after, kind: 'text', width: 24 },
  { key: 'reason', heading: labels.reason, kind: 'text', width: 20 },
  { key: 'authority', heading: labels.authority, kind: 'text', width: 15 },
  { key: 'paper', heading: labels.paper, kind: 'text', width: 15 },
]

/** @throws Refusal document.incomplete where nothing was asked to be changed in the year */
export async function exportChangeRegister(
  reader: Reader,
  { year, programme, format }: ChangeRegisterInput,
  services: PlanExportServices & { readonly changes: ChangeServices },
): Promise<Later<FileOut>> {
  const { rows } = await listChanges(reader, services.changes, { year, state: null, projectId: null, text: '' })
  const requests: ChangeRequest[] = []
  for (const { id, state } of [...rows].sort((a, b) => a.id - b.id))
    if (state !== 'draft') requests.push(await readChange(reader, services.changes, id))
  const times = await timesChanged(reader)
  const groups = programmes
    .filter((one) => programme === null || one === programme)
    .map((one, index): Group<Key> => {
      let ordinal = 0
      const own = requests.flatMap((request) =>
        request.items
          .filter(({ project }) => project.programme === one)
          .flatMap((item) => {
            ordinal += 1
            return itemRows(request, item, String(ordinal), times.get(item.id) ?? null)
          }),
      )
      return {
        mark: String.fromCharCode(65 + index),
        heading: programmeLabels[one].long,
        content: { kind: 'rows', rows: own },
      }
    })
  if (groups.every(({ content }) => content.kind === 'rows' && content.rows.length === 0))
    throw new Refusal('document.incomplete', `năm ${year} chưa có đề nghị điều chỉnh nào được trình.`)
  const { office } = await readOffice(reader)
  const noHeader = { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }
  const { placeAndDate, signatures } = planSheetOptions(office, noHeader, services.contentGroups())
  const sheet: Sheet<Key> = {
    name: labels.sheet(year),
    letterhead: {
      left: [
        { text: (office?.departmentName ?? `Sở Công Thương ${BLANK}`).toLocaleUpperCase('vi') },
        { text: (office?.centreName ?? `Trung tâm Khuyến công ${BLANK}`).toLocaleUpperCase('vi'), bold: true },
      ],
      right: [
        { text: words.nationalTitle, bold: true },
        { text: words.nationalMotto, bold: true, underline: true },
      ],
    },
    title: [labels.title(year)],
    subtitle: [labels.asOf(formatDate(reader.today))],
    unit: null,
    header,
    markColumn: 'ordinal',
    headingColumn: 'project',
    body: { kind: 'groups', groups },
    total: null,
    words: [],
    placeAndDate,
    signatures,
    print: landscapeA4,
  }
  return fileLater(reader, sheet, `so-dieu-chinh-${year}`, format, services)
}

/** Which time of its đề án a decided item is, counted over all years. */
async function timesChanged(reader: Reader): Promise<Map<number, number>> {
  const decided = await reader.db
    .selectFrom('change_item as item')
    .innerJoin('change_decision as decision', 'decision.request_id', 'item.request_id')
    .where('item.outcome', '!=', 'refused')
    .select(['item.id', 'item.project_id'])
    .orderBy('decision.date')
    .orderBy('item.id')
    .execute()
  const seen = new Map<number, number>()
  return new Map(
    decided.map(({ id, project_id }) => {
      const time = (seen.get(project_id) ?? 0) + 1
      seen.set(project_id, time)
      return [id, time]
    }),
  )
}

/** The đề án stands in the first of its rows; a decided request shows what was decided, field by field. */
function itemRows(request: ChangeRequest, item: ChangeItem, ordinal: string, time: number | null): Row<Key>[] {
  const reasonOf = (path: string) => item.changes.find((one) => one.path === path)?.reason ?? ''
  const general = item.reason === '' ? request.reason : item.reason
  const told =
    item.kind === 'adjust'
      ? (item.decided.length === 0
          ? item.changes.map((one) => ({ ...one, to: one.after, refused: false }))
          : item.decided.map((one) => ({ ...one, to: one.decided, refused: one.outcome === 'refused' }))
        ).map(({ path, label, before, to, refused }) => ({
          field: label,
          before: before ?? labels.nothing,
          after: refused ? labels.refused : (to ?? labels.removed),
          reason: reasonOf(path) === '' ? general : reasonOf(path),
        }))
      : [{ field: changeItemKindLabels[item.kind], before: '', after: '', reason: general }]
  const { decision } = request
  return told.map((row, index) => ({
    ...row,
    ordinal: index === 0 ? ordinal : '',
    project: index === 0 ? `${item.project.name} (${item.project.code})` : '',
    time: index === 0 && time !== null ? String(time) : '',
    authority: index === 0 ? (decision?.authorityName ?? request.authorities.map(({ name }) => name).join(';\n')) : '',
    paper:
      index > 0
        ? ''
        : decision === null
          ? changeStateLabels[request.state]
          : `${decision.number} ngày ${formatDate(decision.date)}${decision.cancelled === null ? '' : ` (${labels.cancelled})`}`,
  }))
}
