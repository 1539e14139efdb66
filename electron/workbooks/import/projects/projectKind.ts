// Đề án, from a yearly plan or from a list with their budgets: both are judged together, as one workbook may hold the same ones in
// both layouts.
import { budgetContradictions } from '../../../../shared/domain/projects'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { lockedYearWords } from '../lockedYear'
import type {
  Beside,
  BesideContext,
  Contradiction,
  Judging,
  OnFile,
  RecordContext,
  RecordKind,
  SameAs,
  TableReading,
} from '../records/recordKind'
import { type RecordDetails, type RecordsOnFile, wholeRecord } from '../records/recordsOnFile'
import { planYear, tableYear, titleProgramme } from '../sheetFacts'
import type { TableReader } from '../tableReader'
import { BeneficiaryFinder } from './beneficiaryFinder'
import { readPlanRows } from './plan'
import { shownFields } from './planFields'
import type { PlanContext, PlanDraft } from './planItem'
import { type PlanRecord, planRecord, toRecord } from './planRecord'
import { readProjectRows } from './projectRows'
import { findSameProjects, type SameProject } from './sameProjects'

function read(reader: TableReader, context: RecordContext): TableReading<PlanDraft> {
  const { rules, contents, contentLabels, resolvePlace, input, today } = context
  const listsProjects = reader.table.kind === 'projects'
  const year =
    listsProjects && reader.has('year') ? tableYear(reader, input) : planYear(reader, reader.findings, input, today)
  const programme = titleProgramme(reader, rules)
  const planContext: PlanContext = { rules, contents, contentLabels, resolvePlace, year, programme }
  return { ...(listsProjects ? readProjectRows(reader, planContext) : readPlanRows(reader, planContext)), year }
}

type Matched = ReadonlyMap<string, SameProject>

function beside(
  files: RecordsOnFile,
  matched: Matched,
  { details, newEstablishments }: BesideContext,
): Beside<PlanDraft, PlanRecord> {
  const finder = new BeneficiaryFinder([
    ...files.establishments.map(({ id, keys, communeCode }) => ({ id, rowKey: null, nameKey: keys.name, communeCode })),
    ...newEstablishments.map((one) => ({ ...one, id: null })),
  ])
  const codes = new CodesTaken()
  return {
    sames: () => new Map([...matched].map(([key, same]) => [key, sameAs(same, details)])),
    record: (draft, base, judging) => toRecord(draft, finder.link(draft, judging), base),
    shown: (draft, _, before, judging) => shownFields(draft, before, judging),
    whyNotBoth: () => null,
    contradictions: (draft, record, judging) => [
      ...contradictionsOf(draft, record, files.lockedYears, judging),
      ...codes.contradictions(draft, matched.get(draft.key) ?? null, judging),
    ],
  }
}

function sameAs(same: SameProject, details: RecordDetails): SameAs<PlanDraft, PlanRecord> {
  if (same.kind === 'row') {
    const label = `dòng ${same.of.row} “${same.of.name}” (cùng tên và cùng đơn vị thụ hưởng)`
    return { line: same.of, onFile: null, label, words: label, field: 'name' }
  }
  const label = `${same.of.code} “${same.of.name}”`
  const { id, rowVersion, locked, identity, content } = wholeRecord(details.projects, same.of.id)
  const onFile: OnFile<PlanRecord> = {
    target: { id, rowVersion, rank: 0 },
    label: `đề án ${identity.code}`,
    record: { identity, content, priority: null, intoPlan: false, pending: [] },
    lockedBecause: locked
      ? 'đã khóa bản hiện tại nên không cập nhật từ Excel được. Bỏ qua dòng này hoặc lập phiên bản mới cho đề án.'
      : '',
  }
  return { line: null, onFile, label, words: `đề án đã có ${label}`, field: 'name' }
}

/** What saving would refuse, said at the line it stands in. */
function contradictionsOf(
  draft: PlanDraft,
  { content }: PlanRecord,
  lockedYears: readonly number[],
  { labelOf }: Judging,
): Contradiction[] {
  const locked =
    draft.year !== null && lockedYears.includes(draft.year)
      ? [
          {
            code: 'year.locked',
            field: 'name',
            row: null,
            message: `Dòng ${draft.row}: ${lockedYearWords(draft.year)}`,
          },
        ]
      : []
  const found = budgetContradictions(content.budget, (dong) => `${formatMoney(dong)} đồng`)
  const budget = found.map(({ path, message }) => {
    const row = draft.lineRows[Number(/^budget\.(\d+)/.exec(path)?.[1] ?? 0)] ?? draft.row
    const words = `${labelOf('total')}, dòng ${row}: ${message.replace(/^Dòng \d+: /u, '')}`
    return { code: 'budget.contradiction', field: 'total', row, message: words }
  })
  return [...locked, ...budget]
}

/** A code is given once: what would be written as a đề án of its own may not carry that of another. */
class CodesTaken {
  readonly #byCode = new Map<string, string>()

  contradictions(draft: PlanDraft, same: SameProject | null, { choices }: Judging): Contradiction[] {
    const asItsOwn = same === null || choices.duplicates[draft.key] === 'create'
    if (draft.code === '' || !asItsOwn) return []
    const onFile = same?.kind === 'record' && same.of.code === draft.code ? `đề án đã có “${same.of.name}”` : null
    const taken = onFile ?? this.#byCode.get(draft.code)
    if (taken === undefined) {
      this.#byCode.set(draft.code, `dòng ${draft.row} “${draft.name}”`)
      return []
    }
    const message = `Dòng ${draft.row}: mã ${draft.code} đã dùng cho ${taken}. Sửa mã ở một trong hai nơi, để trống để chương trình cấp mã, hoặc bỏ dòng này khi nhập.`
    return [{ code: 'code.taken', field: 'code', row: null, message }]
  }
}

/** Field of the record → the field of the sheet it came from. */
const importFields: Readonly<Record<string, string>> = { places: 'place', budget: 'total', planYear: 'name' }

export const projectKind: RecordKind<PlanDraft, PlanRecord, Matched> = {
  kind: 'plan',
  schema: planRecord,
  fieldOf: (path) => {
    const [, field = path] = path.split('.')
    return importFields[field] ?? field
  },
  read,
  match: (drafts, files) => findSameProjects(drafts, files.projects),
  wanted: (matched) => ({
    projects: [...matched.values()].flatMap((same) => (same.kind === 'record' ? same.of.id : [])),
  }),
  beside,
}
