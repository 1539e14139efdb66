// Drafts of đề án beside what is on record, and the đề án each line would become.

import {
  type ProjectContent,
  type ProjectIdentity,
  projectContent,
  projectIdentity,
} from '../../../shared/contract/projects'
import { wordIssue } from '../../../shared/contract/wording'
import { remapOwners, sameBeneficiary } from '../../../shared/domain/beneficiarySplit'
import { nameKey } from '../../../shared/domain/identity'
import { fundingSources, totalOf } from '../../../shared/domain/money'
import { budgetContradictions, budgetTotals, type Programme } from '../../../shared/domain/projects'
import { programmeLabels, projectKindLabels, sourceLabels } from '../../../shared/labels'
import { formatMonth } from '../../../shared/vietnamese/dates'
import { formatMoney } from '../../../shared/vietnamese/money'
import type { Findings, Place } from './findings'
import { lockedYearWords } from './lockedYear'
import type { PlanDraft } from './plan'
import { showLines } from './planLines'
import { inMillions } from './planMoney'
import {
  addSchemaIssues,
  decide,
  type PreviewField,
  type PreviewRow,
  type RowAction,
  type RowChoices,
} from './previewRow'

/** What tells a đề án on file apart. */
export interface ExistingProject {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly programme: Programme
  readonly planYear: number
  readonly beneficiaries: readonly string[]
}

/** A đề án that a line is the same as, read whole. */
export interface ProjectOnFile {
  readonly id: number
  readonly rowVersion: number
  readonly locked: boolean
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
}

/** Establishments that a name of the plan may mean: on record, or rows of the same workbook about to be written. */
export interface KnownEstablishment {
  readonly id: number | null
  readonly rowKey: string | null
  readonly nameKey: string
  readonly communeCode: string | null
}

export interface PlanWork {
  readonly key: string
  readonly name: string
  readonly action: RowAction
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
  readonly priority: number | null
  /** Also becomes a line of the yearly plan. */
  readonly intoPlan: boolean
  readonly target: { readonly id: number; readonly rowVersion: number } | null
  /** Beneficiaries that are rows of this workbook: their place in the list and the key of their row. */
  readonly pendingBeneficiaries: readonly { readonly index: number; readonly rowKey: string }[]
}

export interface PlanPreviewing {
  readonly findings: Findings
  readonly choices: RowChoices
  readonly sames: ReadonlyMap<string, SameProject>
  readonly projectOf: (id: number) => ProjectOnFile
  readonly establishments: readonly KnownEstablishment[]
  readonly lockedYears: readonly number[]
  readonly contentLabels: ReadonlyMap<string, string>
  readonly labelOf: (field: string) => string
  readonly placeOf: (draft: PlanDraft, field: string) => Place
  readonly hasError: (key: string) => boolean
}

export type SameProject =
  | { readonly kind: 'record'; readonly of: ExistingProject }
  | { readonly kind: 'row'; readonly of: PlanDraft }

export function previewPlan(
  drafts: readonly PlanDraft[],
  previewing: PlanPreviewing,
): { rows: PreviewRow[]; work: PlanWork[] } {
  const finder = new BeneficiaryFinder(previewing.establishments)
  const rows: PreviewRow[] = []
  const work: PlanWork[] = []
  const codes = new Map<string, string>()
  for (const draft of drafts) {
    const same = previewing.sames.get(draft.key) ?? null
    sayCodeTaken(draft, same, codes, previewing)
    sayLockedYear(draft, same, previewing)
    const links = finder.link(draft, previewing)
    const base = same?.kind === 'record' ? previewing.projectOf(same.of.id) : null
    const updates = base !== null && previewing.choices.duplicates[draft.key] === 'update'
    if (updates && base.locked)
      previewing.findings.add('error', previewing.placeOf(draft, 'name'), {
        code: 'project.locked',
        message: `Dòng ${draft.row}: đề án ${base.identity.code} đã khóa bản hiện tại nên không cập nhật từ Excel được. Bỏ qua dòng này hoặc lập phiên bản mới cho đề án.`,
        original: draft.name,
      })
    const record = toRecord(draft, links, updates ? base : null)
    const fields = shownFields(draft, base, previewing)
    const kind = same === null ? 'new' : same.kind === 'row' ? 'duplicate' : isChanged(fields) ? 'changed' : 'duplicate'
    if (same !== null) saySame(draft, same, previewing)
    const checked = record === null ? null : checkRecord(draft, record, previewing)
    const decision = decide(draft.key, kind, previewing.hasError(draft.key), previewing.choices)
    rows.push({
      key: draft.key,
      row: draft.row,
      ...decision,
      title: draft.name,
      fields: kind === 'changed' ? fields.filter((field) => field.before !== field.value) : fields,
      duplicateOf: same === null ? null : sameText(same),
    })
    if (decision.action !== 'none' && checked !== null)
      work.push({
        key: draft.key,
        name: draft.name,
        action: decision.action,
        ...checked,
        priority: draft.priority,
        intoPlan: draft.intoPlan,
        target: base === null ? null : { id: base.id, rowVersion: base.rowVersion },
        pendingBeneficiaries: links.flatMap((link, index) =>
          link.rowKey === null ? [] : [{ index, rowKey: link.rowKey }],
        ),
      })
  }
  return { rows, work }
}

function isChanged(fields: readonly PreviewField[]): boolean {
  return fields.some((field) => field.before !== field.value)
}

function projectKey(name: string, beneficiaries: readonly string[]): string {
  return [nameKey(name), ...beneficiaries.map(nameKey).sort()].join('|')
}

/** The same đề án: the same code, or in one year and programme the same name with the same beneficiaries. */
export function findSameProjects(
  drafts: readonly PlanDraft[],
  existing: readonly ExistingProject[],
): Map<string, SameProject> {
  const byCode = new Map(existing.map((one) => [one.code, one]))
  const byKey = new Map<string, ExistingProject>()
  const byName = new Map<string, ExistingProject[]>()
  for (const one of existing) {
    const scope = `${one.planYear}|${one.programme}`
    byKey.set(`${scope}|${projectKey(one.name, one.beneficiaries)}`, one)
    const name = `${scope}|${nameKey(one.name)}`
    byName.set(name, [...(byName.get(name) ?? []), one])
  }
  const drafted = new Map<string, number>()
  for (const { year, programme, name } of drafts) {
    const key = `${year}|${programme}|${nameKey(name)}`
    drafted.set(key, (drafted.get(key) ?? 0) + 1)
  }
  const rows = new Map<string, PlanDraft>()
  const found = new Map<string, SameProject>()
  for (const draft of drafts) {
    const scope = `${draft.year}|${draft.programme}`
    const key = `${scope}|${projectKey(
      draft.name,
      draft.beneficiaries.map(({ name }) => name),
    )}`
    const name = `${scope}|${nameKey(draft.name)}`
    const sameName = byName.get(name) ?? []
    const record =
      (draft.code === '' ? undefined : byCode.get(draft.code)) ??
      byKey.get(key) ??
      (sameName.length === 1 && drafted.get(name) === 1 ? sameName[0] : undefined)
    const row = draft.name === '' ? undefined : rows.get(key)
    if (record !== undefined) found.set(draft.key, { kind: 'record', of: record })
    else if (row !== undefined) found.set(draft.key, { kind: 'row', of: row })
    if (row === undefined) rows.set(key, draft)
  }
  return found
}

/** A line that would be left alone says nothing of its year. */
function sayLockedYear(
  draft: PlanDraft,
  same: SameProject | null,
  { choices, findings, lockedYears, placeOf }: PlanPreviewing,
): void {
  const written = same === null || (choices.duplicates[draft.key] ?? 'skip') !== 'skip'
  if (!written || draft.year === null || !lockedYears.includes(draft.year) || choices.leaveOut.has(draft.key)) return
  findings.add('error', placeOf(draft, 'name'), {
    code: 'year.locked',
    message: `Dòng ${draft.row}: ${lockedYearWords(draft.year)}`,
    original: draft.name,
  })
}

/** A code is given once: what would be written as a đề án of its own may not carry that of another. */
function sayCodeTaken(
  draft: PlanDraft,
  same: SameProject | null,
  codes: Map<string, string>,
  { choices, findings, placeOf }: PlanPreviewing,
): void {
  if (draft.code === '' || choices.leaveOut.has(draft.key)) return
  const asItsOwn = same === null || choices.duplicates[draft.key] === 'create'
  if (!asItsOwn) return
  const taken =
    same?.kind === 'record' && same.of.code === draft.code ? `đề án đã có “${same.of.name}”` : codes.get(draft.code)
  if (taken === undefined) codes.set(draft.code, `dòng ${draft.row} “${draft.name}”`)
  else
    findings.add('error', placeOf(draft, 'code'), {
      code: 'code.taken',
      message: `Dòng ${draft.row}: mã ${draft.code} đã dùng cho ${taken}. Sửa mã ở một trong hai nơi, để trống để chương trình cấp mã, hoặc bỏ dòng này khi nhập.`,
      original: draft.code,
    })
}

function sameText(same: SameProject): string {
  return same.kind === 'record'
    ? `${same.of.code} “${same.of.name}”`
    : `dòng ${same.of.row} “${same.of.name}” (cùng tên và cùng đơn vị thụ hưởng)`
}

function saySame(draft: PlanDraft, same: SameProject, { findings, placeOf }: PlanPreviewing): void {
  findings.add('warning', placeOf(draft, 'name'), {
    code: same.kind === 'record' ? 'duplicate.record' : 'duplicate.row',
    message: `Dòng ${draft.row} trùng với ${same.kind === 'record' ? 'đề án đã có ' : ''}${sameText(same)}. Mặc định bỏ qua dòng này; có thể chọn cập nhật hoặc vẫn tạo mới.`,
    original: draft.name,
  })
}

interface Link {
  readonly name: string
  readonly id: number | null
  readonly rowKey: string | null
}

class BeneficiaryFinder {
  readonly #byName = new Map<string, KnownEstablishment[]>()

  constructor(establishments: readonly KnownEstablishment[]) {
    for (const one of establishments) {
      const named = this.#byName.get(one.nameKey)
      if (named === undefined) this.#byName.set(one.nameKey, [one])
      else named.push(one)
    }
  }

  /** A name is tied to a record only if exactly one bears it; of several, the one in the commune of the đề án. */
  link(draft: PlanDraft, { findings, placeOf }: PlanPreviewing): Link[] {
    const taken = new Set<string>()
    return draft.beneficiaries.flatMap(({ name, count }) => {
      const key = nameKey(name)
      if (taken.has(key)) return []
      taken.add(key)
      const named = count === null ? (this.#byName.get(key) ?? []) : []
      const communes = new Set(draft.places.map((place) => place.communeCode).filter((code) => code !== null))
      const near = named.filter((one) => one.communeCode !== null && communes.has(one.communeCode))
      const [only] = named.length === 1 ? named : near.length === 1 ? near : []
      if (only === undefined && named.length > 1)
        findings.add('warning', placeOf(draft, 'beneficiaries'), {
          code: 'beneficiary.several',
          message: `Có ${named.length} cơ sở tên “${name}”; chưa gắn với cơ sở nào. Chọn cơ sở khi sửa đề án.`,
          original: name,
        })
      return [{ name, id: only?.id ?? null, rowKey: only?.rowKey ?? null }]
    })
  }
}

/** What is only guessed from the number of beneficiaries does not change what is on record. */
function kindOf(draft: PlanDraft, base: ProjectOnFile | null): ProjectIdentity['kind'] {
  return base === null || draft.kindSaid ? draft.kind : base.identity.kind
}

interface PlanRecord {
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
}

/** Null while a question about the line is open. */
function toRecord(draft: PlanDraft, links: readonly Link[], base: ProjectOnFile | null): PlanRecord | null {
  if (draft.programme === null || draft.contentGroup === null || draft.year === null) return null
  const keep = (said: string, before: string | undefined) => (said === '' ? (before ?? '') : said)
  const before = base?.content
  const beneficiaries = beneficiariesOf(links, before?.beneficiaries ?? [])
  return {
    identity: {
      code: keep(draft.code, base?.identity.code),
      programme: draft.programme,
      kind: kindOf(draft, base),
      planYear: draft.year,
    },
    content: {
      name: draft.name,
      contentGroup: draft.contentGroup,
      subContent: draft.subContent,
      implementingUnit: keep(draft.implementingUnit, before?.implementingUnit),
      cooperatingUnits: keep(draft.cooperatingUnits, before?.cooperatingUnits),
      startMonth: draft.startMonth ?? before?.startMonth ?? null,
      endMonth: draft.endMonth ?? before?.endMonth ?? null,
      necessity: before?.necessity ?? '',
      objective: before?.objective ?? '',
      scale: before?.scale ?? '',
      schedule: before?.schedule ?? '',
      organisation: before?.organisation ?? '',
      effect: before?.effect ?? '',
      summary: keep(draft.summary, before?.summary),
      note: keep(draft.note, before?.note),
      beneficiaries,
      places: draft.places.length === 0 ? (before?.places ?? []) : [...draft.places],
      outputs: before?.outputs ?? [],
      budget: remapOwners(budgetOf(draft, before), before?.beneficiaries ?? [], beneficiaries),
      equipment: before?.equipment ?? [],
      scheduleSteps: before?.scheduleSteps ?? [],
      legalBases: before?.legalBases ?? [],
      superiority: before?.superiority ?? '',
      supportMode: before?.supportMode ?? 'grant',
      repayments: before?.repayments ?? [],
      participants: before?.participants ?? [],
    },
  }
}

/** A plan names them without shares: the shares on record stay while the beneficiaries are the same. */
function beneficiariesOf(
  links: readonly Link[],
  before: ProjectContent['beneficiaries'],
): ProjectContent['beneficiaries'] {
  if (links.length === 0) return before
  const named = links.map((link) => ({ establishmentId: link.id, name: link.name, shareBasisPoints: null }))
  const known = named.map((one) => before.find((other) => sameBeneficiary(one, other)))
  const same = named.length === before.length && known.every((one) => one !== undefined)
  return same
    ? named.map((one, index) => ({ ...one, shareBasisPoints: known[index]?.shareBasisPoints ?? null }))
    : named
}

/** A plan states one amount a source; a budget already worked out in lines stays if it says the same. */
function budgetOf(draft: PlanDraft, before: ProjectContent | undefined): ProjectContent['budget'] {
  const known = before?.budget ?? []
  if (draft.lines !== null && draft.lines.length > 0) return [...draft.lines]
  const totals = budgetTotals(known)
  if (fundingSources.every((source) => totals[source] === draft.amounts[source])) return known
  if (totalOf(draft.amounts) === 0) return known
  return [
    {
      content: `Kinh phí theo kế hoạch năm ${draft.year}`,
      unit: '',
      quantityThousandths: null,
      unitPrice: null,
      amounts: draft.amounts,
      note: '',
      beneficiary: '',
    },
  ]
}

/** Record field → the field of the sheet it came from. */
const importFields: Readonly<Record<string, string>> = { places: 'place', budget: 'total', planYear: 'name' }

function checkRecord(draft: PlanDraft, record: PlanRecord, previewing: PlanPreviewing): PlanRecord | null {
  const identity = projectIdentity.safeParse(record.identity, { error: wordIssue })
  const content = projectContent.safeParse(record.content, { error: wordIssue })
  if (content.success) sayContradictions(draft, content.data, previewing)
  if (identity.success && content.success) return { identity: identity.data, content: content.data }
  const issues = [...(identity.error?.issues ?? []), ...(content.error?.issues ?? [])]
  if (draft.name !== '')
    addSchemaIssues(
      previewing.findings,
      issues,
      (path) => previewing.placeOf(draft, importFields[path] ?? path),
      (path) => previewing.labelOf(importFields[path] ?? path),
    )
  return null
}

/** What saving would refuse, said at the line it stands in. */
function sayContradictions(
  draft: PlanDraft,
  { budget }: ProjectContent,
  { findings, placeOf, labelOf }: PlanPreviewing,
): void {
  for (const { path, message } of budgetContradictions(budget, (dong) => `${formatMoney(dong)} đồng`)) {
    const line = Number(/^budget\.(\d+)/.exec(path)?.[1] ?? 0)
    const row = draft.lineRows[line] ?? draft.row
    findings.add(
      'error',
      { ...placeOf(draft, 'total'), row, column: null },
      {
        code: 'budget.contradiction',
        message: `${labelOf('total')}, dòng ${row}: ${message.replace(/^Dòng \d+: /u, '')}`,
      },
    )
  }
}

function shownFields(draft: PlanDraft, base: ProjectOnFile | null, previewing: PlanPreviewing): PreviewField[] {
  const { labelOf, contentLabels } = previewing
  const before = base?.content
  const contentLabel = (group: string | null, sub: string | null) =>
    contentLabels.get(sub ?? '') ?? contentLabels.get(group ?? '') ?? ''
  const month = (value: string | null | undefined) => (value === null || value === undefined ? '' : formatMonth(value))
  const shown: PreviewField[] = []
  const show = (field: string, label: string, value: string, was: string | undefined) => {
    // What the sheet leaves empty changes nothing.
    if (value !== '') shown.push({ field, label, value, before: base === null ? null : (was ?? '') })
  }
  show('code', labelOf('code'), draft.code, base?.identity.code)
  show('name', labelOf('name'), draft.name, before?.name)
  show(
    'programme',
    labelOf('programme'),
    draft.programme === null ? '' : programmeLabels[draft.programme].long,
    base === null ? undefined : programmeLabels[base.identity.programme].long,
  )
  show(
    'kind',
    labelOf('kind'),
    projectKindLabels[kindOf(draft, base)],
    base === null ? undefined : projectKindLabels[base.identity.kind],
  )
  show(
    'content',
    labelOf('content'),
    contentLabel(draft.contentGroup, draft.subContent),
    before === undefined ? undefined : contentLabel(before.contentGroup, before.subContent),
  )
  show('implementingUnit', labelOf('implementingUnit'), draft.implementingUnit, before?.implementingUnit)
  show('cooperatingUnits', labelOf('cooperatingUnits'), draft.cooperatingUnits, before?.cooperatingUnits)
  show(
    'beneficiaries',
    labelOf('beneficiaries'),
    draft.beneficiaries.map((one) => one.name).join('; '),
    before?.beneficiaries.map((one) => one.name).join('; '),
  )
  show(
    'place',
    labelOf('place'),
    draft.places.map((place) => place.text).join('; '),
    before?.places.map((place) => place.text).join('; '),
  )
  show('startMonth', labelOf('startMonth'), month(draft.startMonth), month(before?.startMonth))
  show('endMonth', labelOf('endMonth'), month(draft.endMonth), month(before?.endMonth))
  show('summary', labelOf('summary'), draft.summary, before?.summary)
  const totals = before === undefined ? null : budgetTotals(before.budget)
  for (const source of fundingSources) {
    const was = totals === null ? undefined : inMillions(totals[source])
    if (draft.amounts[source] > 0 || (totals !== null && totals[source] > 0))
      show(source, sourceLabels[source].long, inMillions(draft.amounts[source]), was)
  }
  showLines(draft, before, base !== null, shown)
  show('note', labelOf('note'), draft.note, before?.note)
  return shown
}
