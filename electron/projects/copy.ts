// A đề án taken into another year: a new one with a fresh draft of the same content, linked to the one it came from.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import type { Programme, ProjectKind } from '../../shared/domain/projects'
import { isPlainMonth, type PlainMonth } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { type ProjectSaved, saveProject } from './commands'
import { readVersionContent } from './reader'

function inYear(month: PlainMonth | null, years: number): PlainMonth | null {
  if (month === null) return null
  const moved = `${String(Number(month.slice(0, 4)) + years).padStart(4, '0')}${month.slice(4)}`
  return isPlainMonth(moved) ? moved : null
}

function movedContent(content: ProjectContent, years: number): ProjectContent {
  return {
    ...content,
    startMonth: inYear(content.startMonth, years),
    endMonth: inYear(content.endMonth, years),
    scheduleSteps: content.scheduleSteps.map((step) => ({
      ...step,
      startMonth: inYear(step.startMonth, years),
      endMonth: inYear(step.endMonth, years),
    })),
    // When the new support is to be paid back is agreed anew.
    repayments: [],
  }
}

/** @throws Refusal record.missing, input.invalid (the year it is of already) */
export async function copyProject(
  writer: Writer,
  input: { readonly id: number; readonly toYear: number },
): Promise<ProjectSaved> {
  const row = await writer.db.selectFrom('project').selectAll().where('id', '=', input.id).executeTakeFirst()
  if (row === undefined || row.current_version_id === null) throw new Refusal('record.missing', 'đề án')
  if (input.toYear === row.plan_year)
    throw new Refusal('input.invalid', '', [
      { path: 'toYear', message: `Đề án ${row.code} đã thuộc năm ${row.plan_year}; hãy chọn năm khác.` },
    ])
  const content = await readVersionContent(writer, row.current_version_id)
  const saved = await saveProject(writer, {
    id: null,
    rowVersion: null,
    identity: {
      code: '',
      programme: row.programme as Programme,
      kind: row.kind as ProjectKind,
      planYear: input.toYear,
    },
    content: movedContent(content, input.toYear - row.plan_year),
  })
  await writer.db.insertInto('project_copy').values({ project_id: saved.id, source_project_id: input.id }).execute()
  return saved
}
