// "Kiểm tra dữ liệu" over a real file that was carried from draft to settlement, then broken in every way a check knows of.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { sealedTables } from '../../electron/database/seals'
import { createProgram } from '../../electron/program'
import { domainFindings } from '../../electron/program/safety/domainChecks'
import type { AmountsBySource } from '../../shared/domain/money'
import { carriedProject } from '../support/carriedProject'
import { corrupt } from '../support/corrupt'
import { asked } from '../support/openProgram'
import { answerOf } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()

function start() {
  return createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => '2023-11-21', instant: () => '2023-11-21T03:00:00.000Z' },
    log: () => undefined,
    checkOutput: true,
  })
}

let whole: Buffer
let projectId = 0

/** One file with something of everything: made once, broken many times. */
beforeAll(async () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'skc-checks-')), 'mau.skc')
  const program = start()
  await answerOf(program, 'files.createSample', { path: file })
  const project = await carriedProject(program)
  projectId = project.id
  const { rows } = await answerOf<{ rows: { id: number; kind: string; rowVersion: number }[] }>(
    program,
    'contracts.list',
    { year: 2022 },
  )
  const agency = rows.find(({ kind }) => kind === 'agency')
  for (const [kind, national] of [
    ['advance', 7_000_000],
    ['payment', 1_000_000],
  ] as const)
    await answerOf(program, 'contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId: agency?.id ?? 0,
      payment: {
        kind,
        round: 1,
        onDate: '2022-06-01',
        lines: [{ projectId: project.id, amounts: { national, local: 0, counterpart: 0, other: 0 } }],
        voucherKind: 'treasuryOrder',
        voucherNumber: `UNC-${kind}`,
        voucherDate: '2022-06-01',
        payee: 'Trung tâm',
        content: kind,
        doneBasisPoints: 9_000,
        confirmationNumber: '',
        confirmedOn: null,
        papers: [],
        note: '',
      },
      reason: 'Đã báo cáo',
    })
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'execution.settlement', {
    projectId: project.id,
  })
  const { settlement } = await answerOf<{ settlement: { lines: { asked: AmountsBySource }[] } }>(
    program,
    'execution.settlement',
    { projectId: project.id },
  )
  await answerOf(program, 'execution.approveSettlement', {
    projectId: project.id,
    rowVersion,
    approvalNumber: '9/QĐ-STC',
    approvedOn: '2022-12-20',
    approved: settlement.lines.map(({ asked }) => asked),
    reason: 'Phần còn lại cấp năm sau',
  })
  await answerOf(program, 'archive.attach', {
    ownerKind: 'project',
    ownerId: project.id,
    fileName: 'bien-ban.pdf',
    base64: Buffer.from('%PDF-1.7\nbytes').toString('base64'),
  })
  await answerOf(program, 'files.close', {})
  await program.close()
  whole = fs.readFileSync(file)
  fs.rmSync(path.dirname(file), { recursive: true })
}, 120_000)

function copy(): string {
  const file = path.join(folder(), 'hong.skc')
  fs.writeFileSync(file, whole)
  return file
}

const said = async (file: string) => (await domainFindings(file)).map(({ where, message }) => `${where}: ${message}`)

/** In the file as it was made: the version in force of the đề án that was carried out. */
const inForce = `(SELECT max(id) FROM project_version WHERE project_id = (SELECT project_id FROM settlement))`
const agency = `(SELECT min(id) FROM contract WHERE kind = 'agency')`

/** Each breaks one thing; several checks may notice, this one must. */
const ways: readonly (readonly [what: string, sql: string, found: RegExp])[] = [
  [
    'a budget line of a locked version',
    `UPDATE budget_line SET national = national + 7 WHERE id = (SELECT min(id) FROM budget_line WHERE version_id = ${inForce})`,
    /Dòng dự toán, KCQG: lúc khóa là “\d+”, nay là “\d+”/,
  ],
  [
    'a line taken out of a locked version',
    `DELETE FROM budget_line WHERE id = (SELECT min(id) FROM budget_line WHERE version_id = ${inForce})`,
    /Dòng dự toán: lúc khóa có \d+, nay có \d+/,
  ],
  [
    'a text of a locked version',
    `UPDATE project_version SET objective = 'khác' WHERE id = ${inForce}`,
    /Bản nội dung, Mục tiêu: lúc khóa/,
  ],
  [
    'quantity and price',
    `UPDATE budget_line SET quantity_thousandths = 1000, unit_price = 7 WHERE id = (SELECT min(id) FROM budget_line)`,
    /số lượng × đơn giá là 7 đồng/,
  ],
  [
    'shares over the whole',
    `UPDATE project_beneficiary SET share_basis_points = 9999 WHERE version_id = ${inForce}`,
    /[Tt]ỷ lệ.+100/,
  ],
  [
    'the version a đề án shows',
    `UPDATE project SET current_version_id = (SELECT max(id) FROM project_version WHERE project_id <> (SELECT min(id) FROM project)) WHERE id = (SELECT min(id) FROM project)`,
    /không có phiên bản hiện hành của chính nó/,
  ],
  [
    'the state of a đề án',
    `UPDATE project SET status = 'settled' WHERE id = (SELECT project_id FROM settlement)`,
    /Trạng thái ghi “.+” nhưng bước cuối trong lịch sử là “.+”/,
  ],
  [
    'a step of its way',
    `UPDATE project_step SET from_status = 'draft' WHERE id = (SELECT max(id) FROM project_step)`,
    /Lịch sử có một bước đi từ/,
  ],
  [
    'a version pinned for another đề án',
    `UPDATE plan_item SET registered_version_id = (SELECT max(id) FROM project_version WHERE project_id <> plan_item.project_id) WHERE id = (SELECT min(id) FROM plan_item)`,
    /ghi phiên bản của một đề án khác/,
  ],
  [
    'a đề án in the plan of another year',
    `UPDATE project SET plan_year = 2031 WHERE id = (SELECT project_id FROM plan_item LIMIT 1)`,
    /thuộc năm hoặc chương trình khác/,
  ],
  [
    'the value of a signed contract',
    `UPDATE contract_line SET national = national * 3 WHERE contract_id = ${agency}`,
    /Kinh phí hợp đồng, KCQG: lúc khóa/,
  ],
  [
    'the day of a signed contract',
    `UPDATE contract SET signed_on = '2022-12-31' WHERE id = ${agency}`,
    /Ngày ký muộn hơn ngày kết thúc/,
  ],
  [
    'a payment before the contract',
    `UPDATE contract_payment SET on_date = '2020-01-01' WHERE id = (SELECT min(id) FROM contract_payment)`,
    /sớm hơn ngày ký hợp đồng/,
  ],
  [
    'more paid than contracted',
    `DELETE FROM contract_override; UPDATE contract_payment_line SET national = 900000000000 WHERE payment_id = (SELECT min(id) FROM contract_payment)`,
    /đã cấp 900\.00.+ KCQG, vượt giá trị hợp đồng .+ mà không ghi lý do/,
  ],
  [
    'more taken back than given',
    `UPDATE contract_payment SET kind = 'recovery'`,
    /đã thu hồi .+ trong khi chỉ cấp 0 đồng/,
  ],
  [
    'settled over what was given, the reason gone',
    `UPDATE settlement SET difference_reason = ''; UPDATE contract SET closed_reason = ''`,
    /quyết toán và thu hồi .+ nhiều hơn số đã cấp .+ mà không ghi lý do/,
  ],
  [
    'a settled voucher',
    `UPDATE settlement_voucher SET national = national + 1; UPDATE settlement SET difference_reason = ''`,
    /Không ghi lý do: kinh phí khuyến công quốc gia: đề nghị .+, chứng từ/,
  ],
  [
    'more granted than asked',
    `UPDATE settlement_line SET approved_national = 999999999999 WHERE id = (SELECT min(id) FROM settlement_line)`,
    /nhiều hơn số đề nghị/,
  ],
  [
    'a voucher settled twice',
    `INSERT INTO settlement_voucher (settlement_id, rank, number, date, kind, content, payee, national, local, counterpart, other, note) SELECT settlement_id, 9, number, date, kind, content, payee, 0, 0, 0, 5, note FROM settlement_voucher LIMIT 1`,
    /mỗi chứng từ chỉ quyết toán một lần/,
  ],
  [
    'an accepted quantity',
    `UPDATE acceptance_output SET planned = 777777 WHERE planned IS NOT NULL`,
    /ghi kế hoạch 777,777, đề án ghi/,
  ],
  [
    'an acceptance that passed and fell short',
    `UPDATE acceptance_output SET done = 1 WHERE planned > 1`,
    /Kết luận đạt mà không ghi lý do/,
  ],
  [
    'an acceptance of another đề án',
    `UPDATE acceptance SET version_id = (SELECT min(id) FROM project_version WHERE project_id <> acceptance.project_id)`,
    /dựa vào phiên bản của một đề án khác/,
  ],
  [
    'what a decision made',
    `UPDATE project_version SET end_month = '2023-03' WHERE id = ${inForce}`,
    /Phiên bản do quyết định lập ra khác nội dung được duyệt/,
  ],
  [
    'what a decision approved',
    `UPDATE change_item SET approved = replace(approved, '2022-12', '2022-11')`,
    /nội dung được duyệt khác nội dung đề nghị/,
  ],
  [
    'the number of a decision',
    `UPDATE change_decision SET number = '999/QĐ'`,
    /Phiên bản ghi theo 120\/QĐ-CTĐP, quyết định là 999\/QĐ/,
  ],
  [
    'a number given twice',
    `INSERT INTO outgoing_paper (year, number, symbol, form, title, date, signer, recipients, data, file_name, sha256, bytes) SELECT 2022, number, symbol, 'x', 'Thư', '2022-03-02', '', '', '{}', 'a.pdf', '${'0'.repeat(64)}', x'00' FROM contract WHERE number IS NOT NULL LIMIT 1`,
    /Số này cấp cho cả hợp đồng .+ và văn bản “Thư”/,
  ],
  [
    'bytes of an attachment',
    `UPDATE attachment SET bytes = CAST(replace(CAST(bytes AS TEXT), 'bytes', 'bytez') AS BLOB)`,
    /Nội dung tệp lưu trong sổ khác lúc đưa vào/,
  ],
  [
    'a record the search lost',
    `DELETE FROM search_entry WHERE kind = 'contract'`,
    /bản ghi chưa có trong danh mục tìm kiếm/,
  ],
  [
    'a name the search does not know',
    `UPDATE search_entry SET title = 'X' WHERE kind = 'project'`,
    /bản ghi tìm ra theo tên hoặc mã cũ/,
  ],
  [
    'a word of the search that leads nowhere',
    `UPDATE search_entry SET ref_id = 999999 WHERE id = (SELECT min(id) FROM search_entry)`,
    /mục tìm kiếm trỏ tới bản ghi không còn/,
  ],
  [
    'an establishment edited past the program',
    `UPDATE project SET row_version = row_version - 1 WHERE id = (SELECT project_id FROM settlement)`,
    /khác lần lưu cuối ghi trong nhật ký/,
  ],
  [
    'a row nobody deleted',
    `DELETE FROM repayment_receipt; DELETE FROM training_subject; DELETE FROM training_class`,
    /Lớp đào tạo #1: Không còn trong sổ/,
  ],
  [
    'a row nobody added',
    `INSERT INTO signer (name, position, authority, on_behalf_of, is_default, rank) VALUES ('Lạ', '', 'none', '', 0, 99)`,
    /Người ký “Lạ”: Có trong sổ, trong khi nhật ký không ghi việc thêm/,
  ],
  [
    'an image of the audit',
    `UPDATE row_change SET after = json_set(after, '$.row_version', 77) WHERE id = (SELECT min(id) FROM row_change WHERE after IS NOT NULL AND table_name = 'project')`,
    /Nhật ký đứt quãng/,
  ],
  [
    'commands taken out of the journal',
    `DELETE FROM record_change WHERE command_id = 2; DELETE FROM row_change WHERE command_id = 2; DELETE FROM contract_override WHERE command_id = 2; DELETE FROM command WHERE id = 2`,
    /Thiếu 1 việc/,
  ],
  [
    'a seal',
    `UPDATE seal SET content = x'00' WHERE id = (SELECT min(id) FROM seal)`,
    /Không đọc được bản ghi nhớ lúc khóa/,
  ],
]

describe('checking the data', () => {
  it('finds nothing wrong with work carried from draft to settlement', async () => {
    expect(await said(copy())).toEqual([])
  })

  it.each(ways)('finds %s', async (_what, sql, found) => {
    const file = copy()
    corrupt(file, sql)
    const all = await said(file)
    expect(
      all.filter((one) => found.test(one)),
      all.join('\n'),
    ).not.toEqual([])
  })

  it('names the record to open', async () => {
    const file = copy()
    corrupt(
      file,
      `UPDATE settlement_line SET approved_national = 999999999999 WHERE id = (SELECT min(id) FROM settlement_line)`,
    )
    const findings = await domainFindings(file)
    expect(findings.map(({ open }) => open)).toContainEqual({ screen: 'settlement', id: projectId })
  })

  it('says so of a record that cannot be read at all, and goes on', async () => {
    const file = copy()
    corrupt(file, `UPDATE project_version SET end_month = '2023-03' WHERE id = ${inForce}`)
    corrupt(file, (db) => {
      db.pragma('ignore_check_constraints = ON')
      db.exec(`UPDATE change_item SET approved = '{"name":'`)
    })
    const all = await said(file)
    expect(all).toContain('Kiểm tra nội dung điều chỉnh: Có bản ghi hỏng đến mức không đọc được.')
    expect(all.join('\n')).toContain('lúc khóa là “2022-12”')
  })
})

describe('a seal', () => {
  it('is put on all that the database locks', () => {
    const db = new Database(':memory:')
    migrate(db, migrations)
    const guarded = db
      .prepare(
        `SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger'
          AND (sql LIKE '%version-locked%' OR sql LIKE '%appraisal-concluded%' OR sql LIKE '%contract-signed%'
            OR sql LIKE '%acceptance-final%' OR sql LIKE '%settlement-final%' OR sql LIKE '%change-decided%')`,
      )
      .pluck()
      .all() as string[]
    const sealed = Object.entries(sealedTables).flatMap(([table, { parts }]) => [table, ...Object.keys(parts)])
    // Answers and overrides of a check say how a version was judged; a request and its decision move on by being cancelled.
    const apart = ['check_answers', 'person', 'change_request', 'change_decision']
    expect(guarded.filter((table) => !sealed.includes(table) && !apart.includes(table))).toEqual([])
    db.close()
  })

  it('cannot be changed or taken away', () => {
    const db = new Database(copy())
    const count = db.prepare('SELECT count(*) FROM seal').pluck().get()
    expect(count).toBeGreaterThan(5)
    expect(() => db.exec('DELETE FROM seal')).toThrow('seal-is-final')
    expect(() => db.prepare('UPDATE seal SET content = ?').run(deflateSync('{}'))).toThrow('seal-is-final')
    db.close()
  })
})

describe('the search', () => {
  it('is written anew from the records when asked', async () => {
    const file = copy()
    corrupt(file, `DELETE FROM search_entry; UPDATE search_entry SET title = 'X'`)
    const program = start()
    const { ask } = asked(program)
    await ask('files.open', { path: file })
    expect(await ask('search.everything', { text: 'may say' })).toEqual([])
    const { entries } = await ask('search.rebuild', {})
    expect(entries).toBeGreaterThan(10)
    expect((await ask('safety.check', {})).findings).toEqual([])
    expect((await ask('search.everything', { text: 'may' })).length).toBeGreaterThan(0)
    await program.close()
  })
})
