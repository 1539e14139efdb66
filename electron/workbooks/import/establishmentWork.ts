// Drafts of cơ sở beside what is on record: new, changed or there already, and the record each row would become.

import {
  blankEstablishment,
  type EstablishmentDetails,
  establishmentDetails,
} from '../../../shared/contract/establishments'
import { wordIssue } from '../../../shared/contract/wording'
import { normalisePhone, normaliseTaxCode } from '../../../shared/domain/identity'
import { establishmentStatusLabels, legalFormLabels } from '../../../shared/labels'
import { formatDate } from '../../../shared/vietnamese/dates'
import { formatMoney } from '../../../shared/vietnamese/money'
import { formatInteger } from '../../../shared/vietnamese/numbers'
import type { EstablishmentDraft, EstablishmentFields, EstablishmentFigures } from './establishments'
import type { Findings, Place } from './findings'
import {
  addSchemaIssues,
  decide,
  type PreviewField,
  type PreviewRow,
  type RowAction,
  type RowChoices,
} from './previewRow'
import { type DraftSame, sameReasonTexts } from './sameAs'

export interface EstablishmentWork {
  readonly key: string
  readonly name: string
  readonly action: RowAction
  /** The record to write; for an update, the record on file with the row's fields over it. */
  readonly details: EstablishmentDetails
  readonly target: EstablishmentTarget
}

export type EstablishmentTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly id: number; readonly rowVersion: number }
  /** An earlier row of the same workbook; if that is not written, the record on file that both are. */
  | {
      readonly kind: 'row'
      readonly key: string
      readonly record: { readonly id: number; readonly rowVersion: number } | null
    }

export interface EstablishmentPreviewing {
  readonly findings: Findings
  readonly choices: RowChoices
  readonly sames: ReadonlyMap<string, DraftSame>
  /** Of every record that some row is the same as. */
  readonly detailsOf: (id: number) => EstablishmentDetails
  readonly labelOf: (field: string) => string
  /** The cell a field of a row stands in. */
  readonly placeOf: (draft: EstablishmentDraft, field: string) => Place
  readonly hasError: (key: string) => boolean
}

/** Import field of a record's field, where the two names differ. */
const importFields: Readonly<Partial<Record<keyof EstablishmentDetails, string>>> = {
  headOfficeAddress: 'address',
  provinceCode: 'address',
  communeCode: 'address',
  oldAddressText: 'address',
  productionProvinceCode: 'productionAddress',
  productionCommuneCode: 'productionAddress',
  inCraftVillage: 'craftVillageName',
  inIndustrialCluster: 'industrialClusterName',
}

/** Codes and flags follow the text beside them; they are not shown as fields of their own. */
const unshown: ReadonlySet<string> = new Set([
  'provinceCode',
  'communeCode',
  'productionProvinceCode',
  'productionCommuneCode',
  'inCraftVillage',
  'inIndustrialCluster',
])

const oldAddressLabel = 'Địa chỉ cũ'

/** Judges rows one after the other, in the order of the file. */
export class EstablishmentJudge {
  readonly #previewing: EstablishmentPreviewing
  /** Rows that a later one is the same as. */
  readonly #repeated: ReadonlySet<string>
  /** Those as they would be written, for the later rows that say more about the same establishment. */
  readonly #written = new Map<string, EstablishmentDetails>()

  constructor(previewing: EstablishmentPreviewing) {
    this.#previewing = previewing
    this.#repeated = new Set(
      [...previewing.sames.values()].flatMap((same) => (same.kind === 'row' ? [same.same.of.key] : [])),
    )
  }

  judge(read: EstablishmentDraft): { row: PreviewRow; work: EstablishmentWork | null } {
    const previewing = this.#previewing
    const same = previewing.sames.get(read.key) ?? null
    const base = baseOf(same, this.#written, previewing.detailsOf)
    const draft = same === null ? read : withoutKnownFigures(read, base)
    const fields = shownFields(draft, same === null ? null : base, previewing.labelOf)
    const found = same === null ? 'new' : fields.some((field) => field.before !== field.value) ? 'changed' : 'duplicate'
    // An earlier row of the file is the same establishment said twice: the later one is a duplicate whatever it changes.
    const kind = same?.kind === 'row' ? 'duplicate' : found
    const wanted = previewing.choices.duplicates[draft.key] === 'update' && same !== null
    const merged = mergeDraft(wanted ? base : blankEstablishment, draft)
    const checked = establishmentDetails.safeParse(merged, { error: wordIssue })
    if (!checked.success && draft.fields.name !== undefined)
      addSchemaIssues(
        previewing.findings,
        checked.error.issues,
        (path) => previewing.placeOf(draft, importFieldOf(path)),
        (path) => previewing.labelOf(importFieldOf(path)),
      )
    if (same !== null) sayDuplicate(draft, same, previewing)
    const decision = decide(draft.key, kind, previewing.hasError(draft.key), previewing.choices)
    const row: PreviewRow = {
      key: draft.key,
      row: draft.row,
      ...decision,
      title: draft.fields.name ?? '',
      fields: kind === 'changed' ? fields.filter((field) => field.before !== field.value) : fields,
      duplicateOf: same === null ? null : sameText(same),
    }
    if (decision.action === 'none' || !checked.success) return { row, work: null }
    if (this.#repeated.has(draft.key)) this.#written.set(draft.key, checked.data)
    const work = {
      key: draft.key,
      name: checked.data.name,
      action: decision.action,
      details: checked.data,
      target: targetOf(same),
    }
    return { row, work }
  }
}

/** Figures of no year that are the last known of each are those: a list of ours goes out so, and comes back unchanged. */
function withoutKnownFigures(draft: EstablishmentDraft, base: EstablishmentDetails): EstablishmentDraft {
  const fields = Object.keys(draft.figures) as (keyof EstablishmentFigures)[]
  const newestFirst = [...base.years].sort((a, b) => b.year - a.year)
  const known = fields.every((field) => {
    const last = newestFirst.find((year) => year[field] !== null)
    return last !== undefined && last[field] === draft.figures[field]
  })
  return draft.figuresYearSaid || !known ? draft : { ...draft, figures: {} }
}

function importFieldOf(path: string): string {
  return importFields[path as keyof EstablishmentDetails] ?? path
}

function baseOf(
  same: DraftSame | null,
  written: ReadonlyMap<string, EstablishmentDetails>,
  detailsOf: (id: number) => EstablishmentDetails,
): EstablishmentDetails {
  if (same === null) return blankEstablishment
  const earlier = same.kind === 'row' ? written.get(same.same.of.key) : undefined
  if (earlier !== undefined) return earlier
  if (same.record !== null) return detailsOf(same.record.id)
  return same.kind === 'row' ? mergeDraft(blankEstablishment, same.same.of) : blankEstablishment
}

function targetOf(same: DraftSame | null): EstablishmentTarget {
  if (same === null) return { kind: 'none' }
  const record = same.record === null ? null : { id: same.record.id, rowVersion: same.record.rowVersion }
  if (same.kind === 'row') return { kind: 'row', key: same.same.of.key, record }
  return record === null ? { kind: 'none' } : { kind: 'record', ...record }
}

/** What the row says over what is there; what it leaves empty stays. */
function mergeDraft(base: EstablishmentDetails, draft: EstablishmentDraft): EstablishmentDetails {
  const merged = { ...base, ...draft.fields }
  if (Object.keys(draft.figures).length === 0) return merged
  const blankYear = {
    year: draft.figuresYear,
    employees: null,
    revenue: null,
    taxPaid: null,
    exportValue: null,
    capital: null,
    averageIncome: null,
  }
  const before = base.years.find((one) => one.year === draft.figuresYear) ?? blankYear
  const others = base.years.filter((one) => one.year !== draft.figuresYear)
  const years = [...others, { ...before, ...draft.figures }].sort((a, b) => a.year - b.year)
  return { ...merged, years }
}

function sameText(same: DraftSame): string {
  const reasons = same.same.reasons.map((reason) => sameReasonTexts[reason]).join(', ')
  return same.kind === 'row'
    ? `dòng ${same.same.of.row} “${same.same.of.fields.name ?? ''}” (${reasons})`
    : `${same.same.of.code} “${same.same.of.name}” (${reasons})`
}

function sayDuplicate(draft: EstablishmentDraft, same: DraftSame, previewing: EstablishmentPreviewing): void {
  const field = same.same.reasons[0] === 'nameAndCommune' ? 'name' : (same.same.reasons[0] ?? 'name')
  const where = same.kind === 'row' ? `với ${sameText(same)}` : `với cơ sở đã có ${sameText(same)}`
  previewing.findings.add('warning', previewing.placeOf(draft, field), {
    code: same.kind === 'row' ? 'duplicate.row' : 'duplicate.record',
    message: `Dòng ${draft.row} trùng ${where}. Mặc định bỏ qua dòng này; có thể chọn cập nhật hoặc vẫn tạo mới.`,
    original: draft.fields.name ?? '',
  })
}

function shownFields(
  draft: EstablishmentDraft,
  base: EstablishmentDetails | null,
  labelOf: (field: string) => string,
): PreviewField[] {
  const shown: PreviewField[] = []
  for (const field of Object.keys(draft.fields) as (keyof EstablishmentFields)[]) {
    if (unshown.has(field)) continue
    const value = showField(field, draft.fields[field])
    const before = base === null ? null : showField(field, base[field])
    shown.push({
      field,
      label: field === 'oldAddressText' ? oldAddressLabel : labelOf(importFieldOf(field)),
      value,
      before: before !== null && sameValue(field, before, value) ? value : before,
    })
  }
  const year = base?.years.find((one) => one.year === draft.figuresYear)
  for (const field of Object.keys(draft.figures) as (keyof EstablishmentFigures)[]) {
    const value = showFigure(field, draft.figures[field] ?? null)
    const before = base === null ? null : showFigure(field, year?.[field] ?? null)
    shown.push({ field, label: `${labelOf(field)} (${draft.figuresYear})`, value, before })
  }
  return shown
}

function sameValue(field: keyof EstablishmentFields, before: string, value: string): boolean {
  if (field === 'phone') return normalisePhone(before) === normalisePhone(value)
  if (field === 'taxCode') return normaliseTaxCode(before) === normaliseTaxCode(value)
  return before === value
}

const genderLabels = { female: 'Nữ', male: 'Nam', unknown: '' } as const

function showField(
  field: keyof EstablishmentFields,
  value: EstablishmentFields[keyof EstablishmentFields] | undefined,
): string {
  if (value === null || value === undefined) return ''
  if (field === 'legalForm') return legalFormLabels[value as EstablishmentFields['legalForm']]
  if (field === 'status') return establishmentStatusLabels[value as EstablishmentFields['status']]
  if (field === 'representativeGender') return genderLabels[value as EstablishmentFields['representativeGender']]
  if (field === 'registrationDate') return formatDate(String(value))
  return String(value)
}

function showFigure(field: keyof EstablishmentFigures, value: number | null): string {
  if (value === null) return ''
  return field === 'employees' ? formatInteger(value) : `${formatMoney(value)} đồng`
}
