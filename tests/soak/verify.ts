// What must hold of a data file after whatever was done to the process or the machine that wrote it.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { lockFileOf } from '../../electron/database/lockRecord'
import { answerOf } from '../support/answers'
import { soakProgram } from './paths'
import type { Said } from './victim'

export interface Expected {
  /** Commands in the file when the victim got it. */
  readonly before: number
  readonly said: readonly Said[]
  /** After a power cut what lies beside the data, such as the record of who had it open, is nobody's promise. */
  readonly onlyContent?: boolean
}

export interface Verdict {
  readonly failures: readonly string[]
  /** Commands found of which the victim did not come to tell. */
  readonly unsaid: number
  readonly names: readonly string[]
  /** The program said that the file had been left open. */
  readonly stale: boolean
}

export function commandsIn(file: string): string[] {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return db.prepare('SELECT name FROM command ORDER BY id').pluck().all() as string[]
  } finally {
    db.close()
  }
}

interface Checked {
  readonly ok: boolean
  readonly damage: readonly string[]
  readonly findings: readonly { readonly where: string; readonly message: string }[]
}

/** Opens the file with the program, as the officer will, and compares it with what was acknowledged. */
export async function verifyFile(
  file: string,
  { before, said, onlyContent = false }: Expected,
  userDataDir: string,
): Promise<Verdict> {
  const failures: string[] = []
  const locked = fs.existsSync(lockFileOf(file))
  const program = soakProgram(userDataDir)
  let stale = false
  try {
    const opened = await program.call('files.open', { path: file })
    if (!opened.ok) return { failures: [`không mở được: ${opened.error.message}`], unsaid: 0, names: [], stale }
    const { warnings } = (opened.value as { file: { warnings: readonly string[] } }).file
    stale = warnings.some((words) => words.includes('không được đóng đúng cách'))
    if (locked && !stale && !onlyContent) failures.push('khóa còn lại của lần trước không được nhận ra')
    const check = await answerOf<Checked>(program, 'safety.check', {})
    if (!check.ok) failures.push(`kiểm tra: ${JSON.stringify([check.damage, check.findings]).slice(0, 600)}`)
    // A check copies the file, but writes no command.
    await compareSeen()
  } finally {
    await program.close()
  }
  const names = commandsIn(file).slice(before)
  const acknowledged = said.flatMap((one) => (one.kind === 'commit' ? [one.name] : []))
  const lost = acknowledged.findIndex((name, index) => names[index] !== name)
  if (lost >= 0)
    failures.push(`việc đã báo xong bị mất: thứ ${lost + 1} của ${acknowledged.length}, ${acknowledged[lost]}`)
  const unsaid = names.length - acknowledged.length
  if (unsaid > 1) failures.push(`${unsaid} việc có trong tệp mà chưa từng báo xong`)
  for (const left of onlyContent ? [] : leftBehind(path.dirname(file)))
    failures.push(`còn sót ${left} (${fs.statSync(path.join(path.dirname(file), left)).size} byte)`)
  return { failures, unsaid: Math.max(0, unsaid), names, stale }

  async function compareSeen(): Promise<void> {
    const last = said.findLastIndex((one) => one.kind === 'seen')
    const seen = said[last]
    if (seen?.kind !== 'seen' || said.slice(last).some((one) => one.kind === 'commit')) return
    const now = JSON.stringify(await answerOf(program, seen.name, seen.input))
    // What was written but not told changes the answer by right.
    const commands = await commandCount(program)
    const told = said.filter((one) => one.kind === 'commit').length
    if (commands - before === told && now !== seen.answer && seen.name !== 'history.state')
      failures.push(`${seen.name} trả lời khác lúc trước`)
  }
}

async function commandCount(program: ReturnType<typeof soakProgram>): Promise<number> {
  const { total } = await answerOf<{ total: number }>(program, 'history.journal', {
    from: '2000-01-01',
    to: '2100-01-01',
    limit: 1,
  })
  return total
}

/** Unfinished files in the folder of the data file; those among its backups are cleared by the next backup. */
export function leftBehind(folder: string): string[] {
  return fs.readdirSync(folder).filter((name) => /\.tmp(-journal)?$|-journal$|\.dang-mo$/.test(name))
}
