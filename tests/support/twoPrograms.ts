// What must hold of one data file and two programs, whichever they are.
import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { lockFileOf } from '../../electron/database/lockRecord'
import { type ProgramKind, whoHasIt } from './programProcesses'

interface Meeting {
  readonly first: ProgramKind
  readonly second: ProgramKind
  readonly file: string
  readonly newFolder: () => string
}

/** While one has it open, the other is told who; once it is closed, nothing is left to be told. */
export async function expectSecondRefused({ first, second, file, newFolder }: Meeting): Promise<void> {
  const holder = await first.hold(file, newFolder())
  try {
    const refused = await second.tryToOpen(file, newFolder())
    expect(refused).toMatchObject({ ok: false, error: { code: 'file.busy' } })
    expect(refused.ok ? '' : refused.error.message).toMatch(whoHasIt)
  } finally {
    await holder.close()
  }
  expect(existsSync(lockFileOf(file))).toBe(false)
  expect(await second.tryToOpen(file, newFolder())).toMatchObject({ ok: true, value: { file: { warnings: [] } } })
}

/** What a killed program left keeps nobody out, and the next one says whose it was. */
export async function expectKilledKnown({ first, second, file, newFolder }: Meeting): Promise<void> {
  const holder = await first.hold(file, newFolder())
  await holder.kill()
  expect(existsSync(lockFileOf(file))).toBe(true)
  const opened = await second.tryToOpen(file, newFolder())
  const [warning] = opened.ok ? opened.value.file.warnings : []
  expect(warning).toContain('Lần trước tệp không được đóng đúng cách')
  expect(warning).toMatch(whoHasIt)
  expect(existsSync(lockFileOf(file))).toBe(false)
}
