// One visit: who went, what was found and by when it is mended, whether each machine is there and used, and the effect.
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { type InspectionDetails, inspectionDetails } from '../../shared/contract/executionInspection'
import { effectChanges, effectFigures, inspectionKinds } from '../../shared/domain/executionInspection'
import {
  effectLabels,
  executionLabels,
  inspectionKindLabels,
  inspectionLabels,
  labels,
  progressLabels,
} from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import {
  CheckField,
  DateField,
  MoneyField,
  MonthField,
  NumberField,
  optionsOf,
  ParagraphField,
  SelectField,
  TextField,
} from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { DocumentDialog } from '../documents/DocumentDialog'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Execution.module.css'

type Stored = CallOutput<'execution.inspection'>

const back = () => void navigate(paths.inspections)

export function InspectionPage({ id }: { readonly id: number }) {
  const query = useRecordCall('execution.inspection', { id })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  return <Visit key={id} stored={query.data} />
}

const findingColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'finding', label: inspectionLabels.finding, width: 320, grow: true },
  { kind: 'date', name: 'dueOn', label: inspectionLabels.dueOn, width: 110 },
  { kind: 'date', name: 'resolvedOn', label: inspectionLabels.resolvedOn, width: 140 },
  { kind: 'text', name: 'note', label: labels.note, width: 200 },
]

function Visit({ stored }: { readonly stored: Stored }) {
  const [rowVersion, setRowVersion] = useState(stored.rowVersion)
  const [printing, setPrinting] = useState(false)
  const save = useCommandCall('execution.saveInspection')
  const remove = useCommandCall('execution.removeInspection')
  const form = useContractForm(inspectionDetails, stored.inspection)

  async function onSave(inspection: InspectionDetails): Promise<InspectionDetails> {
    const saved = await save.mutateAsync({ id: stored.id, rowVersion, projectId: stored.projectId, inspection })
    setRowVersion(saved.rowVersion)
    notifyDone('Đã lưu lần kiểm tra.')
    return inspection
  }

  async function askRemove(): Promise<void> {
    const sure = await askUser({
      title: 'Xóa lần kiểm tra này?',
      text: 'Kế hoạch, kết quả và ảnh của lần kiểm tra này bị xóa.',
      yes: 'Xóa lần kiểm tra',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await navigate(paths.inspections, { force: true })
      await remove.mutateAsync({ id: stored.id, rowVersion })
      notifyDone('Đã xóa lần kiểm tra.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={executionLabels.inspection}
        problemPrefix="inspection."
        onBack={back}
        onSave={onSave}
        sections={[
          {
            id: 'general',
            title: 'Thời gian, thành phần',
            fields: ['kind', 'plannedMonth', 'visitedOn', 'documentNumber', 'place', 'team', 'met'],
            content: (
              <FieldRow>
                <SelectField
                  name="kind"
                  label={inspectionLabels.kind}
                  width={4}
                  options={optionsOf(inspectionKinds, inspectionKindLabels)}
                />
                <MonthField name="plannedMonth" label={inspectionLabels.plannedMonth} width={2} />
                <DateField name="visitedOn" label={inspectionLabels.visitedOn} width={3} autoFocus />
                <TextField name="documentNumber" label={inspectionLabels.documentNumber} width={3} />
                <TextField name="place" label="Địa điểm" width={12} />
                <ParagraphField name="team" label={inspectionLabels.team} rows={2} />
                <ParagraphField name="met" label={inspectionLabels.met} rows={2} />
              </FieldRow>
            ),
          },
          {
            id: 'machines',
            title: inspectionLabels.machines,
            fields: ['machines'],
            content: <Machines stored={stored} />,
          },
          {
            id: 'effect',
            title: inspectionLabels.effect,
            fields: ['before', 'after'],
            content: <Effect />,
          },
          {
            id: 'result',
            title: inspectionLabels.conclusion,
            fields: ['content', 'conclusion', 'findings', 'note'],
            content: (
              <>
                <FieldRow>
                  <ParagraphField name="content" label={inspectionLabels.content} rows={4} />
                  <ParagraphField name="conclusion" label={inspectionLabels.conclusion} rows={3} />
                </FieldRow>
                <h3>{inspectionLabels.findings}</h3>
                <EditGrid
                  name="findings"
                  label={inspectionLabels.findings}
                  columns={findingColumns}
                  newRow={() => ({ finding: '', dueOn: null, resolvedOn: null, note: '' })}
                  addLabel="Thêm tồn tại"
                  empty="Không có tồn tại. Tồn tại có hạn sẽ hiện ở “Việc cần làm” cho đến khi ghi ngày khắc phục."
                />
                <FieldRow>
                  <TextField name="note" label={labels.note} width={12} />
                </FieldRow>
              </>
            ),
          },
          {
            id: 'photos',
            title: progressLabels.photos,
            fields: [],
            content: (
              <AttachmentsSection owner={{ ownerKind: 'inspection', ownerId: stored.id }} ownerName="lần kiểm tra" />
            ),
          },
        ]}
        header={(saveNow, saving) => (
          <PageHeader
            title={`Kiểm tra: ${stored.inspection.beneficiary === '' ? stored.name : stored.inspection.beneficiary}`}
            detail={
              <>
                <a href={`#${paths.project(stored.projectId)}`}>{stored.code}</a> · {stored.name}
              </>
            }
            onPrint={() => setPrinting(true)}
            actions={
              <>
                <Button kind="danger" onClick={() => void askRemove()}>
                  {labels.remove}
                </Button>
                <HistoryButton record={{ kind: 'inspection', id: stored.id }} />
                <Button onClick={back}>{labels.backToList}</Button>
              </>
            }
            primary={
              <Button kind="primary" title="Ctrl+S" busy={saving} onClick={saveNow}>
                {labels.save}
              </Button>
            }
          />
        )}
      />
      {printing && (
        <DocumentDialog
          projectId={stored.projectId}
          projectName={stored.name}
          first={{ form: 'visit-minutes', recordId: stored.id }}
          onClose={() => setPrinting(false)}
        />
      )}
    </div>
  )
}

function Machines({ stored }: { readonly stored: Stored }) {
  const { control } = useFormContext<InspectionDetails>()
  const machines = useWatch({ control, name: 'machines' })
  const named = (id: number) => stored.machines.find((one) => one.machineId === id)
  if (machines.length === 0) return <p className={styles.soft}>Đề án này không hỗ trợ máy móc cho cơ sở.</p>
  return (
    <table className={styles.figures} aria-label={inspectionLabels.machines}>
      <thead>
        <tr>
          <th scope="col">Máy</th>
          <th scope="col">Số máy</th>
          <th scope="col">{inspectionLabels.present}</th>
          <th scope="col">{inspectionLabels.inUse}</th>
          <th scope="col">{labels.note}</th>
        </tr>
      </thead>
      <tbody>
        {machines.map((machine, index) => {
          const known = named(machine.machineId)
          const name = known?.name ?? ''
          return (
            <tr key={machine.machineId}>
              <td>{name}</td>
              <td>{known?.serial ?? ''}</td>
              <td>
                <CheckField
                  name={`machines.${index}.present`}
                  label={<Hidden>{`${inspectionLabels.present}: ${name}`}</Hidden>}
                  width={2}
                />
              </td>
              <td>
                <CheckField
                  name={`machines.${index}.inUse`}
                  label={<Hidden>{`${inspectionLabels.inUse}: ${name}`}</Hidden>}
                  width={2}
                />
              </td>
              <td>
                <TextField bare name={`machines.${index}.note`} label={`${labels.note}: ${name}`} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Hidden({ children }: { readonly children: string }) {
  return <span className="visually-hidden">{children}</span>
}

const known = (value: unknown) => (typeof value === 'number' ? value : null)

function Effect() {
  const { control } = useFormContext<InspectionDetails>()
  const [before, after] = useWatch({ control, name: ['before', 'after'] })
  const figures = (side: InspectionDetails['before']) => ({
    jobs: known(side.jobs),
    revenue: known(side.revenue),
    taxPaid: known(side.taxPaid),
    averageIncome: known(side.averageIncome),
  })
  const changes = effectChanges(figures(before), figures(after))
  return (
    <table className={styles.figures} aria-label={inspectionLabels.effect}>
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col">{inspectionLabels.before}</th>
          <th scope="col">{inspectionLabels.after}</th>
          <th scope="col" className={styles.end}>
            {inspectionLabels.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {effectFigures.map((figure) => (
          <tr key={figure}>
            <th scope="row">{effectLabels[figure]}</th>
            {(['before', 'after'] as const).map((side) => {
              const props = {
                bare: true,
                name: `${side}.${figure}`,
                label: `${effectLabels[figure]}, ${inspectionLabels[side].toLowerCase()}`,
              }
              return <td key={side}>{figure === 'jobs' ? <NumberField {...props} /> : <MoneyField {...props} />}</td>
            })}
            <td className={styles.end}>{changeWords(changes.find((one) => one.figure === figure))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function changeWords(change: ReturnType<typeof effectChanges>[number] | undefined): string {
  if (change === undefined || change.change === null) return ''
  const amount = `${change.change > 0 ? '+' : ''}${formatInteger(change.change)}`
  if (change.changePercent === null) return amount
  return `${amount} (${(change.changePercent / 100).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} %)`
}
