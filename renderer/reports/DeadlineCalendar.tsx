// The deadlines of a month on its days, Monday first; done, late and near are told by a word before the deadline.
import { useState } from 'react'
import { labels, pictureLabels, programmeLabels } from '../../shared/labels'
import { daysInMonth } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import styles from './Pictures.module.css'

type Entry = CallOutput<'programmes.deadlines'>['entries'][number]

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const

const marks: Readonly<Record<Entry['status'], string>> = {
  overdue: 'Quá hạn',
  within7: 'Trong 7 ngày',
  within30: 'Trong 30 ngày',
  later: '',
  done: 'Đã xong',
}

function classOf(status: Entry['status']): string {
  if (status === 'overdue') return styles.overdue ?? ''
  if (status === 'done') return styles.done ?? ''
  return status === 'later' ? '' : (styles.soon ?? '')
}

/** Days of a month in weeks that begin on Monday; null: a day of another month. */
function weeksOf(year: number, month: number): (number | null)[][] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const cells: (number | null)[] = [
    ...Array.from({ length: first }, () => null),
    ...Array.from({ length: daysInMonth(year, month) }, (_, index) => index + 1),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export function DeadlineCalendar({ year }: { readonly year: number }) {
  const board = useQueryCall('programmes.deadlines', { year })
  const [chosen, setChosen] = useState<number | null>(null)
  if (board.error !== null) return <p role="alert">{board.error.problem.message}</p>
  if (board.data === undefined) return <p role="status">{labels.loading}</p>
  const { today, entries } = board.data
  const first = entries
    .map(({ due }) => due)
    .filter((due) => due.startsWith(`${year}-`))
    .sort()[0]
  const shownFirst = today.startsWith(`${year}-`) ? today : (first ?? `${year}-01-01`)
  const month = chosen ?? Number(shownFirst.slice(5, 7))
  const key = `${year}-${String(month).padStart(2, '0')}`
  const ofDay = (day: number) => entries.filter(({ due }) => due === `${key}-${String(day).padStart(2, '0')}`)
  return (
    <section className={styles.calendar} aria-label={pictureLabels.calendar}>
      <div className={styles.months}>
        <Button disabled={month === 1} onClick={() => setChosen(month - 1)}>
          Tháng trước
        </Button>
        <h2>
          Tháng {month} năm {year}
        </h2>
        <Button disabled={month === 12} onClick={() => setChosen(month + 1)}>
          Tháng sau
        </Button>
      </div>
      <table className={styles.grid} aria-label={`${pictureLabels.calendar} tháng ${month} năm ${year}`}>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the month
            <tr key={place}>
              {week.map((day, weekday) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place in the week
                  key={weekday}
                  className={day !== null && today === `${key}-${String(day).padStart(2, '0')}` ? styles.today : ''}
                >
                  {day !== null && (
                    <>
                      <span className={styles.day}>{day}</span>
                      <ul className={styles.due}>
                        {ofDay(day).map((entry) => (
                          <li
                            key={entry.key}
                            className={classOf(entry.status)}
                            title={`${entry.step}\n${programmeLabels[entry.programme].short} ${entry.planYear}: ${entry.words}\n${entry.legalBasis}`}
                          >
                            {marks[entry.status] === '' ? '' : `${marks[entry.status]}: `}
                            {entry.step}
                          </li>
                        ))}
                      </ul>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
