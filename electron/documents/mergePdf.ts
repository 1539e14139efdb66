// Several finished PDFs as one file, page after page, with a bookmark for each. It reads what our own renderer writes: every
// object in the clear, one table of offsets, a flat tree of pages. Objects are carried over as they are, only renumbered.

export interface PdfPart {
  /** What the bookmark says. */
  readonly title: string
  readonly bytes: Uint8Array
}

interface PdfObject {
  readonly number: number
  /** Up to the stream, if there is one; one character a byte. */
  readonly head: string
  /** From "stream" to "endobj", untouched; null where the object has none. */
  readonly stream: Buffer | null
}

interface ReadPdf {
  readonly objects: readonly PdfObject[]
  readonly pages: readonly number[]
  /** Objects that a merged file has its own of: the catalogue, the tree of pages, the document's title. */
  readonly dropped: ReadonlySet<number>
  readonly tree: number
}

const REFERENCE = /(\d+) 0 R/g

function broken(what: string): Error {
  return new Error(`this PDF was not written by our renderer: ${what}`)
}

function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = file.subarray(file.lastIndexOf('xref\n0 ')).toString('latin1')
  const startOfTable = Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? Number.NaN)
  if (Number.isNaN(startOfTable)) throw broken('no table of offsets')
  const offsets = [...tail.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset))
  const ends = [...offsets, startOfTable].sort((a, b) => a - b)
  const objects = offsets.map((offset, index): PdfObject => {
    const end = ends.find((one) => one > offset) ?? startOfTable
    const object = file.subarray(offset, end)
    const at = object.indexOf('\nstream\n')
    return at < 0
      ? { number: index + 1, head: object.toString('latin1'), stream: null }
      : { number: index + 1, head: object.subarray(0, at).toString('latin1'), stream: object.subarray(at) }
  })
  const root = referenceIn(tail, 'Root')
  const info = referenceIn(tail, 'Info')
  const catalogue = objects[(root ?? 0) - 1]?.head ?? ''
  const tree = referenceIn(catalogue, 'Pages')
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects[(tree ?? 0) - 1]?.head ?? '')?.[1]
  if (root === null || tree === null || kids === undefined) throw broken('no tree of pages')
  return {
    objects,
    pages: [...kids.matchAll(REFERENCE)].map(([, number]) => Number(number)),
    dropped: new Set([root, tree, ...(info === null ? [] : [info])]),
    tree,
  }
}

function referenceIn(text: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

export function countPages(bytes: Uint8Array): number {
  return readPdf(bytes).pages.length
}

const HEADER = Buffer.from('%PDF-1.4\n%\u00ff\u00ff\u00ff\u00ff\n', 'latin1')

export function mergePdfs(
  parts: readonly PdfPart[],
  info: { readonly title: string; readonly createdAt: Date },
): Buffer {
  const chunks: Buffer[] = [HEADER]
  const offsets: number[] = []
  let length = HEADER.length
  const write = (number: number, ...content: readonly Buffer[]) => {
    offsets[number] = length
    for (const chunk of content) {
      chunks.push(chunk)
      length += chunk.length
    }
  }
  const text = (value: string) => Buffer.from(value, 'latin1')
  const [catalogue, tree, documentInfo, outlines] = [1, 2, 3, 4]
  let next = 5
  const pages: number[] = []
  const bookmarks: { readonly title: string; readonly page: number }[] = []
  for (const { title, bytes } of parts) {
    const read = readPdf(bytes)
    const renumbered = new Map<number, number>([[read.tree, tree]])
    for (const { number } of read.objects)
      if (!read.dropped.has(number)) {
        renumbered.set(number, next)
        next += 1
      }
    const numberOf = (old: number) => renumbered.get(old) ?? catalogue
    const own = read.pages.map(numberOf)
    pages.push(...own)
    const [first] = own
    if (first !== undefined) bookmarks.push({ title, page: first })
    for (const { number, head, stream } of read.objects) {
      if (read.dropped.has(number)) continue
      const body = head
        .replace(/^\d+ 0 obj/, `${numberOf(number)} 0 obj`)
        .replace(REFERENCE, (_, old: string) => `${numberOf(Number(old))} 0 R`)
      write(numberOf(number), text(body), ...(stream === null ? [] : [stream]))
    }
  }
  const firstBookmark = next
  bookmarks.forEach(({ title, page }, index) => {
    const siblings = [
      index === 0 ? '' : `/Prev ${firstBookmark + index - 1} 0 R `,
      index === bookmarks.length - 1 ? '' : `/Next ${firstBookmark + index + 1} 0 R `,
    ].join('')
    write(
      firstBookmark + index,
      text(
        `${firstBookmark + index} 0 obj\n<< /Title ${hexText(title)} /Parent ${outlines} 0 R ${siblings}/Dest [${page} 0 R /Fit] >>\nendobj\n`,
      ),
    )
  })
  next += bookmarks.length
  write(
    catalogue,
    text(
      `${catalogue} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R /Outlines ${outlines} 0 R /PageMode /UseOutlines /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>\nendobj\n`,
    ),
  )
  const kids = pages.map((page) => `${page} 0 R`).join(' ')
  write(tree, text(`${tree} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj\n`))
  write(
    documentInfo,
    text(
      `${documentInfo} 0 obj\n<< /Title ${hexText(info.title)} /Creator ${hexText('Sổ Khuyến Công')} /CreationDate (${pdfDate(info.createdAt)}) >>\nendobj\n`,
    ),
  )
  const last = firstBookmark + bookmarks.length - 1
  write(
    outlines,
    text(
      `${outlines} 0 obj\n<< /Type /Outlines ${bookmarks.length === 0 ? '' : `/First ${firstBookmark} 0 R /Last ${last} 0 R `}/Count ${bookmarks.length} >>\nendobj\n`,
    ),
  )
  const table = Array.from({ length: next - 1 }, (_, index) => {
    const offset = offsets[index + 1]
    return `${String(offset ?? 0).padStart(10, '0')} 00000 n \n`
  }).join('')
  chunks.push(
    text(
      `xref\n0 ${next}\n0000000000 65535 f \n${table}trailer\n<< /Size ${next} /Root ${catalogue} 0 R /Info ${documentInfo} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(chunks)
}

/** UTF-16 with its mark, as hexadecimal: nothing in a title can be taken for a sign of the file. */
function hexText(value: string): string {
  const utf16 = Buffer.from(`\uFEFF${value.normalize('NFC')}`, 'utf16le').swap16()
  return `<${utf16.toString('hex')}>`
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
}
