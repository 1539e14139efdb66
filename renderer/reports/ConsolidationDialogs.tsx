// The dialogs of a consolidation: under which name it is kept, how the table is made, one file looked at closely.
import { Modal } from '@mantine/core'
import { useId, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { type ConsolidationSettings, consolidationSettings } from '../../shared/contract/consolidation'
import { line, requiredLine } from '../../shared/contract/values'
import { labels as common, consolidationLabels as labels } from '../../shared/labels'
import { formatMoney, type MoneyUnit } from '../../shared/vietnamese/money'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { MoneyField, optionsOf, SelectField, TextField, YearField } from '../components/fields'
import { useContractForm } from '../components/form'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import styles from './Consolidation.module.css'
import type { ShownSource } from './ConsolidationFiles'

const nameSchema = z.strictObject({ name: requiredLine('tên bảng tổng hợp', 200), note: line(500) })

interface NameDialogProps {
  readonly name: string
  readonly note: string
  readonly onSave: (name: string, note: string) => void
  readonly onClose: () => void
}

export function NameDialog({ name, note, onSave, onClose }: NameDialogProps) {
  const form = useContractForm(nameSchema, { name, note })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title="Lưu bảng tổng hợp"
      size={560}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void form.handleSubmit((kept) => onSave(kept.name, kept.note))(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <TextField name="name" label={labels.name} required autoFocus width={12} />
            <TextField name="note" label={common.note} width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" kind="primary">
              {common.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

const units: readonly MoneyUnit[] = ['dong', 'thousand', 'million', 'billion']
const noTotals = { national: null, local: null, support: null }
const noAmounts = { national: 0, local: 0, counterpart: 0, other: 0 }

interface SettingsDialogProps {
  readonly settings: ConsolidationSettings
  readonly onSet: (settings: ConsolidationSettings) => void
  readonly onClose: () => void
}

export function SettingsDialog({ settings, onSet, onClose }: SettingsDialogProps) {
  const form = useContractForm(consolidationSettings, {
    ...settings,
    lastYear: { planned: settings.lastYear?.planned ?? noAmounts, done: settings.lastYear?.done ?? noAmounts },
    declared: { planned: settings.declared?.planned ?? noTotals, done: settings.declared?.done ?? noTotals },
  })
  const submit = form.handleSubmit((values) => {
    onSet(withoutEmpty(values))
    onClose()
  })
  const { isDirty } = form.formState
  const close = () => void mayDrop(isDirty).then((may) => (may ? onClose() : undefined))
  return (
    <Modal opened onClose={close} title={labels.settings} size={820} transitionProps={{ duration: 0 }}>
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <YearField name="year" label={labels.year} width={2} hint="Trống: theo các tệp" autoFocus />
            <TextField name="region" label={labels.region} width={4} placeholder="khu vực miền Trung – Tây Nguyên" />
            <TextField name="period" label={labels.period} width={3} placeholder="7 tháng" />
            <SelectField name="unit" label={labels.unit} options={optionsOf(units, labels.units)} width={3} />
          </FieldRow>
          <h3 className={styles.part}>{labels.lastYear}</h3>
          <FieldRow>
            <MoneyField name="lastYear.planned.national" label="KCQG kế hoạch" empty="zero" />
            <MoneyField name="lastYear.planned.local" label="KCĐP kế hoạch" empty="zero" />
            <MoneyField name="lastYear.done.national" label="KCQG thực hiện" empty="zero" />
            <MoneyField name="lastYear.done.local" label="KCĐP thực hiện" empty="zero" />
          </FieldRow>
          <h3 className={styles.part}>{labels.declared}</h3>
          <FieldRow>
            <MoneyField name="declared.planned.national" label="KCQG kế hoạch" width={4} />
            <MoneyField name="declared.planned.local" label="KCĐP kế hoạch" width={4} />
            <MoneyField name="declared.planned.support" label="Tổng kế hoạch" width={4} />
            <MoneyField name="declared.done.national" label="KCQG thực hiện" width={4} />
            <MoneyField name="declared.done.local" label="KCĐP thực hiện" width={4} />
            <MoneyField name="declared.done.support" label="Tổng thực hiện" width={4} />
          </FieldRow>
          <p className={styles.hint}>Gõ “51,23 tỷ” hoặc “11.140 triệu” đều được; ô nhớ số đồng.</p>
          <div className={dialogStyles.buttons}>
            <Button onClick={close}>{common.cancel}</Button>
            <Button type="submit" kind="primary">
              Dùng thiết lập này
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}

/** The table under the dialog is unsaved too; only what was typed here is asked about. */
async function mayDrop(isDirty: boolean): Promise<boolean> {
  if (!isDirty) return true
  return askUser({
    title: 'Bỏ thiết lập vừa gõ?',
    text: 'Các ô vừa sửa ở đây chưa được dùng cho bảng tổng hợp.',
    yes: 'Bỏ',
    no: 'Gõ tiếp',
  })
}

/** A side nobody typed anything into says nothing; noughts would compare with nothing. */
function withoutEmpty(values: ConsolidationSettings): ConsolidationSettings {
  const typed = <T extends object>(side: T | null | undefined): T | null =>
    side != null && Object.values(side).some((value) => value !== null && value !== 0) ? side : null
  const planned = typed(values.lastYear?.planned)
  const done = typed(values.lastYear?.done)
  const declaredPlanned = typed(values.declared?.planned)
  const declaredDone = typed(values.declared?.done)
  return {
    ...values,
    lastYear: planned === null && done === null ? null : { planned, done },
    declared:
      declaredPlanned === null && declaredDone === null ? null : { planned: declaredPlanned, done: declaredDone },
  }
}

interface SourceDialogProps {
  readonly source: ShownSource
  readonly onProvince: (province: { code: string | null; name: string }) => void
  readonly onTakeOut: () => void
  readonly onClose: () => void
}

export function SourceDialog({ source, onProvince, onTakeOut, onClose }: SourceDialogProps) {
  const provinces = useQueryCall('office.provinces', {})
  const listId = useId()
  const [name, setName] = useState(source.province.name)
  const rename = () => onProvince({ code: (provinces.data ?? []).find((one) => one.name === name)?.code ?? null, name })
  const facts: readonly (readonly [string, string])[] = [
    [labels.office, source.officeName],
    [labels.province, source.province.name],
    [labels.year, source.year === null ? 'không rõ' : String(source.year)],
    [labels.about, [source.number === '' ? '' : `gói số ${source.number}`, source.about].filter(Boolean).join('; ')],
    [labels.projects, String(source.projects)],
    ['Kế hoạch KCQG, KCĐP', `${formatMoney(source.planned.national)} đ, ${formatMoney(source.planned.local)} đ`],
    ...(source.done === null
      ? []
      : [
          [
            'Thực hiện KCQG, KCĐP',
            `${formatMoney(source.done.national)} đ, ${formatMoney(source.done.local)} đ`,
          ] as const,
        ]),
    [labels.use, [labels.uses[source.use], source.why].filter(Boolean).join(': ')],
  ]
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={source.fileName}
      size={720}
      transitionProps={{ duration: 0 }}
    >
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([fact, value]) => (
            <div key={fact} className={styles.fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {source.notes.length > 0 && (
        <div className={styles.notes}>
          {source.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
      {source.key !== null && (
        <label className={styles.provinceBox}>
          {labels.countFor}
          <input
            list={listId}
            defaultValue={source.province.name}
            spellCheck={false}
            autoComplete="off"
            onInput={(event) => setName(event.currentTarget.value.trim())}
          />
          <datalist id={listId}>
            {(provinces.data ?? []).map((one) => (
              <option key={one.code} value={one.name} />
            ))}
          </datalist>
        </label>
      )}
      <div className={dialogStyles.buttons}>
        <Button kind="danger" onClick={onTakeOut}>
          Bỏ tệp này
        </Button>
        <Button onClick={onClose}>{common.close}</Button>
        {source.key !== null && name !== '' && name !== source.province.name && (
          <Button kind="primary" onClick={rename}>
            Ghi tên tỉnh
          </Button>
        )}
      </div>
    </Modal>
  )
}
