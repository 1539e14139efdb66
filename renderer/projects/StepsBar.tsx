// The line of steps over a đề án: done, now, ahead; and the one button for what comes next, or what it still lacks.
import { useState } from 'react'
import type { DirectStep } from '../../shared/domain/lifecycle'
import { directSteps } from '../../shared/domain/lifecycle'
import { appraisalLabels, contractLabels, moneyLabels, projectStatusLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { jumpToSection } from './lifecycleSections'
import { StepDialog } from './StepDialog'
import styles from './StepsBar.module.css'

export type Steps = CallOutput<'projects.steps'>
type NextStep = Steps['next'][number]

interface StepsBarProps {
  readonly projectId: number
  /** Before a step: false when what was typed could not be saved. */
  readonly settle: () => Promise<boolean>
  /** After a step: another version may be the newest now. */
  readonly onTaken: () => void
}

function directOf(step: NextStep): DirectStep | null {
  return directSteps.find((one) => one === step.step) ?? null
}

export function StepsBar({ projectId, settle, onTaken }: StepsBarProps) {
  const [dialog, setDialog] = useState<DirectStep | null>(null)
  const query = useQueryCall('projects.steps', { id: projectId })
  if (query.error !== null)
    return (
      <p className={styles.bar} role="alert">
        {query.error.message}
      </p>
    )
  const steps = query.data
  if (steps === undefined) return null
  const forward = steps.next.find((one) => one.forward)
  const others = steps.next.filter((one) => !one.forward)

  async function open(step: NextStep): Promise<void> {
    const [first] = step.missing
    const direct = directOf(step)
    if (first !== undefined) jumpToSection(first.section)
    else if (direct === null) jumpToSection('appraisal')
    else if (await settle()) setDialog(direct)
  }

  return (
    <section className={styles.bar} aria-label="Các bước của đề án">
      <ol className={styles.line}>
        {steps.line.map((point, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the line only ever grows at its end
            key={index}
            className={styles[point.state]}
            aria-current={point.state === 'now' ? 'step' : undefined}
          >
            <span className={styles.name}>
              {point.state === 'done' && <span aria-hidden="true">✓ </span>}
              {projectStatusLabels[point.status]}
              {point.state === 'done' && <span className="visually-hidden"> (đã qua)</span>}
            </span>
            {point.on !== null && <span className={styles.on}>{formatDate(point.on)}</span>}
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        {forward !== undefined && forward.missing.length > 0 && (
          <p className={styles.missing}>
            <span>Còn thiếu:</span>
            {forward.missing.map((one) => (
              <Button
                key={one.what}
                kind="quiet"
                title={one.why}
                aria-label={`${one.what}: ${one.why}`}
                onClick={() => jumpToSection(one.section)}
              >
                {one.what}
              </Button>
            ))}
          </p>
        )}
        <div className={styles.actions}>
          {steps.round > 1 && <span className={styles.round}>Gửi lần {steps.round}</span>}
          {others.map((step) => (
            <Button key={step.step} kind="quiet" onClick={() => void open(step)}>
              {step.label}…
            </Button>
          ))}
          {forward !== undefined && (
            <Button kind="primary" onClick={() => void open(forward)}>
              {forward.label}
              {forward.possible ? (directOf(forward) === null ? '' : '…') : ` (còn thiếu ${forward.missing.length})`}
            </Button>
          )}
        </div>
      </div>
      {dialog !== null && <StepDialog steps={steps} step={dialog} onClose={() => setDialog(null)} onTaken={onTaken} />}
    </section>
  )
}

/** The ways to the parts below the version, for the bar of sections. */
export function LifecycleAnchors() {
  return (
    <>
      <Button kind="quiet" onClick={() => jumpToSection('appraisal')}>
        {appraisalLabels.many}
      </Button>
      <Button kind="quiet" onClick={() => jumpToSection('contracts')}>
        {contractLabels.many}
      </Button>
      <Button kind="quiet" onClick={() => jumpToSection('money')}>
        {moneyLabels.title}
      </Button>
      <Button kind="quiet" onClick={() => jumpToSection('history')}>
        Lịch sử
      </Button>
    </>
  )
}
