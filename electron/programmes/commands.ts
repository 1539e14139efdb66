// What can be done about deadlines: the office's own rules, switching any off, ticking what is done, noting an event.
import { Refusal } from '../../shared/contract/errors'
import type { OwnDeadlineRule } from '../../shared/contract/programmes'
import type { DeadlineRule } from '../../shared/domain/deadlines'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Writer } from '../database/access'
import { ownRuleKey, readRules, ruleColumns } from './reader'

async function findRule(writer: Writer, id: number, rowVersion: number | null): Promise<void> {
  const row = await writer.db.selectFrom('deadline_rule').select('row_version').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'thời hạn')
  if (row.row_version !== rowVersion) throw new Refusal('record.conflict')
}

export async function saveDeadlineRule(
  writer: Writer,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly rule: OwnDeadlineRule },
): Promise<{ id: number; rowVersion: number }> {
  const columns = ruleColumns(input.rule)
  if (input.id === null) {
    const { id } = await writer.db
      .insertInto('deadline_rule')
      .values({ ...columns, row_version: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, rowVersion: 1 }
  }
  await findRule(writer, input.id, input.rowVersion)
  const rowVersion = (input.rowVersion ?? 0) + 1
  await writer.db
    .updateTable('deadline_rule')
    .set({ ...columns, row_version: rowVersion })
    .where('id', '=', input.id)
    .execute()
  return { id: input.id, rowVersion }
}

/** Its events and switch go with it; what was ticked stays in the history only. */
export async function removeDeadlineRule(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await findRule(writer, input.id, input.rowVersion)
  const key = ownRuleKey(input.id)
  await writer.db.deleteFrom('deadline_event').where('rule_key', '=', key).execute()
  await writer.db.deleteFrom('deadline_off').where('rule_key', '=', key).execute()
  await writer.db.deleteFrom('deadline_rule').where('id', '=', input.id).execute()
}

async function ruleOf(writer: Writer, shipped: readonly DeadlineRule[], key: string): Promise<DeadlineRule> {
  const rule = (await readRules(writer, shipped)).find((one) => one.key === key)
  if (rule === undefined) throw new Refusal('record.missing', 'thời hạn')
  return rule
}

export async function switchDeadlineRule(
  writer: Writer,
  shipped: readonly DeadlineRule[],
  { key, off }: { readonly key: string; readonly off: boolean },
): Promise<void> {
  await ruleOf(writer, shipped, key)
  await writer.db.deleteFrom('deadline_off').where('rule_key', '=', key).execute()
  if (off) await writer.db.insertInto('deadline_off').values({ rule_key: key }).execute()
}

export async function tickDeadline(
  writer: Writer,
  shipped: readonly DeadlineRule[],
  input: { readonly key: string; readonly done: boolean; readonly note: string },
): Promise<void> {
  const [ruleKey = ''] = input.key.split(/[@#]/)
  await ruleOf(writer, shipped, ruleKey)
  await writer.db.deleteFrom('deadline_done').where('occurrence_key', '=', input.key).execute()
  if (!input.done) return
  await writer.db
    .insertInto('deadline_done')
    .values({ occurrence_key: input.key, done_on: writer.today, note: input.note })
    .execute()
}

/** @throws Refusal record.missing, input.invalid (the rule counts from no event) */
export async function saveDeadlineEvent(
  writer: Writer,
  shipped: readonly DeadlineRule[],
  input: { readonly ruleKey: string; readonly date: PlainDate; readonly what: string },
): Promise<{ id: number }> {
  const rule = await ruleOf(writer, shipped, input.ruleKey)
  if (rule.when.kind !== 'after')
    throw new Refusal('input.invalid', '', [
      { path: 'ruleKey', message: 'Thời hạn này không tính từ một việc làm mốc.' },
    ])
  return writer.db
    .insertInto('deadline_event')
    .values({ rule_key: input.ruleKey, date: input.date, what: input.what })
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function removeDeadlineEvent(writer: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await writer.db.deleteFrom('deadline_event').where('id', '=', id).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Refusal('record.missing', 'ngày mốc')
  await writer.db.deleteFrom('deadline_done').where('occurrence_key', 'like', `%#${id}`).execute()
}
