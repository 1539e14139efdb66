// Hiện hành (đến ngày …): which day the plan is shown for, what it stands on, and what had been stopped by then.
import { planTabLabels } from '../../shared/labels'
import { formatDate, type PlainDate } from '../../shared/vietnamese/dates'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { DayBox } from '../components/DayBox'
import styles from './PlanScreen.module.css'
import type { Plan } from './PlanTable'

interface CurrentPlanBarProps {
  readonly plan: Plan
  /** null: now. */
  readonly day: PlainDate | null
  readonly onDay: (day: PlainDate | null) => void
}

export function CurrentPlanBar({ plan, day, onDay }: CurrentPlanBarProps) {
  return (
    <div className={styles.stateBar}>
      <span>{planTabLabels.current} đến ngày</span>
      <DayBox label={`${planTabLabels.current} đến ngày`} value={day} onChange={onDay} />
      {day !== null && (
        <Button kind="quiet" onClick={() => onDay(null)}>
          Về hiện nay
        </Button>
      )}
      <span className={styles.stateWords} role="status">
        {standsOn(plan, day)}
      </span>
      {plan.ended.length > 0 && (
        <ul className={styles.ended} aria-label="Đề án đã ngừng">
          {plan.ended.map((one) => (
            <li key={one.itemId}>
              Đã ngừng từ {formatDate(one.endedOn)}: <a href={`#${paths.project(one.projectId)}`}>{one.name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function standsOn({ shows, items }: Plan, day: PlainDate | null): string {
  const when = day === null ? 'hiện nay' : `ngày ${formatDate(day)}`
  switch (shows) {
    case 'inForce': {
      const adjusted = items.filter(({ version }) => version.adjustments > 0).length
      const changed = adjusted === 0 ? 'chưa đề án nào điều chỉnh' : `${adjusted} đề án đã điều chỉnh`
      return `Theo các quyết định có đến ${when}: ${items.length} đề án, ${changed}`
    }
    case 'registered':
      return `Đến ${when} chưa có quyết định nào: đây là bản đã đăng ký`
    case 'drafts':
      return 'Kế hoạch chưa được phê duyệt: đây là các bản đang soạn'
    case 'nothing':
      return `Đến ${when} kế hoạch chưa có gì`
  }
}
