// Work that may be cut off anywhere, and what must hold of the folder afterwards: all or nothing, and a way back.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { backupFolderOf, readBackupName } from '../../electron/database/backups/backupFolder'
import { inspectCopy } from '../../electron/database/backups/inspect'
import { migrations } from '../../electron/database/migrations'
import { answerOf } from '../support/answers'
import { makeSample } from './kill'
import { makeOlderFile, oldVersion } from './olderFile'
import { soakProgram } from './paths'
import { commandsIn, verifyFile } from './verify'
import type { Order, Said } from './victim'

export interface Cut {
  readonly said: readonly Said[]
  readonly userDataDir: string
}

export interface Prepared {
  /** Everything lies in the folder of this file. */
  readonly file: string
  readonly order: Order
  /** The same files may lie in another folder by then. */
  readonly judge: (file: string, cut: Cut) => Promise<readonly string[]>
}

export interface Scenario {
  readonly name: string
  readonly prepare: (folder: string) => Promise<Prepared>
}

const finished = (said: readonly Said[]) => said.some(({ kind }) => kind === 'done')

/** A copy under a name that officers see must be a whole one, whenever the power went. */
function brokenCopies(file: string): string[] {
  const folder = backupFolderOf(file)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => readBackupName(name) !== null && !inspectCopy(path.join(folder, name)).ok)
    .map((name) => `bản sao lưu dở dang mang tên thật: ${name}`)
}

function copies(file: string, reason: string): string[] {
  const folder = backupFolderOf(file)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => readBackupName(name)?.reason === reason)
    .map((name) => path.join(folder, name))
}

async function grownSample(file: string, userDataDir: string): Promise<void> {
  await makeSample(file, userDataDir)
  const program = soakProgram(userDataDir)
  await answerOf(program, 'files.open', { path: file })
  await answerOf(program, 'safety.backUp', { label: 'soak' })
  await answerOf(program, 'projects.copy', { id: 1, toYear: 2023 })
  await answerOf(program, 'projects.copy', { id: 2, toYear: 2023 })
  await program.close()
}

const mixedWork: Scenario = {
  name: 'mọi việc',
  prepare: async (folder) => {
    const file = path.join(folder, 'so.skc')
    await makeSample(file, folder)
    const before = commandsIn(file).length
    return {
      file,
      order: { kind: 'work', file, seed: 20_221_121, steps: 30 },
      judge: async (now, { said, userDataDir }) => [
        ...(await verifyFile(now, { before, said, onlyContent: true }, userDataDir)).failures,
        ...brokenCopies(now),
      ],
    }
  },
}

const backup: Scenario = {
  name: 'sao lưu',
  prepare: async (folder) => {
    const file = path.join(folder, 'so.skc')
    await grownSample(file, folder)
    const before = commandsIn(file).length
    return {
      file,
      order: { kind: 'call', file, name: 'safety.backUp', input: { label: '' } },
      judge: async (now, { said, userDataDir }) => [
        ...brokenCopies(now),
        ...(finished(said) && copies(now, 'manual').length < 2 ? ['bản sao lưu đã báo xong nay không còn'] : []),
        ...(copies(now, 'manual').length < 1 ? ['bản sao lưu trước đó không còn'] : []),
        ...(await verifyFile(now, { before, said, onlyContent: true }, userDataDir)).failures,
      ],
    }
  },
}

const restore: Scenario = {
  name: 'phục hồi',
  prepare: async (folder) => {
    const file = path.join(folder, 'so.skc')
    await grownSample(file, folder)
    const whole = commandsIn(file)
    const [copy = ''] = copies(file, 'manual')
    const older = commandsIn(copy)
    return {
      file,
      order: { kind: 'call', file, name: 'safety.restore', input: { fileName: path.basename(copy) } },
      judge: async (now, { said, userDataDir }) => {
        const failures = brokenCopies(now)
        if (!fs.existsSync(now)) return [...failures, 'tệp dữ liệu không còn']
        const { failures: found, names } = await verifyFile(
          now,
          { before: 0, said: [], onlyContent: true },
          userDataDir,
        )
        failures.push(...found.filter((words) => !words.includes('chưa từng báo xong')))
        const is = names.join()
        const restored = [older, [...older, 'safety.restore']].some((one) => one.join() === is)
        if (!restored && is !== whole.join()) failures.push(`nửa cũ nửa mới: ${names.length} việc`)
        if (finished(said) && !restored) failures.push('phục hồi đã báo xong nay không còn')
        const undo = copies(now, 'before-restore').map((one) => commandsIn(one).join())
        if (restored && !undo.includes(whole.join())) failures.push('không còn đường trở lại trước khi phục hồi')
        return failures
      },
    }
  },
}

const importing: Scenario = {
  name: 'nhập Excel',
  prepare: async (folder) => {
    const file = path.join(folder, 'so.skc')
    await makeSample(file, folder)
    const before = commandsIn(file).length
    const base64 = fs.readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
    // Too long for an argument: the victim reads it itself.
    fs.writeFileSync(path.join(folder, 'nhap.json'), JSON.stringify({ fileName: 'a.xlsx', base64, year: 2031 }))
    return {
      file,
      order: { kind: 'call', file, name: 'workbooks.runImport', input: { file: path.join(folder, 'nhap.json') } },
      judge: async (now, { said, userDataDir }) =>
        (await verifyFile(now, { before, said, onlyContent: true }, userDataDir)).failures,
    }
  },
}

const upgrade: Scenario = {
  name: 'nâng cấp tệp cũ',
  prepare: async (folder) => {
    const file = path.join(folder, 'so.skc')
    makeOlderFile(file)
    const whole = commandsIn(file)
    return {
      file,
      order: { kind: 'call', file, name: 'files.current', input: {} },
      judge: async (now, { said, userDataDir }) => {
        const failures = brokenCopies(now)
        const raw = new Database(now, { readonly: true })
        const version = hot(now) ? null : Number(raw.pragma('user_version', { simple: true }))
        raw.close()
        if (version !== null && version > oldVersion && copies(now, 'before-upgrade').length === 0)
          failures.push('đã nâng cấp mà không còn bản sao lưu trước nâng cấp')
        if (finished(said) && version !== migrations.length) failures.push(`đã báo mở xong mà phiên bản là ${version}`)
        const { failures: found, names } = await verifyFile(
          now,
          { before: 0, said: [], onlyContent: true },
          userDataDir,
        )
        failures.push(...found.filter((words) => !/chưa từng báo xong|kiểm tra/.test(words)))
        if (names.join() !== whole.join()) failures.push('mất dòng khi nâng cấp')
        return failures
      },
    }
  },
}

function hot(file: string): boolean {
  const journal = `${file}-journal`
  return fs.existsSync(journal) && fs.statSync(journal).size > 0
}

const create: Scenario = {
  name: 'tạo tệp mới',
  prepare: async (folder) => {
    const file = path.join(folder, 'moi.skc')
    return {
      file,
      order: { kind: 'call', file: null, name: 'files.create', input: { path: file } },
      judge: async (now, { said, userDataDir }) => {
        if (fs.existsSync(now))
          return (await verifyFile(now, { before: 0, said: [], onlyContent: true }, userDataDir)).failures
        const failures = finished(said) ? ['tệp đã báo tạo xong nay không còn'] : []
        const program = soakProgram(userDataDir)
        const again = await program.call('files.create', { path: now })
        await program.close()
        return again.ok ? failures : [...failures, `không tạo lại được: ${again.error.message}`]
      },
    }
  },
}

export const scenarios: readonly Scenario[] = [mixedWork, backup, restore, importing, upgrade, create]
