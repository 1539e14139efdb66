// The dossier of one đề án: the catalogue's papers for it, joined with what has been recorded of each.
import { type Selectable, sql } from 'kysely'
import type { AttachmentHead, DossierItemDetails, DossierLine } from '../../shared/contract/archive'
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import { confidenceMark } from '../../shared/domain/confidence'
import {
  type CataloguePaper,
  type Destination,
  type DossierStage,
  dossierStages,
  type ExpectedPaper,
  expectedPapers,
  missingPapers,
} from '../../shared/domain/dossiers'
import type { ContentGroup, Programme, ProjectKind } from '../../shared/domain/projects'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from '../database/access'
import type { DossierItemTable } from '../database/schema/archive'
import { attachmentHeadFrom, headColumns } from './attachments'

export async function readDossier(
  reader: Reader,
  catalogue: readonly CataloguePaper[],
  projectId: number,
): Promise<{ lines: DossierLine[]; missing: Readonly<Record<DossierStage, number>> }> {
  const expected = await expectedOf(reader, catalogue, projectId)
  const recorded = await reader.db
    .selectFrom('dossier_item')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  const files = await filesOf(reader, projectId)
  const byCode = new Map(recorded.flatMap((row) => (row.paper_code === null ? [] : [[row.paper_code, row] as const])))
  const known = new Set(expected.map(({ code }) => code))
  const lines = [
    ...expected.map((paper) => lineOf(paper, byCode.get(paper.code), files)),
    // The office's own papers, and those of the catalogue that another content would have asked for.
    ...recorded
      .filter((row) => row.paper_code === null || !known.has(row.paper_code))
      .map((row) => lineOf(null, row, files)),
  ].sort((a, b) => dossierStages.indexOf(a.stage) - dossierStages.indexOf(b.stage))
  return { lines, missing: missingPapers(lines) }
}

/** Papers are those asked for while the plan year ran: an old đề án keeps the list of its own time. */
async function expectedOf(
  reader: Reader,
  catalogue: readonly CataloguePaper[],
  projectId: number,
): Promise<ExpectedPaper[]> {
  const project = await reader.db
    .selectFrom('project')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where('project.id', '=', projectId)
    .select(['project.programme', 'project.kind', 'project.plan_year', 'version.content_group', 'version.sub_content'])
    .executeTakeFirst()
  if (project === undefined) throw new Refusal('record.missing', 'đề án')
  const subject = {
    programme: project.programme as Programme,
    kind: project.kind as ProjectKind,
    contentGroup: project.content_group as ContentGroup,
    subContent: project.sub_content,
  }
  const yearEnd = `${project.plan_year}-12-31`
  return expectedPapers(catalogue, subject, reader.today < yearEnd ? reader.today : yearEnd)
}

async function filesOf(reader: Reader, projectId: number): Promise<ReadonlyMap<number, AttachmentHead[]>> {
  const rows = await reader.db
    .selectFrom('attachment')
    .innerJoin('dossier_item', 'dossier_item.id', 'attachment.dossier_item_id')
    .where('dossier_item.project_id', '=', projectId)
    .select(headColumns)
    .select('attachment.dossier_item_id')
    .orderBy('attachment.id')
    .execute()
  const files = new Map<number, AttachmentHead[]>()
  for (const { dossier_item_id: itemId, ...row } of rows)
    if (itemId !== null) files.set(itemId, [...(files.get(itemId) ?? []), attachmentHeadFrom(row)])
  return files
}

function lineOf(
  paper: ExpectedPaper | null,
  row: Selectable<DossierItemTable> | undefined,
  files: ReadonlyMap<number, AttachmentHead[]>,
): DossierLine {
  return {
    id: row?.id ?? null,
    rowVersion: row?.row_version ?? null,
    paperCode: row?.paper_code ?? paper?.code ?? null,
    title: paper?.title ?? row?.title ?? '',
    stage: (row?.stage as DossierStage | undefined) ?? paper?.stage ?? 'appraisal',
    required: row === undefined ? (paper?.required ?? false) : row.required === 1,
    copies: row === undefined ? (paper?.copies ?? null) : row.copies,
    destination: (row?.destination as Destination | undefined) ?? paper?.destination ?? 'kept',
    receivedOn: row?.received_on ?? null,
    note: row?.note ?? '',
    condition: paper?.condition ?? '',
    legalBasis: paper?.legalBasis ?? '',
    mark: paper === null ? null : confidenceMark(paper.confidence),
    // Once a person has recorded the paper, where it goes is what that person says.
    destinationMark: paper === null || row !== undefined ? null : confidenceMark(paper.destinationConfidence),
    hint: paper?.note ?? '',
    attachments: row === undefined ? [] : (files.get(row.id) ?? []),
  }
}

export interface DossierItemSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly projectId: number
  readonly item: DossierItemDetails
}

export async function saveDossierItem(
  writer: Writer,
  catalogue: readonly CataloguePaper[],
  input: DossierItemSave,
): Promise<{ id: number; rowVersion: number }> {
  const { item, projectId } = input
  await refuseWrongDay(writer, projectId, item)
  const columns = {
    title: item.title,
    stage: item.stage,
    required: item.required ? (1 as const) : (0 as const),
    copies: item.copies,
    destination: item.destination,
    received_on: item.receivedOn,
    note: item.note,
  }
  if (input.id === null) {
    await refuseUnknownPaper(writer, catalogue, input)
    const { id } = await writer.db
      .insertInto('dossier_item')
      .values({ project_id: projectId, paper_code: item.paperCode, ...columns, row_version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, rowVersion: 1 }
  }
  const row = await currentItem(writer, input.id, input.rowVersion)
  if (row.project_id !== projectId || row.paper_code !== item.paperCode)
    throw new Refusal('input.invalid', '', [
      { path: 'item.paperCode', message: 'Giấy tờ đã ghi thuộc đề án hoặc danh mục khác.' },
    ])
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('dossier_item')
    .set({ ...columns, row_version: rowVersion })
    .where('id', '=', row.id)
    .execute()
  return { id: row.id, rowVersion }
}

async function currentItem(writer: Writer, id: number, rowVersion: number | null) {
  const row = await writer.db.selectFrom('dossier_item').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'giấy tờ hồ sơ')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
  return row
}

async function refuseUnknownPaper(
  writer: Writer,
  catalogue: readonly CataloguePaper[],
  { projectId, item }: DossierItemSave,
): Promise<void> {
  const expected = await expectedOf(writer, catalogue, projectId)
  if (item.paperCode === null) return
  if (!expected.some(({ code }) => code === item.paperCode))
    throw new Refusal('input.invalid', '', [
      { path: 'item.paperCode', message: 'Danh mục hồ sơ của đề án này không có giấy tờ đó.' },
    ])
  const taken = await writer.db
    .selectFrom('dossier_item')
    .select('id')
    .where('project_id', '=', projectId)
    .where('paper_code', '=', item.paperCode)
    .executeTakeFirst()
  // Someone recorded the paper since this list was read.
  if (taken !== undefined) throw new Refusal('record.conflict')
}

/** A paper comes neither in the future nor before the need that the đề án was made from. */
async function refuseWrongDay(writer: Writer, projectId: number, item: DossierItemDetails): Promise<void> {
  if (item.receivedOn === null) return
  const problem = (message: string): FieldProblem[] => [{ path: 'item.receivedOn', message }]
  if (item.receivedOn > writer.today)
    throw new Refusal('input.invalid', '', problem('Ngày nhận chưa tới; chỉ ghi giấy tờ đã nhận.'))
  const { first } = await writer.db
    .selectFrom('need')
    .where('project_id', '=', projectId)
    .select(sql<string | null>`min(received_on)`.as('first'))
    .executeTakeFirstOrThrow()
  if (first !== null && item.receivedOn < first)
    throw new Refusal(
      'input.invalid',
      '',
      problem(`Ngày nhận sớm hơn ngày nhận nhu cầu của đề án này (${formatDate(first)}).`),
    )
}

/** @throws Refusal record.in-use while files are attached to it */
export async function removeDossierItem(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const row = await currentItem(writer, input.id, input.rowVersion)
  const file = await writer.db
    .selectFrom('attachment')
    .select('file_name')
    .where('dossier_item_id', '=', row.id)
    .executeTakeFirst()
  if (file !== undefined)
    throw new Refusal('record.in-use', `giấy tờ này còn tệp đính kèm “${file.file_name}”; hãy bỏ tệp trước`)
  await writer.db.deleteFrom('dossier_item').where('id', '=', row.id).execute()
}
