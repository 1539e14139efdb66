// The table of a budget, line by line with its sources: an annex of the contract and the estimate itself (Mẫu 1).
import { type FundingSource, totalOf } from '../../../shared/domain/money'
import { sourceLabels } from '../../../shared/labels'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { Block, Cell, HeaderCell, TableColumn, TableRow } from '../blocks'
import { quantity } from '../wording'
import type { PaperBudgetLine, PaperProject } from './paper'

export const unitLine: Block = {
  kind: 'paragraph',
  text: [{ text: 'Đơn vị tính: đồng', italic: true }],
  align: 'right',
  indent: false,
  keepWithNext: true,
}

/** The columns of Mẫu 1, with a column for each of the sources given. */
export function budgetTable(project: PaperProject, sources: readonly FundingSource[]): Block {
  const columns: TableColumn[] = [
    { weight: 0.5, align: 'center' },
    { weight: 4, align: 'left' },
    { weight: 1, align: 'center' },
    { weight: 0.9, align: 'right' },
    { weight: 1.4, align: 'right' },
    { weight: 1.5, align: 'right' },
    ...sources.map((): TableColumn => ({ weight: 1.5, align: 'right' })),
    { weight: 1.2, align: 'left' },
  ]
  const tall = (text: string): HeaderCell => ({ text, rowSpan: 2 })
  return {
    kind: 'table',
    columns,
    header: [
      [
        tall('TT'),
        tall('Nội dung chi'),
        tall('Đơn vị tính'),
        tall('Số lượng'),
        tall('Đơn giá'),
        tall('Thành tiền'),
        { text: 'Trong đó', colSpan: sources.length },
        tall('Ghi chú'),
      ],
      sources.map((source) => ({ text: sourceLabels[source].long })),
    ],
    rows: [
      ...(project.budget.length === 0
        ? [blankRow(columns.length)]
        : project.budget.map((line, index) => budgetRow(line, index, sources))),
      {
        kind: 'total',
        cells: [
          { text: 'Tổng cộng', colSpan: 5, align: 'center' },
          formatInteger(totalOf(project.amounts)),
          ...sources.map((source) => formatInteger(project.amounts[source])),
          '',
        ],
      },
    ],
  }
}

function budgetRow(line: PaperBudgetLine, index: number, sources: readonly FundingSource[]): TableRow {
  return {
    kind: 'row',
    cells: [
      String(index + 1),
      line.content,
      line.unit,
      quantity(line.quantityThousandths),
      line.unitPrice === null ? '' : formatInteger(line.unitPrice),
      formatInteger(totalOf(line.amounts)),
      ...sources.map((source): Cell => (line.amounts[source] === 0 ? '' : formatInteger(line.amounts[source]))),
      line.note,
    ],
  }
}

/** A row to fill by hand where nothing is on record. */
export function blankRow(width: number): TableRow {
  return { kind: 'row', cells: Array.from({ length: width }, (_, column): Cell => (column === 0 ? '1' : '………')) }
}
