// Cách tính: every rule a report on the screen rests on.
import { Modal } from '@mantine/core'
import { reportLabels } from '../../shared/labels'
import type { CallOutput } from '../app/calls'
import styles from './Reports.module.css'

interface RulesDialogProps {
  readonly rules: CallOutput<'reports.table'>['rules']
  readonly onClose: () => void
}

export function RulesDialog({ rules, onClose }: RulesDialogProps) {
  return (
    <Modal opened onClose={onClose} title={reportLabels.rules} size={720} transitionProps={{ duration: 0 }}>
      <dl className={styles.rules}>
        {rules.map((rule) => (
          <div key={rule.id}>
            <dt>{rule.name}</dt>
            <dd>{rule.words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
