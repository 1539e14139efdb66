// The notice that a package no longer holds: a sheet of words for people, and the same for the program that reads it.
import type { PackageData } from '../../../shared/domain/package'
import { packageLabels } from '../../../shared/labels'
import { formatDate } from '../../../shared/vietnamese/dates'
import type { PlanSheetOptions } from '../annualPlanSheet'
import { paperFrame } from '../annualPlanSheet'
import type { Sheet } from '../sheet'

type Key = 'ordinal' | 'number' | 'checksum' | 'on' | 'reason'

export function recallSheet(data: PackageData, options: PlanSheetOptions): Sheet<Key> {
  const { letterhead, placeAndDate, signatures, print } = paperFrame(
    { ...options, attachedTo: '' },
    packageLabels.recallTitle,
    options.office.centreName,
  )
  return {
    letterhead,
    placeAndDate,
    signatures,
    print,
    name: packageLabels.recallSheet,
    title: [packageLabels.recallTitle],
    subtitle: [packageLabels.recallMeaning],
    unit: null,
    header: [
      { key: 'ordinal', heading: 'TT', kind: 'centredText', width: 5 },
      { key: 'number', heading: packageLabels.number, kind: 'centredText', width: 12 },
      { key: 'on', heading: packageLabels.recalledOn, kind: 'centredText', width: 14 },
      { key: 'reason', heading: packageLabels.reason, kind: 'text', width: 40 },
      { key: 'checksum', heading: packageLabels.checksum, kind: 'text', width: 42 },
    ],
    markColumn: 'ordinal',
    headingColumn: 'number',
    body: {
      kind: 'rows',
      rows: data.recalled.map((one, index) => ({
        ordinal: String(index + 1),
        number: one.number,
        on: formatDate(one.on),
        reason: one.reason,
        checksum: one.checksum,
      })),
    },
    total: null,
    words: [],
  }
}
