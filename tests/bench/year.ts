// A year of 300 đề án with 6,000 budget lines: its totals, what it was given, one workspace, the deadlines, all checks, the
// plan as PDF; beside bare SQL sums.
import path from 'node:path'
import Database from 'better-sqlite3'
import { createDataFile } from '../../electron/database/dataFile'
import { loadContentGroups } from '../../electron/office/contentGroups'
import { addProjectsToPlan } from '../../electron/plans/commands'
import { createProgram } from '../../electron/program'
import { domainFindings } from '../../electron/program/safety/domainChecks'
import { saveProject } from '../../electron/projects/commands'
import { blankOffice } from '../../shared/contract/office'
import { projectContent } from '../../shared/contract/projects'
import { contentGroups } from '../../shared/domain/projects'
import { openBench, resourcesDir } from './bigOffice'
import { milliseconds, say, sayBeside, takeTurns } from './measure'

export const year = 2026
const projects = 300
const linesEach = 20

/** The first of each content. */
const subContents = loadContentGroups(resourcesDir).flatMap(({ subContents: [first] }) => first?.code ?? [])

/** The file with its đề án, drafts still; their ids. */
export async function makeYear(file: string): Promise<number[]> {
  createDataFile(file)
  const session = openBench(file)
  const ids = await session.write('bench.year', async (writer) => {
    const made: number[] = []
    for (let index = 0; index < projects; index += 1) {
      const { id } = await saveProject(writer, {
        id: null,
        rowVersion: null,
        identity: {
          code: `KCDP-${year}-${String(index + 1).padStart(3, '0')}`,
          programme: 'local',
          kind: index % 10 === 0 ? 'group' : 'single',
          planYear: year,
        },
        content: projectContent.parse({
          name: `Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong chế biến nông sản ${index + 1}`,
          contentGroup: contentGroups[index % contentGroups.length] ?? 'ND3',
          subContent: subContents[index % contentGroups.length] ?? null,
          implementingUnit: 'Trung tâm Khuyến công',
          cooperatingUnits: '',
          startMonth: `${year}-02`,
          endMonth: `${year}-11`,
          necessity: 'Cơ sở cần đổi mới công nghệ. '.repeat(40),
          objective: 'Tăng năng suất. '.repeat(20),
          scale: '',
          schedule: '',
          organisation: '',
          effect: '',
          summary: 'Mua sắm máy móc thiết bị',
          note: '',
          beneficiaries: [{ establishmentId: null, name: `Hợp tác xã số ${index + 1}`, shareBasisPoints: 10_000 }],
          places: [{ provinceCode: '19', communeCode: null, text: 'xã Văn Vũ', oldText: '' }],
          outputs: [],
          budget: Array.from({ length: linesEach }, (_, line) => ({
            content: `Máy số ${line + 1}`,
            unit: 'cái',
            quantityThousandths: 1_000,
            unitPrice: 15_000_000 + index,
            amounts: { national: 0, local: 5_000_000, counterpart: 10_000_000 + index, other: 0 },
            note: '',
          })),
        }),
      })
      made.push(id)
    }
    await addProjectsToPlan(writer, { year, programme: 'local', projectIds: made })
    return made
  })
  await session.close()
  return ids
}

/** A resolution of the province with a row for every content, so that each check has a rule to judge by. */
const norms = {
  name: 'Nghị quyết của HĐND tỉnh',
  resolutionNumber: '1/NQ-HĐND',
  resolutionDate: '2025-07-01',
  territory: '',
  effectiveFrom: '2025-07-26',
  effectiveTo: null,
  priorityMultiplierThousandths: 1500,
  rows: subContents.map((subContent, index) => ({
    code: String(index + 1),
    subContent,
    name: '',
    maxPercentBasisPoints: 3000,
    baseFrom: 'total',
    base: '',
    maxAmount: 800_000_000,
    unit: 'cơ sở',
    legalBasis: '',
    note: '',
  })),
}

export async function benchYear(folder: string): Promise<void> {
  const file = path.join(folder, 'nam.skc')
  const program = createProgram({ resourcesDir, userDataDir: folder })
  const call = async (name: string, input: object): Promise<unknown> => {
    const result = await program.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value
  }
  let ids: number[] = []
  const made = await milliseconds(async () => {
    ids = await makeYear(file)
  })
  say(`\nmade a year of ${projects} đề án with ${projects * linesEach} budget lines in ${(made / 1000).toFixed(1)} s`)
  await call('files.open', { path: file })
  const office = {
    ...blankOffice,
    centreName: 'Trung tâm',
    departmentName: 'Sở Công Thương',
    provinceCode: '19',
    placeName: 'Thái Nguyên',
  }
  await call('office.save', { rowVersion: 0, office })
  await call('office.saveNormSet', { id: null, rowVersion: null, normSet: norms })
  const local = { year, programme: 'local' }
  const registering = await milliseconds(() =>
    call('plans.setState', { ...local, rowVersion: 1, state: 'registered', registeredOn: null }),
  )
  const { id: allocationId } = (await call('plans.saveAllocation', {
    ...local,
    id: null,
    rowVersion: null,
    allocation: {
      batchNumber: 1,
      documentKind: 'decision',
      number: '1/QĐ-UBND',
      issuedOn: null,
      issuer: '',
      totalAmount: 1_000_000_000_000,
      note: '',
    },
  })) as { id: number }
  const { items } = (await call('plans.get', local)) as { items: { id: number }[] }
  const amounts = { national: 0, local: 100_000_000, counterpart: 0, other: 0 }
  const assigning = await milliseconds(async () => {
    for (const item of items) await call('plans.assign', { itemId: item.id, allocationId, amounts, assignedOn: null })
  })
  const middle = ids[150]
  // The sums alone, over an unlocked copy of the same rows: what no program on this file can be quicker than.
  const bare = new Database(':memory:')
  bare.exec('CREATE TABLE budget_line (version_id INTEGER, national INTEGER, local INTEGER, counterpart INTEGER)')
  const insert = bare.prepare('INSERT INTO budget_line VALUES (?, 0, 5000000, 10000000)')
  for (let row = 0; row < projects * linesEach; row += 1) insert.run(row % projects)
  const sums = bare.prepare(
    'SELECT version_id, sum(national), sum(local), sum(counterpart) FROM budget_line GROUP BY version_id',
  )
  const [totals, given, workspace, deadlines, sql] = await takeTurns(
    [
      { name: 'plans.get: items, groups, totals, checks', run: () => call('plans.get', local) },
      { name: 'plans.allocations: registered beside assigned', run: () => call('plans.allocations', local) },
      { name: 'projects.get: one workspace', run: () => call('projects.get', { id: middle }) },
      { name: 'programmes.deadlines', run: () => call('programmes.deadlines', { year }) },
      { name: 'better-sqlite3: the sums alone, in memory', run: () => sums.all() },
    ],
    21,
  )
  const checking = async () => {
    for (const id of ids) await call('projects.judge', { id })
  }
  const pdf = { ...local, format: 'pdf' }
  const [checks, table, paper] = await takeTurns(
    [
      { name: `projects.judge, ${projects} times`, run: checking },
      { name: 'workbooks.exportPlan, PDF', run: () => call('workbooks.exportPlan', pdf) },
      { name: 'documents.renderPlan, PDF', run: () => call('documents.renderPlan', { ...pdf, form: 'local-plan' }) },
    ],
    5,
  )
  bare.close()
  await program.close()
  // Over the file itself: nobody has it open any more.
  const [everySum] = await takeTurns(
    [{ name: 'Kiểm tra dữ liệu: all sums, locked records, the audit', run: () => domainFindings(file) }],
    5,
  )
  if (sql !== undefined) {
    if (totals !== undefined) sayBeside('Totals of that year', totals, [sql], 'ours ≤ 50 ms')
    if (given !== undefined) sayBeside('What that year was given', given, [sql], 'ours ≤ 50 ms')
    if (workspace !== undefined) sayBeside('One workspace of that year', workspace, [sql], 'ours ≤ 100 ms')
    if (deadlines !== undefined) sayBeside('Deadlines of that year', deadlines, [sql], 'ours ≤ 50 ms')
  }
  // Nobody else judges norms or prints this plan: said alone.
  for (const [measured, target] of [
    [checks, '1 s'],
    [table, '2 s'],
    [paper, '2 s'],
    [everySum, '1 s'],
  ] as const)
    if (measured !== undefined)
      say(
        `  ${measured.name}: median ${measured.median.toFixed(0)} ms, fastest ${measured.fastest.toFixed(0)} ms [target: ≤ ${target}]`,
      )
  say(
    `  registering the whole year ${registering.toFixed(0)} ms; ${items.length} assignments ${assigning.toFixed(0)} ms`,
  )
}
