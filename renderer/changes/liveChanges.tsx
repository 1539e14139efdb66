// What is asked, compared with what is in force while it is being typed; each changed field with the box for its reason.
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { useWatch } from 'react-hook-form'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ProjectContent } from '../../shared/contract/projects'
import {
  type ComparisonNames,
  type ContentChange,
  type ContentField,
  codesAsNames,
  compareContents,
} from '../../shared/domain/comparison'
import { changeLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { inputClass } from '../components/Field'
import { type BudgetStore, budgetOf } from '../projects/budgetStore'
import type { ProjectFormInput } from '../projects/projectForm'
import styles from './Changes.module.css'
import { withUnitTexts } from './requestInput'

export interface Reasons {
  readonly of: (path: string) => string
  readonly type: (path: string, text: string) => void
}

interface LiveChanges {
  readonly changes: readonly ContentChange[]
  /** null: changes are shown without asking why. */
  readonly reasons: Reasons | null
}

const Live = createContext<LiveChanges>({ changes: [], reasons: null })

function useNames(contentGroups: readonly ContentGroupEntry[]): ComparisonNames {
  const bases = useQueryCall('projects.legalBases', {})
  return useMemo(() => {
    const citations = new Map((bases.data ?? []).map(({ id, citation }) => [id, citation]))
    const subContents = new Map(contentGroups.flatMap((one) => one.subContents).map(({ code, name }) => [code, name]))
    return {
      ...codesAsNames,
      contentGroup: (code) => contentGroups.find((one) => one.code === code)?.name ?? code,
      subContent: (code) => subContents.get(code) ?? code,
      legalBasis: (id) => citations.get(id) ?? id,
    }
  }, [bases.data, contentGroups])
}

interface LiveChangesProps {
  readonly base: ProjectContent
  readonly store: BudgetStore
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly reasons: Reasons | null
  readonly children: ReactNode
}

export function LiveChanges({ base, store, contentGroups, reasons, children }: LiveChangesProps) {
  const typed = useWatch<ProjectFormInput, 'content'>({ name: 'content' })
  const sums = useSyncExternalStore(store.subscribe, store.sums)
  const names = useNames(contentGroups)
  const shown = useDeferredValue(typed)
  const shownSums = useDeferredValue(sums)
  const live = useMemo(() => {
    // The sums change with every letter in the budget: the lines are read again with them.
    void shownSums
    const content = { ...base, ...shown, budget: budgetOf(store, shown.beneficiaries) } as ProjectContent
    return { changes: compareContents(base, withUnitTexts(content, base), names).changes, reasons }
  }, [base, shown, shownSums, names, reasons, store])
  return <Live.Provider value={live}>{children}</Live.Provider>
}

export function useLiveChanges(): readonly ContentChange[] {
  return useContext(Live).changes
}

/** The changed fields of one part, old beside new, each asking why. */
export function ChangesOf({ fields }: { readonly fields: readonly ContentField[] }) {
  const { changes, reasons } = useContext(Live)
  const own = changes.filter(({ group }) => fields.includes(group))
  if (own.length === 0) return null
  return (
    <table className={styles.changes} aria-label="Thay đổi của phần này">
      <thead>
        <tr>
          <th scope="col">{changeLabels.field}</th>
          <th scope="col">{changeLabels.inForce}</th>
          <th scope="col">{changeLabels.asked}</th>
          {reasons !== null && <th scope="col">{changeLabels.reason}</th>}
        </tr>
      </thead>
      <tbody>
        {own.map((change) => (
          <tr key={change.path}>
            <th scope="row">{change.label}</th>
            <td className={styles.old}>{change.before ?? '(không có)'}</td>
            <td className={styles.fresh}>{change.after ?? '(bỏ)'}</td>
            {reasons !== null && (
              <td>
                <textarea
                  className={inputClass}
                  rows={1}
                  aria-label={`${changeLabels.reason}: ${change.label}`}
                  placeholder="Vì sao đổi"
                  defaultValue={reasons.of(change.path)}
                  onChange={(event) => reasons.type(change.path, event.currentTarget.value)}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
