// The boxes of a contract's money: a row a đề án, a column a source, each in đồng.
import type { FundingSource } from '../../shared/domain/money'
import { sourceLabels } from '../../shared/labels'
import { MoneyField } from '../components/fields'
import type { Contract } from './ContractScreen'
import styles from './Contracts.module.css'

interface AmountsByProjectProps {
  readonly label: string
  readonly rows: Contract['lines']
  readonly sources: readonly FundingSource[]
  /** Where the form keeps its rows, in the order of `rows`. */
  readonly name: string
}

export function AmountsByProject({ label, rows, sources, name }: AmountsByProjectProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label} (đồng)</th>
          {sources.map((source) => (
            <th key={source} scope="col" className={styles.figure}>
              {sourceLabels[source].short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.projectId}>
            <th scope="row">
              {row.code} – {row.name}
            </th>
            {sources.map((source) => (
              <td key={source} className={styles.boxes} style={{ width: 140 }}>
                <MoneyField
                  name={`${name}.${index}.amounts.${source}`}
                  label={`${sourceLabels[source].short}, ${row.code}`}
                  empty="zero"
                  bare
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
