// Taking a đề án out that nothing stands on yet; whatever holds it is named.
import { Refusal } from '../../shared/contract/errors'
import { paperNumber } from '../../shared/domain/outgoingPapers'
import type { Writer } from '../database/access'
import { removeSearchEntry } from '../database/searchIndex'
import { releaseNeeds } from '../establishments/needs'
import { currentOf } from './current'

/** @throws Refusal version.locked when any version is locked, record.in-use when a plan lists it */
export async function removeProject(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  const { row } = await currentOf(writer, input.id, input.rowVersion)
  const locked = await writer.db
    .selectFrom('project_version')
    .select('number')
    .where('project_id', '=', input.id)
    .where('locked', '=', 1)
    .executeTakeFirst()
  if (locked !== undefined) throw new Refusal('version.locked', `Bản ${locked.number} của đề án ${row.code}`)
  const inPlan = await writer.db
    .selectFrom('plan_item')
    .select('id')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (inPlan !== undefined)
    throw new Refusal(
      'record.in-use',
      `đề án đang nằm trong kế hoạch năm ${row.plan_year}; hãy đưa ra khỏi kế hoạch trước`,
    )
  const issued = await writer.db
    .selectFrom('outgoing_paper')
    .select(['number', 'symbol'])
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (issued !== undefined)
    throw new Refusal('record.in-use', `đề án đã có văn bản phát hành số ${paperNumber(issued.number, issued.symbol)}`)
  const contract = await writer.db
    .selectFrom('contract_line')
    .select('contract_id')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (contract !== undefined)
    throw new Refusal('record.in-use', 'đề án đang nằm trong một dự thảo hợp đồng; hãy xóa dự thảo đó trước')
  const asked = await writer.db
    .selectFrom('change_item')
    .select('request_id')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (asked !== undefined)
    throw new Refusal(
      'record.in-use',
      'đề án đang nằm trong một đề nghị điều chỉnh; hãy bỏ đề án khỏi đề nghị đó trước',
    )
  const activity = await writer.db
    .selectFrom('activity')
    .select('name')
    .where('project_id', '=', input.id)
    .executeTakeFirst()
  if (activity !== undefined)
    throw new Refusal(
      'record.in-use',
      `hoạt động “${activity.name}” đang ghi thuộc đề án này; hãy bỏ đề án khỏi hoạt động đó trước`,
    )
  await releaseNeeds(writer, input.id)
  await writer.db.updateTable('project').set({ current_version_id: null }).where('id', '=', input.id).execute()
  await writer.db.deleteFrom('project').where('id', '=', input.id).execute()
  await removeSearchEntry(writer, 'project', input.id)
}
