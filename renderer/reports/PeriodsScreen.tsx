// Programmes of several years: each with its indicators and targets, as the decision of the province lists them.
import { useState } from 'react'
import { type ProgrammePeriod, programmePeriod } from '../../shared/contract/periods'
import { targetMeasures } from '../../shared/domain/programmeTargets'
import { labels, periodLabels, reviewLabels, targetMeasureLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, queryOf, useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { askUser } from '../components/dialogs'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, optionsOf, ParagraphField, TextField, YearField } from '../components/fields'
import { useContractForm } from '../components/form'
import { useMadeHere } from '../components/madeHere'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import { RecordHeader } from '../components/RecordHeader'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { HistoryButton } from '../history/HistoryButton'
import screen from './ReportScreen.module.css'

type Stored = CallOutput<'programmes.periods'>[number]

const add = () => void navigate(paths.newPeriod)
const toList = () => void navigate(paths.periods)

const columns: readonly Column<Stored>[] = [
  { id: 'name', header: periodLabels.name, width: 320, grow: true, text: (row) => row.period.name },
  {
    id: 'years',
    header: 'Giai đoạn',
    width: 120,
    text: ({ period }) => `${period.fromYear}–${period.toYear}`,
    sort: ({ period }) => period.fromYear,
  },
  {
    id: 'decision',
    header: 'Quyết định',
    width: 260,
    text: ({ period }) =>
      [period.decisionNumber, period.decisionDate === null ? '' : `ngày ${formatDate(period.decisionDate)}`]
        .filter((part) => part !== '')
        .join(' '),
  },
  {
    id: 'targets',
    header: periodLabels.targets,
    width: 100,
    align: 'end',
    text: ({ period }) => String(period.targets.length),
    sort: ({ period }) => period.targets.length,
  },
]

export function PeriodsScreen() {
  const list = useQueryCall('programmes.periods', {})
  useShortcuts({ 'Ctrl+N': add })
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  return (
    <div className={screen.screen}>
      <PageHeader
        title={periodLabels.many}
        detail="Chương trình khuyến công giai đoạn và chỉ tiêu để so trong báo cáo giai đoạn"
        actions={<Button onClick={() => void navigate(paths.review)}>{reviewLabels.menu}</Button>}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {periodLabels.new}
          </Button>
        }
      />
      <DataTable
        name="periods"
        label={periodLabels.many}
        columns={columns}
        rows={list.data ?? []}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.period(row.id))}
        empty={
          list.isPending ? (
            labels.loading
          ) : (
            <>
              <p>
                Chưa có chương trình nào. Ghi chỉ tiêu của chương trình khuyến công giai đoạn (ví dụ đào tạo 1.000
                người, 5 mô hình) để báo cáo tự so kết quả.
              </p>
              <Button kind="primary" onClick={add}>
                {periodLabels.new}
              </Button>
            </>
          )
        }
      />
    </div>
  )
}

/** `id` null: a new one. */
export function PeriodScreen({ id }: { readonly id: number | null }) {
  const list = useRecordCall('programmes.periods', {})
  const { key, goOn } = useMadeHere(id)
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  if (list.data === undefined) return <p role="status">{labels.loading}</p>
  const stored = list.data.find((one) => one.id === id) ?? null
  if (id !== null && stored === null)
    return (
      <StateMessage
        title="Không còn chương trình này"
        actions={
          <Button kind="primary" onClick={toList}>
            {labels.backToList}
          </Button>
        }
      >
        Chương trình có thể đã bị xóa.
      </StateMessage>
    )
  return (
    <PeriodForm
      key={key}
      stored={stored}
      onMade={(newId) => goOn(newId, paths.period(newId), queryOf('programmes.periods', {}))}
    />
  )
}

const targetColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'name', label: periodLabels.target, width: 300, grow: true },
  {
    kind: 'choice',
    name: 'measure',
    label: periodLabels.measure,
    width: 270,
    options: optionsOf(targetMeasures, targetMeasureLabels),
  },
  { kind: 'text', name: 'unit', label: periodLabels.unit, width: 100 },
  { kind: 'number', decimals: 3, name: 'least', label: periodLabels.least, width: 110 },
  { kind: 'number', decimals: 3, name: 'most', label: periodLabels.most, width: 140 },
  { kind: 'number', decimals: 3, name: 'typed', label: periodLabels.typed, width: 130 },
]

interface PeriodFormProps {
  readonly stored: Stored | null
  readonly onMade: (id: number) => Promise<void>
}

function PeriodForm({ stored, onMade }: PeriodFormProps) {
  const { year } = useYear()
  const id = stored?.id ?? null
  const [rowVersion, setRowVersion] = useState(stored?.rowVersion ?? null)
  const save = useCommandCall('programmes.savePeriod')
  const remove = useCommandCall('programmes.removePeriod')
  const blank: ProgrammePeriod = {
    name: '',
    fromYear: year,
    toYear: year + 4,
    decisionNumber: '',
    decisionDate: null,
    targets: [],
    note: '',
  }
  const form = useContractForm(programmePeriod, stored?.period ?? blank)
  const title = stored?.period.name ?? periodLabels.new

  async function keep(period: ProgrammePeriod): Promise<ProgrammePeriod> {
    const saved = await save.mutateAsync({ id, rowVersion, period })
    setRowVersion(saved.rowVersion)
    notifyDone(`Đã lưu ${period.name}`)
    if (id === null) await onMade(saved.id)
    return period
  }

  async function askRemove(which: Stored): Promise<void> {
    const sure = await askUser({
      title: 'Xóa chương trình giai đoạn?',
      text: `${title}\n\nChỉ tiêu và kết quả gõ thêm bị xóa theo; đề án không bị động đến.`,
      yes: 'Xóa chương trình',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await navigate(paths.periods, { force: true })
      await remove.mutateAsync({ id: which.id, rowVersion: rowVersion ?? which.rowVersion })
      notifyDone(`Đã xóa ${title}`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordForm
      form={form}
      label={title}
      problemPrefix="period."
      onBack={toList}
      onSave={keep}
      header={(saveNow, saving) => (
        <RecordHeader
          title={title}
          detail={periodLabels.many}
          actions={stored !== null && <HistoryButton record={{ kind: 'programmePeriod', id: stored.id }} />}
          onList={toList}
          onRemove={stored === null ? null : () => void askRemove(stored)}
          saving={saving}
          onSave={saveNow}
        />
      )}
      sections={[
        {
          id: 'period',
          title: 'Chương trình',
          fields: [],
          content: (
            <>
              <FieldRow>
                <TextField
                  name="name"
                  label={periodLabels.name}
                  required
                  width={12}
                  autoFocus={stored === null}
                  hint="Ví dụ: Chương trình khuyến công tỉnh Đắk Lắk giai đoạn 2021–2025"
                />
                <YearField name="fromYear" label={periodLabels.fromYear} required width={2} />
                <YearField name="toYear" label={periodLabels.toYear} required width={2} />
                <TextField name="decisionNumber" label={periodLabels.decisionNumber} width={4} />
                <DateField name="decisionDate" label={periodLabels.decisionDate} width={4} />
              </FieldRow>
              <h3>{periodLabels.targets}</h3>
              <EditGrid
                name="targets"
                label={periodLabels.targets}
                columns={targetColumns}
                newRow={() => ({ name: '', measure: 'own', unit: '', least: null, most: null, typed: null, note: '' })}
                addLabel="Thêm chỉ tiêu"
                empty="Chưa có chỉ tiêu. Chọn cách tính kết quả để chương trình tự đếm; kinh phí tính bằng triệu đồng; chỉ tiêu không tự đếm được thì chọn “Gõ kết quả”."
              />
              <FieldRow>
                <ParagraphField name="note" label={labels.note} rows={2} />
              </FieldRow>
            </>
          ),
        },
      ]}
    />
  )
}
