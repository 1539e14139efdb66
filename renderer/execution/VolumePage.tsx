// Reports on the volume completed (Mẫu 3b): each line of the budget with what was done of it, by quantity and by source.
import { volumeReport } from '../../shared/contract/executionProgress'
import { fundingSources } from '../../shared/domain/money'
import { executionLabels, labels, sourceLabels, volumeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useCommandCall, useRecordCall } from '../app/calls'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import type { FormSection } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { RecordsPage } from './RecordsPage'

const noMoney = { national: 0, local: 0, counterpart: 0, other: 0 }

const columns: readonly GridColumn[] = [
  { kind: 'text', name: 'content', label: volumeLabels.content, width: 170, grow: true },
  { kind: 'text', name: 'unit', label: 'ĐVT', width: 60 },
  { kind: 'number', decimals: 3, name: 'plannedQuantity', label: volumeLabels.plannedQuantity, width: 90 },
  { kind: 'number', decimals: 3, name: 'doneQuantity', label: volumeLabels.doneQuantity, width: 100 },
  ...(['planned', 'done'] as const).flatMap((side) =>
    fundingSources.map(
      (source): GridColumn => ({
        kind: 'money',
        name: `${side}.${source}`,
        label: `${sourceLabels[source].short} ${side === 'planned' ? 'HĐ' : 'thực hiện'}`,
        width: 112,
      }),
    ),
  ),
]

const sections: readonly FormSection[] = [
  {
    id: 'general',
    title: 'Báo cáo',
    fields: ['date', 'documentNumber', 'note'],
    content: (
      <FieldRow>
        <DateField name="date" label="Ngày báo cáo" width={3} required autoFocus />
        <TextField name="documentNumber" label="Số báo cáo" width={4} />
        <ParagraphField name="note" label={labels.note} rows={2} />
      </FieldRow>
    ),
  },
  {
    id: 'lines',
    title: executionLabels.volume,
    fields: ['lines'],
    content: (
      <EditGrid
        name="lines"
        label={executionLabels.volume}
        columns={columns}
        newRow={() => ({
          content: '',
          unit: '',
          plannedQuantity: null,
          doneQuantity: null,
          planned: noMoney,
          done: noMoney,
          note: '',
        })}
        addLabel="Thêm dòng"
        empty="Chưa có dòng nào."
      />
    ),
  },
]

export function VolumePage({ projectId }: { readonly projectId: number }) {
  const query = useRecordCall('execution.volumeReports', { projectId })
  const save = useCommandCall('execution.saveVolumeReport')
  const remove = useCommandCall('execution.removeVolumeReport')
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  return (
    <RecordsPage
      projectId={projectId}
      historyKind="volumeReport"
      title={executionLabels.volume}
      detail={`${query.data.reports.length} báo cáo (Mẫu 3b)`}
      one="báo cáo"
      addLabel="Báo cáo mới"
      schema={volumeReport}
      problemPrefix="report."
      records={query.data.reports.map(({ id, rowVersion, warnings, ...values }) => ({
        id,
        rowVersion,
        name: formatDate(values.date),
        values,
        warnings,
      }))}
      blank={query.data.blank}
      sections={sections}
      onSave={(kept, report) =>
        save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, projectId, report })
      }
      onRemove={(kept) => remove.mutateAsync({ id: kept.id, rowVersion: kept.rowVersion })}
    />
  )
}
