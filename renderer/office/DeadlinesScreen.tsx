// Thiết lập › Thời hạn: the deadlines that come with the program, switched on or off, and those the office sets itself.
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { deadlineRule, type OwnDeadlineRule } from '../../shared/contract/programmes'
import { confidenceMark } from '../../shared/domain/confidence'
import { deadlinePlaces } from '../../shared/domain/deadlines'
import { programmes } from '../../shared/domain/projects'
import { deadlineLabels, labels, programmeLabels, projectLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { FieldRow, inputClass } from '../components/Field'
import { CheckField, DateField, NumberField, optionsOf, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'
import { QueryProblem } from '../components/StateMessage'
import { useRegister } from '../execution/useRegister'
import { HistoryButton } from '../history/HistoryButton'
import styles from './DeadlinesScreen.module.css'

type Rule = CallOutput<'programmes.deadlineRules'>[number]
type RuleForm = z.input<typeof deadlineRule>

const programmeOptions = programmes.map((value) => ({ value, label: programmeLabels[value].long }))
const kindOptions = optionsOf(['yearly', 'monthly', 'after'] as const, deadlineLabels.kinds)
const placeOptions = optionsOf(deadlinePlaces, deadlineLabels.places)

export function DeadlinesScreen() {
  const rules = useQueryCall('programmes.deadlineRules', {})
  const [edited, setEdited] = useState<Rule | 'new' | null>(null)
  const turn = useCommandCall('programmes.switchDeadlineRule')
  const { year } = useYear()
  const register = useRegister('deadlines', year)
  useShortcuts({ 'Ctrl+N': () => setEdited('new') })
  if (rules.error !== null) return <QueryProblem error={rules.error} retry={() => void rules.refetch()} />
  if (rules.data === undefined) return null

  async function switchRule(rule: Rule): Promise<void> {
    try {
      await turn.mutateAsync({ key: rule.key, off: !rule.off })
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <div className={styles.screen}>
      <PageHeader
        title={deadlineLabels.settings}
        detail="Thời hạn khuyến công địa phương do từng tỉnh quy định: đơn vị tự thêm theo văn bản của tỉnh."
        onPrint={() => void register.exportAs('pdf')}
        onExport={() => void register.exportAs('xlsx')}
        actions={<HistoryButton record={{ kind: 'deadlines' }} />}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={() => setEdited('new')}>
            {deadlineLabels.add}
          </Button>
        }
      />
      <div className={styles.body}>
        <table className={styles.table} aria-label={deadlineLabels.settings}>
          <thead>
            <tr>
              <th scope="col">{deadlineLabels.step}</th>
              <th scope="col">{projectLabels.programme}</th>
              <th scope="col">{deadlineLabels.when}</th>
              <th scope="col">{deadlineLabels.reminderDays}</th>
              <th scope="col">{deadlineLabels.legalBasis}</th>
              <th scope="col">Đang dùng</th>
              <th scope="col">
                <span className="visually-hidden">Sửa</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.data.map((rule) => (
              <tr key={rule.key} data-off={rule.off || undefined}>
                <th scope="row">
                  {rule.step}
                  {rule.note !== '' && <div className={styles.note}>{rule.note}</div>}
                </th>
                <td>{programmeLabels[rule.programme].short}</td>
                <td>{whenInWords(rule)}</td>
                <td className={styles.figure}>{rule.reminderDays}</td>
                <td>{basisInWords(rule)}</td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Đang dùng: ${rule.step}`}
                    checked={!rule.off}
                    onChange={() => void switchRule(rule)}
                  />
                </td>
                <td>
                  {rule.id !== null && (
                    <Button kind="quiet" aria-label={`Sửa: ${rule.step}`} onClick={() => setEdited(rule)}>
                      Sửa
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {register.dialog}
      {edited !== null && <RuleDialog rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function whenInWords({ when }: Rule): string {
  switch (when.kind) {
    case 'yearly':
      return `${when.before ? 'Trước' : 'Chậm nhất'} ngày ${when.day}/${when.month} hằng năm`
    case 'monthly':
      return `${when.before ? 'Trước' : 'Chậm nhất'} ngày ${when.day} hằng tháng`
    case 'after':
      return `${when.days} ngày sau: ${when.event}`
  }
}

function basisInWords(rule: Rule): string {
  const mark = rule.confidence === null ? 'của đơn vị' : confidenceMark(rule.confidence)
  const from = rule.effectiveFrom === null ? '' : `từ ${formatDate(rule.effectiveFrom)}`
  const to = rule.effectiveTo === null ? '' : `đến ${formatDate(rule.effectiveTo)}`
  return [rule.legalBasis, `${from} ${to}`.trim(), mark ?? ''].filter((one) => one !== '').join(' · ')
}

const blank: RuleForm = {
  programme: 'local',
  step: '',
  when: { kind: 'yearly', month: 1, day: 1, before: true },
  reminderDays: 30,
  opens: 'plan',
  legalBasis: '',
  effectiveFrom: null,
  effectiveTo: null,
  note: '',
}

function formOf(rule: Rule): RuleForm {
  const { programme, step, when, reminderDays, opens, legalBasis, effectiveFrom, effectiveTo, note } = rule
  return { programme, step, when, reminderDays, opens, legalBasis, effectiveFrom, effectiveTo, note }
}

interface RuleDialogProps {
  readonly rule: Rule | null
  readonly onClose: () => void
}

function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const save = useCommandCall('programmes.saveDeadlineRule')
  const remove = useCommandCall('programmes.removeDeadlineRule')
  const form = useContractForm(deadlineRule, rule === null ? blank : formOf(rule))
  const kind = useWatch({ control: form.control, name: 'when.kind' })
  async function keep(values: OwnDeadlineRule, kept: KeptRecord | null): Promise<KeptRecord> {
    const saved = await save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, rule: values })
    notifyDone('Đã lưu thời hạn.')
    return saved
  }

  async function takeAway({ id, rowVersion }: KeptRecord): Promise<void> {
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone('Đã xóa thời hạn.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  }

  function changeKind(next: string): void {
    if (next === 'monthly') form.setValue('when', { kind: 'monthly', day: 1, before: true })
    else if (next === 'after') form.setValue('when', { kind: 'after', event: '', days: 15 })
    else form.setValue('when', { kind: 'yearly', month: 1, day: 1, before: true })
  }

  return (
    <RecordDialog
      title={rule === null ? deadlineLabels.add : rule.step}
      size={760}
      form={form}
      problemPrefix="rule."
      kept={
        rule !== null && rule.id !== null && rule.rowVersion !== null
          ? { id: rule.id, rowVersion: rule.rowVersion }
          : null
      }
      onSave={keep}
      onRemove={takeAway}
      onClose={onClose}
    >
      <FieldRow>
        <TextField name="step" label={deadlineLabels.step} width={8} required autoFocus />
        <SelectField name="programme" label={projectLabels.programme} options={programmeOptions} width={4} />
        <KindField kind={kind} onChange={changeKind} />
        {kind === 'yearly' && <NumberField key="month" name="when.month" label={deadlineLabels.month} width={2} />}
        {kind !== 'after' && <NumberField key={`day-${kind}`} name="when.day" label={deadlineLabels.day} width={2} />}
        {kind !== 'after' && (
          <CheckField key={`before-${kind}`} name="when.before" label={deadlineLabels.before} width={4} />
        )}
        {kind === 'after' && <NumberField name="when.days" label={deadlineLabels.days} width={2} />}
        {kind === 'after' && <TextField name="when.event" label={deadlineLabels.event} width={6} />}
        <NumberField name="reminderDays" label={deadlineLabels.reminderDays} width={4} />
        <SelectField name="opens" label={deadlineLabels.opens} options={placeOptions} width={4} />
        <TextField name="legalBasis" label={deadlineLabels.legalBasis} width={12} />
        <DateField name="effectiveFrom" label={deadlineLabels.effectiveFrom} width={4} />
        <DateField name="effectiveTo" label={deadlineLabels.effectiveTo} width={4} />
        <TextField name="note" label={labels.note} width={12} />
      </FieldRow>
    </RecordDialog>
  )
}

interface KindFieldProps {
  readonly kind: string
  readonly onChange: (kind: string) => void
}

/** Another way to count has other boxes: the value is changed as a whole. */
function KindField({ kind, onChange }: KindFieldProps) {
  return (
    <label className={styles.kind}>
      {deadlineLabels.when}
      <select
        className={inputClass}
        aria-label={deadlineLabels.when}
        value={kind}
        onChange={(event) => onChange(event.target.value)}
      >
        {kindOptions.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
