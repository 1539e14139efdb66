// Ten years of 200 đề án with ten adjustments each: a plan as it stands today, two days of it compared; beside bare SQL sums.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createDataFile } from '../../electron/database/dataFile'
import { createProgram } from '../../electron/program'
import { resourcesDir } from './bigOffice'
import { milliseconds, say, sayBeside, takeTurns } from './measure'

const years = 10
const firstYear = 2017
const items = 200
const adjustments = 10
const linesEach = 5

const two = (value: number) => String(value).padStart(2, '0')

/** Written past the commands: ten adjustments of two thousand đề án by their own screens would take an hour. */
function fill(file: string): void {
  const db = new Database(file)
  const insert = (table: string, columns: readonly string[]) =>
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  db.transaction(() => {
    insert('command', ['at', 'actor', 'host', 'name']).run('2026-01-01T00:00:00Z', 'bench', 'bench', 'bench.fill')
    const plan = insert('plan', [
      'year',
      'programme',
      'attached_to',
      'decision_number',
      'decision_date',
      'note',
      'state',
      'registered_on',
    ])
    const project = insert('project', ['code', 'programme', 'kind', 'plan_year', 'status'])
    const version = insert('project_version', [
      'project_id',
      'number',
      'stage',
      'decision_number',
      'decision_date',
      'name',
      'name_sort',
      'content_group',
      'start_month',
      'end_month',
      'necessity',
    ])
    const line = insert('budget_line', [
      'version_id',
      'rank',
      'content',
      'unit',
      'national',
      'local',
      'counterpart',
      'other',
      'note',
    ])
    const beneficiary = insert('project_beneficiary', ['version_id', 'rank', 'name'])
    const place = insert('project_place', ['version_id', 'rank', 'text'])
    const item = insert('plan_item', ['plan_id', 'project_id', 'rank', 'note', 'registered_version_id'])
    for (let year = firstYear; year < firstYear + years; year += 1) {
      const planId = plan.run(year, 'local', '', '', null, '', 'registered', `${year - 1}-06-10`).lastInsertRowid
      for (let index = 0; index < items; index += 1) {
        const projectId = project.run(`KCDP-${year}-${index}`, 'local', 'single', year, 'approved').lastInsertRowid
        let first: number | bigint = 0
        for (let number = 1; number <= adjustments + 1; number += 1) {
          const id = version.run(
            projectId,
            number,
            number === 1 ? 'approved' : 'adjusted',
            `${number}/QĐ-UBND`,
            `${year}-${two(number)}-${two(1 + (index % 28))}`,
            `Hỗ trợ ứng dụng máy móc ${index}`,
            'x',
            'ND3',
            `${year}-02`,
            `${year}-11`,
            'Cơ sở cần đổi mới công nghệ. '.repeat(20),
          ).lastInsertRowid
          if (number === 1) first = id
          for (let rank = 0; rank < linesEach; rank += 1)
            line.run(id, rank, `Máy số ${rank + 1}`, 'cái', 0, 5_000_000 + number * 100_000, 10_000_000, 0, '')
          beneficiary.run(id, 0, `Hợp tác xã số ${index}`)
          place.run(id, 0, number > 5 ? 'xã Văn Vũ' : 'xã Vũ Loan')
        }
        item.run(planId, projectId, index, '', first)
      }
    }
    db.exec(`UPDATE project SET current_version_id =
      (SELECT max(v.id) FROM project_version v WHERE v.project_id = project.id);
      UPDATE project_version SET locked = 1, locked_on = decision_date;
      UPDATE plan SET state = 'approved';`)
  })()
  db.close()
}

export async function benchAsOf(folder: string): Promise<void> {
  const file = path.join(folder, 'muoi-nam.skc')
  createDataFile(file)
  const made = await milliseconds(() => fill(file))
  say(`\nmade ${years} years × ${items} đề án × ${adjustments} adjustments in ${(made / 1000).toFixed(1)} s`)
  const program = createProgram({ resourcesDir, userDataDir: folder })
  const call = async (name: string, input: object): Promise<unknown> => {
    const result = await program.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value
  }
  await call('files.open', { path: file })
  const which = { year: firstYear + years - 1, programme: 'local' }
  const on = (month: number) => `${which.year}-${two(month)}-28`
  const days = { before: { kind: 'date', date: on(3) }, after: { kind: 'date', date: on(9) } }
  // The program keeps its file to itself: the peer reads a copy.
  const copy = path.join(folder, 'muoi-nam-sao.skc')
  fs.copyFileSync(file, copy)
  const bare = new Database(copy, { readonly: true })
  // What any answer must read: the sums of the versions in force that day, nothing else of them.
  const sums = bare.prepare(`SELECT sum(l.national), sum(l.local), sum(l.counterpart) FROM plan p
    JOIN plan_item i ON i.plan_id = p.id JOIN budget_line l ON l.version_id = (SELECT v.id FROM project_version v
      WHERE v.project_id = i.project_id AND v.locked = 1 AND v.decision_date <= ? ORDER BY v.number DESC LIMIT 1)
    WHERE p.year = ? AND p.programme = 'local'`)
  const [projection, comparison, sql, sqlTwice] = await takeTurns(
    [
      {
        name: 'plans.get asOf: items, groups, totals, checks',
        run: () => call('plans.get', { ...which, asOf: on(9) }),
      },
      {
        name: 'plans.compare: two days, every cell of 200 đề án',
        run: () => call('plans.compare', { ...which, ...days }),
      },
      { name: 'better-sqlite3: the sums of that day alone', run: () => sums.get(on(9), which.year) },
      {
        name: 'better-sqlite3: the sums of both days alone',
        run: () => [sums.get(on(3), which.year), sums.get(on(9), which.year)],
      },
    ],
    15,
  )
  bare.close()
  await program.close()
  if (projection !== undefined && sql !== undefined)
    sayBeside('The plan as it stood on a day', projection, [sql], 'ours ≤ 50 ms')
  if (comparison !== undefined && sqlTwice !== undefined)
    sayBeside('Two days of the plan compared', comparison, [sqlTwice], 'ours ≤ 100 ms')
}
