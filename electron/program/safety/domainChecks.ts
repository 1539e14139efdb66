// The sums and references that must hold in every data file, counted over a copy: what SQLite cannot know is wrong.
import { createHash } from 'node:crypto'
import type { AmountsBySource } from '../../../shared/domain/money'
import { budgetContradictions, shareProblem } from '../../../shared/domain/projects'
import { formatMoney } from '../../../shared/vietnamese/money'
import type { Reader } from '../../database/access'
import { readCopy } from '../../database/readCopy'

export interface DomainFinding {
  /** What it is about, such as a đề án by its code and name. */
  readonly where: string
  readonly message: string
}

interface VersionName {
  readonly version_id: number
  readonly number: number
  readonly code: string
  readonly name: string
}

export function domainFindings(file: string): Promise<DomainFinding[]> {
  // No check depends on the day.
  return readCopy(file, '2000-01-01', async (reader) => {
    const names = await versionNames(reader)
    const found: DomainFinding[] = []
    for (const check of [budgets, shares, pinnedVersions, currentVersions, storedFiles, searchEntries])
      found.push(...(await check(reader, names)))
    return found
  })
}

type Names = ReadonlyMap<number, VersionName>
type Check = (reader: Reader, names: Names) => Promise<DomainFinding[]>

async function versionNames({ db }: Reader): Promise<Names> {
  const rows = await db
    .selectFrom('project_version as version')
    .innerJoin('project', 'project.id', 'version.project_id')
    .select(['version.id as version_id', 'version.number', 'version.name', 'project.code'])
    .execute()
  return new Map(rows.map((row) => [row.version_id, row]))
}

function whereOf(names: Names, versionId: number): string {
  const known = names.get(versionId)
  if (known === undefined) return `phiên bản đề án #${versionId}`
  return `${known.code === '' ? 'Đề án' : known.code} “${known.name}”, phiên bản ${known.number}`
}

function groupByVersion<T extends { version_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(row.version_id)
    if (group === undefined) groups.set(row.version_id, [row])
    else group.push(row)
  }
  return groups
}

const budgets: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('budget_line')
    .select([
      'version_id',
      'content',
      'quantity_thousandths',
      'unit_price',
      'national',
      'local',
      'counterpart',
      'other',
    ])
    .orderBy('version_id')
    .orderBy('rank')
    .execute()
  const money = (dong: number) => `${formatMoney(dong)} đồng`
  return [...groupByVersion(rows)].flatMap(([versionId, lines]) =>
    budgetContradictions(
      lines.map((line) => ({
        content: line.content,
        quantityThousandths: line.quantity_thousandths,
        unitPrice: line.unit_price,
        amounts: {
          national: line.national,
          local: line.local,
          counterpart: line.counterpart,
          other: line.other,
        } satisfies AmountsBySource,
      })),
      money,
    ).map((problem) => ({ where: whereOf(names, versionId), message: problem.message })),
  )
}

const shares: Check = async ({ db }, names) => {
  const rows = await db.selectFrom('project_beneficiary').select(['version_id', 'share_basis_points']).execute()
  return [...groupByVersion(rows)].flatMap(([versionId, own]) => {
    const problem = shareProblem(own.map((one) => ({ shareBasisPoints: one.share_basis_points })))
    return problem === null ? [] : [{ where: whereOf(names, versionId), message: problem }]
  })
}

const pinnedVersions: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('plan_item as item')
    .innerJoin('project_version as version', (join) =>
      join.on((on) =>
        on.or([
          on('version.id', '=', on.ref('item.registered_version_id')),
          on('version.id', '=', on.ref('item.approved_version_id')),
        ]),
      ),
    )
    .whereRef('version.project_id', '!=', 'item.project_id')
    .select(['version.id as version_id'])
    .execute()
  return rows.map((row) => ({
    where: whereOf(names, row.version_id),
    message: 'Dòng kế hoạch ghi phiên bản của một đề án khác.',
  }))
}

const currentVersions: Check = async ({ db }, names) => {
  const rows = await db
    .selectFrom('project')
    .leftJoin('project_version as version', 'version.id', 'project.current_version_id')
    .where((where) =>
      where.or([where('version.id', 'is', null), where('version.project_id', '!=', where.ref('project.id'))]),
    )
    .select(['project.id', 'project.code', 'project.current_version_id'])
    .execute()
  return rows.map((row) => ({
    where:
      row.current_version_id === null ? `Đề án ${row.code || `#${row.id}`}` : whereOf(names, row.current_version_id),
    message: 'Đề án không có phiên bản hiện hành của chính nó.',
  }))
}

/** Bytes kept in the file must be those that were put in. */
const storedFiles: Check = async ({ db }) => {
  const findings: DomainFinding[] = []
  for (const table of ['attachment', 'outgoing_paper'] as const) {
    const ids = await db.selectFrom(table).select('id').execute()
    // One at a time: together they may be larger than the memory.
    for (const { id } of ids) {
      const row = await db
        .selectFrom(table)
        .where('id', '=', id)
        .select(['file_name', 'sha256', 'bytes'])
        .executeTakeFirstOrThrow()
      if (createHash('sha256').update(row.bytes).digest('hex') !== row.sha256)
        findings.push({ where: `Tệp “${row.file_name}”`, message: 'Nội dung tệp lưu trong sổ khác lúc đưa vào.' })
    }
  }
  return findings
}

const searchEntries: Check = async ({ db }) => {
  const missing = async (kind: 'establishment' | 'project') => {
    const { count } = await db
      .selectFrom(kind)
      .where('id', 'not in', db.selectFrom('search_entry').where('kind', '=', kind).select('ref_id'))
      .select((all) => all.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }
  const count = (await missing('establishment')) + (await missing('project'))
  return count === 0
    ? []
    : [{ where: 'Danh mục tìm kiếm', message: `${count} bản ghi chưa có trong danh mục tìm kiếm nên tìm không ra.` }]
}
