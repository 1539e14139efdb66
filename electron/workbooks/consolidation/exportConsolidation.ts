// A kept consolidation as a file: a workbook of live formulas, or a paper with the sentences and the tables.
import type { Consolidated } from '../../../shared/contract/consolidation'
import type { FileOut } from '../../../shared/contract/values'
import { assertNever } from '../../../shared/domain/assertNever'
import { consolidationLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { foldTokens } from '../../../shared/vietnamese/fold'
import type { Block, PaperDocument } from '../../documents/blocks'
import type { RenderService } from '../../documents/renderService'
import type { PlanSheetOptions } from '../annualPlanSheet'
import type { Sheet } from '../sheet'
import { consolidationSheets } from './consolidationSheets'

type Format = 'xlsx' | 'pdf' | 'docx'

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export async function consolidationFile(
  name: string,
  { shown }: { readonly shown: Consolidated },
  options: PlanSheetOptions,
  format: Format,
  today: PlainDate,
  renderer: RenderService,
): Promise<FileOut> {
  const createdAt = Date.parse(`${today}T00:00:00Z`)
  const bytes = await makeFile(shown, options, format, createdAt, renderer)
  return {
    fileName: `${foldTokens(name).join('-').slice(0, 80) || 'tong-hop'}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  }
}

async function makeFile(
  shown: Consolidated,
  options: PlanSheetOptions,
  format: Format,
  createdAt: number,
  renderer: RenderService,
): Promise<Uint8Array> {
  const sheets = consolidationSheets(shown, options)
  const tables: Sheet[] = [sheets.provinces, sheets.contents, sheets.conferenceGroups, sheets.sources]
  switch (format) {
    case 'xlsx': {
      const [{ layOut }, { writeWorkbook }] = await Promise.all([import('../layout'), import('../adapter/write')])
      const all = [...tables, sheets.files, ...(sheets.differences === null ? [] : [sheets.differences])]
      return writeWorkbook(
        all.map((sheet) => layOut(sheet)),
        new Date(createdAt),
      )
    }
    case 'pdf':
    case 'docx': {
      const { sheetToPaper } = await import('../sheetToPaper')
      const parts = [sheets.sources, sheets.provinces, sheets.conferenceGroups, sheets.contents]
      return renderer.render(
        format,
        paperOf(
          shown,
          parts.map((sheet) => ({ sheet, paper: sheetToPaper(sheet) })),
        ),
        createdAt,
      )
    }
    default:
      return assertNever(format, 'a consolidation goes out as XLSX, PDF or DOCX')
  }
}

interface Part {
  readonly sheet: Sheet
  readonly paper: PaperDocument
}

/** The head of the first table, the sentences, each table under its name, the signatures at the end. */
function paperOf(shown: Consolidated, parts: readonly Part[]): PaperDocument {
  const [first] = parts
  if (first === undefined) throw new Error('a consolidation has no table')
  const { blocks } = first.paper
  const table = blocks.findIndex(({ kind }) => kind === 'table')
  // Name of the table and unit stand right above it; both come again with each table below.
  const head = blocks.slice(0, Math.max(0, table - 2))
  return {
    ...first.paper,
    blocks: [
      ...head,
      ...shown.sentences.map((text): Block => ({ kind: 'paragraph', text, align: 'justify' })),
      ...(shown.checks.length === 0
        ? []
        : [
            heading(consolidationLabels.checks),
            { kind: 'bullets', items: shown.checks.map(({ message }) => message) } satisfies Block,
          ]),
      ...parts.flatMap(({ sheet, paper }) => tableOf(sheet, paper)),
      ...blocks.slice(table + 1),
    ],
  }
}

function tableOf({ name }: Sheet, paper: PaperDocument): Block[] {
  const at = paper.blocks.findIndex(({ kind }) => kind === 'table')
  return [heading(name), ...paper.blocks.slice(Math.max(0, at - 1), at + 1)]
}

function heading(text: string): Block {
  return { kind: 'paragraph', text: [{ text, bold: true }], indent: false, keepWithNext: true }
}
