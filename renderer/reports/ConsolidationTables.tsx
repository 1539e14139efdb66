// The regional table on the screen, the sources beside each other, and what is written under them.
import type { Consolidated, ShownRow } from '../../shared/contract/consolidation'
import { consolidationLabels as labels } from '../../shared/labels'
import { useMoney } from '../app/moneyUnit'
import { Button } from '../components/Button'
import { copyText } from '../components/clipboard'
import { DataTable } from '../components/DataTable'
import { notifyDone } from '../components/notices'
import styles from './Consolidation.module.css'
import { sourceColumns, tableColumns } from './consolidationColumns'

interface ConsolidationTableProps {
  readonly name: string
  readonly first: string
  readonly shown: Consolidated
  readonly rows: readonly ShownRow[]
}

export function ConsolidationTable({ name, first, shown, rows }: ConsolidationTableProps) {
  const money = useMoney()
  return (
    <DataTable
      key={name}
      name={`consolidation.${name}`}
      label={`${labels.many} – ${first.toLocaleLowerCase('vi')}`}
      columns={tableColumns(first, shown, money)}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<p>Chưa có tệp nào được tính.</p>}
      summary={`Đơn vị: ${money.label}. Tỷ lệ % tính trên số đồng chính xác, làm tròn hai chữ số.`}
    />
  )
}

export function SourcesTable({ shown }: { readonly shown: Consolidated }) {
  const money = useMoney()
  return (
    <DataTable
      name="consolidation.sources"
      label={`${labels.many} – ${labels.source.toLocaleLowerCase('vi')}`}
      columns={sourceColumns(shown, money)}
      rows={shown.table.bySource}
      rowKey={(row) => row.key}
      emphasis={(row) => row.key === 'support' || row.key === 'total'}
      empty={<p>Chưa có tệp nào được tính.</p>}
      summary={`Đơn vị: ${money.label}. Tỷ trọng của KCQG, KCĐP tính trên cộng kinh phí khuyến công.`}
    />
  )
}

export function Sentences({ shown }: { readonly shown: Consolidated }) {
  const copy = () => {
    if (copyText(shown.sentences.join('\n'))) notifyDone('Đã sao chép lời văn. Dán vào báo cáo bằng Ctrl+V.')
  }
  return (
    <div className={styles.padded}>
      {shown.checks.length > 0 && (
        <>
          <h2>{labels.checks}</h2>
          <ul className={styles.checks}>
            {shown.checks.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{labels.sentences}</h2>
      {shown.sentences.length === 0 ? (
        <p>Chưa có tệp nào được tính nên chưa có lời văn.</p>
      ) : (
        <>
          {shown.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Button onClick={copy}>Sao chép lời văn</Button>
        </>
      )}
    </div>
  )
}
