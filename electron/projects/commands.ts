// Saving a đề án: the first time, and the version being drafted again.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent, ProjectIdentity } from '../../shared/contract/projects'
import type { Writer } from '../database/access'
import { contradictionsOf, refuseUnknownEstablishments } from './contradictions'
import { currentOf } from './current'
import { withReconciledUnits } from './participants'
import { suggestCode } from './reader'
import { writeProjectSearch } from './searchEntry'
import { versionColumns, writeParts } from './versionParts'
import { insertVersion } from './versions'

export interface ProjectSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
}

export interface ProjectSaved {
  readonly id: number
  readonly rowVersion: number
  readonly versionId: number
  readonly code: string
}

async function refuseTakenCode(writer: Writer, code: string, exceptId: number | null): Promise<void> {
  const taken = await writer.db.selectFrom('project').select('id').where('code', '=', code).executeTakeFirst()
  if (taken !== undefined && taken.id !== exceptId)
    throw new Refusal('record.duplicate', `đề án mang mã ${code}`, [
      { path: 'identity.code', message: 'Mã này đã dùng cho đề án khác.' },
    ])
}

/**
 * Saves the version being drafted; a new đề án starts with version 1, "Đăng ký".
 * @throws Refusal version.locked, record.conflict, record.duplicate, input.invalid, rule.contradiction
 */
export async function saveProject(writer: Writer, asGiven: ProjectSave): Promise<ProjectSaved> {
  const input = { ...asGiven, content: await withReconciledUnits(writer, asGiven.id, asGiven.content) }
  const problems = contradictionsOf(input.content, input.identity)
  if (problems.length > 0) throw new Refusal('rule.contradiction', problems[0]?.message ?? '', problems)
  await refuseUnknownEstablishments(writer, input.content)
  return input.id === null ? insertProject(writer, input) : updateProject(writer, input.id, input)
}

async function insertProject(writer: Writer, input: ProjectSave): Promise<ProjectSaved> {
  const { programme, planYear, kind } = input.identity
  const code = input.identity.code === '' ? await suggestCode(writer, programme, planYear) : input.identity.code
  await refuseTakenCode(writer, code, null)
  const { id } = await writer.db
    .insertInto('project')
    .values({ code, programme, kind, plan_year: planYear, current_version_id: null, row_version: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const versionId = await insertVersion(writer, id, 1, 'registered', input.content)
  await writeProjectSearch(writer, id, { ...input.identity, code }, input.content)
  return { id, rowVersion: 1, versionId, code }
}

async function updateProject(writer: Writer, id: number, input: ProjectSave): Promise<ProjectSaved> {
  const { row, version } = await currentOf(writer, id, input.rowVersion)
  if (version.locked === 1) throw new Refusal('version.locked', `Bản ${version.number} của đề án ${row.code}`)
  const code = input.identity.code === '' ? row.code : input.identity.code
  await refuseTakenCode(writer, code, id)
  await refuseLeavingPlan(writer, id, row, input.identity)
  await refuseLeavingProgramme(writer, id, row.programme, input.identity)
  await refuseWhileAsked(writer, id, row.code)
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('project')
    .set({
      code,
      programme: input.identity.programme,
      kind: input.identity.kind,
      plan_year: input.identity.planYear,
      row_version: rowVersion,
    })
    .where('id', '=', id)
    .execute()
  await writer.db
    .updateTable('project_version')
    .set(versionColumns(input.content))
    .where('id', '=', version.id)
    .execute()
  await writeParts(writer, version.id, input.content)
  await writeProjectSearch(writer, id, { ...input.identity, code }, input.content)
  return { id, rowVersion, versionId: version.id, code }
}

/** A đề án standing in a plan keeps that plan's year and programme, or the plan would list a stranger. */
async function refuseLeavingPlan(
  writer: Writer,
  id: number,
  row: { readonly programme: string; readonly plan_year: number },
  identity: ProjectIdentity,
): Promise<void> {
  if (row.programme === identity.programme && row.plan_year === identity.planYear) return
  const inPlan = await writer.db.selectFrom('plan_item').select('id').where('project_id', '=', id).executeTakeFirst()
  if (inPlan !== undefined)
    throw new Refusal(
      'record.in-use',
      `đề án đang nằm trong kế hoạch năm ${row.plan_year}; hãy đưa đề án ra khỏi kế hoạch trước khi đổi năm hoặc chương trình`,
    )
}

/** Each programme has its own way to the decision; one who has set out on it cannot be found on the other. */
async function refuseLeavingProgramme(
  writer: Writer,
  id: number,
  programme: string,
  identity: ProjectIdentity,
): Promise<void> {
  if (programme === identity.programme) return
  const step = await writer.db.selectFrom('project_step').select('id').where('project_id', '=', id).executeTakeFirst()
  if (step !== undefined)
    throw new Refusal('rule.contradiction', 'đề án đã gửi đi theo chương trình khác.', [
      { path: 'identity.programme', message: 'Đề án đã gửi đi nên không đổi chương trình được nữa.' },
    ])
}

/** What a supplement was asked for with stays as it was sent, or a decision would approve what nobody asked. */
async function refuseWhileAsked(writer: Writer, id: number, code: string): Promise<void> {
  const asked = await writer.db
    .selectFrom('change_item as item')
    .innerJoin('change_request as request', 'request.id', 'item.request_id')
    .where('item.project_id', '=', id)
    .where('item.kind', '=', 'supplement')
    .where('request.state', '=', 'submitted')
    .select('request.letter_number')
    .executeTakeFirst()
  if (asked !== undefined)
    throw new Refusal(
      'step.not-allowed',
      `đề án ${code} đang nằm trong đề nghị bổ sung số ${asked.letter_number} đã trình; muốn sửa thì lấy lại đề nghị đó, hoặc ghi quyết định duyệt một phần.`,
    )
}
