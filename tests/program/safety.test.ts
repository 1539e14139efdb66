// Backups, restores and checks of real files through the program: what was saved comes back, and nothing good is lost.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { backupFolderOf } from '../../electron/database/backups/backupFolder'
import { type FileSystem, machineFiles } from '../../electron/database/fileSystem'
import { lockFileOf } from '../../electron/database/lockRecord'
import { createProgram, type Program, type ProgramOptions } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { corrupt } from '../support/corrupt'
import { asked, type OpenProgram } from '../support/openProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const running: Program[] = []
afterEach(async () => {
  for (const program of running.splice(0)) await program.close()
})

interface Options extends Partial<ProgramOptions> {
  readonly now?: () => string
}

function start({ now = () => '2026-11-21T03:00:00', ...options }: Options = {}): OpenProgram {
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    // Local time, as an office machine's clock shows it.
    clock: { today: () => now().slice(0, 10), instant: () => new Date(now()).toISOString() },
    log: () => undefined,
    checkOutput: true,
    ...options,
  })
  running.push(program)
  return asked(program)
}

const office = {
  centreName: 'Trung tâm Khuyến công',
  departmentName: 'Sở Công Thương',
  provinceCode: '19',
  placeName: 'Thái Nguyên',
}

function addEstablishment({ ask }: OpenProgram, name: string) {
  return ask('establishments.save', { id: null, rowVersion: null, establishment: { ...blankEstablishment, name } })
}

async function names({ ask }: OpenProgram): Promise<string[]> {
  return (await ask('establishments.list', {})).rows.map((row) => row.name)
}

async function newFile(program: OpenProgram): Promise<string> {
  const file = path.join(folder(), 'Bắc Kạn.skc')
  await program.ask('files.create', { path: file, office })
  return file
}

function overwritePages(file: string): void {
  const bytes = fs.readFileSync(file)
  bytes.fill(0xab, 4096 * 3, 4096 * 9)
  fs.writeFileSync(file, bytes)
}

/** The same operations, of which some fail as given. */
function failing(change: Partial<FileSystem>): FileSystem {
  return { ...machineFiles, ...change }
}

describe('a backup', () => {
  it('holds everything saved, is checked and counted, and leaves nothing unfinished', async () => {
    const program = start()
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    const { backup } = await program.ask('safety.backUp', { label: 'Trước kiểm toán' })
    expect(backup).toMatchObject({
      reason: 'manual',
      label: 'Trước kiểm toán',
      counts: { establishments: 1, projects: 0 },
    })
    const inFolder = fs.readdirSync(backupFolderOf(file))
    expect(inFolder.sort()).toEqual([backup.fileName, 'danh-sach.json'].sort())
    const copy = new Database(path.join(backupFolderOf(file), backup.fileName), { readonly: true })
    expect(copy.prepare('SELECT name FROM establishment').pluck().all()).toEqual(['Vũ Loan'])
    copy.close()
    expect((await program.ask('safety.status', {})).newest?.fileName).toBe(backup.fileName)
  })

  it('takes in what is saved while it is being taken', async () => {
    const program = start()
    await newFile(program)
    const [taken] = await Promise.all([
      program.ask('safety.backUp', { label: '' }),
      ...Array.from({ length: 20 }, (_, index) => addEstablishment(program, `Cơ sở ${index}`)),
    ])
    // Whole commands only: as many establishments as there are entries for searching.
    const { folder: place } = await program.ask('safety.backups', {})
    const copy = new Database(path.join(place, taken.backup.fileName), { readonly: true })
    const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(count('establishment')).toBe(count('search_entry'))
    copy.close()
    expect(await names(program)).toHaveLength(20)
  })

  it('is still told when the list beside it is lost', async () => {
    const program = start()
    const file = await newFile(program)
    const { backup } = await program.ask('safety.backUp', { label: 'a' })
    fs.writeFileSync(path.join(backupFolderOf(file), 'danh-sach.json'), '{ hỏng')
    const { backups } = await program.ask('safety.backups', {})
    expect(backups).toMatchObject([{ fileName: backup.fileName, reason: 'manual', counts: null }])
  })
})

describe('without being asked', () => {
  it('the file is copied on the first opening of a day, and on closing when something was saved', async () => {
    let now = '2026-11-20T08:00:00'
    const program = start({ backups: 'window', now: () => now })
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    await program.ask('files.close', {})
    const reasons = async () => (await program.ask('safety.backups', { path: file })).backups.map((one) => one.reason)
    expect(await reasons()).toEqual(['close'])
    await program.ask('files.open', { path: file })
    await program.ask('files.close', {})
    // The same day, nothing saved: nothing to copy.
    expect(await reasons()).toEqual(['close'])
    now = '2026-11-21T08:00:00'
    await program.ask('files.open', { path: file })
    await program.ask('files.close', {})
    expect(await reasons()).toEqual(['day-start', 'close'])
  })

  it('a script copies before the first change of a day, not at every command, and not to read', async () => {
    const program = start({ backups: 'script' })
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    await program.ask('files.close', {})
    await program.ask('files.open', { path: file })
    expect(await names(program)).toEqual(['Vũ Loan'])
    expect(fs.existsSync(backupFolderOf(file))).toBe(false)
    for (let time = 0; time < 3; time += 1) {
      await addEstablishment(program, `Cơ sở ${time}`)
      await program.ask('files.close', {})
      await program.ask('files.open', { path: file })
    }
    const { backups } = await program.ask('safety.backups', { path: file })
    expect(backups).toMatchObject([{ reason: 'day-start', counts: { establishments: 1 } }])
  })

  it('an import is not begun without a way back', async () => {
    const full = failing({ statfs: (async () => ({ bavail: 1, bsize: 1 })) as unknown as FileSystem['statfs'] })
    const program = start({ backups: 'script', fileSystem: full })
    const file = await newFile(program)
    const workbook = fs.readFileSync('tests/fixtures/co-so-cnnt-lon-xon.xlsx').toString('base64')
    const refusal = await program.refusal('workbooks.runImport', { fileName: 'a.xlsx', base64: workbook })
    expect(refusal.code).toBe('backup.failed')
    expect(refusal.message).toContain('hết chỗ')
    expect(await names(program)).toEqual([])
    expect(fs.readdirSync(backupFolderOf(file))).toEqual([])
  })

  it('a copy is taken before an import', async () => {
    const program = start({ backups: 'script' })
    const file = await newFile(program)
    const workbook = fs.readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
    await program.program.call('workbooks.runImport', { fileName: 'a.xlsx', base64: workbook, year: 2022 })
    const { backups } = await program.ask('safety.backups', { path: file })
    expect(backups.map((one) => one.reason)).toEqual(['before-import'])
  })
})

describe('before the program itself is updated', () => {
  it('the file is backed up and closed; without one open there is nothing to do', async () => {
    const program = start()
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    await program.ask('files.prepareUpdate', {})
    expect((await program.ask('files.current', {})).file).toBeNull()
    const { backups } = await program.ask('safety.backups', { path: file })
    expect(backups).toMatchObject([{ reason: 'before-update', counts: { establishments: 1 } }])
    await program.ask('files.prepareUpdate', {})
  })
})

describe('a copy that fails', () => {
  const failures: readonly [string, Partial<FileSystem>][] = [
    ['when it is synced', { open: async () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' })) }],
    ['when it is renamed', { rename: async () => Promise.reject(Object.assign(new Error('x'), { code: 'EACCES' })) }],
    ['for want of room', { statfs: (async () => ({ bavail: 1, bsize: 1 })) as unknown as FileSystem['statfs'] }],
  ]
  it.each(failures)(
    '%s leaves the copies there were, nothing unfinished, and the file as it was',
    async (_when, change) => {
      const good = start()
      const file = await newFile(good)
      await good.ask('safety.backUp', { label: 'tốt' })
      await good.ask('files.close', {})
      const before = fs.readdirSync(backupFolderOf(file))
      const program = start({ fileSystem: failing(change) })
      await program.ask('files.open', { path: file })
      const refusal = await program.refusal('safety.backUp', { label: '' })
      expect(['disk.full', 'disk.failed', 'file.readonly']).toContain(refusal.code)
      expect(fs.readdirSync(backupFolderOf(file))).toEqual(before)
      expect(await names(program)).toEqual([])
      const { lastProblem, reminders } = await program.ask('safety.status', {})
      expect(lastProblem).toBe(refusal.message)
      expect(reminders).toContain('backup-failed')
    },
  )

  it('because the open file is damaged never takes the place of a good one, and the file comes back from it', async () => {
    const program = start()
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    const good = await program.ask('safety.backUp', { label: '' })
    await program.ask('files.close', {})
    // More than SQLite keeps in memory, so that the damage below is read from the disk.
    const db = new Database(file)
    const add = db.prepare("INSERT INTO command (at, actor, host, name) VALUES ('2026-11-21T00:00:00Z', ?, '', 'x')")
    db.transaction(() => {
      for (let index = 0; index < 90_000; index += 1) add.run('người nhập '.repeat(20))
    })()
    db.close()
    await program.ask('files.open', { path: file })
    const bytes = fs.readFileSync(file)
    bytes.fill(0xab, 4096 * 400, 4096 * 420)
    fs.writeFileSync(file, bytes)
    expect((await program.refusal('safety.backUp', { label: '' })).code).toBe('file.damaged')
    expect((await program.ask('safety.check', {})).damage.length).toBeGreaterThan(0)
    const { backups } = await program.ask('safety.backups', {})
    expect(backups.map((one) => one.fileName)).toEqual([good.backup.fileName])
    const { keptDamaged } = await program.ask('safety.restore', { fileName: good.backup.fileName })
    expect(fs.readFileSync(keptDamaged ?? '').equals(bytes)).toBe(true)
    expect(await names(program)).toEqual(['Vũ Loan'])
  })
})

describe('a restore', () => {
  it('brings the file back, keeps what was there, and can itself be undone', async () => {
    const program = start()
    await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    const { backup } = await program.ask('safety.backUp', { label: '' })
    await addEstablishment(program, 'Thanh Hải')
    const { undoWith, keptDamaged } = await program.ask('safety.restore', { fileName: backup.fileName })
    expect(await names(program)).toEqual(['Vũ Loan'])
    expect(keptDamaged).toBeNull()
    await program.ask('safety.restore', { fileName: undoWith ?? '' })
    expect((await names(program)).sort()).toEqual(['Thanh Hải', 'Vũ Loan'])
  })

  it('of a damaged file keeps it byte for byte and opens the backup', async () => {
    const program = start()
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    const { backup } = await program.ask('safety.backUp', { label: '' })
    await program.ask('files.close', {})
    overwritePages(file)
    const damaged = fs.readFileSync(file)
    expect((await program.refusal('files.open', { path: file })).code).toBe('file.damaged')
    const restored = await program.ask('safety.restore', { path: file, fileName: backup.fileName })
    expect(await names(program)).toEqual(['Vũ Loan'])
    expect(restored.undoWith).toBeNull()
    expect(fs.readFileSync(restored.keptDamaged ?? '').equals(damaged)).toBe(true)
  })

  it('never plays the old journal into the restored file', async () => {
    const program = start()
    const file = await newFile(program)
    const { backup } = await program.ask('safety.backUp', { label: '' })
    await program.ask('files.close', {})
    overwritePages(file)
    fs.writeFileSync(`${file}-journal`, Buffer.alloc(8192, 1))
    await program.ask('safety.restore', { path: file, fileName: backup.fileName })
    expect(await names(program)).toEqual([])
    const kept = fs.readdirSync(backupFolderOf(file)).filter((name) => name.includes('.hong.'))
    expect(kept.sort()).toEqual([expect.stringMatching(/\.skc$/), expect.stringMatching(/\.skc-journal$/)])
  })

  it('from a damaged backup is refused, and the file stays', async () => {
    const program = start()
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    const { backup } = await program.ask('safety.backUp', { label: '' })
    overwritePages(path.join(backupFolderOf(file), backup.fileName))
    expect((await program.refusal('safety.restore', { fileName: backup.fileName })).code).toBe('backup.damaged')
    expect(await names(program)).toEqual(['Vũ Loan'])
    expect(fs.readdirSync(path.dirname(file)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('from a backup in which one letter changed is refused, though SQLite finds nothing wrong with it', async () => {
    const program = start()
    const file = await newFile(program)
    await addEstablishment(program, 'Vũ Loan')
    const { backup } = await program.ask('safety.backUp', { label: '' })
    const copy = path.join(backupFolderOf(file), backup.fileName)
    const bytes = fs.readFileSync(copy)
    const at = bytes.indexOf('Vũ Loan')
    expect(at).toBeGreaterThan(0)
    bytes.write('Vũ Loam', at)
    fs.writeFileSync(copy, bytes)
    expect((await program.refusal('safety.restore', { fileName: backup.fileName })).code).toBe('backup.damaged')
    expect(await names(program)).toEqual(['Vũ Loan'])
    // Worked in since: other bytes by right.
    bytes.write('Vũ Loan', at)
    fs.writeFileSync(copy, bytes)
    const other = start()
    await other.ask('files.open', { path: copy })
    await addEstablishment(other, 'Thanh Hải')
    await other.ask('files.close', {})
    await program.ask('safety.restore', { fileName: backup.fileName })
    expect((await names(program)).sort()).toEqual(['Thanh Hải', 'Vũ Loan'])
  })

  it('that fails at the last step goes on with the file as it was', async () => {
    let refuse = false
    const files = failing({
      rename: async (from, to) => {
        if (refuse && String(to).endsWith('Bắc Kạn.skc')) throw Object.assign(new Error('x'), { code: 'EBUSY' })
        return machineFiles.rename(from, to)
      },
    })
    const program = start({ fileSystem: files })
    await newFile(program)
    const { backup } = await program.ask('safety.backUp', { label: '' })
    await addEstablishment(program, 'Vũ Loan')
    refuse = true
    expect((await program.refusal('safety.restore', { fileName: backup.fileName })).code).toBe('file.busy')
    expect(await names(program)).toEqual(['Vũ Loan'])
  })

  it('and a rescue do not go past the people of a closed file, unless it is damaged', async () => {
    const program = start()
    const file = await newFile(program)
    const { backup } = await program.ask('safety.backUp', { label: '' })
    await program.ask('people.setUp', { name: 'Nguyễn Văn An', secret: 'mat-khau-that-dai-7391' })
    await program.ask('files.close', {})
    const past = { path: file, fileName: backup.fileName }
    expect((await program.refusal('safety.restore', past)).code).toBe('signin.needed')
    expect((await program.refusal('safety.rescue', { path: file })).code).toBe('signin.needed')
    overwritePages(file)
    expect((await program.ask('safety.rescue', { path: file })).tables).toBeGreaterThan(10)
    expect((await program.ask('safety.restore', past)).keptDamaged).not.toBeNull()
  })

  it('reaches no file outside the folder of backups', async () => {
    const program = start()
    await newFile(program)
    for (const fileName of ['../a.skc', 'a/b.skc', 'a.skc', 'danh-sach.json'])
      expect(['input.invalid', 'record.missing']).toContain(
        (await program.refusal('safety.restore', { fileName })).code,
      )
  })
})

describe('the second place', () => {
  it('gets a copy that is the same byte for byte, and is remembered for this machine', async () => {
    const program = start()
    const file = await newFile(program)
    const stick = folder()
    await program.ask('safety.setSecondPlace', { folder: stick })
    const { fileName } = await program.ask('safety.copyToSecondPlace', {})
    const there = path.join(stick, 'Bắc Kạn.sao-luu', fileName)
    expect(fs.readFileSync(there).equals(fs.readFileSync(path.join(backupFolderOf(file), fileName)))).toBe(true)
    expect((await program.ask('safety.status', {})).secondPlace).toEqual({
      folder: stick,
      copiedOn: '2026-11-21',
      failed: false,
    })
  })

  it('is neither the folder of the file nor one that is not there', async () => {
    const program = start()
    const file = await newFile(program)
    expect((await program.refusal('safety.setSecondPlace', { folder: path.dirname(file) })).code).toBe('call.refused')
    expect((await program.refusal('safety.setSecondPlace', { folder: '/khong/co' })).code).toBe('file.missing')
    const stick = folder()
    await program.ask('safety.setSecondPlace', { folder: stick })
    fs.rmdirSync(stick)
    expect((await program.refusal('safety.copyToSecondPlace', {})).code).toBe('file.missing')
    expect(fs.existsSync(stick)).toBe(false)
    expect((await program.ask('safety.status', {})).reminders).toEqual(['second-place-failed'])
    fs.mkdirSync(stick)
  })
})

describe('checking the data', () => {
  it('finds nothing wrong with the sample, and leaves no copy', async () => {
    const program = start()
    const file = path.join(folder(), 'mau.skc')
    await program.ask('files.createSample', { path: file })
    const found = await program.ask('safety.check', {})
    expect(found).toMatchObject({ ok: true, damage: [], findings: [] })
    expect(found.counts?.projects).toBeGreaterThan(5)
    expect(fs.readdirSync(backupFolderOf(file))).toEqual(['danh-sach.json'])
  })

  it('finds sums and references that another program broke', async () => {
    const program = start()
    const file = path.join(folder(), 'mau.skc')
    await program.ask('files.createSample', { path: file })
    await program.ask('files.close', {})
    const db = new Database(file)
    const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
    for (const name of triggers) db.exec(`DROP TRIGGER "${String(name)}"`)
    db.exec(`UPDATE budget_line SET quantity_thousandths = 1000, unit_price = 7 WHERE id = (SELECT min(id) FROM budget_line);
      UPDATE project SET current_version_id = (SELECT max(id) FROM project_version) WHERE id = (SELECT min(id) FROM project);
      DELETE FROM search_entry WHERE kind = 'establishment' AND ref_id = (SELECT min(id) FROM establishment);`)
    db.close()
    await program.ask('files.open', { path: file })
    const { ok, damage, findings } = await program.ask('safety.check', {})
    expect(ok).toBe(false)
    expect(damage).toEqual([])
    expect(findings.map((one) => one.message)).toEqual([
      expect.stringContaining('số lượng × đơn giá là 7 đồng'),
      expect.stringContaining('phiên bản hiện hành'),
      expect.stringContaining('1 bản ghi chưa có trong danh mục tìm kiếm'),
      expect.stringContaining('1 bản ghi tìm ra theo tên hoặc mã cũ'),
      expect.stringContaining('Các chữ dùng để tìm không khớp'),
      // Without its triggers the file no longer knows what it saved.
      expect.stringContaining('phần tự ghi lịch sử không còn'),
    ])
  })

  it('finds a letter that changed inside a cell, a row that went, one that came and an altered history', async () => {
    const program = start()
    const file = await newFile(program)
    for (const name of ['Vũ Loan', 'Thanh Hải', 'Yến Dương']) await addEstablishment(program, name)
    await program.ask('files.close', {})
    const whole = fs.readFileSync(file)
    const spoil = async (change: string) => {
      fs.writeFileSync(file, whole)
      corrupt(file, change)
      await program.ask('files.open', { path: file })
      const { ok, damage, findings } = await program.ask('safety.check', {})
      await program.ask('files.close', {})
      expect({ ok, damage }).toEqual({ ok: findings.length === 0, damage: [] })
      return findings.map(({ where, message }) => `${where}: ${message.slice(0, 20)}`)
    }
    expect(await spoil('')).toEqual([])
    expect(await spoil("UPDATE establishment SET name = 'Vũ Loam' WHERE name = 'Vũ Loan'")).toContain(
      'Cơ sở “Vũ Loam”: Nội dung khác với lú',
    )
    expect(await spoil('DELETE FROM search_entry WHERE ref_id = 2; DELETE FROM establishment WHERE id = 2')).toEqual(
      expect.arrayContaining([expect.stringMatching(/số 2: Bản ghi đã lưu nay/)]),
    )
    expect(await spoil("UPDATE command SET actor = 'ai đó' WHERE id = 2")).toEqual([
      'Lịch sử, việc số 2: Lịch sử của việc này',
    ])
    // A word of the search that belongs to no record any more, and one that is not found.
    const lost =
      "INSERT INTO search_index (search_index, rowid, title_fold, detail_fold) SELECT 'delete', id, title_fold, detail_fold FROM search_entry WHERE ref_id = 1 AND kind = 'establishment'"
    expect(await spoil(lost)).toEqual(['Danh mục tìm kiếm: Các chữ dùng để tìm '])
    await program.ask('files.open', { path: file })
    await program.ask('search.rebuild', {})
    expect((await program.ask('safety.check', {})).findings).toEqual([])
    await program.ask('files.close', {})
    const unknown = await spoil("INSERT INTO plan (year, programme) VALUES (2022, 'local')")
    expect(unknown).toContainEqual(expect.stringMatching(/: Bản ghi này không do$/))
  })

  it('rescues the readable rows of a damaged file, and says what is lost', async () => {
    const program = start()
    const file = path.join(folder(), 'mau.skc')
    await program.ask('files.createSample', { path: file })
    for (let index = 0; index < 300; index += 1) await addEstablishment(program, `=Cơ sở ${index}`)
    await program.ask('files.close', {})
    const whole = await program.ask('safety.rescue', { path: file })
    expect(whole.lost).toEqual([])
    // One page in the middle of the establishments.
    const db = new Database(file)
    const page = db.prepare(
      "SELECT pageno FROM dbstat WHERE name = 'establishment' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 3",
    )
    const pageNumber = Number(page.pluck().get())
    db.close()
    const bytes = fs.readFileSync(file)
    bytes.fill(0xcd, (pageNumber - 1) * 4096, pageNumber * 4096)
    fs.writeFileSync(file, bytes)
    const rescued = await program.ask('safety.rescue', { path: file })
    expect(rescued.lost).toEqual([expect.stringMatching(/^co-so: mất 1 đoạn, đọc được \d+ dòng$/)])
    expect(rescued.rows).toBeGreaterThan(whole.rows - 50)
    expect(rescued.rows).toBeLessThan(whole.rows)
    expect(fs.readFileSync(file).equals(bytes)).toBe(true)
  })
})

describe('one program a file', () => {
  it('says in words who has it open', async () => {
    const one = start()
    const file = await newFile(one)
    const refusal = await start().refusal('files.open', { path: file })
    expect(refusal.code).toBe('file.busy')
    expect(refusal.message).toMatch(/máy .+, từ \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/)
    await one.ask('files.close', {})
    expect(fs.existsSync(lockFileOf(file))).toBe(false)
  })

  it('takes over what a program left that ended without closing, and says so', async () => {
    const program = start()
    const file = await newFile(program)
    await program.ask('files.close', {})
    const left = { host: 'PC-02', user: 'lan', since: '2026-11-20 16:05:00', pid: 1, key: 'x' }
    fs.writeFileSync(lockFileOf(file), JSON.stringify(left))
    fs.utimesSync(lockFileOf(file), new Date(Date.now() - 600_000), new Date(Date.now() - 600_000))
    const { file: opened } = await program.ask('files.open', { path: file })
    expect(opened.warnings).toEqual([expect.stringContaining('máy PC-02, người dùng lan, từ 16:05 ngày 20/11/2026')])
  })

  it('does not trust the lock of a share while another machine shows signs of life', async () => {
    const program = start()
    const file = await newFile(program)
    await program.ask('files.close', {})
    const held = { host: 'PC-02', user: 'lan', since: '2026-11-21 08:15:00', pid: 1, key: 'x' }
    fs.writeFileSync(lockFileOf(file), JSON.stringify(held))
    const refusal = await program.refusal('files.open', { path: file })
    expect(refusal.code).toBe('file.busy')
    expect(refusal.message).toContain('máy PC-02, người dùng lan, từ 08:15 ngày 21/11/2026')
    expect(JSON.parse(fs.readFileSync(lockFileOf(file), 'utf8'))).toEqual(held)
  })
})
