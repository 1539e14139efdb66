// Reports on how far the infrastructure of an industrial cluster is built (Mẫu 13).
import { clusterReport } from '../../shared/contract/executionGroup'
import { percentText } from '../../shared/domain/executionProgress'
import { clusterLabels, executionLabels, labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useCommandCall, useRecordCall } from '../app/calls'
import { today } from '../app/today'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, NumberField, ParagraphField, TextField } from '../components/fields'
import type { FormSection } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { RecordsPage } from './RecordsPage'

const columns: readonly GridColumn[] = [
  { kind: 'text', name: 'content', label: clusterLabels.item, width: 300, grow: true },
  { kind: 'text', name: 'unit', label: 'ĐVT', width: 80 },
  { kind: 'money', name: 'planned', label: clusterLabels.planned, width: 150 },
  { kind: 'money', name: 'done', label: clusterLabels.done, width: 150 },
  { kind: 'text', name: 'note', label: labels.note, width: 180 },
]

const sections: readonly FormSection[] = [
  {
    id: 'general',
    title: 'Cụm công nghiệp',
    fields: ['date', 'documentNumber', 'cluster', 'place', 'investor', 'decision', 'areaThousandths', 'note'],
    content: (
      <FieldRow>
        <TextField name="cluster" label={clusterLabels.cluster} width={6} required autoFocus />
        <DateField name="date" label="Ngày báo cáo" width={3} required />
        <TextField name="documentNumber" label="Số báo cáo" width={3} />
        <TextField name="place" label="Địa điểm" width={6} />
        <NumberField name="areaThousandths" decimals={3} label={clusterLabels.area} width={2} />
        <TextField name="investor" label={clusterLabels.investor} width={4} />
        <TextField name="decision" label={clusterLabels.decision} width={12} />
        <ParagraphField name="note" label="Khó khăn, kiến nghị" rows={3} />
      </FieldRow>
    ),
  },
  {
    id: 'lines',
    title: clusterLabels.lines,
    fields: ['lines'],
    content: (
      <EditGrid
        name="lines"
        label={clusterLabels.lines}
        columns={columns}
        newRow={() => ({ content: '', unit: '', planned: 0, done: 0, note: '' })}
        addLabel="Thêm hạng mục"
        empty="Chưa có hạng mục nào."
      />
    ),
  },
]

export function ClusterPage({ projectId }: { readonly projectId: number }) {
  const query = useRecordCall('execution.clusterReports', { projectId })
  const save = useCommandCall('execution.saveClusterReport')
  const remove = useCommandCall('execution.removeClusterReport')
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  return (
    <RecordsPage
      projectId={projectId}
      historyKind="clusterReport"
      title={executionLabels.cluster}
      detail={`${query.data.length} báo cáo`}
      one="báo cáo"
      addLabel={clusterLabels.new}
      schema={clusterReport}
      problemPrefix="report."
      records={query.data.map(({ id, rowVersion, totals, ...values }) => ({
        id,
        rowVersion,
        name: `${formatDate(values.date)}${totals.percent === null ? '' : ` · ${percentText(totals.percent)}`}`,
        values,
        warnings: [],
      }))}
      blank={{
        date: today(),
        documentNumber: '',
        cluster: '',
        place: '',
        investor: '',
        decision: '',
        areaThousandths: null,
        lines: [],
        note: '',
      }}
      sections={sections}
      onSave={(kept, report) =>
        save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, projectId, report })
      }
      onRemove={(kept) => remove.mutateAsync({ id: kept.id, rowVersion: kept.rowVersion })}
    />
  )
}
