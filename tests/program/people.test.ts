// Names, roles and signing in through the program: nobody named is the default; roles hold for every call, from any shell.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { allCalls } from '../../shared/contract/index'
import { mayDo, type Role, roles } from '../../shared/domain/roles'
import { answerOf, refusalOf } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const office = { centreName: 'TT', departmentName: 'Sở', provinceCode: '19', placeName: 'Thái Nguyên' }

/** A clock that stands still until it is told to go on. */
function heldClock(start = '2026-11-21T03:00:00.000Z') {
  let now = Date.parse(start)
  return {
    today: () => new Date(now).toISOString().slice(0, 10),
    instant: () => new Date(now).toISOString(),
    forward: (seconds: number) => {
      now += seconds * 1_000
    },
  }
}

interface Opened {
  readonly program: Program
  readonly clock: ReturnType<typeof heldClock>
  readonly file: string
}

function started(clock: Opened['clock']): Program {
  return createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock,
    log: () => undefined,
    checkOutput: true,
  })
}

async function withOffice<T>(run: (opened: Opened) => Promise<T>): Promise<T> {
  const clock = heldClock()
  const program = started(clock)
  const file = path.join(folder(), 'a.skc')
  await answerOf(program, 'files.create', { path: file, office })
  try {
    return await run({ program, clock, file })
  } finally {
    await program.close()
  }
}

const admin = { name: 'Nguyễn Thị An', secret: 'mật khẩu dài' }
const pin = '2580'

async function named(program: Program, role: Role = 'enter'): Promise<{ adminId: number; id: number; code: string }> {
  const { recoveryCode } = await answerOf<{ recoveryCode: string }>(program, 'people.setUp', admin)
  const { signedIn } = await answerOf<{ signedIn: { id: number } }>(program, 'people.current')
  const { id } = await answerOf<{ id: number }>(program, 'people.save', {
    id: null,
    rowVersion: null,
    name: 'Trần Văn Bình',
    role,
    active: true,
    secret: pin,
  })
  return { adminId: signedIn.id, id, code: recoveryCode }
}

const need = (asker: string) => ({
  id: null,
  rowVersion: null,
  need: {
    year: 2027,
    establishmentId: null,
    asker,
    contentGroup: 'ND3',
    subContent: null,
    activity: 'Máy sấy',
    totalInvestment: null,
    wishedSupport: null,
    receivedOn: '2026-01-05',
    note: '',
  },
})

describe('a file without names', () => {
  it('is open to whoever sits there, and says so', () =>
    withOffice(async ({ program }) => {
      expect(await answerOf(program, 'people.current')).toEqual({
        named: false,
        signedIn: null,
        people: [],
        idleMinutes: 0,
      })
      await answerOf(program, 'establishments.saveNeed', need('Bà A'))
      expect((await refusalOf(program, 'people.setIdle', { minutes: 5 })).code).toBe('people.unnamed')
    }))
})

describe('roles', () => {
  it('hold for every call of the contract, whatever its input', () =>
    withOffice(async ({ program }) => {
      const { adminId, id } = await named(program)
      const calls = allCalls().filter(({ call }) => call.needs !== 'shell' && call.role !== 'anyone')
      expect(calls.length).toBeGreaterThan(60)
      for (const role of roles) {
        await answerOf(program, 'people.signIn', { id: adminId, secret: admin.secret })
        const { rowVersion } = (await answerOf<{ id: number; rowVersion: number }[]>(program, 'people.accounts')).find(
          (one) => one.id === id,
        ) ?? { rowVersion: 0 }
        await answerOf(program, 'people.save', {
          id,
          rowVersion,
          name: 'Trần Văn Bình',
          role,
          active: true,
          secret: null,
        })
        await answerOf(program, 'people.signIn', { id, secret: pin })
        for (const { name, call } of calls) {
          const result = await program.call(name, 'không đúng dạng')
          const code = result.ok ? 'ok' : result.error.code
          expect([role, name, code]).toEqual([
            role,
            name,
            mayDo(role, call.role) ? 'input.invalid' : 'role.insufficient',
          ])
        }
        await answerOf(program, 'people.signOut')
        for (const { name } of calls) expect((await refusalOf(program, name)).code, name).toBe('signin.needed')
      }
    }))

  it('leave to who may only see nothing that changes the records, whatever is added to the contract', () => {
    const commands = allCalls().filter(({ call }) => call.kind === 'command' && call.needs !== 'shell')
    const open = commands.filter(({ call }) => mayDo('view', call.role)).map(({ name }) => name)
    // Files as such, one’s own signing in and secret, the words of a screen that broke.
    expect(open.sort()).toEqual([
      'files.close',
      'files.create',
      'files.createSample',
      'files.open',
      'people.changeSecret',
      'people.recover',
      'people.signIn',
      'people.signOut',
      'people.stillHere',
      'support.reportScreenError',
    ])
    // What reads has a connection that refuses to write; what stands beside the file is read by its role as well.
    const asked = allCalls().filter(({ call }) => call.kind === 'query' && call.role === 'anyone')
    expect(asked.map(({ name }) => name).sort()).toEqual([
      'files.current',
      'files.defaultFolder',
      'files.recent',
      'people.current',
      'safety.backups',
      'safety.status',
      'shell.chooseFolder',
      'support.about',
    ])
  })

  it('let nobody undo what he may not do', () =>
    withOffice(async ({ program }) => {
      const { id } = await named(program)
      const normSet = {
        name: 'Nghị quyết',
        resolutionNumber: '',
        resolutionDate: null,
        territory: null,
        effectiveFrom: '2025-07-26',
        effectiveTo: null,
        priorityMultiplierThousandths: null,
        rows: [],
      }
      const saved = await program.call('office.saveNormSet', { id: null, rowVersion: null, normSet })
      const { office: details, rowVersion } = await answerOf<{ office: object; rowVersion: number }>(
        program,
        'office.get',
      )
      if (!saved.ok) await answerOf(program, 'office.save', { rowVersion, office: { ...details, phone: '1' } })
      await answerOf(program, 'people.signIn', { id, secret: pin })
      expect((await refusalOf(program, 'history.undo')).code).toBe('role.insufficient')
    }))

  it('stand in the audit under the person’s name', () =>
    withOffice(async ({ program }) => {
      const { id } = await named(program)
      await answerOf(program, 'people.signIn', { id, secret: pin })
      await answerOf(program, 'establishments.saveNeed', need('Bà A'))
      const { entries } = await answerOf<{ entries: { what: string; person: string }[] }>(program, 'history.journal', {
        from: '2026-11-20',
        to: '2026-11-22',
      })
      expect(entries[0]).toMatchObject({ person: 'Trần Văn Bình', what: 'Lưu nhu cầu: Bà A – Máy sấy' })
      expect(entries.find(({ what }) => what.startsWith('Lưu người dùng'))?.person).toBe(admin.name)
      expect(JSON.stringify(entries)).not.toContain('hash')
    }))

  it('change at once for who is signed in, and the last administrator stays', () =>
    withOffice(async ({ program }) => {
      const { adminId } = await named(program)
      const accounts = await answerOf<{ id: number; rowVersion: number }[]>(program, 'people.accounts')
      const own = { ...accounts.find(({ id }) => id === adminId), name: admin.name, secret: null }
      const input = { id: adminId, rowVersion: own.rowVersion, name: admin.name, secret: null }
      const refused = await refusalOf(program, 'people.save', { ...input, role: 'enter', active: true })
      expect(refused.code).toBe('people.last-administrator')
      expect((await refusalOf(program, 'people.save', { ...input, role: 'administer', active: false })).code).toBe(
        'people.last-administrator',
      )
      const second = { id: null, rowVersion: null, name: 'Lê Cường', role: 'administer', active: true, secret: '9073' }
      await answerOf(program, 'people.save', second)
      await answerOf(program, 'people.save', { ...input, role: 'view', active: true })
      expect((await refusalOf(program, 'people.accounts')).code).toBe('role.insufficient')
    }))
})

describe('signing in', () => {
  it('keeps a thousand wrong PINs out: all but a few are not even looked at, and a day allows only a hundred', () =>
    withOffice(async ({ program, clock }) => {
      const { id } = await named(program)
      const tried = { wrong: 0, waiting: 0 }
      for (let count = 0; count < 1_000; count += 1) {
        const { code } = await refusalOf(program, 'people.signIn', { id, secret: String(count).padStart(4, '0') })
        if (code === 'signin.wrong') tried.wrong += 1
        else if (code === 'signin.wait') tried.waiting += 1
        clock.forward(1)
      }
      // 1.000 seconds: the first five, then after 30, 60, 120, 240 and 480 seconds.
      expect(tried).toEqual({ wrong: 10, waiting: 990 })
      const right = await refusalOf(program, 'people.signIn', { id, secret: pin })
      expect(right.code).toBe('signin.wait')
      expect(right.message).toMatch(/phải chờ \d+ (phút|giây) nữa/)
      expect(right.message).toContain('Nếu quên mã: nhờ quản trị đặt mã mới; quản trị thì dùng mã khôi phục đã in')
      clock.forward(15 * 60)
      await answerOf(program, 'people.signIn', { id, secret: pin })
      // Right once: slips are forgiven again.
      expect((await refusalOf(program, 'people.signIn', { id, secret: '1111' })).code).toBe('signin.wrong')
      await answerOf(program, 'people.signIn', { id, secret: pin })
    }))

  it(
    'never keeps the only administrator out for good: after a thousand wrong PINs he waits, or takes his printed code',
    () =>
      withOffice(async ({ program, clock }) => {
        const { adminId, code } = await named(program)
        for (let count = 0; count < 1_000; count += 1) {
          const refused = await refusalOf(program, 'people.signIn', {
            id: adminId,
            secret: String(count).padStart(4, '0'),
          })
          expect(['signin.wrong', 'signin.wait']).toContain(refused.code)
          clock.forward(20)
        }
        const secret = 'mat-khau-moi-4821'
        const { recoveryCode } = await answerOf<{ recoveryCode: string }>(program, 'people.recover', {
          id: adminId,
          code,
          secret,
        })
        expect(recoveryCode).not.toBe(code)
        await answerOf(program, 'people.signOut')
        for (let count = 0; count < 20; count += 1)
          await refusalOf(program, 'people.signIn', { id: adminId, secret: '0000' })
        clock.forward(15 * 60)
        await answerOf(program, 'people.signIn', { id: adminId, secret })
      }),
    600_000,
  )

  it('remembers wrong tries when the program is started again, and a clock set back helps nobody', () =>
    withOffice(async ({ program, clock, file }) => {
      const { id } = await named(program)
      for (let count = 0; count < 5; count += 1) await refusalOf(program, 'people.signIn', { id, secret: '0001' })
      await answerOf(program, 'files.close')
      const again = started(clock)
      await answerOf(again, 'files.open', { path: file })
      expect((await refusalOf(again, 'establishments.list')).code).toBe('signin.needed')
      expect((await refusalOf(again, 'people.signIn', { id, secret: pin })).code).toBe('signin.wait')
      clock.forward(-3_600)
      expect((await refusalOf(again, 'people.signIn', { id, secret: pin })).message).toContain('30 giây')
      clock.forward(3_600 + 31)
      await answerOf(again, 'people.signIn', { id, secret: pin })
      await again.close()
    }))

  it('locks after the idle time, which reading does not lengthen but doing does', () =>
    withOffice(async ({ program, clock }) => {
      await named(program)
      await answerOf(program, 'people.setIdle', { minutes: 5 })
      clock.forward(4 * 60)
      await answerOf(program, 'establishments.list')
      clock.forward(2 * 60)
      expect((await refusalOf(program, 'establishments.list')).code).toBe('signin.needed')
      const { signedIn, people } = await answerOf<{ signedIn: null; people: { id: number }[] }>(
        program,
        'people.current',
      )
      expect(signedIn).toBeNull()
      await answerOf(program, 'people.signIn', { id: people[0]?.id, secret: admin.secret })
      for (let minute = 0; minute < 20; minute += 4) {
        clock.forward(4 * 60)
        await answerOf(program, 'people.stillHere')
      }
      await answerOf(program, 'establishments.list')
    }))

  it('refuses PINs that are tried first, and too short ones, in words', () =>
    withOffice(async ({ program }) => {
      for (const secret of ['', '1', '123', '1234', '9876', '0000', 'matkhau'])
        expect((await refusalOf(program, 'people.setUp', { name: 'An', secret })).fields[0]?.path).toBe('secret')
    }))
})

describe('a forgotten administrator', () => {
  it('comes in with the printed code, once; the new code replaces it, and wrong codes are slowed', () =>
    withOffice(async ({ program, clock }) => {
      const { adminId, id, code } = await named(program)
      await answerOf(program, 'people.signOut')
      expect(code).toMatch(/^([A-Z2-9]{5}-){4}[A-Z2-9]{5}$/)
      const recover = (given: string, account = adminId) => ({ code: given, id: account, secret: 'mật khẩu mới' })
      expect((await refusalOf(program, 'people.recover', recover('AAAAA'))).code).toBe('signin.wrong-code')
      expect((await refusalOf(program, 'people.recover', recover(code, id))).fields[0]?.path).toBe('id')
      const { recoveryCode } = await answerOf<{ recoveryCode: string }>(
        program,
        'people.recover',
        recover(` ${code.toLowerCase().replaceAll('-', ' ')} `),
      )
      expect(recoveryCode).not.toBe(code)
      expect((await refusalOf(program, 'people.signIn', { id: adminId, secret: admin.secret })).code).toBe(
        'signin.wrong',
      )
      await answerOf(program, 'people.signIn', { id: adminId, secret: 'mật khẩu mới' })
      for (let count = 0; count < 5; count += 1) await refusalOf(program, 'people.recover', recover(code))
      expect((await refusalOf(program, 'people.recover', recover(recoveryCode))).code).toBe('signin.wait')
      clock.forward(31)
      await answerOf(program, 'people.recover', recover(recoveryCode))
    }))

  it('may also stop naming people: the file is open again as before, and the audit keeps the names', () =>
    withOffice(async ({ program }) => {
      await named(program)
      expect((await refusalOf(program, 'people.turnOff', { secret: 'sai' })).code).toBe('signin.wrong')
      await answerOf(program, 'people.turnOff', { secret: admin.secret })
      expect(await answerOf(program, 'people.current')).toMatchObject({ named: false, people: [] })
      const { entries } = await answerOf<{ entries: { person: string }[] }>(program, 'history.journal', {
        from: '2026-11-20',
        to: '2026-11-22',
      })
      expect(entries[0]?.person).toBe(admin.name)
    }))
})
