// Kế hoạch triển khai of a group đề án (Mẫu 11): who gets what, filled from the plan in force and shared out to the đồng.
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { type DetailPlan, detailPlan } from '../../shared/contract/executionGroup'
import { detailPlanTotals } from '../../shared/domain/executionGroup'
import { detailPlanLabels, executionLabels, labels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Execution.module.css'
import { OfProject, ProjectPapers } from './OfProject'

type Stored = CallOutput<'execution.detailPlan'>

export function DetailPlanPage({ projectId }: { readonly projectId: number }) {
  const query = useRecordCall('execution.detailPlan', { projectId })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  return <PlanForm key={projectId} projectId={projectId} stored={query.data} />
}

const columns: readonly GridColumn[] = [
  { kind: 'text', name: 'name', label: 'Đơn vị thụ hưởng', width: 180, grow: true },
  { kind: 'text', name: 'address', label: 'Địa chỉ', width: 150 },
  { kind: 'text', name: 'content', label: detailPlanLabels.content, width: 170 },
  { kind: 'money', name: 'support', label: detailPlanLabels.support, width: 120 },
  { kind: 'money', name: 'counterpart', label: detailPlanLabels.counterpart, width: 120 },
  { kind: 'month', name: 'startMonth', label: 'Từ tháng', width: 80 },
  { kind: 'month', name: 'endMonth', label: 'Đến tháng', width: 80 },
  { kind: 'text', name: 'note', label: labels.note, width: 110 },
]

function PlanForm({ projectId, stored }: { readonly projectId: number; readonly stored: Stored }) {
  const [rowVersion, setRowVersion] = useState(stored.rowVersion)
  const save = useCommandCall('execution.saveDetailPlan')
  const [printing, setPrinting] = useState(false)
  const form = useContractForm(detailPlan, stored.plan)
  const back = () => void navigate(paths.project(projectId))

  async function onSave(plan: DetailPlan): Promise<DetailPlan> {
    const saved = await save.mutateAsync({ projectId, rowVersion, plan })
    setRowVersion(saved.rowVersion)
    notifyDone('Đã lưu kế hoạch triển khai.')
    return plan
  }

  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={executionLabels.detailPlan}
        problemPrefix="plan."
        onBack={back}
        onSave={onSave}
        sections={[
          {
            id: 'lines',
            title: detailPlanLabels.lines,
            fields: ['lines'],
            content: (
              <>
                <EditGrid
                  name="lines"
                  label={detailPlanLabels.lines}
                  columns={columns}
                  newRow={() => ({
                    establishmentId: null,
                    name: '',
                    address: '',
                    content: '',
                    support: 0,
                    counterpart: 0,
                    startMonth: null,
                    endMonth: null,
                    note: '',
                  })}
                  addLabel="Thêm đơn vị"
                  empty="Chưa có đơn vị nào."
                />
                <Totals approved={stored.approved} />
              </>
            ),
          },
          {
            id: 'words',
            title: 'Nội dung kế hoạch',
            fields: ['date', 'documentNumber', 'purpose', 'organisation', 'note'],
            content: (
              <FieldRow>
                <DateField name="date" label="Ngày lập" width={3} />
                <TextField name="documentNumber" label="Số kế hoạch" width={4} />
                <ParagraphField name="purpose" label={detailPlanLabels.purpose} rows={4} />
                <ParagraphField name="organisation" label={detailPlanLabels.organisation} rows={4} />
                <TextField name="note" label={labels.note} width={12} />
              </FieldRow>
            ),
          },
          {
            id: 'approval',
            title: 'Phê duyệt của Sở',
            fields: ['approvalNumber', 'approvedOn'],
            content: (
              <FieldRow>
                <TextField name="approvalNumber" label={detailPlanLabels.approvalNumber} width={5} />
                <DateField name="approvedOn" label={detailPlanLabels.approvedOn} width={3} />
              </FieldRow>
            ),
          },
        ]}
        header={(saveNow, saving) => (
          <PageHeader
            title={executionLabels.detailPlan}
            detail={<OfProject projectId={projectId}>Mẫu 11, Sở Công Thương duyệt, gửi Cục một bản</OfProject>}
            onPrint={() => setPrinting(true)}
            actions={
              <>
                <HistoryButton record={{ kind: 'detailPlan', projectId }} />
                <Button onClick={back}>Về đề án</Button>
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
        <ProjectPapers
          projectId={projectId}
          first={{ form: 'detailed-plan-11', recordId: null }}
          onClose={() => setPrinting(false)}
        />
      )}
    </div>
  )
}

const whole = (value: unknown) => (typeof value === 'number' ? value : 0)

/** What is shared out beside what was approved, as it is being typed. */
function Totals({ approved }: { readonly approved: Stored['approved'] }) {
  const { control } = useFormContext<DetailPlan>()
  const lines = useWatch({ control, name: 'lines' })
  const totals = detailPlanTotals(
    lines.map((line) => ({ support: whole(line.support), counterpart: whole(line.counterpart) })),
  )
  const rows = [
    [detailPlanLabels.support, totals.support, approved.support],
    [detailPlanLabels.counterpart, totals.counterpart, approved.counterpart],
  ] as const
  return (
    <table className={styles.figures} aria-label="Cộng so với được duyệt">
      <thead>
        <tr>
          <th scope="col">Cộng</th>
          <th scope="col" className={styles.end}>
            Kế hoạch triển khai
          </th>
          <th scope="col" className={styles.end}>
            Được duyệt
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, sum, whole]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={`${styles.end} ${sum === whole ? '' : styles.late}`}>{formatMoney(sum)}</td>
            <td className={styles.end}>{formatMoney(whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
