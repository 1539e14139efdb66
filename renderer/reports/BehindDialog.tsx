// What stands behind a figure: the đề án whose amounts add up to it, the rule that made it, and from there the đề án itself.
import { Modal } from '@mantine/core'
import { labels, projectLabels, reportLabels } from '../../shared/labels'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { DataTable } from '../components/DataTable'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import type { AskedReport } from './ReportBar'
import styles from './Reports.module.css'
import { exactText, valueText } from './reportValues'

type Behind = CallOutput<'reports.behind'>
type Row = Behind['rows'][number]

interface BehindDialogProps {
  readonly asked: AskedReport
  readonly line: string
  readonly column: string
  readonly onClose: () => void
}

const { behind } = reportLabels

export function BehindDialog({ asked, line, column, onClose }: BehindDialogProps) {
  const answer = useQueryCall('reports.behind', { ...asked, line, column })
  const money = useMoney()
  const data = answer.data
  const kind = data?.kind ?? 'money'
  const shares = data?.rows.some(({ over }) => over !== null) === true
  const partKind = kind === 'percent' ? 'money' : kind
  const columns: readonly Column<Row>[] = [
    { id: 'code', header: projectLabels.code, width: 150, text: (row) => row.code },
    { id: 'name', header: projectLabels.name, width: 260, grow: true, twoLines: true, text: (row) => row.name },
    {
      id: 'value',
      header: shares ? behind.part : behind.value,
      width: 140,
      align: 'end',
      text: (row) => valueText(row.value, partKind, money),
      title: (row) => exactText(row.value, partKind) ?? '',
      sort: (row) => row.value,
      foot: valueText(data?.rows.reduce((sum, row) => sum + row.value, 0) ?? 0, partKind, money),
    },
    ...(shares
      ? [
          {
            id: 'over',
            header: behind.whole,
            width: 140,
            align: 'end' as const,
            text: (row: Row) => valueText(row.over, partKind, money),
            sort: (row: Row) => row.over,
            foot: valueText(data?.rows.reduce((sum, row) => sum + (row.over ?? 0), 0) ?? 0, partKind, money),
          },
        ]
      : []),
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={data?.heading ?? labels.loading}
      size={900}
      transitionProps={{ duration: 0 }}
    >
      {answer.error !== null && <QueryProblem error={answer.error} retry={() => void answer.refetch()} />}
      {data !== undefined && (
        <>
          <p className={styles.sum}>
            <strong>
              {valueText(data.value, kind, money)} {kind === 'money' ? money.label : kind === 'percent' ? '%' : ''}
            </strong>
            {data.rule !== null && (
              <>
                {' '}
                · {reportLabels.rules}: <em>{data.rule.name}.</em> {data.rule.words}
              </>
            )}
          </p>
          <div className={styles.behind}>
            <DataTable
              name="reports.behind"
              label={behind.list}
              columns={columns}
              rows={data.rows}
              total={data.rows.length}
              rowKey={(row) => row.projectId ?? `${row.code} ${row.name}`}
              onOpen={(row) => {
                if (row.projectId === null) return
                onClose()
                void navigate(paths.project(row.projectId))
              }}
              empty={<p>{behind.none}</p>}
            />
          </div>
        </>
      )}
    </Modal>
  )
}
