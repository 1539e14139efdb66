// What is against a rule, with its basis and how sure it is; what cannot be, in red. Nothing is said by colour alone.
import type { Confidence } from '../../shared/domain/confidence'
import { confidenceMark } from '../../shared/domain/confidence'
import { checkLabels, contractLabels } from '../../shared/labels'
import styles from './Contracts.module.css'

export interface ShownWarning {
  readonly code: string
  readonly words: string
  readonly legalBasis: string
  readonly confidence: Confidence
}

export function Warnings({ warnings }: { readonly warnings: readonly ShownWarning[] }) {
  if (warnings.length === 0) return null
  return (
    <div className={styles.warnings} role="status" aria-label={contractLabels.toLookAt}>
      <strong>
        {contractLabels.toLookAt} ({warnings.length})
      </strong>
      <ul>
        {warnings.map((one) => (
          <li key={`${one.code} ${one.words}`}>
            {one.words}
            <Mark confidence={one.confidence} />
            {one.legalBasis !== '' && (
              <div className={styles.basis}>
                {checkLabels.legalBasis}: {one.legalBasis}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Mark({ confidence }: { readonly confidence: Confidence }) {
  const mark = confidenceMark(confidence)
  // What we concluded ourselves from papers on record is not law: nothing to verify in it.
  return mark === null || confidence === 'I' ? null : <span className={styles.mark}>{mark}</span>
}

export function Contradictions({ problems }: { readonly problems: readonly { readonly message: string }[] }) {
  if (problems.length === 0) return null
  return (
    <div className={styles.problems} role="alert">
      <strong>Chưa ghi được</strong>
      <ul>
        {problems.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

export interface ShownOverride {
  readonly code: string
  readonly words: string
  readonly reason: string
  readonly actor: string
  readonly at: string
}

export function Overrides({ overrides }: { readonly overrides: readonly ShownOverride[] }) {
  if (overrides.length === 0) return null
  return (
    <ul className={styles.basis}>
      {overrides.map((one) => (
        <li key={`${one.at} ${one.code} ${one.words}`}>
          {one.words} Vẫn tiếp tục vì: {one.reason} ({one.actor},{' '}
          {new Date(one.at).toLocaleDateString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' })})
        </li>
      ))}
    </ul>
  )
}
