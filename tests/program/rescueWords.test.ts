// What is rescued from a file reads like the office's own lists: files, columns and coded values in words.
import fs from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { rescueFile } from '../../electron/database/backups/rescue'
import { rescueArchive } from '../../electron/program/safety/rescueFiles'
import { carriedProject } from '../support/carriedProject'
import { readCsv } from '../support/csv'
import { answerOf, samplePrograms } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'

const open = samplePrograms('2023-11-21')
const folder = tempFolders()

it('names every file, column and coded value of a rescue in words', async () => {
  const program = await open()
  await carriedProject(program)
  await answerOf(program, 'people.setUp', { name: 'An', secret: '25801' })
  const { file } = await answerOf<{ file: { path: string } }>(program, 'files.current', {})
  const copy = path.join(folder(), 'hong.skc')
  await answerOf(program, 'files.close', {})
  fs.copyFileSync(file.path, copy)
  const rescue = rescueFile(copy)
  const zip = await JSZip.loadAsync(Buffer.from(rescueArchive(rescue, 'a.zip').base64, 'base64'))
  const names = Object.keys(zip.files)
  // Whoever finds the rescue finds no hash to guess a PIN from.
  const everything = await Promise.all(names.map((name) => zip.file(name)?.async('string')))
  expect(everything.join('\n')).not.toMatch(/scrypt|"hash"|"salt"/)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining(['hop-dong.csv', 'bien-ban-nghiem-thu.csv', 'quyet-toan.csv', 'lop-dao-tao.csv']),
  )
  expect(names.filter((name) => !/^(DOC-TRUOC\.txt|[a-z0-9-]+\.csv)$/.test(name))).toEqual([])
  // No table of the file kept its English name.
  const english = rescue.tables.map(({ name }) => `${name.replaceAll('_', '-')}.csv`)
  expect(names.filter((name) => english.includes(name))).toEqual([])
  const raw: string[] = []
  for (const name of names.filter((one) => one.endsWith('.csv') && !one.startsWith('lich-su'))) {
    const [head = [], ...rows] = readCsv((await zip.file(name)?.async('string'))?.slice(1) ?? '')
    raw.push(...head.filter((column) => /^[a-z]+(_[a-z]+)*$/.test(column)).map((column) => `${name}: ${column}`))
    raw.push(
      ...rows
        .flat()
        .filter((value) => /^[a-z]+[A-Z][A-Za-z]*$/.test(value))
        .map((value) => `${name}: ${value}`),
    )
  }
  expect([...new Set(raw)]).toEqual([])
  const [head = [], ...contracts] = readCsv((await zip.file('hop-dong.csv')?.async('string'))?.slice(1) ?? '')
  const kind = head.indexOf('Loại hợp đồng')
  expect(new Set(contracts.map((row) => row[kind]))).toContain('Với cơ quan giao')
})
