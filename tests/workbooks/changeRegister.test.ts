// The register of adjustments (B9): as a workbook that opens, and as a printed sheet that says the same.
import { describe, expect, it } from 'vitest'
import type { FileOut } from '../../shared/contract/values'
import { carriedProject } from '../support/carriedProject'
import { convertWithLibreOffice, pdfPages } from '../support/libreOffice'
import { answerOf, refusalOf, samplePrograms } from '../support/sampleProgram'
import { hasTool } from '../support/tools'

const openSample = samplePrograms('2023-12-20')

describe.skipIf(!hasTool('soffice') || !hasTool('pdftotext'))('the register of adjustments', () => {
  it('lists what changed from what to what, why, by whom and by which paper', async () => {
    const program = await openSample()
    expect(await refusalOf(program, 'workbooks.exportChangeRegister', { year: 2022, format: 'xlsx' })).toMatchObject({
      code: 'document.incomplete',
    })
    await carriedProject(program)
    const file = (format: string) =>
      answerOf<FileOut>(program, 'workbooks.exportChangeRegister', { year: 2022, programme: null, format })
    const [xlsx, pdf] = [await file('xlsx'), await file('pdf')]
    expect(xlsx.fileName).toBe('so-dieu-chinh-2022.xlsx')
    const [fromSheet] = convertWithLibreOffice([Buffer.from(xlsx.base64, 'base64')], 'xlsx', 'pdf')
    const wordsOf = (bytes: Uint8Array) =>
      pdfPages(bytes)
        .flatMap(({ words }) => words.map((word) => word.text))
        .join(' ')
    const printed = wordsOf(Buffer.from(pdf.base64, 'base64'))
    const rows = wordsOf(fromSheet ?? new Uint8Array())
    for (const text of [rows, printed])
      for (const phrase of ['11/2022', '12/2022', '120/QĐ-CTĐP', 'Chờ máy', 'Cấp quyết định', 'Trước điều chỉnh'])
        expect(text).toContain(phrase)
    expect(printed).not.toMatch(/undefined|null|NaN/)
    expect(
      await refusalOf(program, 'workbooks.exportChangeRegister', { year: 2022, programme: 'local', format: 'pdf' }),
    ).toMatchObject({ code: 'document.incomplete' })
  })
})
