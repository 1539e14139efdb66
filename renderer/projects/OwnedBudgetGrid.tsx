// The budget grid of the đề án being typed: its lines belong to the beneficiaries as they are typed above it.
import { useDeferredValue, useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { BudgetGrid } from './BudgetGrid'
import type { BudgetStore } from './budgetStore'
import type { ProjectFormInput } from './projectForm'

export function OwnedBudgetGrid({ store }: { readonly store: BudgetStore }) {
  const beneficiaries = useWatch<ProjectFormInput, 'content.beneficiaries'>({ name: 'content.beneficiaries' })
  const typed = beneficiaries.map(({ name }) => name).join('\n')
  // The rows are shown anew when a name changes, after the letter typed is on the screen.
  const shown = useDeferredValue(typed)
  const names = useMemo(() => (shown === '' ? [] : shown.split('\n')), [shown])
  return <BudgetGrid store={store} beneficiaries={names} />
}
