// Reports on the volume completed (Mẫu 3b): each line of the budget with what was done of it, by quantity and by source.
import { volumeReport } from '../../shared/contract/executionProgress'
import type { AmountsBySource, FundingSource } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { executionLabels, labels, sourceLabels, volumeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, TextField } from '../components/fields'
import type { FormSection } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import styles from './Execution.module.css'
import { RecordsPage } from './RecordsPage'
import { shownSources } from './shownSources'

const noMoney = { national: 0, local: 0, counterpart: 0, other: 0 }

/** Three sources with their two sides fit a small screen; a fourth stands where it holds something. */
function sourcesOf(programme: Programme, amounts: readonly AmountsBySource[]): FundingSource[] {
  const sources = shownSources(programme, amounts)
  return sources.length < 4 ? sources : sources.filter((one) => amounts.some((line) => line[one] > 0))
}

const columnsFor = (sources: readonly FundingSource[]): readonly GridColumn[] => [
  { kind: 'text', name: 'content', label: volumeLabels.content, width: 150, grow: true },
  { kind: 'text', name: 'unit', label: 'ĐVT', width: 54 },
  { kind: 'number', decimals: 3, name: 'plannedQuantity', label: volumeLabels.plannedQuantity, width: 72 },
  { kind: 'number', decimals: 3, name: 'doneQuantity', label: volumeLabels.doneQuantity, width: 86 },
  ...(['planned', 'done'] as const).flatMap((side) =>
    sources.map(
      (source): GridColumn => ({
        kind: 'money',
        name: `${side}.${source}`,
        label: `${sourceLabels[source].short} ${side === 'planned' ? 'HĐ' : 'thực hiện'}`,
        width: 108,
      }),
    ),
  ),
]

// One part alone: without anchors beside it the grid has the whole width.
const sectionsFor = (sources: readonly FundingSource[]): readonly FormSection[] => [
  {
    id: 'report',
    title: 'Báo cáo',
    fields: ['date', 'documentNumber', 'note', 'lines'],
    content: (
      <>
        <FieldRow>
          <DateField name="date" label="Ngày báo cáo" width={3} required autoFocus />
          <TextField name="documentNumber" label="Số báo cáo" width={3} />
          <TextField name="note" label={labels.note} width={6} />
        </FieldRow>
        <h3 className={styles.gridTitle}>{executionLabels.volume}</h3>
        <EditGrid
          name="lines"
          label={executionLabels.volume}
          columns={columnsFor(sources)}
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
      </>
    ),
  },
]

export function VolumePage({ projectId }: { readonly projectId: number }) {
  const query = useRecordCall('execution.volumeReports', { projectId })
  const save = useCommandCall('execution.saveVolumeReport')
  const remove = useCommandCall('execution.removeVolumeReport')
  const project = useQueryCall('projects.get', { id: projectId })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (project.error !== null) return <QueryProblem error={project.error} retry={() => void project.refetch()} />
  if (query.data === undefined || project.data === undefined) return <p role="status">{labels.loading}</p>
  const lines = [query.data.blank, ...query.data.reports].flatMap((report) => report.lines)
  const sources = sourcesOf(
    project.data.identity.programme,
    lines.flatMap((line) => [line.planned, line.done]),
  )
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
      sections={sectionsFor(sources)}
      onSave={(kept, report) =>
        save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, projectId, report })
      }
      onRemove={(kept) => remove.mutateAsync({ id: kept.id, rowVersion: kept.rowVersion })}
    />
  )
}
