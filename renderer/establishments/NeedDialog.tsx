// One need: entered, changed, declined with a reason, thought over again, removed.
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { FormProvider, useFormContext, useWatch } from 'react-hook-form'
import { z } from 'zod'
import {
  type NeedDetails,
  type NeedDetailsInput,
  type NeedRow,
  needDetails,
} from '../../shared/contract/establishments'
import { requiredLine } from '../../shared/contract/values'
import { contentGroups } from '../../shared/domain/projects'
import { labels, needLabels, projectLabels } from '../../shared/labels'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, ParagraphField, SelectField, TextField, YearField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { HistoryButton } from '../history/HistoryButton'
import { NamedEstablishment } from './NamedEstablishment'
import styles from './Needs.module.css'

export interface NewNeed {
  readonly year: number
  readonly establishmentId: number | null
  readonly asker: string
}

export interface NeedDialogProps {
  /** A need on record, or where a new one begins. */
  readonly need: NeedRow | NewNeed
  readonly onClose: () => void
}

function isRecorded(need: NeedRow | NewNeed): need is NeedRow {
  return 'id' in need
}

export function NeedDialog({ need, onClose }: NeedDialogProps) {
  const contents = useQueryCall('office.contentGroups', {})
  const [declining, setDeclining] = useState(false)
  if (contents.data === undefined) return null
  return declining && isRecorded(need) ? (
    <DeclineDialog need={need} onBack={() => setDeclining(false)} onClose={onClose} />
  ) : (
    <NeedForm need={need} contents={contents.data} onDecline={() => setDeclining(true)} onClose={onClose} />
  )
}

function titleOf(need: NeedRow | NewNeed): string {
  return isRecorded(need) ? `Nhu cầu của ${need.asker}` : needLabels.new
}

function formValues(need: NeedRow | NewNeed): NeedDetailsInput {
  if (!isRecorded(need))
    return {
      ...need,
      contentGroup: 'ND3',
      subContent: 'ND3.advancedMachinery',
      activity: '',
      totalInvestment: null,
      wishedSupport: null,
      receivedOn: today(),
      note: '',
    }
  const { year, establishmentId, asker, contentGroup, subContent, activity } = need
  const { totalInvestment, wishedSupport, receivedOn, note } = need
  return {
    year,
    establishmentId,
    asker,
    contentGroup,
    subContent,
    activity,
    totalInvestment,
    wishedSupport,
    receivedOn,
    note,
  }
}

type Contents = CallOutput<'office.contentGroups'>

interface NeedFormProps extends NeedDialogProps {
  readonly contents: Contents
  readonly onDecline: () => void
}

function NeedForm({ need, contents, onDecline, onClose }: NeedFormProps) {
  const recorded = isRecorded(need) ? need : null
  const save = useCommandCall('establishments.saveNeed')
  const reopen = useCommandCall('establishments.reopenNeed')
  const remove = useCommandCall('establishments.removeNeed')
  const form = useContractForm<NeedDetailsInput, NeedDetails>(needDetails, formValues(need))
  async function keep(details: NeedDetails, kept: KeptRecord | null): Promise<KeptRecord> {
    const saved = await save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, need: details })
    notifyDone(`Đã lưu nhu cầu của ${details.asker}.`)
    return saved
  }

  async function thinkAgain(which: NeedRow): Promise<void> {
    try {
      await reopen.mutateAsync({ id: which.id, rowVersion: which.rowVersion })
      notifyDone(`Nhu cầu của ${which.asker} trở lại danh sách chưa xử lý.`)
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function askAndRemove({ id, rowVersion }: KeptRecord): Promise<void> {
    const { asker, activity } = form.getValues()
    const sure = await askUser({
      title: 'Xóa nhu cầu này?',
      text: `${asker}: ${activity}\n\nNhu cầu không được hỗ trợ thì nên chọn “${needLabels.decline}” để còn lý do.`,
      yes: 'Xóa nhu cầu',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone(`Đã xóa nhu cầu của ${asker}.`)
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordDialog
      title={titleOf(need)}
      size={860}
      form={form}
      label={needLabels.new}
      problemPrefix="need."
      kept={recorded}
      onSave={keep}
      onRemove={askAndRemove}
      actions={
        recorded !== null && (
          <>
            {recorded.outcome === 'declined' ? (
              <Button busy={reopen.isPending} onClick={() => void thinkAgain(recorded)}>
                {needLabels.reopen}
              </Button>
            ) : (
              <Button onClick={() => closeUnlessUnsaved(onDecline)}>{needLabels.decline}</Button>
            )}
            <HistoryButton record={{ kind: 'need', id: recorded.id }} />
          </>
        )
      }
      onClose={onClose}
    >
      {recorded?.outcome === 'declined' && (
        <p className={styles.declined}>
          {needLabels.declineReason}: {recorded.declineReason}
        </p>
      )}
      <NamedEstablishment name="asker" label={needLabels.asker} pickerLabel={needLabels.establishment} />
      <FieldRow>
        <ContentFields contents={contents} />
        <TextField name="activity" label={needLabels.activity} required width={12} />
        <MoneyField name="totalInvestment" label={needLabels.totalInvestment} width={3} />
        <MoneyField name="wishedSupport" label={needLabels.wishedSupport} width={3} />
        <DateField name="receivedOn" label={needLabels.receivedOn} required width={3} />
        <YearField name="year" label={projectLabels.planYear} required width={3} />
        <ParagraphField name="note" label={labels.note} rows={2} />
      </FieldRow>
    </RecordDialog>
  )
}

function ContentFields({ contents }: { readonly contents: Contents }) {
  const { setValue } = useFormContext<NeedDetailsInput>()
  const group = useWatch<NeedDetailsInput, 'contentGroup'>({ name: 'contentGroup' })
  const entry = contents.find((one) => one.code === group)
  const groupOptions = useMemo(
    () =>
      contentGroups.map((code) => ({
        value: code,
        label: contents.find((one) => one.code === code)?.shortName ?? code,
      })),
    [contents],
  )
  return (
    // The sub-contents belong to their content: choosing another content lets go of the old one's.
    <div
      className={styles.contents}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement && event.target.name === 'contentGroup')
          setValue('subContent', null, { shouldDirty: true })
      }}
    >
      <FieldRow>
        <SelectField name="contentGroup" label={projectLabels.contentGroup} options={groupOptions} width={6} />
        <SelectField
          name="subContent"
          label={projectLabels.subContent}
          options={(entry?.subContents ?? []).map((one) => ({ value: one.code, label: one.name }))}
          emptyLabel="Chưa chọn"
          width={6}
        />
      </FieldRow>
    </div>
  )
}

const declineSchema = z.strictObject({ reason: requiredLine('lý do', 1_000) })

interface DeclineDialogProps {
  readonly need: NeedRow
  readonly onBack: () => void
  readonly onClose: () => void
}

function DeclineDialog({ need, onBack, onClose }: DeclineDialogProps) {
  const decline = useCommandCall('establishments.declineNeed')
  const form = useContractForm(declineSchema, { reason: '' })
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await decline.mutateAsync({ id: need.id, rowVersion: need.rowVersion, reason })
      notifyDone(`Đã ghi không đưa vào nhu cầu của ${need.asker}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={titleOf(need)}
      size={860}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <p>
            {need.asker}: {need.activity}
          </p>
          <br />
          <FieldRow>
            <TextField
              name="reason"
              label={needLabels.declineReason}
              required
              autoFocus
              width={12}
              hint="Lý do đi cùng nhu cầu để trả lời cơ sở và để năm sau xem lại."
            />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onBack}>Quay lại</Button>
            <Button type="submit" kind="primary" busy={decline.isPending}>
              Ghi không đưa vào
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
