// Chosen đề án of one year taken into a later one, as new đề án with a fresh draft each.
import { Refusal } from '../../shared/contract/errors'
import type { Programme } from '../../shared/domain/projects'
import type { Writer } from '../database/access'
import { copyProject } from '../projects/copy'
import { addProjectsToPlan } from './commands'

/** @throws Refusal input.invalid (not a later year), record.missing, rule.contradiction (of another year), plan.locked */
export async function rollOver(
  writer: Writer,
  input: {
    readonly fromYear: number
    readonly toYear: number
    readonly programme: Programme
    readonly projectIds: readonly number[]
    readonly intoPlan: boolean
  },
): Promise<{ projectIds: number[] }> {
  if (input.toYear <= input.fromYear)
    throw new Refusal('input.invalid', '', [{ path: 'toYear', message: `Phải là năm sau năm ${input.fromYear}.` }])
  const copies: number[] = []
  for (const id of new Set(input.projectIds)) {
    const row = await writer.db
      .selectFrom('project')
      .select(['code', 'programme', 'plan_year'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new Refusal('record.missing', 'đề án')
    if (row.programme !== input.programme || row.plan_year !== input.fromYear)
      throw new Refusal('rule.contradiction', `đề án ${row.code} không thuộc kế hoạch năm ${input.fromYear} này.`)
    const copy = await copyProject(writer, { id, toYear: input.toYear })
    copies.push(copy.id)
  }
  if (input.intoPlan)
    await addProjectsToPlan(writer, { year: input.toYear, programme: input.programme, projectIds: copies })
  return { projectIds: copies }
}
