import type { KeyboardEvent } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { progressReport } from '../../shared/contract/executionProgress'
import { id, rowVersion } from '../../shared/contract/values'
import { overallPercent, percentText } from '../../shared/domain/executionProgress'
import { progressLabels, projectStatusLabels } from '../../shared/labels'
import type { CallOutput } from '../app/calls'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { MoneyField, NumberField, TextField } from '../components/fields'
import styles from './Execution.module.css'

type Row = CallOutput<'execution.progressMonth'>['rows'][number]

export const progressForm = z.strictObject({
  reports: z.array(z.strictObject({ projectId: id, rowVersion, report: progressReport })),
})
export type FormInput = z.input<typeof progressForm>

/** Enter and the arrows go to the same column of the next line. */
export function moveDown(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return
  const by = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? -1 : 1
  if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const column = event.target.name.split('.').at(-1)
  const boxes = [...event.currentTarget.querySelectorAll('input')].filter((box) => box.name.endsWith(`.${column}`))
  const next = boxes[boxes.indexOf(event.target) + by]
  event.preventDefault()
  next?.focus()
  next?.select()
}

interface ProjectRowsProps {
  readonly row: Row
  readonly index: number
  readonly onMore: () => void
}

export function ProjectRows({ row, index, onMore }: ProjectRowsProps) {
  const money = useMoney()
  const lines = row.report.lines
  return lines.map((line, at) => {
    const name = `reports.${index}.report.lines.${at}`
    const of = `${row.code}, ${line.content}`
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the contents of a month neither come nor go while it is filled
      <tr key={at} className={at === 0 ? styles.first : undefined}>
        {at === 0 && (
          <th scope="rowgroup" rowSpan={lines.length} className={styles.whose}>
            <a href={`#${paths.project(row.projectId)}`}>{row.name}</a>
            <div className={styles.soft}>
              {row.code} · hỗ trợ {money.format(row.support)} {money.label}
              {row.status !== 'inProgress' && ` · ${projectStatusLabels[row.status]}`} · <Overall index={index} />
            </div>
            {row.warnings.map((words) => (
              <div key={words} className={styles.warning}>
                Xem lại: {words}
              </div>
            ))}
          </th>
        )}
        <td className={styles.text}>{line.content}</td>
        <td className={styles.end}>{at < row.previous.length ? shown(row.previous[at] ?? null) : ''}</td>
        <td>
          <NumberField bare decimals={2} name={`${name}.percent`} label={`${progressLabels.percent}: ${of}`} />
        </td>
        <td>
          <TextField bare name={`${name}.note`} label={`${progressLabels.note}: ${of}`} />
        </td>
        {at === 0 && (
          <>
            <td rowSpan={lines.length}>
              <MoneyField
                bare
                name={`reports.${index}.report.valueDone`}
                label={`${progressLabels.valueDone}: ${row.code}`}
              />
            </td>
            <td rowSpan={lines.length} className={styles.text}>
              <Button kind="quiet" aria-label={`Ghi thêm: ${row.code}`} onClick={onMore}>
                Ghi thêm…
              </Button>
            </td>
          </>
        )}
      </tr>
    )
  })
}

function shown(percent: number | null): string {
  return percent === null ? '' : percentText(percent)
}

function Overall({ index }: { readonly index: number }) {
  const { control } = useFormContext<FormInput>()
  const lines = useWatch({ control, name: `reports.${index}.report.lines` })
  const known = lines.filter((line) => typeof line.percent === 'number')
  return (
    <span>
      {progressLabels.overall}: {percentText(overallPercent(known))}
    </span>
  )
}
