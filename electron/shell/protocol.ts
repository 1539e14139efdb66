// app://skc/…: the built screens, and PDFs on their way to the printer. Nothing outside the folder of screens is served.
import { randomUUID } from 'node:crypto'
import { protocol } from 'electron'
import { contentSecurityPolicy } from '../hosting/contentSecurityPolicy'
import { readStaticFile } from '../hosting/staticFiles'

const scheme = 'app'
const host = 'skc'
const printHost = 'print'

export const startPage = `${scheme}://${host}/index.html`

/** Must be called before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

export function isAppPage(url: string): boolean {
  return url.startsWith(`${scheme}://${host}/`)
}

const waitingPdfs = new Map<string, Buffer<ArrayBuffer>>()

/** Gives a PDF an address that lives until `forget` is called. */
export function offerPdf(pdf: Buffer<ArrayBuffer>): { url: string; forget: () => void } {
  const path = `/${randomUUID()}.pdf`
  waitingPdfs.set(path, pdf)
  return { url: `${scheme}://${printHost}${path}`, forget: () => waitingPdfs.delete(path) }
}

export function serveScheme(rendererDir: string): void {
  protocol.handle(scheme, async (request) => {
    if (request.method !== 'GET') return plain(405, 'Chỉ nhận GET.')
    const url = new URL(request.url)
    if (url.host === printHost) return pdfResponse(url.pathname)
    if (url.host !== host) return plain(404, 'Không có trang này.')
    const file = await readStaticFile(rendererDir, url.pathname)
    if (file === null) return plain(404, 'Không có trang này.')
    return new Response(file.bytes, { headers: { ...pageHeaders, 'content-type': file.mediaType } })
  })
}

const pageHeaders = {
  'content-security-policy': contentSecurityPolicy("'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
} as const

/** Without the screens' policy: `object-src 'none'` would forbid the viewer that shows the PDF. */
function pdfResponse(path: string): Response {
  const pdf = waitingPdfs.get(path)
  if (pdf === undefined) return plain(404, 'Không còn tệp này.')
  return new Response(pdf, { headers: { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' } })
}

function plain(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  })
}
