// Before a new cơ sở is made: the ones that may be the same, each with why, and the two ways on.
import type { DuplicateMatch } from '../../shared/contract/establishments'
import { duplicateReasonLabels } from '../../shared/labels'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import styles from './EstablishmentForm.module.css'

interface DuplicatesProps {
  readonly matches: readonly DuplicateMatch[]
  readonly onAddAnyway: () => void
}

export function Duplicates({ matches, onAddAnyway }: DuplicatesProps) {
  return (
    <section className={styles.duplicates} aria-label="Có thể trùng" role="alert">
      <h2>Có thể đã có cơ sở này. Chưa có gì được lưu.</h2>
      <ul>
        {matches.map((match) => (
          <li key={match.id}>
            <span>
              <strong>{match.name}</strong> ({[match.code, match.communeName, match.taxCode].filter(Boolean).join(', ')}
              ): {match.reasons.map((reason) => duplicateReasonLabels[reason]).join(', ')}
            </span>
            <Button kind="quiet" onClick={() => void navigate(paths.establishment(match.id))}>
              Mở cơ sở này
            </Button>
          </li>
        ))}
      </ul>
      <Button autoFocus onClick={onAddAnyway}>
        Vẫn thêm mới
      </Button>
    </section>
  )
}
