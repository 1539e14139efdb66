// The register of our own contracts' numbers: one row of numbers a year for each symbol, shared with the outgoing papers.
import { type ContractKind, contractKinds } from '../../shared/domain/contracts'
import { nextPaperNumber, paperNumber } from '../../shared/domain/outgoingPapers'
import type { Reader } from '../database/access'
import { readOffice } from '../office/reader'

/** The form in whose name the office set a symbol for contracts of a kind. */
const symbolForm: Readonly<Record<ContractKind, string>> = {
  agency: 'agency-contract',
  beneficiary: 'beneficiary-contract',
  supplier: 'supplier-contract',
}

const usualSymbol: Readonly<Record<ContractKind, string>> = {
  agency: 'HĐ-KC',
  beneficiary: 'HĐ-HTKC',
  supplier: 'HĐ-KT',
}

export const contractForms = contractKinds.map((kind) => symbolForm[kind])

export async function contractSymbol(reader: Reader, kind: ContractKind, typed: string): Promise<string> {
  if (typed !== '') return typed
  const { office } = await readOffice(reader)
  const set = office?.symbols.find((one) => one.form === symbolForm[kind])?.symbol ?? ''
  return set === '' ? usualSymbol[kind] : set
}

export interface NumberedContract {
  readonly id: number
  readonly receiver: string
  readonly projectIds: readonly number[]
}

/** The contract that bears a number of a year, if any does. */
export async function contractOfNumber(
  reader: Reader,
  year: number,
  symbol: string,
  number: number,
): Promise<NumberedContract | null> {
  const row = await reader.db
    .selectFrom('contract')
    .innerJoin('contract_party as party', 'party.contract_id', 'contract.id')
    .where('party.side', '=', 'receiver')
    .where('contract.symbol', '=', symbol)
    .where('contract.number', '=', number)
    .where('contract.signed_on', '>=', `${year}-01-01`)
    .where('contract.signed_on', '<=', `${year}-12-31`)
    .select(['contract.id', 'party.name'])
    .executeTakeFirst()
  if (row === undefined) return null
  const lines = await reader.db
    .selectFrom('contract_line')
    .select('project_id')
    .where('contract_id', '=', row.id)
    .execute()
  return { id: row.id, receiver: row.name, projectIds: lines.map((line) => line.project_id) }
}

export async function contractNumbersGiven(reader: Reader, year: number, symbol: string): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('contract')
    .select('number')
    .where('symbol', '=', symbol)
    .where('number', 'is not', null)
    .where('signed_on', '>=', `${year}-01-01`)
    .where('signed_on', '<=', `${year}-12-31`)
    .execute()
  return rows.flatMap(({ number }) => (number === null ? [] : [number]))
}

async function paperNumbersGiven(reader: Reader, year: number, symbol: string): Promise<number[]> {
  const rows = await reader.db
    .selectFrom('outgoing_paper')
    .select('number')
    .where('year', '=', year)
    .where('symbol', '=', symbol)
    .execute()
  return rows.map(({ number }) => number)
}

/** After the largest ever given to a contract or to an outgoing paper of the symbol. */
export async function nextContractNumber(
  reader: Reader,
  input: { readonly kind: ContractKind; readonly year: number; readonly symbol: string },
): Promise<{ number: number; symbol: string; fullNumber: string }> {
  const symbol = await contractSymbol(reader, input.kind, input.symbol)
  const number = nextPaperNumber([
    ...(await contractNumbersGiven(reader, input.year, symbol)),
    ...(await paperNumbersGiven(reader, input.year, symbol)),
  ])
  return { number, symbol, fullNumber: paperNumber(number, symbol) }
}

/** Whose the number already is, in words; null while it is free for a contract over these đề án. */
export async function whoseNumber(
  reader: Reader,
  year: number,
  symbol: string,
  number: number,
  projectIds: readonly number[],
): Promise<string | null> {
  const contract = await contractOfNumber(reader, year, symbol, number)
  if (contract !== null) return `hợp đồng với ${contract.receiver}`
  const paper = await reader.db
    .selectFrom('outgoing_paper')
    .select(['title', 'form', 'project_id'])
    .where('year', '=', year)
    .where('symbol', '=', symbol)
    .where('number', '=', number)
    .executeTakeFirst()
  if (paper === undefined) return null
  // The contract itself, issued as a paper before it was signed, bears its own number.
  const own = contractForms.includes(paper.form) && paper.project_id !== null && projectIds.includes(paper.project_id)
  return own ? null : `văn bản “${paper.title}”`
}
