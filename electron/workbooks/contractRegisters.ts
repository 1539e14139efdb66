// The registers a centre keeps while đề án are carried out: đề án of the year (B3), advances to settlement by contract (B10).

import type { ContractRow } from '../../shared/contract/contracts'
import { Refusal } from '../../shared/contract/errors'
import type { BoardRow } from '../../shared/contract/payments'
import type { FileOut } from '../../shared/contract/values'
import type { contractRegisters } from '../../shared/contract/workbooks'
import { assertNever } from '../../shared/domain/assertNever'
import { contractKinds } from '../../shared/domain/contracts'
import { percentText } from '../../shared/domain/executionProgress'
import { supportOf } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { programmes } from '../../shared/domain/projects'
import {
  boardStageLabels,
  contractKindLabels,
  contractRegisterLabels,
  planTableLabels,
  programmeLabels,
  projectStatusLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type AdvanceRow, readAdvances } from '../contracts/advancesReader'
import { readBoard } from '../contracts/moneyReader'
import type { Later, Reader } from '../database/access'
import { BLANK } from '../documents/blocks'
import { words } from '../documents/style'
import { latestPercents } from '../execution/progressReader'
import { readOffice } from '../office/reader'
import { fileLater, type PlanExportServices, planSheetOptions } from './exportPlan'
import { type Group, type HeaderNode, landscapeA4, type Row, type Sheet } from './sheet'

export interface ContractRegisterInput {
  readonly register: (typeof contractRegisters)[number]
  readonly year: number
  readonly programme: Programme | null
  readonly format: 'xlsx' | 'pdf'
}

/** @throws Refusal document.incomplete where the year has nothing to list */
export async function exportContractRegister(
  reader: Reader,
  { register, year, programme, format }: ContractRegisterInput,
  services: PlanExportServices,
): Promise<Later<FileOut>> {
  const frame = await frameOf(reader, services)
  const tail = programme === null ? String(year) : `${programme === 'national' ? 'kcqg' : 'kcdp'}-${year}`
  switch (register) {
    case 'projects': {
      const { rows } = await readBoard(reader, { year, programme })
      refuseEmpty(rows, `năm ${year} chưa có đề án nào được phê duyệt.`)
      const percents = await latestPercents(
        reader,
        rows.map((row) => row.projectId),
      )
      return fileLater(reader, projectsSheet(rows, percents, year, frame), `so-de-an-${tail}`, format, services)
    }
    case 'advances': {
      const rows = await readAdvances(reader, { year, programme })
      refuseEmpty(rows, `năm ${year} chưa có hợp đồng nào được ký.`)
      return fileLater(reader, advancesSheet(rows, year, frame), `so-tam-ung-quyet-toan-${tail}`, format, services)
    }
    default:
      return assertNever(register, 'Every register has its sheet')
  }
}

function refuseEmpty(rows: readonly unknown[], why: string): void {
  if (rows.length === 0) throw new Refusal('document.incomplete', `${why} Chưa có gì để ghi vào sổ.`)
}

type Frame = Pick<Sheet, 'letterhead' | 'placeAndDate' | 'signatures' | 'print' | 'subtitle' | 'unit'>

async function frameOf(reader: Reader, services: PlanExportServices): Promise<Frame> {
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
    subtitle: [contractRegisterLabels.asOf(formatDate(reader.today))],
    unit: 'million',
    placeAndDate,
    signatures,
    print: landscapeA4,
  }
}

/** Nothing is left blank, as in the tables offices keep. */
const orBlank = (dong: number) => (dong === 0 ? null : dong)

const money = <Key extends string>(key: Key, heading: string) =>
  ({ key, heading, kind: 'money', width: 10, summed: true }) as const

type ProjectKey =
  | 'ordinal'
  | 'name'
  | 'beneficiaries'
  | 'places'
  | 'decision'
  | 'contracts'
  | 'allocated'
  | 'advanced'
  | 'paid'
  | 'settled'
  | 'stage'
  | 'status'

const projectHeader: readonly HeaderNode<ProjectKey>[] = [
  { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 4.5 },
  { key: 'name', heading: planTableLabels.projectName, kind: 'text', width: 27 },
  { key: 'beneficiaries', heading: planTableLabels.beneficiaries, kind: 'text', width: 16 },
  { key: 'places', heading: planTableLabels.places, kind: 'text', width: 15 },
  { key: 'decision', heading: contractRegisterLabels.decision, kind: 'text', width: 14 },
  { key: 'contracts', heading: contractRegisterLabels.contracts, kind: 'text', width: 17 },
  money('allocated', contractRegisterLabels.allocated),
  money('advanced', contractRegisterLabels.advanced),
  money('paid', contractRegisterLabels.paid),
  money('settled', contractRegisterLabels.settled),
  { key: 'stage', heading: contractRegisterLabels.progress, kind: 'text', width: 11 },
  { key: 'status', heading: contractRegisterLabels.status, kind: 'text', width: 13 },
]

function contractWords(contracts: readonly Pick<ContractRow, 'number' | 'signedOn'>[]): string {
  return contracts
    .flatMap(({ number, signedOn }) =>
      number === '' || signedOn === null ? [] : [`${number} ngày ${formatDate(signedOn)}`],
    )
    .join(';\n')
}

/** While it is being carried out, what the newest report of a month says; before and after, the stage tells more. */
function stageWords({ stage }: BoardRow, percent: number | undefined): string {
  const told = percent !== undefined && (stage === 'contracted' || stage === 'advanced')
  return told ? `${boardStageLabels[stage]}; ${percentText(percent)}` : boardStageLabels[stage]
}

function projectsSheet(
  rows: readonly BoardRow[],
  percents: ReadonlyMap<number, number>,
  year: number,
  frame: Frame,
): Sheet<ProjectKey> {
  const rowOf = (row: BoardRow, index: number): Row<ProjectKey> => ({
    ordinal: String(index + 1),
    name: `${row.name} (${row.code})`,
    beneficiaries: row.beneficiaries.join(';\n'),
    places: row.places.join(';\n'),
    decision: row.decision,
    contracts: contractWords(row.contracts),
    allocated: orBlank(supportOf(row.money.allocated)),
    advanced: orBlank(supportOf(row.money.advanced) - supportOf(row.money.recovered)),
    paid: orBlank(supportOf(row.money.paid)),
    settled: orBlank(supportOf(row.money.settled)),
    stage: stageWords(row, percents.get(row.projectId)),
    status: projectStatusLabels[row.status],
  })
  const groups = programmes.map(
    (programme, index): Group<ProjectKey> => ({
      mark: index === 0 ? 'I' : 'II',
      heading: planTableLabels.programmeGroup[programme],
      content: { kind: 'rows', rows: rows.filter((row) => row.programme === programme).map(rowOf) },
    }),
  )
  return {
    ...frame,
    name: contractRegisterLabels.projectsSheet(year),
    title: [contractRegisterLabels.projectsTitle(year)],
    header: projectHeader,
    markColumn: 'ordinal',
    headingColumn: 'name',
    body: { kind: 'groups', groups },
    total: planTableLabels.grandTotal,
    words: [{ caption: planTableLabels.supportOfBoth, columns: ['allocated'] }],
  }
}

type AdvanceKey =
  | 'ordinal'
  | 'contract'
  | 'party'
  | 'projects'
  | 'value'
  | 'first'
  | 'later'
  | 'paid'
  | 'recovered'
  | 'settled'
  | 'toPay'
  | 'toRecover'
  | 'due'

const advanceHeader: readonly HeaderNode<AdvanceKey>[] = [
  { key: 'ordinal', heading: planTableLabels.ordinal, kind: 'centredText', width: 4.5 },
  { key: 'contract', heading: contractRegisterLabels.contract, kind: 'text', width: 18 },
  { key: 'party', heading: contractRegisterLabels.party, kind: 'text', width: 22 },
  { key: 'projects', heading: contractRegisterLabels.project, kind: 'text', width: 15 },
  money('value', contractRegisterLabels.value),
  {
    heading: contractRegisterLabels.advanced,
    columns: [money('first', contractRegisterLabels.first), money('later', contractRegisterLabels.later)],
  },
  money('paid', contractRegisterLabels.paidOnly),
  money('recovered', contractRegisterLabels.recovered),
  money('settled', contractRegisterLabels.settled),
  {
    heading: contractRegisterLabels.left,
    columns: [money('toPay', contractRegisterLabels.toPay), money('toRecover', contractRegisterLabels.toRecover)],
  },
  { key: 'due', heading: contractRegisterLabels.due, kind: 'date', width: 11 },
]

function advancesSheet(rows: readonly AdvanceRow[], year: number, frame: Frame): Sheet<AdvanceKey> {
  const rowOf = (row: AdvanceRow, index: number): Row<AdvanceKey> => ({
    ordinal: String(index + 1),
    contract: `${row.number}${row.signedOn === null ? '' : ` ngày ${formatDate(row.signedOn)}`}`,
    party: row.party,
    projects: row.projects.join(';\n'),
    value: orBlank(row.value),
    first: orBlank(row.first),
    later: orBlank(row.later),
    paid: orBlank(row.paid),
    recovered: orBlank(row.recovered),
    settled: row.settled === null ? null : orBlank(row.settled),
    toPay: orBlank(row.toPay),
    toRecover: orBlank(row.toRecover),
    due: row.due,
  })
  const groups = contractKinds.map(
    (kind, index): Group<AdvanceKey> => ({
      mark: ['I', 'II', 'III'][index] ?? '',
      heading: `Hợp đồng ${contractKindLabels[kind].toLocaleLowerCase('vi')}`,
      content: { kind: 'rows', rows: rows.filter((row) => row.kind === kind).map(rowOf) },
    }),
  )
  const [only] = [...new Set(rows.map((row) => row.programme))]
  const single = new Set(rows.map((row) => row.programme)).size === 1 && only !== undefined
  return {
    ...frame,
    name: contractRegisterLabels.advancesSheet(year),
    title: [contractRegisterLabels.advancesTitle(year)],
    subtitle: [
      ...(single ? [`${programmeLabels[only].long}, kinh phí khuyến công hỗ trợ`] : ['Kinh phí khuyến công hỗ trợ']),
      ...frame.subtitle,
    ],
    header: advanceHeader,
    markColumn: 'ordinal',
    headingColumn: 'contract',
    body: { kind: 'groups', groups },
    // The same đồng comes in under the first group and goes out under the others: a sum over both would be wrong.
    total: null,
    words: [],
  }
}
