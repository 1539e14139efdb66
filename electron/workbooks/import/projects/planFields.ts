// A đề án as the preview shows it, beside what is on file.
import { fundingSources } from '../../../../shared/domain/money'
import { budgetTotals } from '../../../../shared/domain/projects'
import { programmeLabels, projectKindLabels, sourceLabels } from '../../../../shared/labels'
import { formatMonth } from '../../../../shared/vietnamese/dates'
import type { PreviewField } from '../previewRow'
import type { Judging } from '../records/recordKind'
import type { PlanDraft } from './planItem'
import { showLines } from './planLines'
import { inMillions } from './planMoney'
import { kindOf, type PlanRecord } from './planRecord'

export function shownFields(
  draft: PlanDraft,
  base: PlanRecord | null,
  { labelOf, contentLabels }: Judging,
): PreviewField[] {
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
