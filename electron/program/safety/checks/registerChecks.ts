// Registers: a number of a year and symbol is given once; files kept here are the bytes that were put in; the search finds all.
import { createHash } from 'node:crypto'
import { paperNumber } from '../../../../shared/domain/outgoingPapers'
import { fold } from '../../../../shared/vietnamese/fold'
import { contractForms } from '../../../contracts/numbers'
import type { Reader } from '../../../database/access'
import type { Check, DomainFinding } from './finding'

interface Numbered {
  readonly key: string
  readonly words: string
  readonly finding: Pick<DomainFinding, 'open'>
  /** Of a paper that is a contract: the đề án, whose contract bears the same number. */
  readonly contractOf: number | null
  readonly projects: readonly number[]
}

async function papers({ db }: Reader): Promise<Numbered[]> {
  const rows = await db
    .selectFrom('outgoing_paper')
    .select(['id', 'year', 'number', 'symbol', 'form', 'title', 'project_id'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    key: `${row.year} ${row.symbol} ${row.number}`,
    words: `văn bản “${row.title}”`,
    finding: { open: { screen: 'outgoing', id: 0 } },
    contractOf: contractForms.includes(row.form) ? row.project_id : null,
    projects: [],
  }))
}

async function contractNumbers({ db }: Reader): Promise<Numbered[]> {
  const rows = await db
    .selectFrom('contract')
    .select(['id', 'number', 'symbol', 'signed_on'])
    .where('number', 'is not', null)
    .where('signed_on', 'is not', null)
    .execute()
  const lines = await db.selectFrom('contract_line').select(['contract_id', 'project_id']).execute()
  return rows.map((row) => ({
    key: `${String(row.signed_on).slice(0, 4)} ${row.symbol} ${row.number}`,
    words: `hợp đồng ${paperNumber(row.number ?? 0, row.symbol)}`,
    finding: { open: { screen: 'contract', id: row.id } },
    contractOf: null,
    projects: lines.filter((line) => line.contract_id === row.id).map((line) => line.project_id),
  }))
}

/** A contract issued as a paper bears its own number; everything else has a number of its own. */
const mayShare = (a: Numbered, b: Numbered) =>
  (a.contractOf !== null && b.projects.includes(a.contractOf)) ||
  (b.contractOf !== null && a.projects.includes(b.contractOf))

export const registerNumbers: Check = async (reader) => {
  const first = new Map<string, Numbered>()
  const findings: DomainFinding[] = []
  for (const one of [...(await contractNumbers(reader)), ...(await papers(reader))]) {
    const before = first.get(one.key)
    if (before === undefined) first.set(one.key, one)
    else if (!mayShare(before, one)) {
      const [year = '', symbol = '', number = ''] = one.key.split(' ')
      findings.push({
        where: `Số ${paperNumber(Number(number), symbol)} năm ${year}`,
        message: `Số này cấp cho cả ${before.words} và ${one.words}.`,
        open: one.finding.open,
      })
    }
  }
  return findings
}

/** Bytes kept in the file must be those that were put in. */
export const storedFiles: Check = async ({ db }) => {
  const findings: DomainFinding[] = []
  const isAsPutIn = ({ bytes, sha256 }: { readonly bytes: Buffer; readonly sha256: string }) =>
    createHash('sha256').update(bytes).digest('hex') === sha256
  for (const table of ['attachment', 'outgoing_paper', 'removed_file'] as const) {
    const ids = await db.selectFrom(table).select('id').execute()
    // One at a time: together they may be larger than the memory.
    for (const { id } of ids) {
      const row = await db.selectFrom(table).where('id', '=', id).selectAll().executeTakeFirstOrThrow()
      if (isAsPutIn(row)) continue
      const open = 'project_id' in row && row.project_id !== null ? row.project_id : null
      findings.push({
        where: 'file_name' in row ? `Tệp “${row.file_name}”` : 'Một tệp đã xóa',
        message: 'Nội dung tệp lưu trong sổ khác lúc đưa vào.',
        open:
          table === 'outgoing_paper'
            ? { screen: 'outgoing', id: 0 }
            : open === null
              ? null
              : { screen: 'project', id: open },
      })
    }
  }
  return findings
}

/** The words the search knows are those of the records; they can be written anew. */
export const searchEntries: Check = async ({ db }) => {
  const entries = await db.selectFrom('search_entry').selectAll().execute()
  const records = [
    ...(await db.selectFrom('establishment').select(['id', 'name', 'code']).execute()).map((row) => ({
      key: `establishment ${row.id}`,
      title: row.name,
      code: row.code,
    })),
    ...(
      await db
        .selectFrom('project')
        .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
        .select(['project.id', 'version.name', 'project.code'])
        .execute()
    ).map((row) => ({ key: `project ${row.id}`, title: row.name, code: row.code })),
    ...(await db.selectFrom('contract').select('id').execute()).map(({ id }) => ({
      key: `contract ${id}`,
      title: null,
      code: '',
    })),
  ]
  const entryOf = new Map(entries.map((entry) => [`${entry.kind} ${entry.ref_id}`, entry]))
  const missing = records.filter(({ key }) => !entryOf.has(key)).length
  const stale = records.filter(({ key, title, code }) => {
    const entry = entryOf.get(key)
    return entry !== undefined && ((title !== null && entry.title !== title) || !entry.detail.includes(code))
  }).length
  const known = new Set(records.map(({ key }) => key))
  const orphans = [...entryOf].filter(
    ([key, { kind }]) => ['establishment', 'project', 'contract'].includes(kind) && !known.has(key),
  ).length
  const misfolded = entries.filter(
    ({ title, detail, title_fold, detail_fold }) => fold(title) !== title_fold || fold(detail) !== detail_fold,
  ).length
  const where = 'Danh mục tìm kiếm'
  const say = (count: number, words: string): DomainFinding[] =>
    count === 0 ? [] : [{ where, message: `${count} ${words}`, open: null }]
  return [
    ...say(missing, 'bản ghi chưa có trong danh mục tìm kiếm nên tìm không ra.'),
    ...say(stale, 'bản ghi tìm ra theo tên hoặc mã cũ.'),
    ...say(orphans, 'mục tìm kiếm trỏ tới bản ghi không còn.'),
    ...say(misfolded, 'mục tìm kiếm có chữ không dấu sai.'),
  ]
}
