// Every paper of changes and of carrying out, made of what offices really type: endless names, 25 of everything, nothing at all.
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../electron/documents/pdf'
import { pdfPages } from '../support/libreOffice'
import { hasTool } from '../support/tools'
import { allPapers } from './allPapers'
import { expectReadable } from './paperText'

/** The data with every text, number and list changed, whatever their shape. */
function everywhere(
  data: unknown,
  change: {
    readonly text?: (text: string) => string
    readonly number?: (number: number) => number
    readonly list?: (list: readonly unknown[]) => readonly unknown[]
  },
): unknown {
  if (typeof data === 'string') return change.text?.(data) ?? data
  if (typeof data === 'number') return change.number?.(data) ?? data
  if (Array.isArray(data)) return (change.list?.(data) ?? data).map((one) => everywhere(one, change))
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, everywhere(value, change)]))
}

/** Texts that people type: of a word at least, and neither days nor names of kinds. */
const isTyped = (text: string) => text.length > 3 && / /.test(text) && !/^\d{4}-\d\d/.test(text)

const endless = <Data>(data: Data): Data =>
  everywhere(data, {
    text: (text) => (isTyped(text) ? `${text} ${'và Chế biến Nông lâm sản xuất khẩu '.repeat(4)}hết` : text),
  }) as Data
const many = <Data>(data: Data): Data =>
  everywhere(data, {
    list: (list) =>
      list.length > 0 && list.every((one) => typeof one === 'object')
        ? Array.from({ length: Math.max(25, list.length) }, (_, index) => list[index % list.length])
        : list,
  }) as Data
const nothing = <Data>(data: Data): Data =>
  everywhere(data, { text: (text) => (isTyped(text) ? '' : text), number: () => 0 }) as Data

describe.skipIf(!hasTool('pdftotext'))('papers of rough data', () => {
  const ways = { 'endless names': endless, '25 of everything': many, 'nothing at all': nothing }
  const cases = allPapers.flatMap((one) => Object.entries(ways).map(([how, way]) => ({ ...one, how, way })))

  it.each(cases)('$name of $how stays on its paper', async ({ of, way }) => {
    const pages = await pdfPages(await renderPdf(of(way), { createdAt: new Date(0) }))
    expectReadable(pages)
    const text = pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
    expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object/)
    expect(text).toContain('Độc lập')
  })
})
