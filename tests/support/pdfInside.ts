// What a PDF holds besides its words: fonts, document facts, and the lines drawn on each page.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

function poppler(tool: 'pdffonts' | 'pdfinfo' | 'pdftotext', args: readonly string[], pdf: Uint8Array): string {
  const directory = mkdtempSync(join(tmpdir(), 'skc-pdf-'))
  try {
    const path = join(directory, 'file.pdf')
    writeFileSync(path, pdf)
    return execFileSync(tool, [...args, path, ...(tool === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

export interface PdfFont {
  readonly name: string
  readonly embedded: boolean
  readonly subset: boolean
}

export function pdfFonts(pdf: Uint8Array): PdfFont[] {
  return poppler('pdffonts', [], pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const [embedded, subset] = line.trim().split(/\s+/).slice(-5)
      return { name: line.split(/\s+/)[0] ?? '', embedded: embedded === 'yes', subset: subset === 'yes' }
    })
}

export function pdfInfo(pdf: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    poppler('pdfinfo', ['-isodates'], pdf)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
}

/** The text under the top margin in the order it was written, without any white space. */
export function bareText(pdf: Uint8Array, topPoints: number): string {
  const area = ['-x', '0', '-y', String(Math.round(topPoints)), '-W', '2000', '-H', '2000']
  return poppler('pdftotext', ['-raw', '-nopgbrk', ...area], pdf).replace(/\s+/gu, '')
}

export interface DrawnLine {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The straight lines of every page, in points from the top left, as our renderer writes them. */
export function drawnLines(pdf: Uint8Array): DrawnLine[][] {
  return pageContents(pdf).map((content) =>
    [...content.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l\n(?![\d.])/g)].map(([, x1, y1, x2, y2]) => ({
      left: Math.min(Number(x1), Number(x2)),
      right: Math.max(Number(x1), Number(x2)),
      top: Math.min(Number(y1), Number(y2)),
      bottom: Math.max(Number(y1), Number(y2)),
    })),
  )
}

/** Boxes to tick: the rectangles stroked on every page, with whether a tick is drawn in them. */
export function drawnBoxes(pdf: Uint8Array): { empty: number; ticked: number }[] {
  return pageContents(pdf).map((content) => {
    const boxes = [...content.matchAll(/[\d.]+ [\d.]+ [\d.]+ [\d.]+ re\n/g)].length
    const ticked = [...content.matchAll(/[\d.]+ [\d.]+ m\n[\d.]+ [\d.]+ l\n[\d.]+ [\d.]+ l\n/g)].length
    return { empty: boxes - ticked, ticked }
  })
}

/** Content streams in the order of pages: pdfkit writes each page's content as it finishes the page. */
function pageContents(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf)
  const contents: string[] = []
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at)) {
    const end = bytes.indexOf('endstream', at)
    const text = inflated(bytes.subarray(at + 'stream\n'.length, end))
    if (text.startsWith('1 0 0 -1 0')) contents.push(text)
    at = end + 'endstream\n'.length
  }
  return contents
}

function inflated(stream: Uint8Array): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}
