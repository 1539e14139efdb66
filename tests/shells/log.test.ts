// The log and the support bundle: an error's id is found there, people are not, and neither grows without end.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { fileLog, readLog } from '../../electron/hosting/log'
import { systemRefusal } from '../../electron/hosting/systemGuard'
import { withoutPersonalData } from '../../electron/hosting/withoutPersonalData'
import { createProgram } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

describe('what names a person', () => {
  const lan = { home: 'C:\\Users\\Lan', user: 'Lan' }
  it.each([
    ['ENOENT: C:\\Users\\Lan\\Documents\\a.skc', 'ENOENT: ~\\Documents\\a.skc'],
    ['at file:///C:/Users/Minh/app/main.js:12:34', 'at file:///~/app/main.js:12:34'],
    ['/home/hoa/so/a.skc', '~/so/a.skc'],
    ['gửi lan.nguyen@bacan.gov.vn', 'gửi (thư điện tử)'],
    ['điện thoại 0912 345 678, CCCD 006099001234', 'điện thoại (số), CCCD (số)'],
    ['mã số thuế 4700123456', 'mã số thuế (số)'],
    ['Đã có cơ sở “HTX Vũ Loan” này', 'Đã có cơ sở “…” này'],
    ['máy của lan đang bận', 'máy của (người dùng) đang bận'],
  ])('%s', (line, expected) => {
    expect(withoutPersonalData(line, lan)).toBe(expected)
  })

  it('is not seen in what helps: times, ids, places in the program, words with the same letters', () => {
    const line = '[a1b2c3d4] 2026-11-21T03:00:00.000Z Error: Lang Sơn lan2 at run (dataFile.ts:123:45) chậm 41 ms'
    expect(withoutPersonalData(line, lan)).toBe(line)
  })
})

describe('the log', () => {
  it('keeps three files of limited size, and is read whole, the oldest first', () => {
    const home = folder()
    const log = fileLog(home, 2_000)
    for (let line = 0; line < 400; line += 1) log(`dòng ${line} ${'x'.repeat(50)}`)
    expect(readdirSync(home).sort()).toEqual(['nhat-ky.log', 'nhat-ky.log.1', 'nhat-ky.log.2'])
    for (const name of readdirSync(home)) expect(statSync(path.join(home, name)).size).toBeLessThan(2_200)
    const numbers = [...readLog(home).matchAll(/dòng (\d+)/g)].map((match) => Number(match[1]))
    expect(numbers.at(-1)).toBe(399)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(numbers.length).toBeGreaterThan(50)
  })
})

describe('the support bundle', () => {
  it('tells versions, tables and counts, and not one word of the office', async () => {
    const home = folder()
    const log = fileLog(home)
    const program = createProgram({
      resourcesDir: path.resolve('resources'),
      userDataDir: home,
      log,
      readLog: () => readLog(home),
      version: '1.2.3',
      checkOutput: true,
    })
    await program.call('files.createSample', { path: path.join(folder(), 'a.skc') })
    const establishment = {
      ...blankEstablishment,
      name: 'HTX Bí Mật',
      representativeName: 'Nguyễn Thị Kín',
      phone: '0912345678',
    }
    await program.call('establishments.save', { id: null, rowVersion: null, establishment })
    const reported = await program.call('support.reportScreenError', { message: 'TypeError ở “HTX Bí Mật” 0912345678' })
    const bundle = await program.call('support.bundle', {})
    const about = await program.call('support.about', {})
    await program.close()
    if (!bundle.ok || !reported.ok) throw new Error('refused')
    const { id } = reported.value as { id: string }
    expect(about).toMatchObject({ ok: true, value: { version: '1.2.3', lastError: { id } } })
    const zip = await JSZip.loadAsync((bundle.value as { base64: string }).base64, { base64: true })
    const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')))
    expect(Object.keys(zip.files).sort()).toEqual(['DOC-TRUOC.txt', 'cau-truc.sql', 'nhat-ky.log', 'thong-tin.json'])
    const all = texts.join('\n')
    for (const secret of ['Bí Mật', 'Kín', '0912345678', 'Bắc Kạn', 'Vũ Loan']) expect(all).not.toContain(secret)
    const told = JSON.parse((await zip.file('thong-tin.json')?.async('string')) ?? '{}')
    expect(told).toMatchObject({
      version: '1.2.3',
      counts: { establishment: expect.any(Number), project: expect.any(Number) },
    })
    expect(told.counts.establishment).toBeGreaterThan(1)
    expect(await zip.file('nhat-ky.log')?.async('string')).toContain(id)
    expect(await zip.file('cau-truc.sql')?.async('string')).toContain('CREATE TABLE establishment')
  })
})

describe('a system that is too old', () => {
  it('is refused in words, and no other', () => {
    expect(systemRefusal('win32', '6.1.7601')).toContain('Windows 10 trở lên')
    expect(systemRefusal('win32', '6.3.9600')).toContain('.skc không bị ảnh hưởng')
    expect(systemRefusal('win32', '10.0.19045')).toBeNull()
    expect(systemRefusal('win32', '10.0.26100')).toBeNull()
    expect(systemRefusal('linux', '6.1.0')).toBeNull()
    expect(systemRefusal('darwin', '9.0.0')).toBeNull()
  })
})
