// The province's own support norms, as the office enters them from a resolution: read, saved whole, removed.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ContentGroupEntry, NormSetEntry, OwnNormRow, OwnNormSet } from '../../shared/contract/office'
import type { NormBase, NormSet } from '../../shared/domain/norms'
import { formatDate } from '../../shared/vietnamese/dates'
import { fold } from '../../shared/vietnamese/fold'
import { looseKey } from '../../shared/vietnamese/spelling'
import type { Reader, Writer } from '../database/access'
import type { AdminUnits } from './adminUnits'

export interface OwnNormSetRecord {
  readonly id: number
  readonly rowVersion: number
  readonly normSet: OwnNormSet
}

export async function readOwnNormSets(reader: Reader): Promise<OwnNormSetRecord[]> {
  const sets = await reader.db
    .selectFrom('norm_set')
    .selectAll()
    .orderBy('effective_from', 'desc')
    .orderBy('id')
    .execute()
  const rows = await reader.db.selectFrom('norm_row').selectAll().orderBy('norm_set_id').orderBy('rank').execute()
  return sets.map((set) => ({
    id: set.id,
    rowVersion: set.row_version,
    normSet: {
      name: set.name,
      resolutionNumber: set.resolution_number,
      resolutionDate: set.resolution_date,
      territory: set.territory ?? '',
      effectiveFrom: set.effective_from,
      effectiveTo: set.effective_to,
      priorityMultiplierThousandths: set.priority_multiplier_thousandths,
      rows: rows
        .filter((row) => row.norm_set_id === set.id)
        .map((row) => ({
          code: row.code,
          subContent: row.sub_content,
          name: row.name,
          maxPercentBasisPoints: row.max_percent_basis_points,
          baseFrom: row.base_from as NormBase,
          base: row.base,
          maxAmount: row.max_amount,
          unit: row.unit,
          legalBasis: row.legal_basis,
          note: row.note,
        })),
    },
  }))
}

/** What a percentage is usually of, where the office did not say. */
const baseWords: Readonly<Record<NormBase, string>> = {
  total: 'chi phí',
  part: 'phần chi phí được hỗ trợ',
  outside: 'kinh phí làm cơ sở tính',
}

function documentOf({ name, resolutionNumber, resolutionDate }: OwnNormSet): string {
  const dated = resolutionDate === null ? '' : ` ngày ${formatDate(resolutionDate)}`
  return resolutionNumber === '' ? `${name}${dated}` : `${name} (số ${resolutionNumber}${dated})`
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function kindOf(row: OwnNormRow): NormSet['rows'][number]['kind'] {
  if (row.maxAmount !== null) return 'CEILING'
  return row.maxPercentBasisPoints === null ? 'REFERENCE' : 'RATE'
}

/** As the rules judge by them: what the office left out comes from the catalogue. What the office typed is taken as read. */
export function asDomain({ id, normSet }: OwnNormSetRecord, contentGroups: readonly ContentGroupEntry[]): NormSet {
  const subContents = contentGroups.flatMap((group) => group.subContents)
  const document = documentOf(normSet)
  return {
    key: `L${id}`,
    name: normSet.name,
    programme: 'local',
    territory: normSet.territory === '' ? null : normSet.territory,
    effectiveFrom: normSet.effectiveFrom,
    effectiveTo: normSet.effectiveTo,
    priority:
      normSet.priorityMultiplierThousandths === null
        ? null
        : {
            multiplierThousandths: normSet.priorityMultiplierThousandths,
            legalBasis: document,
            confidence: 'S',
            note: '',
          },
    rows: normSet.rows.map((row) => {
      const subContent = subContents.find((one) => one.code === row.subContent)
      return {
        code: `L${id}-${row.code}`,
        subContents: [row.subContent],
        name: row.name === '' ? (subContent?.name ?? row.subContent) : row.name,
        maxPercentBasisPoints: row.maxPercentBasisPoints,
        base: row.base === '' ? baseWords[row.baseFrom] : row.base,
        baseFrom: row.baseFrom,
        maxAmount: row.maxAmount,
        unit: row.unit === '' ? (subContent?.unit ?? 'đơn vị') : row.unit,
        kind: kindOf(row),
        legalBasis: row.legalBasis === '' ? document : upperFirst(`${row.legalBasis}, ${document}`),
        confidence: 'S',
        note: row.note,
        effectiveFrom: null,
        effectiveTo: null,
        combinesWithPriority: true,
      }
    }),
  }
}

/** A plain copy of a national set, as it crosses the contract. */
export function entryOf(set: NormSet): NormSetEntry {
  return { ...set, rows: set.rows.map((row) => ({ ...row, subContents: [...row.subContents] })) }
}

export interface NormSetServices {
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
}

export interface NormSetSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly normSet: OwnNormSet
}

function problemsOf(normSet: OwnNormSet, contentGroups: readonly ContentGroupEntry[]): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (normSet.effectiveTo !== null && normSet.effectiveTo < normSet.effectiveFrom)
    problems.push({ path: 'normSet.effectiveTo', message: 'Ngày hết hiệu lực sớm hơn ngày có hiệu lực.' })
  const known = new Set(contentGroups.flatMap((group) => group.subContents.map((one) => one.code)))
  const codes = normSet.rows.map((row) => fold(row.code))
  normSet.rows.forEach((row, index) => {
    if (!known.has(row.subContent))
      problems.push({ path: `normSet.rows.${index}.subContent`, message: 'Không có nội dung chi tiết này.' })
    if (row.code !== '' && codes.indexOf(fold(row.code)) !== index)
      problems.push({ path: `normSet.rows.${index}.code`, message: `Mã ${row.code} đã có ở dòng trên.` })
  })
  return problems
}

/** The usual name of an old or present province; '' stays ''. A name nobody had would never match a place. */
function territoryOf(units: AdminUnits, text: string): string {
  if (text === '') return ''
  const bare = text.replace(/^(?:tỉnh|thành phố) /i, '')
  const [scope] = units.addressBook().provinceScopes.get(looseKey(bare)) ?? []
  if (scope === undefined)
    throw new Refusal('input.invalid', '', [
      {
        path: 'normSet.territory',
        message: `Không có tỉnh, thành phố nào tên là “${text}”, cả trước và sau 01/7/2025.`,
      },
    ])
  return scope.name
}

async function refuseSameStart(writer: Writer, id: number | null, effectiveFrom: string, territory: string) {
  const same = await writer.db
    .selectFrom('norm_set')
    .select(['id', 'name'])
    .where('effective_from', '=', effectiveFrom)
    .where('territory', territory === '' ? 'is' : '=', territory === '' ? null : territory)
    .execute()
  const other = same.find((one) => one.id !== id)
  if (other !== undefined)
    throw new Refusal('record.duplicate', `bộ định mức “${other.name}” cùng địa bàn, cùng ngày có hiệu lực`, [
      { path: 'normSet.effectiveFrom', message: `Trùng ngày có hiệu lực với “${other.name}”.` },
    ])
}

function withCodes(rows: readonly OwnNormRow[]): OwnNormRow[] {
  const taken = new Set(rows.map((row) => row.code))
  let next = 0
  return rows.map((row) => {
    if (row.code !== '') return row
    do next += 1
    while (taken.has(String(next)))
    return { ...row, code: String(next) }
  })
}

async function currentOf(writer: Writer, id: number, rowVersion: number | null): Promise<void> {
  const existing = await writer.db.selectFrom('norm_set').select('row_version').where('id', '=', id).executeTakeFirst()
  if (existing === undefined) throw new Refusal('record.missing', 'bộ định mức')
  if (existing.row_version !== rowVersion) throw new Refusal('record.conflict')
}

/** @throws Refusal input.invalid, record.duplicate, record.missing, record.conflict */
export async function saveNormSet(
  writer: Writer,
  { units, contentGroups }: NormSetServices,
  { id, rowVersion, normSet }: NormSetSave,
): Promise<{ id: number; rowVersion: number }> {
  const problems = problemsOf(normSet, contentGroups())
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
  const territory = territoryOf(units, normSet.territory)
  if (id !== null) await currentOf(writer, id, rowVersion)
  await refuseSameStart(writer, id, normSet.effectiveFrom, territory)
  const columns = {
    name: normSet.name,
    resolution_number: normSet.resolutionNumber,
    resolution_date: normSet.resolutionDate,
    territory: territory === '' ? null : territory,
    effective_from: normSet.effectiveFrom,
    effective_to: normSet.effectiveTo,
    priority_multiplier_thousandths: normSet.priorityMultiplierThousandths,
    row_version: (rowVersion ?? 0) + 1,
  }
  const savedId =
    id ??
    (
      await writer.db
        .insertInto('norm_set')
        .values({ ...columns, row_version: 1 })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  if (id !== null) await writer.db.updateTable('norm_set').set(columns).where('id', '=', id).execute()
  await writeRows(writer, savedId, withCodes(normSet.rows))
  return { id: savedId, rowVersion: id === null ? 1 : columns.row_version }
}

async function writeRows(writer: Writer, normSetId: number, rows: readonly OwnNormRow[]): Promise<void> {
  await writer.db.deleteFrom('norm_row').where('norm_set_id', '=', normSetId).execute()
  for (const [rank, row] of rows.entries())
    await writer.db
      .insertInto('norm_row')
      .values({
        norm_set_id: normSetId,
        rank,
        code: row.code,
        sub_content: row.subContent,
        name: row.name,
        max_percent_basis_points: row.maxPercentBasisPoints,
        base_from: row.baseFrom,
        base: row.base,
        max_amount: row.maxAmount,
        unit: row.unit,
        legal_basis: row.legalBasis,
        note: row.note,
      })
      .execute()
}

/** @throws Refusal record.missing, record.conflict */
export async function removeNormSet(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await currentOf(writer, input.id, input.rowVersion)
  await writer.db.deleteFrom('norm_set').where('id', '=', input.id).execute()
}
