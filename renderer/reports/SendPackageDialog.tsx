// Making a package: which plan, as of when, the results of which days; what it will hold is shown before it is made.
import { Modal } from '@mantine/core'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { line, plainDate, requiredLine } from '../../shared/contract/values'
import { doneRuleWords } from '../../shared/domain/consolidationSources'
import { supportOf } from '../../shared/domain/money'
import { doneRules, packageBases } from '../../shared/domain/package'
import { labels as common, consolidationLabels, packageLabels as labels } from '../../shared/labels'
import { formatDate, isPlainDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { type CallInput, useCommandCall, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { CheckField, DateField, optionsOf, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { saveFile } from '../documents/fileOut'
import styles from './Consolidation.module.css'

const units = ['dong', 'thousand', 'million', 'billion'] as const
const which = ['both', 'national', 'local'] as const

const schema = z.strictObject({
  which: z.enum(which),
  basis: z.enum(packageBases),
  asOf: plainDate.nullable(),
  withResults: z.boolean(),
  from: plainDate.nullable(),
  to: plainDate.nullable(),
  doneRule: z.enum(doneRules),
  unit: z.enum(units),
  recipient: requiredLine('nơi nhận', 200),
  sentOn: plainDate.nullable(),
  note: line(500),
  replaces: z.string().nullable(),
})
type Values = z.output<typeof schema>

interface SendPackageDialogProps {
  readonly year: number
  readonly onSent: (id: number) => void
  readonly onClose: () => void
}

export function SendPackageDialog({ year, onSent, onClose }: SendPackageDialogProps) {
  const send = useCommandCall('packages.send')
  const sent = useQueryCall('packages.list', { year: null })
  const form = useContractForm(schema, {
    which: 'both',
    basis: 'current',
    asOf: null,
    withResults: true,
    from: `${year}-01-01`,
    to: lastDay(year),
    doneRule: 'disbursed',
    unit: 'million',
    recipient: sent.data?.[0]?.recipient ?? '',
    sentOn: today(),
    note: '',
    replaces: null,
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      const { recipient, sentOn, note, replaces } = values
      const answer = await send.mutateAsync({
        ...orderOf(year, values),
        recipient,
        sentOn,
        note,
        replaces: replaces === null ? null : Number(replaces),
      })
      notifyDone(`Đã lập gói số ${answer.number}.`)
      await saveFile(answer.file)
      onSent(answer.id)
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`${labels.make} – số liệu năm ${year}`}
      size={860}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <UnsavedGuard />
          <ProblemSummary />
          <Choices year={year} />
          <div className={dialogStyles.buttons}>
            <Button onClick={() => closeUnlessUnsaved(onClose)}>{common.cancel}</Button>
            <Button type="submit" kind="primary" busy={send.isPending}>
              {labels.makeAndSave}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

/** Results of a year that is not over are those until today. */
function lastDay(year: number): string {
  const end = `${year}-12-31`
  const now = today()
  return now.startsWith(String(year)) && now < end ? now : end
}

type Order = CallInput<'packages.preview'>

function orderOf(year: number, values: Values): Order {
  return {
    year,
    programmes: values.which === 'both' ? ['national', 'local'] : [values.which],
    basis: values.basis,
    asOf: values.basis === 'asOf' ? values.asOf : null,
    period: values.withResults ? { from: values.from ?? '', to: values.to ?? '' } : null,
    doneRule: values.doneRule,
    unit: values.unit,
  }
}

function Choices({ year }: { readonly year: number }) {
  const values = useWatch<Values>() as Values
  const days = [values.from, values.to, ...(values.basis === 'asOf' ? [values.asOf] : [])]
  const complete =
    (!values.withResults && values.basis !== 'asOf') || days.every((day) => day !== null && isPlainDate(day))
  const preview = useQueryCall('packages.preview', orderOf(year, values), { enabled: complete, keepPrevious: true })
  const earlier = preview.data?.earlier ?? []
  return (
    <>
      <FieldRow>
        <SelectField
          name="which"
          label={labels.programmes}
          width={3}
          options={optionsOf(which, { both: 'KCQG và KCĐP', national: 'KCQG', local: 'KCĐP' })}
        />
        <SelectField
          name="basis"
          label={labels.basis}
          width={values.basis === 'asOf' ? 6 : 9}
          options={optionsOf(packageBases, labels.bases)}
        />
        {values.basis === 'asOf' && <DateField name="asOf" label={labels.asOf} required width={3} />}
        <CheckField name="withResults" label={labels.withResults} width={values.withResults ? 3 : 12} />
        {values.withResults && (
          <>
            <DateField name="from" label={labels.from} required width={3} />
            <DateField name="to" label={labels.to} required width={3} />
            <SelectField
              name="doneRule"
              label={labels.doneBy}
              width={3}
              options={optionsOf(doneRules, doneRuleWords)}
            />
          </>
        )}
        <TextField name="recipient" label={labels.recipient} required autoFocus width={6} />
        <DateField name="sentOn" label={labels.sentOn} width={3} />
        <SelectField
          name="unit"
          label={labels.unitOfSheets}
          width={3}
          options={optionsOf(units, consolidationLabels.units)}
        />
        {earlier.length > 0 && (
          <SelectField
            name="replaces"
            label={labels.replaces}
            width={4}
            emptyLabel={labels.replacesNone}
            options={earlier.map((one) => ({
              value: String(one.id),
              label: `Gói ${one.number} ngày ${formatDate(one.sentOn)}${one.recalled ? ' (đã thu hồi)' : ''}`,
            }))}
          />
        )}
        <TextField name="note" label={common.note} width={earlier.length > 0 ? 8 : 12} />
      </FieldRow>
      {preview.data !== undefined && (
        <div className={styles.notes}>
          <p>
            Gói sẽ có {preview.data.projects} đề án; kế hoạch KCQG {formatMoney(preview.data.planned.national)} đ, KCĐP{' '}
            {formatMoney(preview.data.planned.local)} đ
            {preview.data.done === null
              ? ''
              : `; thực hiện trong kỳ ${formatMoney(supportOf(preview.data.done))} đ (KCQG ${formatMoney(preview.data.done.national)}, KCĐP ${formatMoney(preview.data.done.local)})`}
            .
          </p>
          {preview.data.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </>
  )
}
