// Whether a change may be asked of a đề án, and whether a request may be touched: what commands ask before they write.
import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import type { ChangeItemKind, ChangeState } from '../../shared/domain/changes'
import { draftStage, type ProjectStatus } from '../../shared/domain/lifecycle'
import type { Programme, ProjectKind } from '../../shared/domain/projects'
import { changeStateLabels, programmeLabels, projectStatusLabels } from '../../shared/labels'
import type { Reader, Writer } from '../database/access'
import { idList } from '../database/idList'
import { readStored, readVersionHead, type StoredRequest, type VersionOnRecord, versionInForce } from './stored'

export interface ProjectOnRecord {
  readonly id: number
  readonly code: string
  readonly programme: Programme
  readonly kind: ProjectKind
  readonly planYear: number
  readonly status: ProjectStatus
  readonly currentVersionId: number
  readonly rowVersion: number
}

/** By id; one without a version is left out. */
export async function readProjectRows(
  reader: Reader,
  ids: Iterable<number>,
): Promise<ReadonlyMap<number, ProjectOnRecord>> {
  const rows = await reader.db.selectFrom('project').selectAll().where('id', 'in', idList(ids)).execute()
  return new Map(
    rows.flatMap((row): [number, ProjectOnRecord][] =>
      row.current_version_id === null
        ? []
        : [
            [
              row.id,
              {
                id: row.id,
                code: row.code,
                programme: row.programme as Programme,
                kind: row.kind as ProjectKind,
                planYear: row.plan_year,
                status: row.status as ProjectStatus,
                currentVersionId: row.current_version_id,
                rowVersion: row.row_version,
              },
            ],
          ],
    ),
  )
}

/** @throws Refusal record.missing */
export async function readProjectRow(reader: Reader, id: number): Promise<ProjectOnRecord> {
  const project = (await readProjectRows(reader, [id])).get(id)
  if (project === undefined) throw new Refusal('record.missing', 'đề án')
  return project
}

const closed: readonly ProjectStatus[] = ['liquidated', 'settled', 'monitored']

/** The reason why nothing of this kind can be asked of the đề án as it stands; null when it can. */
export async function whyNotAsk(
  reader: Reader,
  kind: ChangeItemKind,
  project: ProjectOnRecord,
): Promise<string | null> {
  const where = `đề án ${project.code} đang ở bước “${projectStatusLabels[project.status]}”`
  switch (kind) {
    case 'adjust':
    case 'stop': {
      const what = kind === 'stop' ? 'ngừng' : 'điều chỉnh'
      if (closed.includes(project.status))
        return `${where}: hợp đồng đã thanh lý nên không còn gì để ${what}. Nếu ghi nhầm bước đó, hãy sửa bước đó trước.`
      if (project.status === 'stopped') return `đề án ${project.code} đã ngừng triển khai theo một quyết định trước.`
      if (draftStage(project.status, project.programme) !== 'adjusted')
        return `${where}, chưa có bản được phê duyệt để ${what}. Hãy sửa thẳng trong đề án, hoặc ghi quyết định phê duyệt trước.`
      return null
    }
    case 'supplement': {
      if (draftStage(project.status, project.programme) === 'adjusted')
        return `đề án ${project.code} đã được phê duyệt rồi; muốn sửa thì chọn “Điều chỉnh”.`
      if (['rejected', 'cancelled', 'stopped', 'returned'].includes(project.status))
        return `${where} nên không bổ sung vào kế hoạch được.`
      const plan = await reader.db
        .selectFrom('plan')
        .select('state')
        .where('year', '=', project.planYear)
        .where('programme', '=', project.programme)
        .executeTakeFirst()
      return plan?.state === 'approved'
        ? null
        : `kế hoạch ${programmeLabels[project.programme].long.toLowerCase()} năm ${project.planYear} chưa được phê duyệt; hãy đưa đề án vào kế hoạch ở màn hình “Kế hoạch năm”.`
    }
    default:
      return assertNever(kind, 'Every kind of item is handled')
  }
}

/** The version an item of this kind is drafted from. */
export async function baseFor(
  reader: Reader,
  kind: ChangeItemKind,
  project: ProjectOnRecord,
): Promise<VersionOnRecord> {
  if (kind === 'supplement') return readVersionHead(reader, project.currentVersionId)
  const inForce = await versionInForce(reader, project.id)
  if (inForce === null)
    throw new Refusal('step.not-allowed', `đề án ${project.code} chưa có bản nào được phê duyệt theo quyết định.`)
  return inForce
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed in any other state */
export async function requestIn(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
  ...states: readonly ChangeState[]
): Promise<StoredRequest> {
  const request = await readStored(writer, input.id)
  if (request.rowVersion !== input.rowVersion) throw new Refusal('record.conflict')
  if (!states.includes(request.state)) throw new Refusal('step.not-allowed', whyClosed(request.state))
  return request
}

function whyClosed(state: ChangeState): string {
  const where = `đề nghị đang ở trạng thái “${changeStateLabels[state]}”`
  switch (state) {
    case 'draft':
      return `${where}; hãy trình trước.`
    case 'submitted':
      return `${where}; muốn sửa thì lấy lại trước.`
    case 'decided':
      return `${where} nên không sửa, rút hay trình lại được. Quyết định ghi nhầm thì hủy quyết định, kèm lý do.`
    case 'withdrawn':
    case 'cancelled':
      return `${where}; hãy lập đề nghị mới.`
    default:
      return assertNever(state, 'Every state is handled')
  }
}

export async function raise(writer: Writer, request: StoredRequest): Promise<number> {
  const rowVersion = request.rowVersion + 1
  await writer.db.updateTable('change_request').set({ row_version: rowVersion }).where('id', '=', request.id).execute()
  return rowVersion
}
