// The built screens as files: which file a request path means, never one outside the folder.
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

export interface StaticFile {
  readonly bytes: Buffer<ArrayBuffer>
  readonly mediaType: string
  /** Names with a content hash never change what they hold. */
  readonly immutable: boolean
}

/** The file a request path names, or null when the path is malformed or leads out of the folder. */
export function fileOfPath(folder: string, requestPath: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(requestPath)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || /[\\:\p{Cc}]/u.test(decoded)) return null
  const parts = decoded.slice(1).split('/')
  if (parts.some((part) => part === '..' || part === '.')) return null
  const file = join(folder, ...parts)
  if (decoded === '/') return join(folder, 'index.html')
  return file.startsWith(folder + sep) ? file : null
}

export async function readStaticFile(folder: string, requestPath: string): Promise<StaticFile | null> {
  const file = fileOfPath(folder, requestPath)
  const mediaType = file === null ? undefined : mediaTypes[extname(file).toLowerCase()]
  if (file === null || mediaType === undefined) return null
  try {
    return { bytes: await readFile(file), mediaType, immutable: /-[\w-]{8,}\.\w+$/.test(file) }
  } catch {
    return null
  }
}
