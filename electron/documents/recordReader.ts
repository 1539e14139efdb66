// What is on record of a đề án that papers are made of: contracts, appendices, requests, reports, minutes, each with the forms
// that speak of it, in the order it came about.

import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import { type ContractRecord, contractsOfProjects } from '../contracts/records'
import type { Reader } from '../database/access'
import { contractWords } from '../execution/money'
import type { FormId } from './forms'
import { lowerFirst } from './wording'

export interface PaperRecord {
  readonly id: number
  /** "Hợp đồng số 03/HĐ-KC ngày 05/04/2027". */
  readonly label: string
  readonly forms: readonly FormId[]
}

export async function readPaperRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  return [
    ...(await changeRecords(reader, projectId)),
    ...(await contractRecords(reader, projectId)),
    ...(await reportRecords(reader, projectId)),
    ...(await acceptanceRecords(reader, projectId)),
    ...(await groupRecords(reader, projectId)),
    ...(await visitRecords(reader, projectId)),
  ]
}

function dated(number: string, date: string | null): string {
  return [number === '' ? '' : `số ${number}`, date === null ? '' : `ngày ${formatDate(date)}`]
    .filter(Boolean)
    .join(' ')
}

async function changeRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  const rows = await reader.db
    .selectFrom('change_request as request')
    .innerJoin('change_item as item', 'item.request_id', 'request.id')
    .where('item.project_id', '=', projectId)
    .where('request.state', '!=', 'withdrawn')
    .select(['request.id', 'request.letter_number', 'request.letter_date', 'request.state'])
    .distinct()
    .orderBy('request.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: `Đề nghị điều chỉnh ${dated(row.letter_number, row.letter_date)}`.trim(),
    forms: [
      'change-letter',
      'change-submission',
      'change-confirmation',
      'change-decision',
      ...(row.state === 'decided' ? (['change-notice'] as const) : []),
    ],
  }))
}

function isClosed({ state }: ContractRecord): boolean {
  return state === 'liquidated' || state === 'terminated'
}

async function contractRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  const contracts = await contractsOfProjects(reader, [projectId])
  return contracts.flatMap((contract): PaperRecord[] => {
    const { kind, receiver } = contract.details
    const label = kind === 'agency' ? contractWords(contract) : `${contractWords(contract)}: ${receiver.name}`
    const forms: readonly FormId[] =
      kind === 'agency'
        ? // Once the contract is closed there is nothing more to ask for in advance.
          ['agency-contract', ...(isClosed(contract) ? [] : (['advance-request'] as const)), 'liquidation-6']
        : kind === 'beneficiary'
          ? ['beneficiary-contract', 'liquidation-6']
          : ['liquidation-6']
    return [
      { id: contract.id, label, forms },
      ...contract.appendices.map(
        (appendix): PaperRecord => ({
          id: appendix.id,
          label: `Phụ lục lần ${appendix.ordinal} của ${lowerFirst(label)}`,
          forms: ['contract-appendix'],
        }),
      ),
    ]
  })
}

async function reportRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  const months = await reader.db
    .selectFrom('progress_report')
    .select(['id', 'month'])
    .where('project_id', '=', projectId)
    .orderBy('month')
    .execute()
  const volumes = await reader.db
    .selectFrom('volume_report')
    .select(['id', 'date', 'document_number'])
    .where('project_id', '=', projectId)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const clusters = await reader.db
    .selectFrom('cluster_report')
    .select(['id', 'date', 'cluster'])
    .where('project_id', '=', projectId)
    .orderBy('date')
    .orderBy('id')
    .execute()
  return [
    ...months.map(
      ({ id, month }): PaperRecord => ({ id, label: `Tiến độ tháng ${formatMonth(month)}`, forms: ['progress-3a'] }),
    ),
    ...volumes.map(
      ({ id, date, document_number }): PaperRecord => ({
        id,
        label: `Khối lượng hoàn thành ${dated(document_number, date)}`,
        forms: ['volume-3b'],
      }),
    ),
    ...clusters.map(
      ({ id, date, cluster }): PaperRecord => ({
        id,
        label: `Cụm công nghiệp ${cluster} ngày ${formatDate(date)}`,
        forms: ['cluster-report-13'],
      }),
    ),
  ]
}

async function acceptanceRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  const rows = await reader.db
    .selectFrom('acceptance')
    .select(['id', 'form', 'beneficiary', 'date', 'document_number'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, form, beneficiary, date, document_number }) => ({
    id,
    label: ['Nghiệm thu', dated(document_number, date), beneficiary].filter((part) => part !== '').join(' '),
    forms: [form === '5a' ? 'acceptance-5a' : form === '5b' ? 'acceptance-5b' : 'acceptance-5c'],
  }))
}

async function groupRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  const classes = await reader.db
    .selectFrom('training_class')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  return classes.map(({ id, name }) => ({ id, label: name, forms: ['training-programme-12'] }))
}

async function visitRecords(reader: Reader, projectId: number): Promise<PaperRecord[]> {
  const visits = await reader.db
    .selectFrom('inspection')
    .select(['id', 'kind', 'beneficiary', 'visited_on'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  return visits.map(({ id, kind, beneficiary, visited_on }) => ({
    id,
    label: [
      kind === 'afterOneYear' || kind === 'afterTwoYears' ? 'Kiểm tra sau hỗ trợ' : 'Kiểm tra',
      beneficiary,
      visited_on === null ? '' : `ngày ${formatDate(visited_on)}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    forms: ['visit-minutes'],
  }))
}
