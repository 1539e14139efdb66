// What the preview shows of a row, and what the import will do with it: one decision, used by both.
import type { ImportInput, ImportPreview } from '../../../shared/contract/workbooks'
import type { Findings, Place } from './findings'

export type PreviewSheet = ImportPreview['sheets'][number]
export type PreviewRow = PreviewSheet['rows'][number]
export type PreviewField = PreviewRow['fields'][number]
export type RowStatus = PreviewRow['status']
export type RowAction = PreviewRow['action']

export interface RowChoices {
  readonly duplicates: ImportInput['duplicates']
  readonly leaveOut: ReadonlySet<string>
}

/** A row that is already there is left alone unless the user says otherwise; a row with errors is never written. */
export function decide(key: string, found: 'new' | 'changed' | 'duplicate', hasError: boolean, choices: RowChoices) {
  if (choices.leaveOut.has(key)) return { status: 'skipped', action: 'none' } as const
  if (hasError) return { status: 'error', action: 'none' } as const
  if (found === 'new') return { status: 'new', action: 'create' } as const
  const choice = choices.duplicates[key] ?? 'skip'
  return { status: found, action: choice === 'skip' ? ('none' as const) : choice } as const
}

interface SchemaIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** What our own forms would refuse (a name too long, a year too far) is refused at the cell it came from, unless it was before. */
export function addSchemaIssues(
  findings: Findings,
  issues: readonly SchemaIssue[],
  placeOf: (path: string) => Place,
  labelOf: (path: string) => string,
): void {
  for (const issue of issues) {
    const names = issue.path.filter((step) => typeof step === 'string')
    // 'years.0.employees' stands in the column of employees.
    const path = [names[0], names.at(-1)].find((name) => name !== undefined && labelOf(name) !== name) ?? names[0] ?? ''
    const place = placeOf(path)
    if (findings.hasErrorAt(place)) continue
    findings.add('error', place, {
      code: 'field.invalid',
      message: `${labelOf(path)}: ${issue.message} Sửa ô này hoặc bỏ dòng này khi nhập.`,
    })
  }
}
