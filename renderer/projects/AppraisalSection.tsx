// The appraisals of a đề án in its workspace: base for all, ministry for KCQG.
import type { Programme } from '../../shared/domain/projects'
import { appraisalLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import styles from './Appraisal.module.css'
import { AppraisalSheet } from './AppraisalSheet'
import { workspaceSectionId } from './lifecycleSections'

interface AppraisalSectionProps {
  readonly projectId: number
  readonly programme: Programme
  readonly settle: () => Promise<boolean>
  readonly onVersion: () => void
}

export function AppraisalSection({ projectId, programme, settle, onVersion }: AppraisalSectionProps) {
  const base = useQueryCall('projects.appraisal', { id: projectId, level: 'base' })
  const ministry = useQueryCall(
    'projects.appraisal',
    { id: projectId, level: 'ministry' },
    { enabled: programme === 'national' },
  )
  const error = base.error ?? ministry.error
  const shown = [base.data, ministry.data].flatMap((one) => (one === undefined || one === null ? [] : [one]))
  return (
    <section
      id={workspaceSectionId('appraisal')}
      className={styles.section}
      tabIndex={-1}
      aria-label={appraisalLabels.many}
    >
      <h2>{appraisalLabels.many}</h2>
      {error !== null && <p role="alert">{error.message}</p>}
      {shown.length === 0 && (
        <p className={styles.soft}>Chưa gửi Sở. Gửi xong, phiếu thẩm định theo năm nội dung sẽ mở ở đây.</p>
      )}
      {shown.map((one) => (
        <AppraisalSheet
          key={`${one.level}-${one.versionId}-${one.open}`}
          appraisal={one}
          settle={settle}
          onVersion={onVersion}
        />
      ))}
    </section>
  )
}
