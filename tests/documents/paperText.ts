// What is asked of the finished text of every paper: nothing lost between PDF and DOCX, nothing over anything else.
import jsZip from 'jszip'
import { expect } from 'vitest'
import type { PdfPage } from '../support/libreOffice'

/** Every paragraph of the DOCX without white space and without boxes to tick, which the PDF draws. */
export async function paragraphsOf(docx: Uint8Array): Promise<string[]> {
  const zip = await jsZip.loadAsync(docx)
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gsu)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gsu)]
        .map(([, text]) => unescaped(text ?? ''))
        .join('')
        .replace(/[\s☐☑]+/gu, ''),
    )
    .filter((text) => text !== '')
}

function unescaped(text: string): string {
  return text.replace(
    /&(lt|gt|amp|quot|apos);/g,
    (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
  )
}

/** What is left of a text when each paragraph has been taken out of it once. */
export function without(text: string, paragraphs: readonly string[]): string {
  let rest = text
  for (const paragraph of [...paragraphs].sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(paragraph)
    expect(at, `“${paragraph}” is missing`).toBeGreaterThanOrEqual(0)
    rest = `${rest.slice(0, at)}\n${rest.slice(at + paragraph.length)}`
  }
  return rest.replace(/\n/g, '')
}

/** Words must not lie over one another, nor outside the paper. */
export function expectReadable(pages: readonly PdfPage[]) {
  for (const [number, { words, width, height }] of pages.entries()) {
    for (const word of words) {
      expect(word.left, `${word.text} on page ${number + 1}`).toBeGreaterThanOrEqual(0)
      expect(word.right, `${word.text} on page ${number + 1}`).toBeLessThanOrEqual(width)
      expect(word.bottom, `${word.text} on page ${number + 1}`).toBeLessThanOrEqual(height)
    }
    for (const [index, one] of words.entries())
      for (const other of words.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (across > 0.5 && down > 0.5)
          throw new Error(`page ${number + 1}: “${one.text}” lies over “${other.text}” by ${across} × ${down} pt`)
      }
  }
}
