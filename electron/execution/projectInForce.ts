// A đề án as it is carried out: its identity, where it stands, and the content of the version in force.
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import type { ProjectStatus } from '../../shared/domain/lifecycle'
import { type AmountsBySource, supportOf } from '../../shared/domain/money'
import { budgetTotals, type Programme, type ProjectKind } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { findVersionInForce } from '../projects/inForce'
import { readVersionContent } from '../projects/reader'

export interface ProjectHead {
  readonly id: number
  readonly rowVersion: number
  readonly code: string
  readonly programme: Programme
  readonly kind: ProjectKind
  readonly planYear: number
  readonly status: ProjectStatus
}

export async function readHead(reader: Reader, id: number): Promise<ProjectHead> {
  const row = await reader.db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('record.missing', 'đề án')
  return {
    id,
    rowVersion: row.row_version,
    code: row.code,
    programme: row.programme as Programme,
    kind: row.kind as ProjectKind,
    planYear: row.plan_year,
    status: row.status as ProjectStatus,
  }
}

export interface DecidedProject extends ProjectHead {
  readonly versionId: number
  readonly content: ProjectContent
  readonly amounts: AmountsBySource
  /** Of both programmes. */
  readonly support: number
}

/** @throws Refusal record.missing, step.not-allowed (not approved yet) */
export async function decidedProject(reader: Reader, id: number): Promise<DecidedProject> {
  const head = await readHead(reader, id)
  const versionId = await findVersionInForce(reader, id, null)
  if (versionId === null)
    throw new Refusal('step.not-allowed', `đề án ${head.code} chưa được phê duyệt nên chưa có gì để thực hiện.`, [
      { path: 'projectId', message: 'Đề án chưa được phê duyệt.' },
    ])
  const content = await readVersionContent(reader, versionId)
  const amounts = budgetTotals(content.budget)
  return { ...head, versionId, content, amounts, support: supportOf(amounts) }
}

type Prefixed<P extends string> = { readonly [S in keyof AmountsBySource as `${P}_${S}`]: number }

/** The four columns of one prefix, as kept in a row, and back. */
export function prefixed<P extends string>(prefix: P, amounts: AmountsBySource): Prefixed<P> {
  return Object.fromEntries(
    Object.entries(amounts).map(([source, dong]) => [`${prefix}_${source}`, dong]),
  ) as Prefixed<P>
}

export function fromPrefixed<P extends string>(prefix: P, row: Prefixed<P>): AmountsBySource {
  const columns = row as Readonly<Record<string, number>>
  return {
    national: columns[`${prefix}_national`] ?? 0,
    local: columns[`${prefix}_local`] ?? 0,
    counterpart: columns[`${prefix}_counterpart`] ?? 0,
    other: columns[`${prefix}_other`] ?? 0,
  }
}
