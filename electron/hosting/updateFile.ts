// Updating from a file, for machines without a network: the file is copied away from the stick, its signature and content are
// checked on that copy, the data file is backed up, and only then the copy is run.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { Refusal } from '../../shared/contract/errors'
import { compareVersions, signedText, updateProduct } from '../../shared/domain/updates'
import { storageRefusal } from '../database/fileProblems'

/** Stands beside the installer, under its name and this ending. */
export const signatureEnding = '.chu-ky.json'

const signatureFile = z.strictObject({
  product: z.string(),
  version: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().max(200),
})

export interface UpdateParts {
  /** Ed25519, as PEM; null where this program was built without one. */
  readonly publicKey: string | null
  readonly currentVersion: string
  /** Of the user, where the copy is kept while it is checked and run. */
  readonly folder: string
}

export interface CheckedUpdate {
  readonly version: string
  /** The checked copy: what is run is what was checked. */
  readonly file: string
}

const refuse = (reason: string): never => {
  throw new Refusal('call.refused', `${reason} Chưa có gì thay đổi.`)
}

/** The key the program was packed with, or null. */
export async function readUpdateKey(resourcesDir: string): Promise<string | null> {
  return readFile(join(resourcesDir, 'updateKey.pem'), 'utf8').catch(() => null)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function readSignature(file: string): Promise<z.output<typeof signatureFile>> {
  const text = await readFile(`${file}${signatureEnding}`, 'utf8').catch(() => null)
  if (text === null)
    return refuse(`không thấy tệp chữ ký “${basename(file)}${signatureEnding}” bên cạnh; hãy chép cả hai tệp.`)
  try {
    return signatureFile.parse(JSON.parse(text))
  } catch {
    return refuse('tệp chữ ký của bản cập nhật không đúng dạng.')
  }
}

function signatureHolds(statement: z.output<typeof signatureFile>, publicKey: string): boolean {
  try {
    const signature = Buffer.from(statement.signature, 'base64')
    return verify(null, Buffer.from(signedText(statement), 'utf8'), createPublicKey(publicKey), signature)
  } catch {
    return false
  }
}

/** @throws Refusal where anything is not as signed, in words; no copy is left then */
export async function checkUpdate(file: string, parts: UpdateParts): Promise<CheckedUpdate> {
  const { publicKey, currentVersion, folder } = parts
  if (publicKey === null)
    return refuse('bản chương trình này không có khóa để kiểm tra bản cập nhật; hãy cài bản mới bằng tay.')
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) throw new Refusal('file.missing', file)
  const statement = await readSignature(file)
  if (!signatureHolds(statement, publicKey))
    return refuse('chữ ký của bản cập nhật không đúng, tệp có thể đã bị sửa hoặc không do nhà cung cấp phát hành.')
  if (statement.product !== updateProduct || statement.fileName !== basename(file))
    return refuse('chữ ký này là của một tệp khác.')
  const newer = compareVersions(statement.version, currentVersion)
  if (newer === null || newer <= 0)
    return refuse(`tệp là phiên bản ${statement.version}, không mới hơn bản đang dùng (${currentVersion}).`)
  const copy = join(folder, statement.fileName)
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    await copyFile(file, copy)
    if ((await stat(copy)).size !== statement.sizeBytes || (await hashOf(copy)) !== statement.sha256)
      return refuse('nội dung tệp cập nhật khác với chữ ký: chép chưa trọn vẹn hoặc đã bị sửa.')
    return { version: statement.version, file: copy }
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    throw storageRefusal(error, file) ?? error
  }
}

/** At the next start: the installer that was run, or a copy that was cut off. One that still runs stays until the start after that. */
export async function forgetUpdate(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined)
}

export interface InstallParts extends UpdateParts {
  /** Backs up and closes the data file. */
  readonly prepare: () => Promise<void>
  /** Settles once the installer runs. */
  readonly launch: (file: string) => Promise<void>
}

/**
 * Checked anew: between looking and doing somebody may have changed the stick.
 * @throws Refusal also where the installer does not start, as when a virus scanner keeps it from that
 */
export async function installUpdate(file: string, parts: InstallParts): Promise<CheckedUpdate> {
  const update = await checkUpdate(file, parts)
  await parts.prepare()
  await parts.launch(update.file).catch((error: unknown) => {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Refusal(
      'call.refused',
      `không chạy được tệp cài đặt${why}, có thể do phần mềm diệt vi-rút. Tệp dữ liệu đã được sao lưu và đóng lại; hãy mở lại tệp để làm tiếp.`,
    )
  })
  return update
}
