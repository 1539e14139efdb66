// In a cơ sở's record: what it has asked for, year by year.
import type { NeedRow } from '../../shared/contract/establishments'
import { labels, needLabels, needOutcomeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import styles from './EstablishmentForm.module.css'
import needStyles from './Needs.module.css'

interface NeedsOfEstablishmentProps {
  readonly establishmentId: number
  readonly onOpen: (need: NeedRow) => void
  readonly onAdd: () => void
}

export function NeedsOfEstablishment({ establishmentId, onOpen, onAdd }: NeedsOfEstablishmentProps) {
  const money = useMoney()
  const needs = useQueryCall('establishments.needs', { establishmentId })
  const rows = needs.data?.rows ?? []
  return (
    <>
      <div className={needStyles.head}>
        {rows.length === 0 && <p>Chưa ghi nhu cầu nào của cơ sở này.</p>}
        <Button onClick={onAdd}>{needLabels.new}</Button>
      </div>
      {rows.length > 0 && (
        <table className={styles.history} aria-label="Nhu cầu của cơ sở">
          <thead>
            <tr>
              <th scope="col">{labels.year}</th>
              <th scope="col">{needLabels.activity}</th>
              <th scope="col" className={styles.end}>
                Đề nghị hỗ trợ ({money.label})
              </th>
              <th scope="col">{needLabels.receivedOn}</th>
              <th scope="col">{needLabels.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.year}</td>
                <td>
                  <Button
                    kind="quiet"
                    onClick={() => (row.project === null ? onOpen(row) : void navigate(paths.project(row.project.id)))}
                  >
                    {row.activity}
                  </Button>
                </td>
                <td className={styles.end}>{money.format(row.wishedSupport)}</td>
                <td>{formatDate(row.receivedOn)}</td>
                <td>
                  {row.project === null ? needOutcomeLabels[row.outcome] : `Đã đưa vào ${row.project.code}`}
                  {row.declineReason !== '' && `: ${row.declineReason}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
