// Ten years of 200 đề án with contracts, payments, acceptances and 1,200 decided adjustments: each report over all of them, beside
// bare SQL.
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { createDataFile } from '../../electron/database/dataFile'
import { createProgram } from '../../electron/program'
import { reportCodes } from '../../shared/domain/reports'
import { resourcesDir } from './bigOffice'
import { milliseconds, say, sayBeside, takeTurns } from './measure'

const firstYear = 2017
const years = 10
const perYear = 200
const target = 300

/** Of each year's đề án so many were adjusted once. */
const changedEach = 120

/** What the request asks for: it ends a month later, and one machine costs more. */
function askedContent(year: number, index: number): string {
  const budget = Array.from({ length: 5 }, (_, rank) => ({
    content: `Máy ${rank}`,
    unit: 'cái',
    quantityThousandths: null,
    unitPrice: null,
    amounts: { national: 0, local: 5_000_000, counterpart: rank === 0 ? 9_500_000 : 9_000_000, other: 0 },
    note: '',
  }))
  return JSON.stringify({
    name: `Hỗ trợ ứng dụng máy móc ${index}`,
    contentGroup: `ND${1 + (index % 9)}`,
    subContent: 'ND3.advancedMachinery',
    implementingUnit: '',
    cooperatingUnits: '',
    startMonth: null,
    endMonth: `${year}-12`,
    necessity: '',
    objective: '',
    scale: '',
    schedule: '',
    organisation: '',
    effect: '',
    summary: '',
    note: '',
    beneficiaries: [{ establishmentId: null, name: `Hợp tác xã ${index}`, shareBasisPoints: null }],
    places: [{ provinceCode: null, communeCode: null, text: 'xã Văn Vũ', oldText: '' }],
    outputs: [],
    budget,
  })
}

const two = (value: number) => String(value).padStart(2, '0')

/** Written past the commands: two thousand đề án carried out by their own screens would take an hour. */
function fill(file: string): void {
  const db = new Database(file)
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>) => {
    const columns = Object.keys(row)
    return Number(
      db
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(row)).lastInsertRowid,
    )
  }
  const money = (own: number) => ({ national: 0, local: own, counterpart: 0, other: 0 })
  db.transaction(() => {
    insert('command', { at: '2026-01-01T00:00:00Z', actor: 'bench', host: 'bench', name: 'bench.fill' })
    for (let year = firstYear; year < firstYear + years; year += 1) {
      const plan = insert('plan', {
        year,
        programme: 'local',
        attached_to: '',
        decision_number: '1/QĐ',
        decision_date: `${year}-01-15`,
        note: '',
        state: 'registered',
        registered_on: `${year - 1}-06-10`,
      })
      for (let index = 0; index < perYear; index += 1) {
        const project = insert('project', {
          code: `KCDP-${year}-${two(index)}`,
          programme: 'local',
          kind: 'single',
          plan_year: year,
          status: 'settled',
        })
        const version = insert('project_version', {
          project_id: project,
          number: 1,
          stage: 'approved',
          decision_number: `${index}/QĐ-UBND`,
          decision_date: `${year}-01-20`,
          name: `Hỗ trợ ứng dụng máy móc ${index}`,
          name_sort: 'x',
          content_group: `ND${1 + (index % 9)}`,
          sub_content: 'ND3.advancedMachinery',
        })
        for (let rank = 0; rank < 5; rank += 1)
          insert('budget_line', {
            version_id: version,
            rank,
            content: `Máy ${rank}`,
            unit: 'cái',
            ...money(5_000_000),
            counterpart: 9_000_000,
            note: '',
          })
        insert('project_beneficiary', { version_id: version, rank: 0, name: `Hợp tác xã ${index}` })
        insert('project_place', { version_id: version, rank: 0, text: 'xã Văn Vũ' })
        insert('plan_item', {
          plan_id: plan,
          project_id: project,
          rank: index,
          note: '',
          registered_version_id: version,
        })
        if (index < changedEach) {
          const request = insert('change_request', {
            year,
            letter_number: `${index}/TTKC`,
            letter_date: `${year}-05-04`,
            asked_by: 'Trung tâm',
            reason: 'Máy nhập khẩu về chậm',
            note: '',
            state: 'submitted',
            submitted_on: `${year}-05-05`,
          })
          insert('change_item', {
            request_id: request,
            rank: 0,
            kind: 'adjust',
            project_id: project,
            base_version_id: version,
            asked: askedContent(year, index),
            approved: askedContent(year, index),
            outcome: 'approved',
          })
          insert('change_decision', {
            request_id: request,
            number: `${index}/QĐ`,
            date: `${year}-05-20`,
            signer: 'A',
            authority: 'planApprover',
          })
        }
        const contract = insert('contract', {
          kind: 'agency',
          programme: 'local',
          year,
          state: 'draft',
          outside_number: `${index}/HĐ`,
          signed_on: `${year}-02-20`,
        })
        insert('contract_line', { contract_id: contract, rank: 0, project_id: project, ...money(25_000_000) })
        for (const [round, kind, month] of [
          [1, 'advance', 4],
          [2, 'advance', 7],
          [1, 'payment', 11],
        ] as const) {
          const payment = insert('contract_payment', {
            contract_id: contract,
            kind,
            round,
            on_date: `${year}-${two(month)}-${two(1 + (index % 28))}`,
            voucher_kind: 'receipt',
            voucher_key: `${year} ${index} ${round} ${kind}`,
          })
          insert('contract_payment_line', { payment_id: payment, project_id: project, ...money(8_000_000) })
        }
        const acceptance = insert('acceptance', {
          project_id: project,
          version_id: version,
          form: '5b',
          beneficiary: '',
          place: '',
          date: `${year}-10-${two(1 + (index % 28))}`,
          conclusion: 'pass',
        })
        insert('acceptance_cost', {
          acceptance_id: acceptance,
          rank: 0,
          content: 'Máy',
          planned_national: 0,
          planned_local: 25_000_000,
          planned_counterpart: 45_000_000,
          planned_other: 0,
          done_national: 0,
          done_local: 24_000_000,
          done_counterpart: 45_000_000,
          done_other: 0,
          note: '',
        })
        insert('supported_machine', { acceptance_id: acceptance, rank: 0, name: 'Máy sấy', quantity: 1_000 })
        if (index % 20 === 0)
          insert('inspection', {
            project_id: project,
            year: year + 1,
            kind: 'afterOneYear',
            beneficiary: `Hợp tác xã ${index}`,
            visited_on: `${year + 1}-05-10`,
            jobs: 12,
            jobs_before: 9,
          })
      }
    }
    db.exec(
      'UPDATE project SET current_version_id = (SELECT max(v.id) FROM project_version v WHERE v.project_id = project.id)',
    )
    db.exec('UPDATE project_version SET locked = 1, locked_on = decision_date')
    // What is final refuses new parts, so it becomes final last.
    db.exec("UPDATE contract SET state = 'signed'; UPDATE acceptance SET concluded_on = date")
    db.exec("UPDATE plan SET state = 'approved'; UPDATE change_request SET state = 'decided'")
  })()
  db.close()
}

export async function benchReports(folder: string): Promise<void> {
  const file = path.join(folder, 'bao-cao.skc')
  createDataFile(file)
  const made = await milliseconds(() => fill(file))
  say(`\nmade ${years} years × ${perYear} đề án carried out to the end in ${(made / 1000).toFixed(1)} s`)
  const program = createProgram({ resourcesDir, userDataDir: folder, log: () => undefined })
  const call = async (name: string, input: object): Promise<unknown> => {
    const result = await program.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value
  }
  await call('files.open', { path: file })
  const copy = path.join(folder, 'bao-cao-sao.skc')
  fs.copyFileSync(file, copy)
  const bare = new Database(copy, { readonly: true })
  const period = { kind: 'years', from: firstYear, to: firstYear + years - 1 }
  const asOf = `${firstYear + years - 1}-12-31`
  // The least any of them must read: plans in force and money moved, by content.
  const sums = bare.prepare(`SELECT v.content_group, count(*), sum(b.local), sum(b.counterpart), sum(m.local)
    FROM project p JOIN project_version v ON v.id = (SELECT d.id FROM project_version d WHERE d.project_id = p.id
      AND d.locked = 1 AND d.decision_date <= ? ORDER BY d.number DESC LIMIT 1)
    JOIN (SELECT version_id, sum(local) local, sum(counterpart) counterpart FROM budget_line GROUP BY version_id) b
      ON b.version_id = v.id
    LEFT JOIN (SELECT l.project_id, sum(CASE y.kind WHEN 'recovery' THEN -l.local ELSE l.local END) local
      FROM contract_payment_line l JOIN contract_payment y ON y.id = l.payment_id WHERE y.on_date <= ? GROUP BY l.project_id) m
      ON m.project_id = p.id
    WHERE p.plan_year BETWEEN ? AND ? GROUP BY v.content_group`)
  for (const report of reportCodes) {
    const [ours, sql] = await takeTurns(
      [
        { name: `reports.table ${report}`, run: () => call('reports.table', { report, period, asOf }) },
        {
          name: 'better-sqlite3: plan and disbursed by content alone',
          run: () => sums.all(asOf, asOf, firstYear, firstYear + years - 1),
        },
      ],
      9,
    )
    if (ours !== undefined && sql !== undefined)
      sayBeside(`${report} over ten years, 2,000 đề án`, ours, [sql], `ours ≤ ${target} ms`)
  }
  bare.close()
  await program.close()
}
