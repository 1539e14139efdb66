// What can be done to the names of who uses the file. A try to sign in is itself a command: its outcome is kept even when it
// is refused, or wrong tries could not be counted.
import { type ProblemCode, Refusal } from '../../shared/contract/errors'
import type { Role } from '../../shared/domain/roles'
import { stillToWait, waitInWords } from '../../shared/domain/signIn'
import { fold } from '../../shared/vietnamese/fold'
import type { Writer } from '../database/access'
import { hashSecret, isSecret, newRecoveryCode, plainCode } from './secrets'

export interface Person {
  readonly id: number
  readonly name: string
  readonly role: Role
}

/** Told after the transaction, so that the wrong try is on record. */
export type Outcome<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly detail: string }

const refused = (code: ProblemCode, detail: string): Outcome<never> => ({ kind: 'refused', code, detail })

const usualIdleMinutes = 15

async function accountOf({ db }: Writer, id: number) {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).where('active', '=', 1).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'người dùng')
  return row
}

function waitRefusal(tries: { failed_tries: number; last_failed_at: string | null }, now: string) {
  const lastAt = tries.last_failed_at === null ? null : Date.parse(tries.last_failed_at)
  const seconds = stillToWait({ count: tries.failed_tries, lastAt }, Date.parse(now))
  return seconds === 0 ? null : refused('signin.wait', waitInWords(seconds))
}

/** A wrong try of a clock that has since been set back: the wait begins again, or it would last until that day comes. */
function isYetToCome({ last_failed_at: at }: { readonly last_failed_at: string | null }, now: string): boolean {
  return at !== null && Date.parse(at) > Date.parse(now)
}

export async function trySignIn(
  writer: Writer,
  { id, secret, now }: { readonly id: number; readonly secret: string; readonly now: string },
): Promise<Outcome<Person>> {
  const row = await accountOf(writer, id)
  const account = writer.db.updateTable('account').where('id', '=', id)
  const wait = waitRefusal(row, now)
  if (wait !== null) {
    if (isYetToCome(row, now)) await account.set({ last_failed_at: now }).execute()
    return wait
  }
  if (!(await isSecret(secret, row.secret))) {
    await account.set({ failed_tries: row.failed_tries + 1, last_failed_at: now }).execute()
    return refused('signin.wrong', '')
  }
  await account.set({ failed_tries: 0, last_failed_at: null, last_signed_in: now }).execute()
  return { kind: 'right', value: { id, name: row.name, role: row.role as Role } }
}

/** @throws Refusal input.invalid when people are named already */
export async function setUp(
  writer: Writer,
  { name, secret }: { readonly name: string; readonly secret: string },
): Promise<{ person: Person; recoveryCode: string }> {
  const named = await writer.db.selectFrom('access_settings').select('id').executeTakeFirst()
  if (named !== undefined)
    throw new Refusal('input.invalid', '', [{ path: 'name', message: 'Tệp này đã đặt tên người dùng rồi.' }])
  const recoveryCode = newRecoveryCode()
  await writer.db
    .insertInto('access_settings')
    .values({
      id: 1,
      idle_minutes: usualIdleMinutes,
      recovery: await hashSecret(plainCode(recoveryCode)),
      failed_tries: 0,
      last_failed_at: null,
    })
    .execute()
  const id = await insertAccount(writer, { name, role: 'administer', active: true, secret })
  return { person: { id, name, role: 'administer' }, recoveryCode }
}

export interface AccountSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly name: string
  readonly role: Role
  readonly active: boolean
  readonly secret: string | null
}

type AccountDetails = Omit<AccountSave, 'id' | 'rowVersion'>

async function insertAccount(writer: Writer, { name, role, active, secret }: AccountDetails): Promise<number> {
  if (secret === null)
    throw new Refusal('input.invalid', '', [{ path: 'secret', message: 'Phải đặt mã PIN hoặc mật khẩu.' }])
  await refuseTakenName(writer, name, null)
  const { id } = await writer.db
    .insertInto('account')
    .values({
      name,
      name_fold: fold(name),
      role,
      active: active ? 1 : 0,
      secret: await hashSecret(secret),
      failed_tries: 0,
      last_failed_at: null,
      last_signed_in: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function refuseTakenName({ db }: Writer, name: string, exceptId: number | null): Promise<void> {
  const taken = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('name_fold', '=', fold(name))
    .executeTakeFirst()
  if (taken !== undefined && taken.id !== exceptId)
    throw new Refusal('input.invalid', '', [{ path: 'name', message: `Đã có người dùng tên “${taken.name}”.` }])
}

/** @throws Refusal people.last-administrator, record.conflict, record.missing, input.invalid */
export async function saveAccount(writer: Writer, input: AccountSave): Promise<{ id: number; rowVersion: number }> {
  await refuseUnnamed(writer)
  if (input.id === null) return { id: await insertAccount(writer, input), rowVersion: 1 }
  const { id, name, role, active, secret } = input
  const row = await writer.db.selectFrom('account').select('row_version').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'người dùng')
  if (row.row_version !== input.rowVersion) throw new Refusal('record.conflict')
  await refuseTakenName(writer, name, id)
  const rowVersion = row.row_version + 1
  await writer.db
    .updateTable('account')
    .set({
      name,
      name_fold: fold(name),
      role,
      active: active ? 1 : 0,
      row_version: rowVersion,
      ...(secret === null ? {} : { secret: await hashSecret(secret), failed_tries: 0, last_failed_at: null }),
    })
    .where('id', '=', id)
    .execute()
  await refuseNoAdministrator(writer)
  return { id, rowVersion }
}

async function refuseUnnamed({ db }: Writer): Promise<void> {
  if ((await db.selectFrom('access_settings').select('id').executeTakeFirst()) === undefined)
    throw new Refusal('people.unnamed')
}

async function refuseNoAdministrator({ db }: Writer): Promise<void> {
  const left = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'administer')
    .where('active', '=', 1)
    .executeTakeFirst()
  if (left === undefined) throw new Refusal('people.last-administrator')
}

export async function tryChangeSecret(
  writer: Writer,
  input: { readonly id: number; readonly current: string; readonly secret: string; readonly now: string },
): Promise<Outcome<null>> {
  const tried = await trySignIn(writer, { id: input.id, secret: input.current, now: input.now })
  if (tried.kind === 'refused') return tried
  const { row_version } = await accountOf(writer, input.id)
  await writer.db
    .updateTable('account')
    .set({ secret: await hashSecret(input.secret), row_version: row_version + 1 })
    .where('id', '=', input.id)
    .execute()
  return { kind: 'right', value: null }
}

export async function setIdle(writer: Writer, minutes: number): Promise<void> {
  await refuseUnnamed(writer)
  await writer.db.updateTable('access_settings').set({ idle_minutes: minutes }).execute()
}

/** The code works once: a new one comes with the new secret. */
export async function tryRecover(
  writer: Writer,
  input: { readonly code: string; readonly id: number; readonly secret: string; readonly now: string },
): Promise<Outcome<{ person: Person; recoveryCode: string }>> {
  await refuseUnnamed(writer)
  const settings = await writer.db.selectFrom('access_settings').selectAll().executeTakeFirstOrThrow()
  const account = await accountOf(writer, input.id)
  if (account.role !== 'administer')
    throw new Refusal('input.invalid', '', [
      { path: 'id', message: 'Mã khôi phục chỉ dùng cho quản trị; người khác nhờ quản trị đặt mã mới.' },
    ])
  const wait = waitRefusal(settings, input.now)
  if (wait !== null) {
    if (isYetToCome(settings, input.now))
      await writer.db.updateTable('access_settings').set({ last_failed_at: input.now }).execute()
    return wait
  }
  if (!(await isSecret(plainCode(input.code), settings.recovery))) {
    await writer.db
      .updateTable('access_settings')
      .set({ failed_tries: settings.failed_tries + 1, last_failed_at: input.now })
      .execute()
    return refused('signin.wrong-code', '')
  }
  const recoveryCode = newRecoveryCode()
  await writer.db
    .updateTable('access_settings')
    .set({ recovery: await hashSecret(plainCode(recoveryCode)), failed_tries: 0, last_failed_at: null })
    .execute()
  await writer.db
    .updateTable('account')
    .set({ secret: await hashSecret(input.secret), failed_tries: 0, last_failed_at: null, last_signed_in: input.now })
    .where('id', '=', input.id)
    .execute()
  return { kind: 'right', value: { person: { id: account.id, name: account.name, role: 'administer' }, recoveryCode } }
}

export async function tryTurnOff(
  writer: Writer,
  input: { readonly id: number; readonly secret: string; readonly now: string },
): Promise<Outcome<null>> {
  const tried = await trySignIn(writer, input)
  if (tried.kind === 'refused') return tried
  await writer.db.deleteFrom('account').execute()
  await writer.db.deleteFrom('access_settings').execute()
  return { kind: 'right', value: null }
}
