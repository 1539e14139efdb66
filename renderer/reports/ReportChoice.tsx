// A choice above a report: its name and a short list; and the one both reports ask: what counts as done.
import type { ReactNode } from 'react'
import { type DoneBasis, doneBases } from '../../shared/domain/reportFacts'
import { reviewLabels } from '../../shared/labels'
import type { Option } from '../components/fields'
import styles from './ReportScreen.module.css'

interface ReportChoiceProps<V extends string> {
  readonly label: ReactNode
  readonly value: V | null
  readonly options: readonly Option<V>[]
  /** The label of choosing nothing (null); without it something is always chosen. */
  readonly emptyLabel?: string
  readonly onChange: (value: V | null) => void
}

export function ReportChoice<V extends string>({ label, value, options, emptyLabel, onChange }: ReportChoiceProps<V>) {
  return (
    <label className={styles.choice}>
      {label}
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChange(options.find((option) => option.value === currentTarget.value)?.value ?? null)
        }
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

const basisOptions = doneBases.map((value) => ({ value, label: reviewLabels.bases[value] }))

interface BasisChoiceProps {
  readonly basis: DoneBasis
  readonly onChange: (basis: DoneBasis) => void
}

export function BasisChoice({ basis, onChange }: BasisChoiceProps) {
  return (
    <ReportChoice
      label={reviewLabels.basis}
      value={basis}
      options={basisOptions}
      onChange={(chosen) => onChange(chosen ?? basis)}
    />
  )
}
