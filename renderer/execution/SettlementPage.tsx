// The settlement of one đề án: lines, vouchers, what is left to pay or return, and its contracts closed by their minutes.
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { type SettlementDetails, settlementDetails } from '../../shared/contract/executionSettlement'
import { settlementTotals, voucherKinds } from '../../shared/domain/executionSettlement'
import { type AmountsBySource, type FundingSource, fundingSources } from '../../shared/domain/money'
import {
  executionLabels,
  labels,
  projectStatusLabels,
  settlementLabels,
  settlementVoucherLabels,
  sourceLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { CheckField, DateField, optionsOf, ParagraphField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { type FormSection, RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { DocumentDialog } from '../documents/DocumentDialog'
import { HistoryButton } from '../history/HistoryButton'
import { ApprovalDialog } from './ApprovalDialog'
import { ContractsToClose } from './ContractsToClose'
import styles from './Execution.module.css'
import { PaidOutButton } from './PaidOutButton'
import { shownSources } from './shownSources'

type Stored = CallOutput<'execution.settlement'>

const back = () => void navigate(paths.settlements)

export function SettlementPage({ projectId }: { readonly projectId: number }) {
  const query = useRecordCall('execution.settlement', { projectId })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  return <SettlementFile key={`${projectId}-${query.data.approvedOn ?? ''}`} stored={query.data} />
}

function SettlementFile({ stored }: { readonly stored: Stored }) {
  const [rowVersion, setRowVersion] = useState(stored.rowVersion)
  const [dialog, setDialog] = useState<'documents' | 'approve' | null>(null)
  const save = useCommandCall('execution.saveSettlement')
  const form = useContractForm(settlementDetails, stored.settlement)
  const approved = stored.approvedOn !== null

  async function onSave(settlement: SettlementDetails): Promise<SettlementDetails> {
    const saved = await save.mutateAsync({ projectId: stored.projectId, rowVersion, settlement })
    setRowVersion(saved.rowVersion)
    notifyDone('Đã lưu hồ sơ quyết toán.')
    return settlement
  }

  const due = [
    stored.fileBy === null ? '' : `${settlementLabels.fileBy} ${formatDate(stored.fileBy)}`,
    stored.settleBy === null ? '' : `${settlementLabels.settleBy} ${formatDate(stored.settleBy)}`,
  ].filter((part) => part !== '')
  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={executionLabels.settlement}
        problemPrefix="settlement."
        onBack={back}
        onSave={onSave}
        sections={sectionsOf(stored, approved)}
        notice={() => (
          <>
            {approved && (
              <p className={styles.band}>
                Đã duyệt quyết toán theo {stored.approvalNumber} ngày {formatDate(stored.approvedOn ?? '')}; hồ sơ không
                sửa được nữa.
              </p>
            )}
            {!approved && stored.id !== null && stored.differences.length > 0 && (
              <ul className={styles.warnings} aria-label="Số liệu chưa khớp">
                {stored.differences.map((words) => (
                  <li key={words}>
                    {words[0]?.toUpperCase()}
                    {words.slice(1)}.
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        header={(saveNow, saving) => (
          <PageHeader
            title={`Quyết toán: ${stored.name}`}
            detail={
              <>
                <a href={`#${paths.project(stored.projectId)}`}>{stored.code}</a> · {projectStatusLabels[stored.status]}
                {due.length > 0 && ` · ${due.join(' · ')}`}
              </>
            }
            onPrint={() => setDialog('documents')}
            actions={
              <>
                {stored.id !== null && <HistoryButton record={{ kind: 'settlement', projectId: stored.projectId }} />}
                <Button onClick={back}>{labels.backToList}</Button>
                {!approved && stored.id !== null && (
                  <Button onClick={() => setDialog('approve')}>Ghi số được duyệt…</Button>
                )}
              </>
            }
            primary={
              approved ? null : (
                <Button kind="primary" title="Ctrl+S" busy={saving} onClick={saveNow}>
                  {labels.save}
                </Button>
              )
            }
          />
        )}
      />
      {dialog === 'documents' && (
        <DocumentDialog
          projectId={stored.projectId}
          projectName={stored.name}
          first={{ form: 'settlement-7', recordId: null }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'approve' && (
        <ApprovalDialog stored={stored} rowVersion={rowVersion} onClose={() => setDialog(null)} />
      )}
    </div>
  )
}

const nothing = { national: 0, local: 0, counterpart: 0, other: 0 }

const money = (sources: readonly FundingSource[], prefix: string, label: string): GridColumn[] =>
  sources.map((source) => ({
    kind: 'money',
    name: `${prefix}.${source}`,
    label: `${label}${sourceLabels[source].short}`,
    width: 112,
  }))

const lineColumns = (sources: readonly FundingSource[]): GridColumn[] => [
  { kind: 'text', name: 'content', label: 'Nội dung chi', width: 180, grow: true },
  ...money(sources, 'planned', 'Dự toán '),
  ...money(sources, 'asked', 'Đề nghị '),
]

const voucherColumns = (sources: readonly FundingSource[]): GridColumn[] => [
  { kind: 'text', name: 'number', label: settlementLabels.number, width: 96 },
  { kind: 'date', name: 'date', label: settlementLabels.voucherDate, width: 102 },
  {
    kind: 'choice',
    name: 'kind',
    label: settlementLabels.kind,
    width: 118,
    options: optionsOf(voucherKinds, settlementVoucherLabels),
  },
  { kind: 'text', name: 'content', label: 'Nội dung chi', width: 130, grow: true },
  { kind: 'text', name: 'payee', label: settlementLabels.payee, width: 130 },
  ...money(sources, 'amounts', ''),
]

function sectionsOf(stored: Stored, approved: boolean): FormSection[] {
  const { lines, vouchers } = stored.settlement
  const sources = shownSources(stored.programme, [
    ...lines.flatMap((line) => [line.planned, line.asked]),
    ...vouchers.map((voucher) => voucher.amounts),
  ])
  const sections: FormSection[] = [
    {
      id: 'general',
      title: 'Hồ sơ',
      fields: ['date', 'documentNumber', 'withInvoice', 'lastOfYear', 'note'],
      content: (
        <FieldRow>
          <DateField name="date" label={settlementLabels.date} width={3} autoFocus={!approved} />
          <TextField name="documentNumber" label={settlementLabels.documentNumber} width={4} />
          <CheckField name="withInvoice" label={settlementLabels.withInvoice} width={5} />
          <CheckField name="lastOfYear" label={settlementLabels.lastOfYear} width={6} />
          <TextField name="note" label={labels.note} width={12} />
        </FieldRow>
      ),
    },
    {
      id: 'lines',
      title: settlementLabels.lines,
      fields: ['lines'],
      content: (
        <EditGrid
          name="lines"
          label={settlementLabels.lines}
          columns={lineColumns(sources)}
          newRow={() => ({ content: '', planned: nothing, asked: nothing, approved: null, note: '' })}
          addLabel="Thêm dòng"
          empty="Chưa có dòng nào."
        />
      ),
    },
    {
      id: 'vouchers',
      title: settlementLabels.vouchers,
      fields: ['vouchers', 'differenceReason'],
      content: (
        <>
          <EditGrid
            name="vouchers"
            label={settlementLabels.vouchers}
            columns={voucherColumns(sources)}
            newRow={() => ({
              number: '',
              date: '',
              kind: 'invoice',
              content: '',
              payee: '',
              amounts: nothing,
              note: '',
            })}
            addLabel="Thêm chứng từ"
            empty="Chưa kê chứng từ nào. Dán được cả bảng từ Excel vào ô đầu tiên."
          />
          {!approved && <PaidOutButton paidOut={stored.paidOut} />}
          <Totals />
          <FieldRow>
            <ParagraphField
              name="differenceReason"
              label={settlementLabels.differenceReason}
              rows={2}
              hint="Cần khi số đề nghị không khớp chứng từ, dự toán, hợp đồng hoặc số đã nghiệm thu."
            />
          </FieldRow>
        </>
      ),
    },
  ]
  const shown = approved
    ? sections.map((section) => ({
        ...section,
        content: (
          <fieldset disabled className={styles.fieldset}>
            {section.content}
          </fieldset>
        ),
      }))
    : sections
  return [
    ...shown,
    { id: 'money', title: settlementLabels.money, fields: [], content: <MoneyTable stored={stored} /> },
    {
      id: 'contracts',
      title: settlementLabels.contracts,
      fields: [],
      content: <ContractsToClose projectId={stored.projectId} />,
    },
  ]
}

/** Asked beside proved, by source, as it is being typed. */
function Totals() {
  const { control } = useFormContext<SettlementDetails>()
  const [lines, vouchers] = useWatch({ control, name: ['lines', 'vouchers'] })
  const totals = settlementTotals({ lines: lines.map(whole('asked')), vouchers: vouchers.map(whole('amounts')) })
  const rows = [
    [settlementLabels.asked, totals.asked],
    ['Chứng từ', totals.vouchers],
  ] as const
  return (
    <table className={styles.figures} aria-label="Đề nghị và chứng từ theo nguồn">
      <thead>
        <tr>
          <th scope="col">Cộng (đ)</th>
          {fundingSources.map((source) => (
            <th key={source} scope="col" className={styles.end}>
              {sourceLabels[source].short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, amounts]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {fundingSources.map((source) => (
              <td
                key={source}
                className={`${styles.end} ${totals.asked[source] === totals.vouchers[source] ? '' : styles.late}`}
              >
                {formatMoney(amounts[source])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Boxes that hold no amount yet count as nothing. */
function whole<K extends 'asked' | 'amounts'>(key: K) {
  return <T extends { readonly [Key in K]: AmountsBySource }>(row: T): T => ({
    ...row,
    [key]: Object.fromEntries(
      fundingSources.map((source) => [source, Number.isSafeInteger(row[key][source]) ? row[key][source] : 0]),
    ),
  })
}

function MoneyTable({ stored }: { readonly stored: Stored }) {
  const { money: received, balance, totals } = stored
  const rows = [
    [settlementLabels.advanced, received.advanced],
    [settlementLabels.paid, received.paid],
    [settlementLabels.recovered, received.recovered],
    [settlementLabels.received, balance.received],
    [totals.approved === null ? settlementLabels.asked : settlementLabels.approved, balance.due],
    [settlementLabels.toPay, balance.toPay],
    [settlementLabels.toRecover, balance.toRecover],
  ] as const
  return (
    <table className={styles.figures} aria-label={settlementLabels.money}>
      <tbody>
        {rows.map(([name, amount]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.end}>{formatMoney(amount)} đ</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
