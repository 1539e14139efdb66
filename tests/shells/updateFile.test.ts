// An update from a file: taken only where signature, content and version are right, and only after the data file is backed up.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkUpdate,
  forgetUpdate,
  installUpdate,
  signatureEnding,
  type UpdateParts,
} from '../../electron/hosting/updateFile'
import { Refusal } from '../../shared/contract/errors'
import { compareVersions } from '../../shared/domain/updates'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const script = join(import.meta.dirname, '../../electron/setup/signUpdate.mjs')

interface Release {
  readonly file: string
  readonly parts: UpdateParts
}

/** An installer as a publisher leaves it on a stick: signed by the script that signs releases. */
function release(version = '1.3.0'): Release {
  const stick = folder()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = join(stick, 'private.pem')
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const file = join(stick, `SoKhuyenCong-${version}-cai-dat.exe`)
  writeFileSync(file, Buffer.alloc(300_000, version))
  execFileSync(process.execPath, [script, file, '--key', key, '--version', version])
  const parts = {
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    currentVersion: '1.2.9',
    folder: join(folder(), 'cap-nhat'),
  }
  return { file, parts }
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  )
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`)
  return error.problem.message
}

describe('an update', () => {
  it('is checked on a copy, and that copy is run after the data file was backed up', async () => {
    const { file, parts } = release()
    const done: string[] = []
    const update = await installUpdate(file, {
      ...parts,
      prepare: async () => void done.push('backup'),
      launch: async (launched) => void done.push(launched),
    })
    expect(update.version).toBe('1.3.0')
    expect(done).toEqual(['backup', join(parts.folder, 'SoKhuyenCong-1.3.0-cai-dat.exe')])
    expect(readFileSync(done[1] ?? '').equals(readFileSync(file))).toBe(true)
    // The next start has no use for it.
    await forgetUpdate(parts.folder)
    await forgetUpdate(parts.folder)
    expect(existsSync(parts.folder)).toBe(false)
  })

  it('is not run where the data file could not be backed up', async () => {
    const { file, parts } = release()
    let launched = false
    const failing = installUpdate(file, {
      ...parts,
      prepare: () => Promise.reject(new Refusal('disk.full')),
      launch: async () => {
        launched = true
      },
    })
    expect(await reasonOf(failing)).toContain('hết chỗ')
    expect(launched).toBe(false)
  })

  it('that the system does not let run is told of, with what became of the data file', async () => {
    const { file, parts } = release()
    const kept = Object.assign(new Error('spawn EACCES'), { code: 'EACCES' })
    const reason = await reasonOf(
      installUpdate(file, { ...parts, prepare: async () => undefined, launch: () => Promise.reject(kept) }),
    )
    expect(reason).toContain('không chạy được tệp cài đặt (EACCES)')
    expect(reason).toContain('đã được sao lưu và đóng lại; hãy mở lại tệp')
  })

  it('is refused in words where it cannot be copied, and no copy stays', async () => {
    const { file, parts } = release()
    // A file where the folder should be: what the disk says is said in words.
    writeFileSync(join(parts.folder, '..', 'tệp'), '')
    expect(
      await reasonOf(checkUpdate(file, { ...parts, folder: join(parts.folder, '..', 'tệp', 'cap-nhat') })),
    ).toContain('Không tìm thấy tệp')
    expect(existsSync(parts.folder)).toBe(false)
  })

  it('is refused when one byte of it differs, and no copy stays', async () => {
    const { file, parts } = release()
    const bytes = readFileSync(file)
    bytes[150_000] = (bytes[150_000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(await reasonOf(checkUpdate(file, parts))).toContain('khác với chữ ký')
    expect(existsSync(parts.folder)).toBe(false)
  })

  it('is refused when any field of its signature was changed', async () => {
    const { file, parts } = release()
    const signed = JSON.parse(readFileSync(`${file}${signatureEnding}`, 'utf8')) as Record<string, unknown>
    const changes = { version: '9.9.9', sha256: '0'.repeat(64), sizeBytes: 1, product: 'khac', signature: 'AAAA' }
    for (const change of Object.entries(changes)) {
      writeFileSync(`${file}${signatureEnding}`, JSON.stringify({ ...signed, [change[0]]: change[1] }))
      expect(await reasonOf(checkUpdate(file, parts)), change[0]).toContain('chữ ký')
    }
  })

  it('is refused when another key signed it, when it is unsigned, renamed or the program has no key', async () => {
    const { file, parts } = release()
    const stranger = release()
    expect(await reasonOf(checkUpdate(file, { ...parts, publicKey: stranger.parts.publicKey }))).toContain('không đúng')
    expect(await reasonOf(checkUpdate(file, { ...parts, publicKey: null }))).toContain('không có khóa')
    const renamed = join(folder(), 'khac.exe')
    copyFileSync(file, renamed)
    expect(await reasonOf(checkUpdate(renamed, parts))).toContain('không thấy tệp chữ ký')
    copyFileSync(`${file}${signatureEnding}`, `${renamed}${signatureEnding}`)
    expect(await reasonOf(checkUpdate(renamed, parts))).toContain('của một tệp khác')
    renameSync(`${file}${signatureEnding}`, `${file}.x`)
    mkdirSync(`${file}${signatureEnding}`)
    expect(await reasonOf(checkUpdate(file, parts))).toContain('không thấy tệp chữ ký')
  })

  it('is refused when it is not newer', async () => {
    for (const version of ['1.2.9', '1.2.8', '0.9.0']) {
      const { file, parts } = release(version)
      expect(await reasonOf(checkUpdate(file, parts))).toContain('không mới hơn')
    }
  })
})

describe('versions', () => {
  it('are ordered by their numbers, part by part', () => {
    const part = fc.nat(999_999)
    const version = fc.tuple(part, part, part)
    fc.assert(
      fc.property(version, version, (a, b) => {
        const expected = Math.sign(a[0] - b[0]) || Math.sign(a[1] - b[1]) || Math.sign(a[2] - b[2])
        expect(Math.sign(compareVersions(a.join('.'), b.join('.')) ?? Number.NaN)).toBe(expected)
      }),
    )
    for (const wrong of ['', '1.2', '1.2.3-beta', 'v1.2.3', '1.2.3\n'])
      expect(compareVersions(wrong, '1.2.3')).toBeNull()
  })
})
