// Reports over the published plan of Bắc Kạn 2022: drafted, approved, carried out, stopped; as of one day and another.
import { describe, expect, it } from 'vitest'
import { reportCodes } from '../../shared/domain/reports'
import { carriedProject } from '../support/carriedProject'
import { approve, projectIds } from '../support/contracts2022'
import { asked, type OpenProgram } from '../support/openProgram'
import { samplePrograms } from '../support/sampleProgram'

const open = samplePrograms('2023-11-21')
const million = 1_000_000

type Table = Awaited<ReturnType<typeof tableOf>>

function tableOf({ ask }: OpenProgram, over: Partial<Parameters<OpenProgram['ask']>[1]> & Record<string, unknown>) {
  return ask('reports.table', { report: 'B1', period: { kind: 'year', year: 2022 }, ...over } as never)
}

function cell(table: Table, line: string, column: string): unknown {
  return table.lines.find(({ key }) => key === line)?.cells[column]
}

describe('reports of Bắc Kạn 2022', () => {
  it('take the plan being drafted and say so, approved and then its decisions', async () => {
    const program = await open()
    const opened = asked(program)
    const drafted = await tableOf(opened, {})
    expect(cell(drafted, 'total', 'plan.national')).toBe(700 * million)
    expect(cell(drafted, 'total', 'plan.local')).toBe(496 * million)
    expect(cell(drafted, 'total', 'plan.outside')).toBe(1_200.5 * million)
    expect(cell(drafted, 'total', 'plan.total')).toBe(2_396.5 * million)
    expect(cell(drafted, 'total', 'plan.projects')).toBe(10)
    expect(cell(await tableOf(opened, { asOf: '2022-06-30' }), 'total', 'plan.total')).toBe(0)

    for (const id of (await projectIds(program)).values()) await approve(program, id)
    const approved = await tableOf(opened, { asOf: '2022-06-30' })
    expect(cell(approved, 'total', 'plan.total')).toBe(2_396.5 * million)
    expect(cell(await tableOf(opened, { asOf: '2021-12-30' }), 'total', 'plan.total')).toBe(0)
    const local = await tableOf(opened, { programme: 'local' })
    expect(cell(local, 'total', 'plan.national')).toBe(0)
    expect(cell(local, 'total', 'plan.local')).toBe(496 * million)
  })

  it('part the same đề án by nine contents or by the six groups of the conferences', async () => {
    const program = await open()
    const opened = asked(program)
    await carriedProject(program)
    const contents = await tableOf(opened, {})
    const groups = await tableOf(opened, { division: 'conferenceGroups' })
    const contentGroups = await opened.ask('office.contentGroups', {})
    expect(groups.title).toContain('sáu nhóm')
    expect(groups.columns).toEqual(contents.columns)
    const rows = groups.lines.filter(({ kind }) => kind === 'row')
    expect(rows.map(({ heading }) => heading)).toHaveLength(6)
    expect(groups.lines.find(({ kind }) => kind === 'total')?.cells).toEqual(
      contents.lines.find(({ kind }) => kind === 'total')?.cells,
    )
    rows.forEach((row, index) => {
      const own = contentGroups.filter(({ conferenceGroup }) => conferenceGroup === index + 1)
      for (const { key, kind } of groups.columns)
        if (kind !== 'percent')
          expect(row.cells[key], `${row.heading} ${key}`).toBe(
            own.reduce((sum, { code }) => sum + Number(cell(contents, code, key)), 0),
          )
    })
  })

  it('show behind every figure the đề án that add up to it', async () => {
    const program = await open()
    const opened = asked(program)
    await carriedProject(program)
    for (const report of reportCodes) {
      const table = await tableOf(opened, { report })
      for (const line of table.lines)
        for (const column of table.columns) {
          const value = line.cells[column.key]
          if (typeof value !== 'number' || column.kind === 'percent' || column.kind === 'text') continue
          const { rows } = await opened.ask('reports.behind', {
            report,
            period: { kind: 'year', year: 2022 },
            line: line.key,
            column: column.key,
          })
          expect(
            rows.reduce((sum, row) => sum + row.value, 0),
            `${report} ${line.key} ${column.key}`,
          ).toBe(value)
        }
    }
  })
})
