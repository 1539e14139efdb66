// Two states of one đề án side by side.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectVersionHead } from '../../shared/contract/projects'
import {
  type ComparedState,
  type Decision,
  type KnownState,
  stateLabel,
  statesOf,
  versionAt,
} from '../../shared/domain/comparedStates'
import {
  type ContentComparison,
  compareContents,
  type ListedValue,
  listContents,
  toldOnce,
} from '../../shared/domain/comparison'
import type { Reader } from '../database/access'
import { comparisonNames, type NameServices } from './comparisonNames'
import { readVersionContents } from './contents'
import { readVersionHeads } from './reader'

export interface ComparedVersion {
  readonly label: string
  readonly head: ProjectVersionHead
}

export interface ComparedProject extends Pick<ContentComparison, 'totals'> {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly before: ComparedVersion
  readonly after: ComparedVersion
  /** In the order of the đề án. */
  readonly changes: readonly ListedValue[]
}

export interface ProjectComparisonInput {
  readonly id: number
  readonly before: ComparedState
  readonly after: ComparedState
  /** Also what is the same on both sides. */
  readonly all: boolean
}

async function readHeads(reader: Reader, id: number): Promise<{ code: string; heads: ProjectVersionHead[] }> {
  const row = await reader.db.selectFrom('project').select('code').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  return { code: row.code, heads: await readVersionHeads(reader, id) }
}

export async function readProjectStates(reader: Reader, { id }: { readonly id: number }): Promise<KnownState[]> {
  const { heads } = await readHeads(reader, id)
  return statesOf(heads, reader.today)
}

/** @throws Refusal record.missing, state.none when the đề án never was in one of the states */
export async function compareProject(
  reader: Reader,
  services: NameServices,
  { id, before, after, all }: ProjectComparisonInput,
): Promise<ComparedProject> {
  const { code, heads } = await readHeads(reader, id)
  const at = (state: ComparedState): ComparedVersion => {
    const head = versionAt(state, heads, reader.today)
    if (head === null) throw new Refusal('state.none', whyNot(code, state))
    const decision: Decision = { number: head.decisionNumber, date: head.decisionDate }
    return { label: stateLabel(state, decision), head }
  }
  const [old, fresh] = [at(before), at(after)]
  const contents = await readVersionContents(reader, [old.head.id, fresh.head.id])
  const [oldContent, freshContent] = [contents.get(old.head.id), contents.get(fresh.head.id)]
  if (oldContent === undefined || freshContent === undefined) throw new Refusal('record.missing', 'phiên bản đề án')
  const names = await comparisonNames(reader, services, contents.values())
  const compared = compareContents(oldContent, freshContent, names)
  return {
    id,
    code,
    name: freshContent.name,
    before: old,
    after: fresh,
    changes: toldOnce(all ? listContents(oldContent, freshContent, names) : compared.changes, oldContent, freshContent),
    totals: compared.totals,
  }
}

function whyNot(code: string, state: ComparedState): string {
  const what = stateLabel(state).toLocaleLowerCase('vi')
  switch (state.kind) {
    case 'today':
    case 'date':
      return `${what} đề án ${code} chưa có bản nào được phê duyệt. Hãy chọn ngày sau quyết định phê duyệt.`
    case 'change':
      return `đề án ${code} không có bản “${what}”. Hãy chọn một lần điều chỉnh đã có quyết định.`
    case 'registered':
    case 'appraised':
    case 'assigned':
    case 'draft':
      return `đề án ${code} không có bản “${what}”. Hãy chọn thời điểm khác.`
  }
}
