// In the list of things to do: what the safety of the data file asks for.
import { safetyLabels, safetyReminderLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import styles from './Safety.module.css'

export function SafetyReminders() {
  const status = useQueryCall('safety.status', {})
  const reminders = status.data?.reminders ?? []
  if (reminders.length === 0) return null
  return (
    <ul className={styles.reminders} aria-label={safetyLabels.screen}>
      {reminders.map((reminder) => (
        <li key={reminder} data-reminder={reminder}>
          <span>
            <strong>{safetyReminderLabels[reminder].what}.</strong> {safetyReminderLabels[reminder].why}
          </span>
          {reminder !== 'clock-behind' && (
            <Button kind="quiet" onClick={() => void navigate(paths.safety)}>
              Mở phần Sao lưu
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
