// Signing on record: the day, the number from the register, and why it goes on where a rule warns.
import { Modal } from '@mantine/core'
import { FormProvider, useWatch } from 'react-hook-form'
import { contractsContract } from '../../shared/contract/contracts'
import { contractLabels, labels } from '../../shared/labels'
import { isPlainDate, yearOf } from '../../shared/vietnamese/dates'
import { useCommandCall, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, NumberField, ParagraphField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Contract } from './ContractScreen'
import { Warnings } from './Warnings'

const signEntry = contractsContract.sign.input.omit({ id: true, rowVersion: true })

export function SignDialog({ contract, onClose }: { readonly contract: Contract; readonly onClose: () => void }) {
  const sign = useCommandCall('contracts.sign')
  const form = useContractForm(signEntry, {
    signedOn: today(),
    number: null,
    symbol: '',
    outsideNumber: '',
    reason: '',
  })
  const day = useWatch({ control: form.control, name: 'signedOn' })
  const signedOn = typeof day === 'string' && isPlainDate(day) ? day : today()
  const next = useQueryCall('contracts.nextNumber', { kind: contract.kind, year: yearOf(signedOn) })
  const warnings = useQueryCall('contracts.signWarnings', { id: contract.id, signedOn }, { keepPrevious: true })
  const outside = contract.kind === 'agency'
  const submit = form.handleSubmit(async (entry) => {
    try {
      const { number } = await sign.mutateAsync({ id: contract.id, rowVersion: contract.rowVersion, ...entry })
      notifyDone(`Đã ghi ký hợp đồng số ${number}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={contractLabels.sign}
      size={720}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>Từ khi ghi ký, nội dung hợp đồng khóa lại; thay đổi bằng phụ lục. Đề án sang bước đã ký hợp đồng.</p>
          <ProblemSummary />
          <FieldRow>
            <DateField name="signedOn" label={contractLabels.signedOn} required autoFocus width={3} />
            {outside && (
              <TextField
                name="outsideNumber"
                label={contractLabels.outsideNumber}
                hint="Để trống: cấp số từ sổ của đơn vị"
                width={9}
              />
            )}
            <NumberField
              name="number"
              label={outside ? 'Số trong sổ của đơn vị' : contractLabels.number}
              hint={next.data === undefined ? '' : `Để trống: ${next.data.fullNumber}`}
              width={4}
            />
            <TextField name="symbol" label={contractLabels.symbol} hint={next.data?.symbol ?? ''} width={4} />
          </FieldRow>
          <Warnings warnings={warnings.data ?? []} />
          {(warnings.data?.length ?? 0) > 0 && (
            <FieldRow>
              <ParagraphField name="reason" label={contractLabels.reason} rows={2} required />
            </FieldRow>
          )}
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={sign.isPending}>
              {contractLabels.sign}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
