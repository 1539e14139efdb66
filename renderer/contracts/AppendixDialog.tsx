// An appendix being drafted: what changes in words, the new value of đề án, the new term.
import type { z } from 'zod'
import { type AppendixDetails, appendixDetails } from '../../shared/contract/contracts'
import { fundingSources } from '../../shared/domain/money'
import { contractLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'
import { AmountsByProject } from './AmountsByProject'
import type { Contract } from './ContractScreen'

interface AppendixDialogProps {
  readonly contract: Contract
  /** null: a new one. */
  readonly appendix: Contract['appendices'][number] | null
  readonly onClose: () => void
}

export function AppendixDialog({ contract, appendix, onClose }: AppendixDialogProps) {
  const save = useCommandCall('contracts.saveAppendix')
  const remove = useCommandCall('contracts.removeAppendix')
  // Every đề án is shown with the value it has; only those that changed are written into the appendix.
  const lines = contract.lines.map(({ projectId, value }) => ({
    projectId,
    amounts: appendix?.details.lines.find((line) => line.projectId === projectId)?.amounts ?? value,
  }))
  const form = useContractForm<z.input<typeof appendixDetails>, AppendixDetails>(appendixDetails, {
    changes: '',
    decisionNumber: '',
    decisionDate: null,
    endOn: null,
    liquidationBy: null,
    ...appendix?.details,
    lines,
  })
  async function keep(details: AppendixDetails, kept: KeptRecord | null): Promise<KeptRecord> {
    const changed = details.lines.filter((line) => {
      const now = contract.lines.find(({ projectId }) => projectId === line.projectId)?.value
      return now !== undefined && fundingSources.some((source) => now[source] !== line.amounts[source])
    })
    const saved = await save.mutateAsync({
      id: kept?.id ?? null,
      rowVersion: kept?.rowVersion ?? null,
      contractId: contract.id,
      appendix: { ...details, lines: changed },
    })
    notifyDone('Đã lưu dự thảo phụ lục.')
    return saved
  }

  async function drop({ id, rowVersion }: KeptRecord): Promise<void> {
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone('Đã xóa dự thảo phụ lục.')
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordDialog
      title={`${contractLabels.newAppendix} hợp đồng ${contract.number}`}
      size={900}
      form={form}
      problemPrefix="appendix."
      kept={appendix}
      onSave={keep}
      onRemove={drop}
      onClose={onClose}
    >
      <FieldRow>
        <ParagraphField name="changes" label={contractLabels.changes} rows={3} autoFocus />
        <TextField name="decisionNumber" label={contractLabels.decisionNumber} width={3} />
        <DateField name="decisionDate" label={contractLabels.decisionDate} />
        <DateField name="endOn" label={contractLabels.endOn} hint="Để trống: như cũ" />
        <DateField name="liquidationBy" label={contractLabels.liquidationBy} hint="Để trống: như cũ" />
      </FieldRow>
      <AmountsByProject label="Giá trị sau phụ lục" rows={contract.lines} sources={fundingSources} name="lines" />
    </RecordDialog>
  )
}
