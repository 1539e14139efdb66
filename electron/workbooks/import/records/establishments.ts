// Cơ sở CNNT: one line a cơ sở. The same cơ sở: one tax code, one registration number, or one name in one commune (sameAs.ts).
import {
  blankEstablishment,
  type EstablishmentDetails,
  establishmentDetails,
} from '../../../../shared/contract/establishments'
import { nameKey, normalisePhone, normaliseTaxCode } from '../../../../shared/domain/identity'
import { establishmentStatusLabels, legalFormLabels } from '../../../../shared/labels'
import { formatDate } from '../../../../shared/vietnamese/dates'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { formatInteger } from '../../../../shared/vietnamese/numbers'
import {
  type EstablishmentDraft,
  type EstablishmentFields,
  type EstablishmentFigures,
  readEstablishmentRows,
} from '../establishments'
import type { PreviewField } from '../previewRow'
import { type DraftSame, findSame, sameReasonTexts } from '../sameAs'
import { figuresYear, namesFiguresYear } from '../sheetFacts'
import type { Beside, OnFile, RecordKind, SameAs } from './recordKind'
import { type RecordDetails, wholeRecord } from './recordsOnFile'

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

function fieldOf(path: string): string {
  const [first = '', , figure] = path.split('.')
  if (first === 'years') return figure ?? first
  return importFields[first as keyof EstablishmentDetails] ?? first
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

type Matched = ReadonlyMap<string, DraftSame>

function beside(matched: Matched, details: RecordDetails): Beside<EstablishmentDraft, EstablishmentDetails> {
  return {
    sames: () => new Map([...matched].map(([key, same]) => [key, sameAs(same, details)])),
    record: (draft, base) =>
      base === null ? mergeDraft(blankEstablishment, draft) : mergeDraft(base, withoutKnown(draft, base)),
    shown: (draft, _, before, { labelOf }) =>
      shownFields(before === null ? draft : withoutKnown(draft, before), before, labelOf),
    whyNotBoth: () => null,
    contradictions: () => [],
  }
}

function sameAs(same: DraftSame, details: RecordDetails): SameAs<EstablishmentDraft, EstablishmentDetails> {
  const [reason] = same.same.reasons
  const label = labelOf(same)
  const { record } = same
  const onFile: OnFile<EstablishmentDetails> | null =
    record === null
      ? null
      : {
          target: { id: record.id, rowVersion: record.rowVersion, rank: 0 },
          label: `${record.code} “${record.name}”`,
          record: wholeRecord(details.establishments, record.id),
          lockedBecause: '',
        }
  return {
    line: same.kind === 'row' ? same.same.of : null,
    onFile,
    label,
    words: same.kind === 'row' ? label : `cơ sở đã có ${label}`,
    field: reason === undefined || reason === 'nameAndCommune' ? 'name' : reason,
  }
}

function labelOf(same: DraftSame): string {
  const reasons = same.same.reasons.map((reason) => sameReasonTexts[reason]).join(', ')
  return same.kind === 'row'
    ? `dòng ${same.same.of.row} “${same.same.of.title}” (${reasons})`
    : `${same.same.of.code} “${same.same.of.name}” (${reasons})`
}

/** What a list of ours says less of than is known: it goes out so, and comes back without taking anything away. */
function withoutKnown(draft: EstablishmentDraft, base: EstablishmentDetails): EstablishmentDraft {
  return withoutKnownFigures(withoutKnownCommune(draft, base), base)
}

/** 'Xã Cường Lợi' of a cơ sở in a thôn of that commune says less than is known: it must not take the thôn away. */
function withoutKnownCommune(draft: EstablishmentDraft, base: EstablishmentDetails): EstablishmentDraft {
  const { headOfficeAddress, provinceCode, communeCode, oldAddressText, ...fields } = draft.fields
  const known = communeCode != null && [base.communeCode, base.productionCommuneCode].includes(communeCode)
  if (!draft.communeOnly || !known) return draft
  if (fields.productionAddress !== headOfficeAddress) return { ...draft, fields }
  const { productionAddress, productionProvinceCode, productionCommuneCode, ...rest } = fields
  return { ...draft, fields: rest }
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
      label: field === 'oldAddressText' ? oldAddressLabel : labelOf(fieldOf(field)),
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

export const establishmentKind: RecordKind<EstablishmentDraft, EstablishmentDetails, Matched> = {
  kind: 'establishments',
  schema: establishmentDetails,
  fieldOf,
  read: (reader, { rules, resolvePlace, today, input }) => {
    const year = figuresYear(reader, reader.findings, input, today)
    const figuresYearSaid = namesFiguresYear(reader, input)
    const context = { rules, resolvePlace, today, figuresYear: year, figuresYearSaid }
    return { ...readEstablishmentRows(reader, context), year }
  },
  match: (drafts, files) => findSame(drafts, files.establishments),
  wanted: (matched) => ({ establishments: [...matched.values()].flatMap(({ record }) => record?.id ?? []) }),
  beside: (_, matched, { details }) => beside(matched, details),
  newEstablishment: ({ name, productionCommuneCode, communeCode }) => ({
    nameKey: nameKey(name),
    communeCode: productionCommuneCode ?? communeCode,
  }),
}
