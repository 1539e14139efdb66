// Giving a paper its number: from here the paper stays as it is, and its number is never given again.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { archiveContract } from '../../shared/contract/archive'
import { labels, outgoingLabels } from '../../shared/labels'
import { isPlainDate, type PlainDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField, YearField } from '../components/fields'
import { type ContractForm, showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

const { date, number, symbol, recipients } = archiveContract.issue.input.shape
const schema = z.strictObject({ date, number, symbol, recipients })
type IssueInput = z.input<typeof schema>
export type IssueDetails = z.output<typeof schema>

export type IssuedPaper = CallOutput<'archive.issue'>

interface IssueDialogProps {
  readonly form: string
  readonly title: string
  readonly date: PlainDate | null
  /** The command that gives the paper its number: of a đề án, or of a plan. */
  readonly issue: (details: IssueDetails) => Promise<IssuedPaper>
  readonly onIssued: (issued: IssuedPaper) => void
  readonly onClose: () => void
}

export function IssueDialog({ form: formId, title, date: onPaper, issue, onIssued, onClose }: IssueDialogProps) {
  const form = useContractForm<IssueInput, IssueDetails>(schema, {
    date: onPaper ?? today(),
    number: null,
    symbol: '',
    recipients: '',
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      const issued = await issue(values)
      notifyDone(`Đã phát hành văn bản số ${issued.fullNumber}.`)
      onIssued(issued)
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`Phát hành: ${title}`}
      size={620}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>
            Văn bản được cấp số, giữ nguyên bản PDF và số liệu trong sổ văn bản đi. Số đã cấp không cấp lại, kể cả khi
            hủy văn bản.
          </p>
          <br />
          <ProblemSummary />
          <IssueFields form={form} formId={formId} />
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={form.formState.isSubmitting}>
              Phát hành
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

interface IssueFieldsProps {
  readonly form: ContractForm<IssueInput, IssueDetails>
  readonly formId: string
}

function IssueFields({ form, formId }: IssueFieldsProps) {
  const day = useWatch({ control: form.control, name: 'date' })
  // Asked again when the box is left, not at every letter.
  const [settled, setSettled] = useState('')
  const year = isPlainDate(day) ? Number(day.slice(0, 4)) : Number(today().slice(0, 4))
  const next = useQueryCall('archive.nextNumber', { year, form: formId, symbol: settled }, { keepPrevious: true })
  const ofOffice = useQueryCall('archive.nextNumber', { year, form: formId })
  const known = ofOffice.data?.symbol ?? ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the boxes inside are what is typed into
    <div onBlur={() => setSettled((form.getValues('symbol') ?? '').trim().slice(0, 60))}>
      <FieldRow>
        <DateField name="date" label={outgoingLabels.date} required width={4} />
        <YearField
          name="number"
          label={outgoingLabels.number}
          width={3}
          hint={next.data === undefined ? '' : `Để trống: số ${next.data.number}.`}
        />
        <TextField
          name="symbol"
          label={outgoingLabels.symbol}
          width={5}
          hint={known === '' ? 'Mẫu này chưa có ký hiệu ở mục Thiết lập, ví dụ HĐ-KC.' : `Để trống: ${known}.`}
        />
        <ParagraphField name="recipients" label={outgoingLabels.recipients} rows={3} />
      </FieldRow>
    </div>
  )
}
