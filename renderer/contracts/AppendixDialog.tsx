// An appendix being drafted: what changes in words, the new value of đề án, the new term.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import type { z } from 'zod'
import { type AppendixDetails, appendixDetails } from '../../shared/contract/contracts'
import { fundingSources } from '../../shared/domain/money'
import { contractLabels, labels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
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
  const submit = form.handleSubmit(async (details) => {
    const changed = details.lines.filter((line) => {
      const now = contract.lines.find(({ projectId }) => projectId === line.projectId)?.value
      return now !== undefined && fundingSources.some((source) => now[source] !== line.amounts[source])
    })
    try {
      await save.mutateAsync({
        id: appendix?.id ?? null,
        rowVersion: appendix?.rowVersion ?? null,
        contractId: contract.id,
        appendix: { ...details, lines: changed },
      })
      notifyDone('Đã lưu dự thảo phụ lục.')
      onClose()
    } catch (error) {
      showProblem(form, error, 'appendix.')
    }
  })

  async function drop(): Promise<void> {
    if (appendix === null) return
    try {
      await remove.mutateAsync({ id: appendix.id, rowVersion: appendix.rowVersion })
      notifyDone('Đã xóa dự thảo phụ lục.')
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${contractLabels.newAppendix} hợp đồng ${contract.number}`}
      size={900}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <ParagraphField name="changes" label={contractLabels.changes} rows={3} autoFocus />
            <TextField name="decisionNumber" label={contractLabels.decisionNumber} width={3} />
            <DateField name="decisionDate" label={contractLabels.decisionDate} />
            <DateField name="endOn" label={contractLabels.endOn} hint="Để trống: như cũ" />
            <DateField name="liquidationBy" label={contractLabels.liquidationBy} hint="Để trống: như cũ" />
          </FieldRow>
          <AmountsByProject label="Giá trị sau phụ lục" rows={contract.lines} sources={fundingSources} name="lines" />
          <div className={dialogStyles.buttons}>
            {appendix !== null && (
              <Button kind="danger" onClick={() => void drop()}>
                {labels.remove}
              </Button>
            )}
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
