// Số liệu các năm trước: published totals of years before the file, each told where its parts do not add up.
import { useMemo, useState } from 'react'
import { useController } from 'react-hook-form'
import { type YearTotalDetails, yearTotal } from '../../shared/contract/periods'
import { roundings, unitOfRounding } from '../../shared/domain/consistency'
import { fundingSources } from '../../shared/domain/money'
import { totalScopes } from '../../shared/domain/yearTotals'
import {
  labels,
  periodLabels,
  reviewLabels,
  sourceLabels,
  totalScopeLabels,
  yearTotalLabels,
} from '../../shared/labels'
import { formatMoney, unitLabel } from '../../shared/vietnamese/money'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { askUser } from '../components/dialogs'
import { Field, FieldRow, inputClass } from '../components/Field'
import { MoneyField, NumberField, optionsOf, SelectField, TextField, YearField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { HistoryButton } from '../history/HistoryButton'
import screen from './ReportScreen.module.css'
import styles from './Review.module.css'

type Row = CallOutput<'programmes.yearTotals'>[number]

export function YearTotalsScreen() {
  const list = useQueryCall('programmes.yearTotals', {})
  const money = useMoney()
  const [open, setOpen] = useState<Row | 'new' | null>(null)
  const add = () => setOpen('new')
  useShortcuts({ 'Ctrl+N': add })
  const columns = useMemo(() => columnsFor(money), [money])
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data ?? []
  const wrong = rows.filter((row) => row.finding !== null).length
  return (
    <div className={screen.screen}>
      <PageHeader
        title={yearTotalLabels.many}
        detail="Tổng số đã công bố của những năm không có đề án trong chương trình"
        actions={<Button onClick={() => void navigate(paths.review)}>{reviewLabels.menu}</Button>}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {yearTotalLabels.new}
          </Button>
        }
      />
      <DataTable
        name="yearTotals"
        label={yearTotalLabels.many}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        empty={
          list.isPending ? (
            labels.loading
          ) : (
            <>
              <p>
                Gõ tổng số đề án, kinh phí theo nguồn của từng năm hoặc cả giai đoạn trước, đúng như báo cáo đã công bố.
                <br />
                Chỗ các phần không cộng đúng tổng được chỉ ra, không bị sửa.
              </p>
              <Button kind="primary" onClick={add}>
                {yearTotalLabels.new}
              </Button>
            </>
          )
        }
        summary={`${labels.total}: ${rows.length} dòng${wrong === 0 ? '' : ` · ${wrong} dòng có các phần không cộng đúng tổng`}`}
      />
      {open !== null && (
        <TotalDialog
          key={open === 'new' ? 'new' : open.id}
          stored={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** In a few words; the whole sum stands in the tooltip and in the form. */
function sumWordsOf({ total, sum, finding }: Row, money: Money): string {
  if (total.published === null) return ''
  if (finding === null) return 'Cộng đúng'
  return `Chênh lệch ${money.format(Math.abs(total.published - sum))} (các phần cộng lại ${money.format(sum)})`
}

function columnsFor(money: Money): Column<Row>[] {
  const amount = (id: string, header: string, of: (row: Row) => number | null): Column<Row> => ({
    id,
    header,
    width: 96,
    align: 'end',
    hidden: id === 'other',
    text: (row) => money.format(of(row)),
    title: (row) => `${formatMoney(of(row) ?? 0)} đồng`,
    sort: of,
  })
  return [
    {
      id: 'years',
      header: labels.year,
      width: 110,
      text: ({ total }) =>
        total.fromYear === total.toYear ? String(total.fromYear) : `${total.fromYear}–${total.toYear}`,
      sort: ({ total }) => total.fromYear,
    },
    { id: 'scope', header: yearTotalLabels.scope, width: 170, text: ({ total }) => totalScopeLabels[total.scope] },
    {
      id: 'projects',
      header: yearTotalLabels.projects,
      width: 90,
      align: 'end',
      text: ({ total }) => (total.projects === null ? '' : formatInteger(total.projects)),
      sort: ({ total }) => total.projects,
    },
    ...fundingSources.map((source) => amount(source, sourceLabels[source].short, ({ total }) => total.amounts[source])),
    amount('published', 'Công bố', ({ total }) => total.published),
    {
      id: 'finding',
      header: yearTotalLabels.finding,
      width: 320,
      grow: true,
      text: (row) => sumWordsOf(row, money),
      title: (row) => row.finding ?? '',
      cell: (row) => <span className={row.finding === null ? '' : styles.finding}>{sumWordsOf(row, money)}</span>,
    },
    { id: 'source', header: yearTotalLabels.source, width: 200, hidden: true, text: ({ total }) => total.source },
  ]
}

const roundingOptions = roundings.map((value) => ({
  value,
  label: value === 1 ? 'đến đồng' : `${formatMoney(value, unitOfRounding(value))} ${unitLabel(unitOfRounding(value))}`,
}))

/** To what the source rounded its figures; what it was told besides the usual ones stays choosable. */
function RoundingField() {
  const { field } = useController<YearTotalDetails, 'roundedTo'>({ name: 'roundedTo' })
  const known = roundingOptions.some(({ value }) => value === field.value)
  return (
    <Field name="roundedTo" label={yearTotalLabels.roundedTo} width={6}>
      {(identity) => (
        <select
          {...identity}
          className={inputClass}
          value={field.value}
          onBlur={field.onBlur}
          onChange={(event) => field.onChange(Number(event.currentTarget.value))}
        >
          {!known && <option value={field.value}>{`${formatMoney(field.value)} đồng`}</option>}
          {roundingOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface TotalDialogProps {
  readonly stored: Row | null
  readonly onClose: () => void
}

function TotalDialog({ stored, onClose }: TotalDialogProps) {
  const { year } = useYear()
  const save = useCommandCall('programmes.saveYearTotal')
  const remove = useCommandCall('programmes.removeYearTotal')
  const blank: YearTotalDetails = {
    fromYear: year - 1,
    toYear: year - 1,
    scope: 'both',
    projects: null,
    amounts: { national: 0, local: 0, counterpart: 0, other: 0 },
    published: null,
    roundedTo: 1_000_000,
    source: '',
    note: '',
  }
  const form = useContractForm(yearTotal, stored?.total ?? blank)
  async function keep(total: YearTotalDetails, kept: KeptRecord | null): Promise<KeptRecord> {
    const { finding, ...saved } = await save.mutateAsync({
      id: kept?.id ?? null,
      rowVersion: kept?.rowVersion ?? null,
      total,
    })
    notifyDone(finding === null ? 'Đã lưu số liệu năm trước.' : `Đã lưu đúng như công bố. ${finding}`)
    return saved
  }

  async function askRemove({ id, rowVersion }: KeptRecord): Promise<void> {
    const sure = await askUser({
      title: 'Xóa dòng số liệu này?',
      text: form.getValues('source'),
      yes: 'Xóa dòng',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone('Đã xóa dòng số liệu.')
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordDialog
      title={stored === null ? yearTotalLabels.new : yearTotalLabels.many}
      size={820}
      form={form}
      label={yearTotalLabels.many}
      problemPrefix="total."
      kept={stored}
      onSave={keep}
      onRemove={askRemove}
      actions={stored !== null && <HistoryButton record={{ kind: 'yearTotal', id: stored.id }} />}
      onClose={onClose}
    >
      {stored?.finding != null && <p className={styles.findings}>{stored.finding}</p>}
      <FieldRow>
        <YearField name="fromYear" label={periodLabels.fromYear} required width={2} autoFocus />
        <YearField name="toYear" label={periodLabels.toYear} required width={2} />
        <SelectField
          name="scope"
          label={yearTotalLabels.scope}
          options={optionsOf(totalScopes, totalScopeLabels)}
          width={5}
        />
        <NumberField name="projects" label={yearTotalLabels.projects} width={3} />
        {fundingSources.map((source) => (
          <MoneyField
            key={source}
            name={`amounts.${source}`}
            label={`${sourceLabels[source].short} (đồng)`}
            empty="zero"
            width={3}
          />
        ))}
        <MoneyField
          name="published"
          label={`${yearTotalLabels.published} (đồng)`}
          width={6}
          hint="Ghi đúng số trong báo cáo, kể cả khi các phần không cộng đúng."
        />
        <RoundingField />
        <TextField
          name="source"
          label={yearTotalLabels.source}
          required
          width={12}
          hint="Ví dụ: Báo cáo tổng kết 10 năm thực hiện Nghị định 45/2012/NĐ-CP"
        />
        <TextField name="note" label={labels.note} width={12} />
      </FieldRow>
    </RecordDialog>
  )
}
