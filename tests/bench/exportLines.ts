// 5,000 lines with styles to XLSX: ours beside exceljs' streaming writer and openpyxl, all given the same finished cells.
import { PassThrough } from 'node:stream'
import exceljs from 'exceljs'
import { writeWorkbook } from '../../electron/workbooks/adapter/write'
import { nationalPlanSheet } from '../../electron/workbooks/annualPlanSheet'
import { layOut } from '../../electron/workbooks/layout'
import { largePlan, planOptions } from '../support/plan2022'
import { say, sayBeside, takeTurns } from './measure'
import { openpyxlMilliseconds, type PlainSheet, plainCells } from './planExport'

const LINES = 5_000
const ROUNDS = 6

export async function benchExport(): Promise<void> {
  const plan = largePlan(LINES)
  const grid = layOut(nationalPlanSheet(plan, planOptions))
  const cells = plainCells(grid)
  const contenders = [
    { name: 'the finished cells, their heights, print set-up', run: () => writeWorkbook([grid], new Date(0)) },
    { name: 'exceljs streaming, the same finished cells', run: () => writeStreaming(cells) },
  ]
  await takeTurns(contenders, 1)
  const [ours, ...peers] = await takeTurns(contenders, ROUNDS)
  if (ours === undefined) return
  const python = openpyxlMilliseconds(cells)
  if (python !== null) peers.push({ name: 'openpyxl, the same finished cells', median: python, fastest: python })
  sayBeside(`${LINES} lines with styles to XLSX`, ours, peers, 'ours ÷ exceljs streaming ≤ 1.2, ours ÷ openpyxl < 1')
  for (const peer of peers)
    say(`  fastest against fastest: ours ÷ ${peer.name} ${(ours.fastest / peer.fastest).toFixed(2)}`)
  if (python === null) say('  peer: openpyxl: not on this machine')
}

async function writeStreaming({ widths, heights, cells }: PlainSheet): Promise<Uint8Array> {
  const stream = new PassThrough()
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet('KCQG')
  sheet.columns = widths.map((width) => ({ width }))
  let current = 1
  for (const { row, column, value, style, merge } of cells) {
    for (; current < row; current += 1) sheet.getRow(current).commit()
    const line = sheet.getRow(row)
    line.height = heights[row - 1] ?? 15
    const cell = line.getCell(column)
    cell.value = value
    cell.style = style
    if (merge !== null) sheet.mergeCells(row, column, merge[0], merge[1])
  }
  sheet.commit()
  await workbook.commit()
  return new Uint8Array(Buffer.concat(pieces))
}
