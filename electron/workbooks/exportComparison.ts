// Two states side by side as a file: what the screen of the comparison shows, as XLSX, PDF or DOCX.
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import type { planFormats } from '../../shared/contract/workbooks'
import type { ComparedState } from '../../shared/domain/comparedStates'
import type { Programme } from '../../shared/domain/projects'
import type { Later, Reader } from '../database/access'
import { readOffice } from '../office/reader'
import { comparePlan } from '../plans/comparing'
import { planName } from '../plans/standing'
import { compareProject } from '../projects/comparing'
import type { NameServices } from '../projects/comparisonNames'
import { planComparisonSheet, projectComparisonSheet } from './comparisonSheet'
import { fileLater, type PlanExportServices, planSheetOptions } from './exportPlan'

export interface ComparisonExportInput {
  readonly of:
    | { readonly kind: 'project'; readonly id: number }
    | { readonly kind: 'plan'; readonly year: number; readonly programme: Programme }
  readonly before: ComparedState
  readonly after: ComparedState
  readonly all: boolean
  readonly format: (typeof planFormats)[number]
}

/** @throws Refusal document.incomplete when there is nothing to print: both states are the same */
export async function exportComparison(
  reader: Reader,
  { of, format, ...states }: ComparisonExportInput,
  services: PlanExportServices & NameServices,
): Promise<Later<FileOut>> {
  const { office } = await readOffice(reader)
  const header = { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }
  const options = planSheetOptions(office, header, services.contentGroups())
  if (of.kind === 'project') {
    const compared = await compareProject(reader, services, { id: of.id, ...states })
    if (compared.changes.length === 0) throw nothingDiffers()
    const sides = { before: compared.before.label, after: compared.after.label }
    const { code, name, changes, totals } = compared
    const sheet = projectComparisonSheet({ code, name, sides, changes, totals }, options)
    return fileLater(reader, sheet, `so-sanh-${safeName(code)}`, format, services)
  }
  const compared = await comparePlan(reader, services, { ...of, ...states })
  if (compared.rows.length === 0) throw nothingDiffers()
  const sides = { before: compared.before.label, after: compared.after.label }
  const sheet = planComparisonSheet({ planName: planName(of), sides, compared }, options)
  const stem = `so-sanh-ke-hoach-${of.programme === 'national' ? 'kcqg' : 'kcdp'}-${of.year}`
  return fileLater(reader, sheet, stem, format, services)
}

function nothingDiffers(): Refusal {
  return new Refusal(
    'document.incomplete',
    'hai thời điểm đã chọn giống hệt nhau, không có gì để in. Hãy chọn thời điểm khác.',
  )
}

/** A code as part of a file name. */
function safeName(code: string): string {
  return code.replace(/[^\p{L}\p{N}._-]+/gu, '-')
}
