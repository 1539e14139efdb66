// The first pages of a dossier: what is in it, by stage, with how many pages each paper has and where in the file it begins.
import type { PaperStage } from '../../../shared/domain/papers'
import { paperStageLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { PaperDocument, TableRow } from '../blocks'
import { letterheadOf, paper } from './paper'
import { centredColumn, ordinalColumn, row, ruledTable, textColumn } from './tables'

export type DossierContentsData = {
  readonly parentOrganisation: string
  readonly unit: string
  readonly place: string | null
  readonly date: PlainDate | null
  readonly projectName: string
  readonly projectCode: string
  readonly papers: readonly {
    readonly stage: PaperStage
    readonly title: string
    /** What of the đề án it speaks of; empty: all of it. */
    readonly record: string
    readonly pages: number
    readonly firstPage: number
  }[]
}

export function buildDossierContents(data: DossierContentsData): PaperDocument {
  const { papers, projectName, projectCode } = data
  const rows = papers.flatMap((one, index): TableRow[] => {
    const begins = papers[index - 1]?.stage !== one.stage
    return [
      ...(begins
        ? [
            {
              kind: 'group',
              cells: [{ text: paperStageLabels[one.stage], colSpan: 5, align: 'left' }],
            } satisfies TableRow,
          ]
        : []),
      row(String(index + 1), one.title, one.record, String(one.pages), String(one.firstPage)),
    ]
  })
  const pages = papers.reduce((sum, one) => sum + one.pages, 0)
  return paper(`Mục lục hồ sơ: ${projectName}`, 13, [
    letterheadOf({ ...data, issuer: data.unit, number: { none: true } }),
    {
      kind: 'heading',
      typeName: 'Mục lục hồ sơ',
      abstract: `Đề án: ${projectName}`,
      note: projectCode === '' ? null : `Mã đề án: ${projectCode}`,
    },
    ruledTable(
      [
        ordinalColumn,
        textColumn('Tên văn bản', 4.4),
        textColumn('Nội dung', 3.4),
        centredColumn('Số trang', 0.9),
        centredColumn('Từ trang', 0.9),
      ],
      rows,
      [
        {
          kind: 'total',
          cells: [{ text: `Tổng cộng: ${papers.length} văn bản`, colSpan: 3, align: 'center' }, String(pages), ''],
        },
      ],
    ),
  ])
}
