// What a report is asked for: which one, of which period, as of which day, of which programme, and what "thực hiện" means.

import { type Programme, programmes } from '../../shared/domain/projects'
import { type ContentDivision, contentDivisions } from '../../shared/domain/reportByContent'
import { type DoneBasis, doneBases } from '../../shared/domain/reportFacts'
import { type PeriodKind, periodKinds, type ReportPeriod } from '../../shared/domain/reportPeriods'
import { type ReportCode, reportCodes } from '../../shared/domain/reports'
import { programmeLabels, reportLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { useYear } from '../app/year'
import { DayBox } from '../components/DayBox'
import styles from './Reports.module.css'

export interface AskedReport {
  readonly report: ReportCode
  readonly period: ReportPeriod
  readonly asOf: PlainDate | null
  readonly programme: Programme | null
  readonly basis: DoneBasis
  readonly division: ContentDivision
}

const { bar } = reportLabels

/** The period of a kind that holds, or begins in, the year in hand. */
export function periodOf(kind: PeriodKind, year: number, before: ReportPeriod): ReportPeriod {
  switch (kind) {
    case 'month':
      return { kind, year, month: before.kind === 'month' ? before.month : 1 }
    case 'quarter':
      return { kind, year, quarter: before.kind === 'quarter' ? before.quarter : 1 }
    case 'sixMonths':
      return { kind, year, half: before.kind === 'sixMonths' ? before.half : 1 }
    case 'nineMonths':
    case 'year':
      return { kind, year }
    case 'years':
      return { kind, from: year - 4, to: year }
    case 'days':
      return { kind, from: `${year}-01-01`, to: `${year}-12-31` }
  }
}

interface ReportBarProps {
  readonly asked: AskedReport
  readonly onChange: (asked: AskedReport) => void
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
  readonly className?: string | undefined
}

function Choice<V extends string>({ label, value, options, onChange, className }: ChoiceProps<V>) {
  return (
    <label className={[styles.choice, className].filter(Boolean).join(' ')}>
      <span>{label}</span>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((one) => one.value === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}

const numbers = (last: number, name: (one: number) => string) =>
  Array.from({ length: last }, (_, index) => ({ value: String(index + 1), label: name(index + 1) }))

/** The year of the frame is the year of a period within one year. */
function PeriodPart({ asked, onChange }: ReportBarProps) {
  const { years } = useYear()
  const { period } = asked
  const set = (next: ReportPeriod) => onChange({ ...asked, period: next })
  switch (period.kind) {
    case 'month':
      return (
        <Choice
          label={bar.month}
          value={String(period.month)}
          options={numbers(12, (one) => `Tháng ${one}`)}
          onChange={(month) => set({ ...period, month: Number(month) })}
        />
      )
    case 'quarter':
      return (
        <Choice
          label={bar.quarter}
          value={String(period.quarter)}
          options={numbers(4, (one) => `Quý ${['I', 'II', 'III', 'IV'][one - 1] ?? one}`)}
          onChange={(quarter) => set({ ...period, quarter: Number(quarter) })}
        />
      )
    case 'sixMonths':
      return (
        <Choice
          label={bar.half}
          value={String(period.half)}
          options={numbers(2, (one) => (one === 1 ? '6 tháng đầu năm' : '6 tháng cuối năm'))}
          onChange={(half) => set({ ...period, half: Number(half) })}
        />
      )
    case 'years': {
      const wide = Array.from({ length: 40 }, (_, index) => Math.max(...years) - index)
      const all = [...new Set([...wide, period.from, period.to])]
        .sort((a, b) => b - a)
        .map((year) => ({ value: String(year), label: String(year) }))
      return (
        <>
          <Choice
            label={bar.fromYear}
            value={String(period.from)}
            options={all}
            onChange={(from) => set({ ...period, from: Number(from), to: Math.max(Number(from), period.to) })}
          />
          <Choice
            label={bar.toYear}
            value={String(period.to)}
            options={all}
            onChange={(to) => set({ ...period, to: Number(to), from: Math.min(Number(to), period.from) })}
          />
        </>
      )
    }
    case 'days':
      return (
        <>
          <span className={styles.choice}>
            <span>{bar.fromDay}</span>
            <DayBox
              label={bar.fromDay}
              value={period.from}
              onChange={(from) => from !== null && set({ ...period, from, to: from > period.to ? from : period.to })}
            />
          </span>
          <span className={styles.choice}>
            <span>{bar.toDay}</span>
            <DayBox
              label={bar.toDay}
              value={period.to}
              onChange={(to) => to !== null && set({ ...period, to, from: to < period.from ? to : period.from })}
            />
          </span>
        </>
      )
    case 'nineMonths':
    case 'year':
      return null
  }
}

export function ReportBar({ asked, onChange }: ReportBarProps) {
  const { year } = useYear()
  return (
    <div className={styles.bar}>
      <Choice
        className={styles.report}
        label={bar.report}
        value={asked.report}
        options={reportCodes.map((code) => ({ value: code, label: `${code}. ${reportLabels.reports[code].title}` }))}
        onChange={(report) => onChange({ ...asked, report })}
      />
      <Choice
        label={bar.period}
        value={asked.period.kind}
        options={periodKinds.map((kind) => ({ value: kind, label: bar.kinds[kind] }))}
        onChange={(kind) => onChange({ ...asked, period: periodOf(kind, year, asked.period) })}
      />
      <PeriodPart asked={asked} onChange={onChange} />
      <span className={styles.choice}>
        <span>{bar.asOf}</span>
        <DayBox label={bar.asOf} value={asked.asOf} onChange={(asOf) => onChange({ ...asked, asOf })} />
      </span>
      <Choice
        label={bar.programme}
        value={asked.programme ?? 'all'}
        options={[
          { value: 'all', label: bar.bothProgrammes },
          ...programmes.map((value) => ({ value, label: programmeLabels[value].short })),
        ]}
        onChange={(value) => onChange({ ...asked, programme: value === 'all' ? null : value })}
      />
      {reportLabels.basisShown.includes(asked.report) && (
        <Choice
          label={bar.basis}
          value={asked.basis}
          options={doneBases.map((value) => ({ value, label: bar.bases[value] }))}
          onChange={(basis) => onChange({ ...asked, basis })}
        />
      )}
      {asked.report === 'B1' && (
        <Choice
          label={bar.division}
          value={asked.division}
          options={contentDivisions.map((value) => ({ value, label: bar.divisions[value] }))}
          onChange={(division) => onChange({ ...asked, division })}
        />
      )}
    </div>
  )
}
