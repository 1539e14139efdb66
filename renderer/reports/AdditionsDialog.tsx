// Figures of a report that the program does not hold, typed with their source: the list of a year, and one to add or change.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { type AdditionDetails, additionDetails } from '../../shared/contract/reports'
import type { AdditionReport } from '../../shared/domain/reportAdditions'
import { labels, reportLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { MoneyField, NumberField, SelectField, TextField, YearField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'

type Additions = CallOutput<'reports.additions'>
type Row = Additions['rows'][number]

const { additions: words, columns: heads } = reportLabels

interface AdditionsDialogProps {
  readonly report: AdditionReport
  readonly year: number
  readonly onClose: () => void
}

export function AdditionsDialog({ report, year, onClose }: AdditionsDialogProps) {
  const answer = useQueryCall('reports.additions', { first: 1990, last: 2100 })
  const [edited, setEdited] = useState<Row | 'new' | null>(null)
  const indicators = (answer.data?.indicators ?? []).filter((one) => one.report === report)
  const rows = (answer.data?.rows ?? []).filter((one) => one.report === report)
  if (edited !== null)
    return (
      <AdditionForm
        report={report}
        year={year}
        row={edited === 'new' ? null : edited}
        indicators={indicators}
        onClose={() => setEdited(null)}
      />
    )
  const figure = (value: number | null) =>
    value === null ? '' : report === 'B5' ? formatMoney(value) : formatDecimal({ units: BigInt(value), scale: 3 }, 3)
  const nameOf = (key: string) => indicators.find((one) => one.key === key)?.name ?? key
  return (
    <Modal opened onClose={onClose} title={words.title(report)} size={900} transitionProps={{ duration: 0 }}>
      <p>{words.about}</p>
      <DataTable
        name="reports.additions"
        label={words.title(report)}
        columns={[
          { id: 'year', header: heads.year, width: 64, text: (row) => String(row.year) },
          { id: 'indicator', header: heads.indicator, width: 260, grow: true, text: (row) => nameOf(row.indicator) },
          {
            id: 'national',
            header: heads.parts.national,
            width: 130,
            align: 'end',
            text: (row) => figure(row.national),
          },
          { id: 'local', header: heads.parts.local, width: 130, align: 'end', text: (row) => figure(row.local) },
          { id: 'source', header: words.source, width: 200, text: (row) => row.source },
        ]}
        rows={rows}
        total={rows.length}
        rowKey={(row) => row.id}
        onOpen={(row) => setEdited(row)}
        empty={<p>{words.none}</p>}
      />
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.close}</Button>
        <Button kind="primary" onClick={() => setEdited('new')}>
          {words.new}
        </Button>
      </div>
    </Modal>
  )
}

interface AdditionFormProps {
  readonly report: AdditionReport
  readonly year: number
  readonly row: Row | null
  readonly indicators: Additions['indicators']
  readonly onClose: () => void
}

function AdditionForm({ report, year, row, indicators, onClose }: AdditionFormProps) {
  const save = useCommandCall('reports.saveAddition')
  const remove = useCommandCall('reports.removeAddition')
  const form = useContractForm<z.input<typeof additionDetails>, AdditionDetails>(additionDetails, {
    report,
    year: row?.year ?? year,
    indicator: row?.indicator ?? '',
    national: row?.national ?? null,
    local: row?.local ?? null,
    source: row?.source ?? '',
  })
  async function keep(addition: AdditionDetails, kept: KeptRecord | null): Promise<KeptRecord> {
    const saved = await save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, addition })
    notifyDone(words.saved)
    return saved
  }

  async function drop({ id, rowVersion }: KeptRecord): Promise<void> {
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone(words.removed)
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  const figure = (name: 'national' | 'local') =>
    report === 'B5' ? (
      <MoneyField name={name} label={`${heads.parts[name]} (đồng)`} width={4} />
    ) : (
      <NumberField name={name} label={heads.quantities[name]} width={4} decimals={3} />
    )
  return (
    <RecordDialog
      title={row === null ? words.new : words.edit}
      size={760}
      form={form}
      problemPrefix="addition."
      kept={row}
      onSave={keep}
      onRemove={drop}
      onClose={onClose}
    >
      <FieldRow>
        <SelectField
          name="indicator"
          label={heads.indicator}
          width={9}
          options={indicators.map(({ key, name, unit }) => ({ value: key, label: `${name} (${unit})` }))}
          autoFocus
        />
        <YearField name="year" label={heads.year} width={2} />
        {figure('national')}
        {figure('local')}
        <TextField name="source" label={words.source} width={12} placeholder={words.sourceHint} />
      </FieldRow>
    </RecordDialog>
  )
}
