// Chooses one of the two sides of a comparison: a state that has been, or any day.
import { useState } from 'react'
import type { ComparedState } from '../../shared/domain/comparedStates'
import { comparedStateLabels } from '../../shared/labels'
import type { CallInput, CallOutput } from '../app/calls'
import { today } from '../app/today'
import { DayBox } from '../components/DayBox'
import styles from './Comparison.module.css'

export type PickedState = CallInput<'plans.compare'>['before']

interface StatePickerProps {
  readonly label: string
  readonly states: CallOutput<'plans.states'>
  readonly value: ComparedState
  readonly onChange: (state: PickedState) => void
}

const anyDay = 'day'

export function StatePicker({ label, states, value, onChange }: StatePickerProps) {
  const [day, setDay] = useState(value.kind === 'date' ? value.date : today())
  const key = value.kind === 'date' ? anyDay : JSON.stringify(value)
  return (
    <span className={styles.picker}>
      <label>
        <span>{label}</span>
        <select
          value={key}
          onChange={({ currentTarget }) => {
            const chosen = states.find(({ state }) => JSON.stringify(state) === currentTarget.value)
            onChange(chosen?.state ?? { kind: 'date', date: day })
          }}
        >
          {states.map(({ state, label: name }) => (
            <option key={name} value={JSON.stringify(state)}>
              {name}
            </option>
          ))}
          <option value={anyDay}>{comparedStateLabels.anyDay}</option>
        </select>
      </label>
      {value.kind === 'date' && (
        <DayBox
          label={`${label}: ${comparedStateLabels.date.toLocaleLowerCase('vi')}`}
          value={value.date}
          onChange={(picked) => {
            if (picked === null) return
            setDay(picked)
            onChange({ kind: 'date', date: picked })
          }}
        />
      )}
    </span>
  )
}
