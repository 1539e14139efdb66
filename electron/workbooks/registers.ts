// Registers as a file to keep or print: the machines supported, the deadlines of a year.
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import type { registerKinds } from '../../shared/contract/workbooks'
import { assertNever } from '../../shared/domain/assertNever'
import type { DeadlineRule } from '../../shared/domain/deadlines'
import type { VoteRules } from '../../shared/domain/productVotes'
import { programmeLabels, registerLabels } from '../../shared/labels'
import { formatDate, yearOf } from '../../shared/vietnamese/dates'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import type { Later, Reader } from '../database/access'
import { BLANK } from '../documents/blocks'
import { words } from '../documents/style'
import { listMachines } from '../execution/machines'
import { readOffice } from '../office/reader'
import { readBoard } from '../programmes/reader'
import { certificatesSheet } from './certificateRegister'
import { fileLater, type PlanExportServices, planSheetOptions } from './exportPlan'
import { landscapeA4, type Row, type Sheet } from './sheet'

type Register = (typeof registerKinds)[number]

export interface RegisterInput {
  readonly register: Register
  readonly year: number | null
  readonly format: 'xlsx' | 'pdf'
}

export interface RegisterServices extends PlanExportServices {
  readonly deadlines: () => readonly DeadlineRule[]
  readonly voteRules: () => VoteRules
}

/** @throws Refusal document.incomplete where there is nothing to list */
export async function exportRegister(
  reader: Reader,
  { register, year, format }: RegisterInput,
  services: RegisterServices,
): Promise<Later<FileOut>> {
  const frame = await frameOf(reader, services)
  const of = year ?? yearOf(reader.today)
  switch (register) {
    case 'machines': {
      const sheet = await machinesSheet(reader, year, frame)
      return fileLater(reader, sheet, `may-moc-ho-tro${year === null ? '' : `-${year}`}`, format, services)
    }
    case 'deadlines': {
      const sheet = await deadlinesSheet(reader, of, services.deadlines(), frame)
      return fileLater(reader, sheet, `thoi-han-${of}`, format, services)
    }
    case 'certificates': {
      const sheet = await certificatesSheet(reader, services.voteRules(), year, frame)
      return fileLater(reader, sheet, `giay-chung-nhan${year === null ? '' : `-${year}`}`, format, services)
    }
    default:
      return assertNever(register, 'Every register has its sheet')
  }
}

export type Frame = Pick<Sheet, 'letterhead' | 'placeAndDate' | 'signatures' | 'print'>

export async function frameOf(reader: Reader, services: PlanExportServices): Promise<Frame> {
  const { office } = await readOffice(reader)
  const noHeader = { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }
  const { placeAndDate, signatures } = planSheetOptions(office, noHeader, services.contentGroups())
  return {
    letterhead: {
      left: [
        { text: (office?.departmentName ?? `Sở Công Thương ${BLANK}`).toUpperCase() },
        { text: (office?.centreName ?? `Trung tâm Khuyến công ${BLANK}`).toUpperCase(), bold: true },
      ],
      right: [
        { text: words.nationalTitle, bold: true },
        { text: words.nationalMotto, bold: true, underline: true },
      ],
    },
    placeAndDate,
    signatures,
    print: landscapeA4,
  }
}

export function refuseEmpty(rows: readonly unknown[], words: string): void {
  if (rows.length === 0) throw new Refusal('document.incomplete', words)
}

type MachineKey =
  | 'ordinal'
  | 'name'
  | 'serial'
  | 'origin'
  | 'quantity'
  | 'amount'
  | 'beneficiary'
  | 'place'
  | 'project'
  | 'accepted'
  | 'seen'

async function machinesSheet(reader: Reader, year: number | null, frame: Frame): Promise<Sheet<MachineKey>> {
  const machines = await listMachines(reader, { year, establishmentId: null, text: '' })
  refuseEmpty(machines, 'chưa có máy móc nào được nghiệm thu đạt. Hãy kết luận nghiệm thu rồi xuất lại.')
  const rows = machines.map(
    (one, index): Row<MachineKey> => ({
      ordinal: String(index + 1),
      name: one.specification === '' ? one.name : `${one.name}; ${one.specification}`,
      serial: one.serial,
      origin: [one.origin, one.madeIn === null ? '' : String(one.madeIn)].filter((part) => part !== '').join(', '),
      quantity:
        one.quantity === null
          ? ''
          : `${formatDecimal({ units: BigInt(one.quantity), scale: 3 }, 3)} ${one.unit}`.trim(),
      amount: one.amount,
      beneficiary: one.beneficiary,
      place: one.place,
      project: `${one.code} (${programmeLabels[one.programme].short})`,
      accepted: one.acceptedOn,
      seen:
        one.seen === null
          ? ''
          : `${formatDate(one.seen.on)}: ${one.seen.present ? (one.seen.inUse ? registerLabels.inUse : registerLabels.notInUse) : registerLabels.gone}`,
    }),
  )
  return {
    ...frame,
    name: registerLabels.machinesSheet,
    title: [registerLabels.machines(year)],
    subtitle: [],
    unit: 'dong',
    markColumn: 'ordinal',
    headingColumn: 'name',
    header: [
      { key: 'ordinal', heading: 'TT', kind: 'centredText', width: 4.5 },
      { key: 'name', heading: registerLabels.machine, kind: 'text', width: 26 },
      { key: 'serial', heading: registerLabels.serial, kind: 'text', width: 13 },
      { key: 'origin', heading: registerLabels.origin, kind: 'text', width: 11 },
      { key: 'quantity', heading: registerLabels.quantity, kind: 'centredText', width: 8 },
      { key: 'amount', heading: registerLabels.amount, kind: 'money', width: 13, summed: true },
      { key: 'beneficiary', heading: registerLabels.beneficiary, kind: 'text', width: 20 },
      { key: 'place', heading: registerLabels.place, kind: 'text', width: 18 },
      { key: 'project', heading: registerLabels.project, kind: 'text', width: 15 },
      { key: 'accepted', heading: registerLabels.accepted, kind: 'date', width: 11 },
      { key: 'seen', heading: registerLabels.seen, kind: 'text', width: 16 },
    ],
    body: { kind: 'rows', rows },
    total: registerLabels.total,
    words: [],
  }
}

type DeadlineKey = 'ordinal' | 'step' | 'programme' | 'due' | 'words' | 'state' | 'basis'

async function deadlinesSheet(
  reader: Reader,
  year: number,
  shipped: readonly DeadlineRule[],
  frame: Frame,
): Promise<Sheet<DeadlineKey>> {
  const { entries } = await readBoard(reader, shipped, year, reader.today)
  refuseEmpty(entries, `năm ${year} không có thời hạn nào đang dùng. Hãy thêm thời hạn ở Thiết lập rồi xuất lại.`)
  const rows = entries.map(
    (one, index): Row<DeadlineKey> => ({
      ordinal: String(index + 1),
      step: one.rule.step,
      programme: `${programmeLabels[one.rule.programme].short} ${one.planYear}`,
      due: one.due,
      words: one.words,
      state:
        one.doneNote ?? (one.daysLeft < 0 ? registerLabels.late(-one.daysLeft) : registerLabels.left(one.daysLeft)),
      basis: one.rule.legalBasis,
    }),
  )
  return {
    ...frame,
    name: registerLabels.deadlinesSheet,
    title: [registerLabels.deadlines(year)],
    subtitle: [registerLabels.asOf(formatDate(reader.today))],
    unit: null,
    markColumn: 'ordinal',
    headingColumn: 'step',
    header: [
      { key: 'ordinal', heading: 'TT', kind: 'centredText', width: 4.5 },
      { key: 'step', heading: registerLabels.step, kind: 'text', width: 42 },
      { key: 'programme', heading: registerLabels.plan, kind: 'centredText', width: 12 },
      { key: 'due', heading: registerLabels.due, kind: 'date', width: 12 },
      { key: 'words', heading: registerLabels.counted, kind: 'text', width: 38 },
      { key: 'state', heading: registerLabels.state, kind: 'text', width: 26 },
      { key: 'basis', heading: registerLabels.basis, kind: 'text', width: 22 },
    ],
    body: { kind: 'rows', rows },
    total: null,
    words: [],
  }
}
