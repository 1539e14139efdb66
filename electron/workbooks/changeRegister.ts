// The register of adjustments of a year (B9): what each request changes, what stood there before, why, and who decided it.
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import { type Programme, programmes } from '../../shared/domain/projects'
import type { AdjustmentLine } from '../../shared/domain/reportLists'
import { changeRegisterLabels as labels, planTableLabels, programmeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { readRegisterRows } from '../changes/registerRows'
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
  const lines = await readRegisterRows(reader, services.changes, { year, programme })
  const groups = programmes
    .filter((one) => programme === null || one === programme)
    .map(
      (one, index): Group<Key> => ({
        mark: String.fromCharCode(65 + index),
        heading: programmeLabels[one].long,
        content: { kind: 'rows', rows: rowsOf(lines.filter((line) => line.programme === one)) },
      }),
    )
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

/** The đề án stands in the first of its rows. */
function rowsOf(lines: readonly AdjustmentLine[]): Row<Key>[] {
  let ordinal = 0
  let last: number | null = null
  return lines.map(({ itemId, name, code, time, field, before, after, reason, authority, paper }) => {
    const first = itemId !== last
    last = itemId
    if (first) ordinal += 1
    return {
      field,
      before,
      after,
      reason,
      ordinal: first ? String(ordinal) : '',
      project: first ? `${name} (${code})` : '',
      time: first && time !== null ? String(time) : '',
      authority: first ? authority : '',
      paper: first ? paper : '',
    }
  })
}
