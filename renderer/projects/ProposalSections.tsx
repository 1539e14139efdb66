// What a đề án holds beside its prose: machines, schedule, the legal bases it cites, and how support is paid back.
import { useState, useSyncExternalStore } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { flagshipWarnings, lineAmount, type ScheduledMonths, supportModes } from '../../shared/domain/projects'
import { labels, proposalLabels, supportModeLabels } from '../../shared/labels'
import { fold } from '../../shared/vietnamese/fold'
import { formatMoney } from '../../shared/vietnamese/money'
import { moneyInWords } from '../../shared/vietnamese/words'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow, useFieldMessage } from '../components/Field'
import { optionsOf, SelectField } from '../components/fields'
import { useFieldId } from '../components/form'
import { PickerBox, type PickerHit } from '../search/PickerBox'
import type { BudgetStore } from './budgetStore'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

const equipmentColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'name', label: proposalLabels.equipmentName, width: 300, grow: true },
  { kind: 'text', name: 'origin', label: proposalLabels.origin, width: 140 },
  { kind: 'text', name: 'unit', label: proposalLabels.unit, width: 80 },
  { kind: 'number', decimals: 3, name: 'quantityThousandths', label: proposalLabels.quantity, width: 100 },
  { kind: 'money', name: 'unitPrice', label: proposalLabels.unitPrice, width: 150 },
  { kind: 'text', name: 'note', label: labels.note, width: 180 },
]

interface Priced {
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
}

/** Only what has both a quantity and a price; what is still being typed counts for nothing. */
export function equipmentTotal(lines: readonly Priced[]): number {
  return lines.reduce(
    (sum, { quantityThousandths, unitPrice }) =>
      Number.isSafeInteger(quantityThousandths) && Number.isSafeInteger(unitPrice)
        ? sum + lineAmount(quantityThousandths ?? 0, unitPrice ?? 0)
        : sum,
    0,
  )
}

export function EquipmentSection() {
  const lines = useWatch<ProjectFormInput, 'content.equipment'>({ name: 'content.equipment' }) ?? []
  const total = equipmentTotal(lines)
  return (
    <div>
      <h3>{proposalLabels.equipment}</h3>
      <EditGrid
        name="content.equipment"
        label={proposalLabels.equipment}
        columns={equipmentColumns}
        newRow={() => ({ name: '', origin: '', unit: '', quantityThousandths: null, unitPrice: null, note: '' })}
        addLabel="Thêm máy móc, thiết bị"
        empty="Chưa có máy móc nào. Có thể dán cả bảng chép từ Excel vào ô đầu tiên."
      />
      {total > 0 && <Sum label={proposalLabels.equipmentTotal} dong={total} />}
    </div>
  )
}

function Sum({ label, dong }: { readonly label: string; readonly dong: number }) {
  return (
    <p className={styles.sum}>
      {label}: <strong>{formatMoney(dong)} đồng</strong> ({moneyInWords(dong)})
    </p>
  )
}

const scheduleColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'content', label: proposalLabels.stepContent, width: 320, grow: true },
  { kind: 'month', name: 'startMonth', label: proposalLabels.from, width: 100 },
  { kind: 'month', name: 'endMonth', label: proposalLabels.to, width: 100 },
  { kind: 'text', name: 'inCharge', label: proposalLabels.inCharge, width: 260 },
]

export function ScheduleSection() {
  const { getValues } = useFormContext<ProjectFormInput>()
  return (
    <div>
      <h3>{proposalLabels.scheduleSteps}</h3>
      <EditGrid
        name="content.scheduleSteps"
        label={proposalLabels.scheduleSteps}
        columns={scheduleColumns}
        newRow={() => ({
          content: '',
          startMonth: null,
          endMonth: null,
          inCharge: getValues('content.participants')?.find(({ role }) => role === 'implementer')?.name ?? '',
        })}
        addLabel="Thêm nội dung công việc"
        empty="Chưa có bước nào. Mỗi dòng là một công việc với tháng bắt đầu, tháng kết thúc và đơn vị phụ trách."
      />
      <FlagshipWarnings />
    </div>
  )
}

function FlagshipWarnings() {
  const [kind, startMonth, endMonth, steps] = useWatch<
    ProjectFormInput,
    ['identity.kind', 'content.startMonth', 'content.endMonth', 'content.scheduleSteps']
  >({ name: ['identity.kind', 'content.startMonth', 'content.endMonth', 'content.scheduleSteps'] })
  return <FlagshipNote kind={kind} startMonth={startMonth} endMonth={endMonth} steps={steps?.length ?? 0} />
}

interface FlagshipNoteProps extends ScheduledMonths {
  readonly kind: ProjectFormInput['identity']['kind']
  readonly steps: number
}

export function FlagshipNote(facts: FlagshipNoteProps) {
  const warnings = flagshipWarnings(facts)
  if (warnings.length === 0) return null
  return (
    <p className={styles.caution}>
      Cần xem lại: {warnings.join('; ')} (khoản 3 Điều 2 Thông tư 36/2013/TT-BCT). Vẫn lưu được.
    </p>
  )
}

interface BasisHit extends PickerHit {
  readonly id: string
}

const basesName = 'content.legalBases'

/** A catalogue of some dozens: searched here, in force today first. */
export function LegalBasesSection() {
  const { field } = useController<ProjectFormInput, typeof basesName>({ name: basesName })
  const problem = useFieldMessage(basesName)
  const [text, setText] = useState('')
  const catalogue = useQueryCall('projects.legalBases', {})
  const entries = catalogue.data ?? []
  const chosen = field.value ?? []
  const wanted = fold(text)
  const hits = entries
    .filter((one) => one.inForce && !chosen.includes(one.id) && fold(one.citation).includes(wanted))
    .map((one): BasisHit => ({ key: one.id, id: one.id, title: one.number, detail: one.citation }))

  function move(index: number, by: -1 | 1): void {
    const next = [...chosen]
    const [moved] = next.splice(index, 1)
    if (moved === undefined) return
    next.splice(index + by, 0, moved)
    field.onChange(next)
  }

  return (
    <div id={useFieldId()(basesName)} tabIndex={-1}>
      <h3>{proposalLabels.legalBases}</h3>
      {chosen.length === 0 ? (
        <p className={styles.hint}>Chưa chọn: văn bản lấy các căn cứ còn hiệu lực tại ngày lập trong danh mục.</p>
      ) : (
        <ol className={styles.bases} aria-label={proposalLabels.legalBases}>
          {chosen.map((id, index) => {
            const entry = entries.find((one) => one.id === id)
            const name = entry?.number ?? id
            return (
              <li key={id}>
                <span>
                  {catalogue.data === undefined ? '…' : (entry?.citation ?? id)}
                  {entry?.inForce === false && <em className={styles.lacking}> (nay không còn hiệu lực)</em>}
                </span>
                <span className={styles.rowButtons}>
                  <Button
                    kind="quiet"
                    aria-label={`Đưa ${name} lên`}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={`Đưa ${name} xuống`}
                    disabled={index === chosen.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={`Bỏ ${name}`}
                    onClick={() => field.onChange(chosen.filter((one) => one !== id))}
                  >
                    Bỏ
                  </Button>
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {problem !== null && <p className={styles.error}>{problem}</p>}
      <div className={styles.addLine}>
        <PickerBox
          label="Thêm căn cứ"
          labelShown
          placeholder="Gõ số hiệu hoặc tên văn bản còn hiệu lực"
          hits={wanted === '' ? [] : hits}
          waiting={catalogue.isFetching}
          nothingFound="Không có văn bản còn hiệu lực nào như vậy trong danh mục."
          onText={setText}
          onPick={(hit) => field.onChange([...chosen, hit.id])}
        />
      </div>
    </div>
  )
}

const repaymentColumns: readonly GridColumn[] = [
  { kind: 'date', name: 'dueOn', label: proposalLabels.dueOn, width: 160, grow: true },
  { kind: 'money', name: 'amount', label: proposalLabels.repaymentAmount, width: 400 },
]

/** Only local programmes support with recovery; a đề án moved to the national one still shows what has to be undone. */
export function SupportModeSection({ store }: { readonly store: BudgetStore }) {
  const [programme, mode = 'grant', repayments = []] = useWatch<
    ProjectFormInput,
    ['identity.programme', 'content.supportMode', 'content.repayments']
  >({ name: ['identity.programme', 'content.supportMode', 'content.repayments'] })
  const { amounts } = useSyncExternalStore(store.subscribe, store.sums)
  const repaid = repayments.reduce((sum, { amount }) => (Number.isSafeInteger(amount) ? sum + amount : sum), 0)
  if (programme === 'national' && mode === 'grant' && repayments.length === 0) return null
  return (
    <div className={styles.supportMode}>
      <FieldRow>
        <SelectField
          name="content.supportMode"
          label={proposalLabels.supportMode}
          options={optionsOf(supportModes, supportModeLabels)}
          width={4}
        />
      </FieldRow>
      {(mode === 'recoverable' || repayments.length > 0) && (
        <>
          <h3>{proposalLabels.repayments}</h3>
          <EditGrid
            name="content.repayments"
            label={proposalLabels.repayments}
            columns={repaymentColumns}
            newRow={() => ({ dueOn: null, amount: null })}
            addLabel="Thêm đợt hoàn trả"
            empty="Chưa có đợt hoàn trả nào."
          />
          {repaid > 0 && <Sum label={proposalLabels.repaymentTotal} dong={repaid} />}
          <p className={styles.sum}>
            {proposalLabels.localSupport}: {formatMoney(amounts.local)} đồng
            {repaid > amounts.local && (
              <em className={styles.lacking}>
                {' '}
                – các đợt hoàn trả nhiều hơn {formatMoney(repaid - amounts.local)} đồng
              </em>
            )}
          </p>
        </>
      )}
    </div>
  )
}
