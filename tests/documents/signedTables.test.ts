// A table signed right below it, of every length: its signatures never stand alone on a page, and no row is lost on the way.
import { describe, expect, it } from 'vitest'
import type { PaperDocument, TableRow } from '../../electron/documents/blocks'
import { renderDocx } from '../../electron/documents/docx'
import { renderPdf } from '../../electron/documents/pdf'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { hasTool } from '../support/tools'

const createdAt = new Date(0)

function paper(rows: readonly TableRow[], orientation: 'portrait' | 'landscape'): PaperDocument {
  return {
    title: 'Bảng',
    orientation,
    marginsMm: { top: 20, bottom: 20, left: 30, right: 20 },
    bodySizePt: 14,
    blocks: [
      { kind: 'heading', typeName: 'Báo cáo', abstract: 'Về một bảng', note: null },
      {
        kind: 'table',
        columns: [
          { weight: 1, align: 'center' },
          { weight: 4, align: 'left' },
        ],
        header: [[{ text: 'TT' }, { text: 'Đầu' }]],
        rows,
      },
      {
        kind: 'signatures',
        recipients: ['Sở Công Thương', 'Lưu: VT'],
        signers: [{ caption: null, authority: null, position: 'Giám đốc', note: null, name: 'Nguyễn Văn A' }],
      },
    ],
  }
}

const row = (index: number): TableRow => ({ kind: 'row', cells: [String(index), `dòng-${index}.`] })
const group = (name: string): TableRow => ({ kind: 'group', cells: [name, `nhóm-${name}.`] })
const rowsUpTo = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1))

const textsOf = (pdf: Uint8Array) => pdfPages(Buffer.from(pdf)).map(({ words }) => words.map(({ text }) => text))

describe.skipIf(!hasTool('pdftotext'))('a signed table', () => {
  it.each(['portrait', 'landscape'] as const)(
    '%s keeps at least two rows with its signatures',
    async (orientation) => {
      let carried = 0
      for (let count = 1; count <= 44; count += 1) {
        const pages = textsOf(await renderPdf(paper(rowsUpTo(count), orientation), { createdAt }))
        const named = pages.map((words) => words.filter((word) => word.startsWith('dòng-')))
        expect(named.flat(), `${count} rows`).toEqual(rowsUpTo(count).map((_, index) => `dòng-${index + 1}.`))
        const last = pages.at(-1) ?? []
        expect(last.join(' '), `${count} rows`).toContain('Nơi nhận')
        expect(named.at(-1)?.length, `${count} rows`).toBeGreaterThanOrEqual(Math.min(2, count))
        // Its head stands over the rows of every page.
        expect(
          pages.every((words) => words.includes('Đầu')),
          `${count} rows`,
        ).toBe(true)
        if (named.at(-1)?.length === 2 && pages.length > 1) carried += 1
      }
      expect(carried).toBeGreaterThan(0)
    },
    60_000,
  )

  it('takes the heading of a group along with its rows', async () => {
    for (let count = 20; count <= 40; count += 1) {
      const rows = [...rowsUpTo(count), group('II'), row(count + 1), row(count + 2)]
      const pages = textsOf(await renderPdf(paper(rows, 'portrait'), { createdAt }))
      const pageOf = (word: string) => pages.findIndex((words) => words.includes(word))
      expect(pageOf('nhóm-II.'), `${count} rows`).toBe(pageOf(`dòng-${count + 1}.`))
      expect(pageOf(`dòng-${count + 2}.`), `${count} rows`).toBe(pages.length - 1)
    }
  }, 60_000)

  it.skipIf(!hasTool('soffice'))(
    'tells Word to keep its last rows with the signatures',
    async () => {
      const docx = Buffer.from(await renderDocx(paper(rowsUpTo(30), 'portrait'), { createdAt }))
      const [flat] = convertWithLibreOffice([docx], 'docx', 'fodt')
      expect(flat?.toString()).toContain('dòng-30.')
      const [odd] = convertWithLibreOffice([docx], 'docx', 'pdf')
      expect(
        textsOf(odd ?? Buffer.alloc(0))
          .flat()
          .filter((word) => word.startsWith('dòng-')),
      ).toHaveLength(30)
    },
    60_000,
  )
})
