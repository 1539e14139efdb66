// Queries cannot write, commands are whole or nothing, and every change leaves its before and after.
import fs from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import type { Writer } from '../../electron/database/access'
import { createDataFile } from '../../electron/database/dataFile'
import { lockFileOf } from '../../electron/database/lockRecord'
import type { Schema } from '../../electron/database/schema'
import { matchExpression, searchEverything, writeSearchEntry } from '../../electron/database/searchIndex'
import { Session } from '../../electron/database/session'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const clock = { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' }

function newSession(): Session {
  const file = path.join(folder(), 'a.skc')
  createDataFile(file)
  return Session.open(file, { actor: { name: 'thử', host: 'máy' }, clock })
}

const addPlan = (year: number) => async (writer: Writer) => {
  await writer.db
    .insertInto('plan')
    .values({ year, programme: 'local', attached_to: '', decision_number: '', decision_date: null, note: '' })
    .execute()
}

const years = (session: Session) =>
  session.read(async (reader) =>
    (await reader.db.selectFrom('plan').select('year').orderBy('year').execute()).map((row) => row.year),
  )

describe('Session', () => {
  it('refuses a query that tries to write, and stays usable', async () => {
    const session = newSession()
    const sneaky = session.read(async (reader) => {
      await (reader.db as unknown as Kysely<Schema>).deleteFrom('command').execute()
    })
    await expect(sneaky).rejects.toMatchObject({ problem: { code: 'file.readonly' } })
    await session.write('plans.saveHeader', addPlan(2026))
    expect(await years(session)).toEqual([2026])
    await session.close()
  })

  it('leaves nothing of a command that fails half way, not even its audit', async () => {
    const session = newSession()
    const half = session.write('plans.saveHeader', async (writer) => {
      await addPlan(2026)(writer)
      throw new Error('dừng')
    })
    await expect(half).rejects.toThrow('dừng')
    expect(await years(session)).toEqual([])
    const commands = await session.read((reader) => reader.db.selectFrom('command').selectAll().execute())
    expect(commands).toEqual([])
    await session.close()
  })

  it('keeps commands that arrive together apart', async () => {
    const session = newSession()
    await Promise.all([2020, 2021, 2022, 2023, 2024].map((year) => session.write('plans.saveHeader', addPlan(year))))
    expect(await years(session)).toEqual([2020, 2021, 2022, 2023, 2024])
    await session.close()
  })

  it('writes who, when, what, before and after of each changed row, and none for a row that did not change', async () => {
    const session = newSession()
    await session.write('first', addPlan(2026))
    await session.write('second', async (writer) => {
      await writer.db.updateTable('plan').set({ note: 'ghi chú' }).execute()
      await writer.db.updateTable('plan').set({ note: 'ghi chú' }).execute()
    })
    await session.write('third', async (writer) => {
      await writer.db.deleteFrom('plan').execute()
    })
    const changes = await session.read((reader) =>
      reader.db
        .selectFrom('row_change')
        .innerJoin('command', 'command.id', 'row_change.command_id')
        .select([
          'command.name',
          'command.actor',
          'command.host',
          'command.at',
          'table_name',
          'action',
          'before',
          'after',
        ])
        .orderBy('row_change.id')
        .execute(),
    )
    const plain = changes.map(({ name, action, before, after }) => ({
      name,
      action,
      before: before === null ? null : (JSON.parse(before) as { note: string }).note,
      after: after === null ? null : (JSON.parse(after) as { note: string }).note,
    }))
    expect(plain).toEqual([
      { name: 'first', action: 'insert', before: null, after: null },
      { name: 'second', action: 'update', before: '', after: 'ghi chú' },
      { name: 'third', action: 'delete', before: 'ghi chú', after: null },
    ])
    expect(changes[0]).toMatchObject({ actor: 'thử', host: 'máy', at: clock.instant(), table_name: 'plan' })
    await session.close()
  })

  it('never lets the audit be changed', async () => {
    const session = newSession()
    await session.write('first', addPlan(2026))
    for (const statement of ['DELETE FROM row_change', "UPDATE row_change SET after = ''", 'DELETE FROM command'])
      await expect(session.write('sneaky', (writer) => sql.raw(statement).execute(writer.db))).rejects.toThrow(
        /audit-is-final/,
      )
    await session.close()
  })

  it('says in words that the disk is full, and keeps what was saved', async () => {
    const session = newSession()
    await session.write('first', addPlan(2026))
    const pages = session.file.db.pragma('page_count', { simple: true }) as number
    session.file.db.pragma(`max_page_count = ${pages}`)
    const big = session.write('second', async (writer) => {
      await writer.db
        .updateTable('plan')
        .set({ note: 'x'.repeat(1_000_000) })
        .execute()
    })
    await expect(big).rejects.toMatchObject({ problem: { code: 'disk.full' } })
    expect(await years(session)).toEqual([2026])
    await session.close()
  })

  it('says what went wrong where SQLite has already rolled back by itself, as on a full disk', async () => {
    const session = newSession()
    await session.write('first', addPlan(2026))
    const again = session.write('second', async (writer) => {
      await sql`INSERT OR ROLLBACK INTO plan SELECT * FROM plan`.execute(writer.db)
    })
    await expect(again).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) })
    await session.write('third', addPlan(2027))
    expect(await years(session)).toEqual([2026, 2027])
    await session.close()
  })

  it.each([
    ['empty', Buffer.alloc(0)],
    ['wiped', Buffer.alloc(12_824)],
  ])('takes away the %s journal of a program that was killed, also when nothing is saved after it', async (_, left) => {
    const session = newSession()
    await session.close()
    const { path: file } = session.file
    fs.writeFileSync(`${file}-journal`, left)
    await Session.open(file, { actor: { name: '', host: '' }, clock }).close()
    expect(fs.readdirSync(path.dirname(file))).toEqual(['a.skc'])
  })

  it('writes nothing more once another machine has opened the file, as after a long sleep', async () => {
    const session = newSession()
    const other = { host: 'PC-02', user: 'lan', since: '2026-11-21 08:15:00', pid: 1, key: 'x' }
    fs.writeFileSync(lockFileOf(session.file.path), JSON.stringify(other))
    fs.writeFileSync(`${session.file.path}-journal`, 'of the other')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
    try {
      const refused = await session.write('test', async () => 'done').catch((error: unknown) => error)
      expect(refused).toMatchObject({ problem: { code: 'file.busy' } })
      expect(String(refused)).toContain('máy PC-02, người dùng lan, từ 08:15 ngày 21/11/2026')
    } finally {
      vi.useRealTimers()
      await session.close()
    }
    expect(JSON.parse(fs.readFileSync(lockFileOf(session.file.path), 'utf8'))).toEqual(other)
    expect(fs.readFileSync(`${session.file.path}-journal`, 'utf8')).toBe('of the other')
  })

  it('lets the file go when closed', async () => {
    const session = newSession()
    await session.close()
    const again = Session.open(session.file.path, { actor: { name: '', host: '' }, clock })
    await again.close()
    expect(fs.readdirSync(path.dirname(session.file.path))).toEqual(['a.skc'])
  })
})

describe('search', () => {
  it('finds without marks, with đ, by the beginning of every word, exact spelling first', async () => {
    const session = newSession()
    await session.write('test', async (writer) => {
      const titles = ['Hợp tác xã Vũ Loan', 'Hợp tác xã Vu Loan', 'Cơ sở Đồng Phúc', 'Cơ sở Đông Phương']
      for (const [index, title] of titles.entries())
        await writeSearchEntry(writer, { kind: 'establishment', refId: index + 1, title, detail: '4700200001' })
    })
    const titles = (text: string) =>
      session.read(async (reader) => (await searchEverything(reader, text, 10)).map((hit) => hit.title))
    expect(await titles('vu loan')).toEqual(['Hợp tác xã Vu Loan', 'Hợp tác xã Vũ Loan'])
    expect(await titles('Vũ Loan')).toEqual(['Hợp tác xã Vũ Loan', 'Hợp tác xã Vu Loan'])
    expect(await titles('dong phu')).toEqual(['Cơ sở Đồng Phúc', 'Cơ sở Đông Phương'])
    expect(await titles('47002')).toHaveLength(4)
    expect(await titles('“*" OR -)')).toEqual([])
    expect(await titles('loan vu')).toHaveLength(2)
    await session.close()
  })

  it('has no expression for text without words', () => {
    expect(matchExpression(' – "*" ')).toBeNull()
    expect(matchExpression('Đắk Lắk')).toBe('"dak"* "lak"*')
  })

  it('forgets the old words of a changed record', async () => {
    const session = newSession()
    const entry = { kind: 'project', refId: 1, title: 'Hạt chiếu', detail: '' } as const
    await session.write('a', (writer) => writeSearchEntry(writer, entry))
    await session.write('b', (writer) => writeSearchEntry(writer, { ...entry, title: 'Miến dong' }))
    const hits = (text: string) => session.read((reader) => searchEverything(reader, text, 10))
    expect(await hits('hat chieu')).toEqual([])
    expect(await hits('mien dong')).toHaveLength(1)
    await session.close()
  })
})
