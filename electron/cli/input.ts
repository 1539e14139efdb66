// JSON that comes with a command: written on the command line, in a file, or on standard input.
import { readFile } from 'node:fs/promises'
import { Refusal } from '../../shared/contract/errors'
import { UsageError } from './arguments'

export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError(`${where} không phải JSON hợp lệ.`)
  }
}

/** `-` reads standard input, text that begins with a brace is JSON itself, anything else names a file. */
export async function jsonArgument(text: string, where: string): Promise<unknown> {
  if (text === '-') return parseJson(await readStdin(), where)
  if (/^\s*\{/.test(text)) return parseJson(text, where)
  return parseJson((await readBytes(text)).toString('utf8'), where)
}

export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Refusal('file.missing', path)
    if (code === 'EISDIR') throw new Refusal('call.refused', `“${path}” là thư mục, không phải tệp.`)
    if (code === 'EACCES' || code === 'EPERM') throw new Refusal('call.refused', `không có quyền đọc “${path}”.`)
    throw new Refusal('disk.failed', path)
  }
}
