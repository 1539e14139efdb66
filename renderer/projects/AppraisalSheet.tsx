// One appraisal: five points, council, votes, conclusion and the budget it proposes; open as a form, concluded as reading.
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { FormProvider, useFieldArray, useFormContext, useFormState, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { type Appraisal, appraisalSheet } from '../../shared/contract/lifecycle'
import { appraisalMethods, appraisalOf, checkResults, conclusions, memberRoles } from '../../shared/domain/lifecycle'
import { supportOf } from '../../shared/domain/money'
import { appraisalLabels, labels, projectStatusLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { foldTokens } from '../../shared/vietnamese/fold'
import { formatMoney } from '../../shared/vietnamese/money'
import { useCommandCall, useQueryCall } from '../app/calls'
import { shortcutOf } from '../app/shortcuts'
import { whileSaving } from '../app/unsaved'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { FieldRow } from '../components/Field'
import { DateField, NumberField, optionsOf, ParagraphField, SelectField, TextField } from '../components/fields'
import { resetAfterSaving, showProblem, useContractForm, valuesOf } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import { PickerBox } from '../search/PickerBox'
import styles from './Appraisal.module.css'
import { BudgetComparisonTable } from './BudgetComparisonTable'

const formSchema = z.strictObject({ sheet: appraisalSheet })
type SheetForm = z.input<typeof formSchema>

export interface SheetHandle {
  /** False when something is still wrong; it is then told where. */
  readonly save: () => Promise<boolean>
}

interface AppraisalSheetProps {
  readonly appraisal: Appraisal
  /** Before what locks the version in hand: false when what was typed in it could not be saved. */
  readonly settle: () => Promise<boolean>
  /** The newest version may be another one now. */
  readonly onVersion: () => void
  readonly ref?: Ref<SheetHandle>
}

/** Open ones are a form of their own; give a key of version and level. */
export function AppraisalSheet({ appraisal, ...rest }: AppraisalSheetProps) {
  return (
    <div className={styles.level}>
      <h3>{appraisalLabels.level[appraisal.level]}</h3>
      {appraisal.open ? <OpenSheet appraisal={appraisal} {...rest} /> : <ConcludedSheet appraisal={appraisal} />}
      <h4>
        {appraisalLabels.proposed}: {formatMoney(supportOf(appraisal.proposed))} đồng hỗ trợ
        {appraisal.appraised === null
          ? ` (như bản ${appraisal.versionNumber} đã gửi)`
          : ` (bản ${appraisal.appraised.number}${appraisal.appraised.locked ? '' : ', đang soạn'})`}
      </h4>
      <BudgetComparisonTable
        comparison={appraisal.comparison}
        before={appraisal.level === 'base' ? 'Đăng ký' : 'Thẩm định cơ sở'}
        after={appraisal.level === 'base' ? 'Thẩm định' : 'Thẩm định cấp Bộ'}
      />
    </div>
  )
}

function OpenSheet({ appraisal, settle, onVersion, ref }: AppraisalSheetProps) {
  const { projectId: id, level } = appraisal
  const form = useContractForm(formSchema, { sheet: appraisal.sheet })
  const readVersion = useRef(appraisal.rowVersion)
  const saveCall = useCommandCall('projects.saveAppraisal')
  const concludeCall = useCommandCall('projects.concludeAppraisal')
  const startCall = useCommandCall('projects.startVersion')
  const allSaved = useUnsavedGuard(form.control)
  const method = useWatch({ control: form.control, name: 'sheet.method' })

  async function save(): Promise<boolean> {
    let saved = false
    const work = form.handleSubmit(async ({ sheet }) => {
      const sent = valuesOf(form)
      try {
        const answer = await saveCall.mutateAsync({ id, level, rowVersion: readVersion.current, sheet })
        readVersion.current = answer.rowVersion
        if (resetAfterSaving(form, sent, { sheet }) === 'clean') allSaved()
        saved = true
        notifyDone('Đã lưu phiếu thẩm định.')
      } catch (error) {
        showProblem(form, error)
      }
    })()
    void whileSaving(work)
    await work
    return saved
  }
  useImperativeHandle(ref, () => ({ save }))

  async function conclude(): Promise<void> {
    if (!(await settle()) || !(await save())) return
    const { conclusion } = form.getValues('sheet')
    const yes = await askUser({
      title: `Kết luận: ${conclusion === null ? 'chưa chọn' : appraisalLabels.conclusions[conclusion]}`,
      text:
        conclusion === 'refuse'
          ? 'Phiếu thẩm định được khóa. Đề án sau đó chỉ có thể trả lại để bổ sung hoặc ghi là không được phê duyệt.'
          : `Phiếu và dự toán thẩm định được khóa, đề án chuyển sang “${projectStatusLabels[level === 'base' ? 'appraisedBase' : 'appraisedMinistry']}”.`,
      yes: 'Khóa và kết luận',
      no: 'Xem lại',
    })
    if (!yes) return
    try {
      const { projectRowVersion: rowVersion } = appraisal
      await concludeCall.mutateAsync({ id, level, rowVersion, appraisalRowVersion: readVersion.current })
      notifyDone('Đã kết luận thẩm định.')
      onVersion()
    } catch (error) {
      showProblem(form, error)
    }
  }

  async function startBudget(): Promise<void> {
    if (form.formState.isDirty && !(await save())) return
    try {
      await startCall.mutateAsync({ id, rowVersion: appraisal.projectRowVersion, stage: appraisalOf[level].stage })
      notifyDone('Đã lập bản dự toán thẩm định từ bản đã gửi; sửa ngay trên trang đề án.')
      onVersion()
    } catch (error) {
      showProblem(form, error)
    }
  }

  // Ctrl+S inside the sheet saves the sheet, not the version it stands under.
  function onKeyDown(event: KeyboardEvent): void {
    if (shortcutOf(event.nativeEvent) !== 'Ctrl+S') return
    event.preventDefault()
    void save()
  }

  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields inside are what is focused and typed into */}
      <div onKeyDown={onKeyDown}>
        <ProblemSummary />
        <FieldRow>
          <SelectField
            name="sheet.method"
            label={appraisalLabels.methodName}
            options={optionsOf(appraisalMethods, appraisalLabels.method)}
            width={3}
          />
          <DateField name="sheet.date" label={appraisalLabels.date} width={3} />
          <TextField name="sheet.documentNumber" label={appraisalLabels.documentNumber} width={6} />
          {method === 'staff' && <TextField name="sheet.appraiser" label={appraisalLabels.appraiser} width={6} />}
          <TextField name="sheet.signer" label={appraisalLabels.signer} width={6} />
        </FieldRow>
        <Points />
        {method === 'council' && <Council />}
        <h4>{appraisalLabels.conclusion}</h4>
        <FieldRow>
          <SelectField
            name="sheet.conclusion"
            label={appraisalLabels.conclusion}
            options={optionsOf(conclusions, appraisalLabels.conclusions)}
            emptyLabel="Chưa kết luận"
            width={4}
          />
          {method === 'council' && (
            <>
              <NumberField name="sheet.votesFor" label={appraisalLabels.votesFor} width={3} />
              <NumberField name="sheet.votesAgainst" label={appraisalLabels.votesAgainst} width={3} />
            </>
          )}
          <ParagraphField
            name="sheet.opinion"
            label={appraisalLabels.conclusionOpinion}
            hint="Nội dung phải bổ sung, hoặc lý do không đồng ý"
            rows={2}
          />
        </FieldRow>
        {appraisal.missing.length > 0 && (
          <p className={styles.lacking}>
            Để kết luận còn thiếu: {appraisal.missing.map(({ what }) => what).join('; ')}.
          </p>
        )}
        <div className={styles.buttons}>
          <Button title="Ctrl+S" busy={saveCall.isPending} onClick={() => void save()}>
            Lưu phiếu
          </Button>
          {appraisal.appraised === null && (
            <Button busy={startCall.isPending} onClick={() => void startBudget()}>
              Sửa dự toán khi thẩm định
            </Button>
          )}
          <Button busy={concludeCall.isPending} onClick={() => void conclude()}>
            Kết luận thẩm định…
          </Button>
        </div>
      </div>
    </FormProvider>
  )
}

function Points() {
  return (
    <table className={`${styles.table} ${styles.points}`} aria-label="Năm nội dung thẩm định">
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            TT
          </th>
          <th scope="col">Nội dung (Điều 9 Thông tư 36/2013/TT-BCT)</th>
          <th scope="col" className={styles.resultColumn}>
            {appraisalLabels.resultName}
          </th>
          <th scope="col" className={styles.opinionColumn}>
            {appraisalLabels.opinion}
          </th>
        </tr>
      </thead>
      <tbody>
        {appraisalLabels.points.map((point, index) => (
          <tr key={point}>
            <td>{index + 1}</td>
            <td>{point}</td>
            <td className={styles.boxes}>
              <SelectField
                bare
                name={`sheet.checks.${index}.result`}
                label={`${appraisalLabels.resultName} nội dung ${index + 1}`}
                options={optionsOf(checkResults, appraisalLabels.result)}
              />
            </td>
            <td className={styles.boxes}>
              <ParagraphField
                bare
                name={`sheet.checks.${index}.opinion`}
                label={`${appraisalLabels.opinion} nội dung ${index + 1}`}
                rows={2}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Council() {
  const { control } = useFormContext<SheetForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'sheet.members' })
  const { errors } = useFormState({ control, name: 'sheet.members' })
  const message = errors.sheet?.members?.root?.message ?? errors.sheet?.members?.message
  return (
    <>
      <h4>{appraisalLabels.members}</h4>
      {fields.length > 0 && (
        <table className={styles.table} aria-label={appraisalLabels.members}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                TT
              </th>
              <th scope="col" className={styles.nameColumn}>
                {appraisalLabels.personName}
              </th>
              <th scope="col" className={styles.nameColumn}>
                {appraisalLabels.organisation}
              </th>
              <th scope="col" className={styles.resultColumn}>
                {appraisalLabels.roleName}
              </th>
              <th scope="col">{appraisalLabels.opinion}</th>
              <th scope="col" className={styles.removeColumn}>
                <span className="visually-hidden">{labels.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <tr key={field.id}>
                <td>{index + 1}</td>
                <td className={styles.boxes}>
                  <TextField
                    bare
                    name={`sheet.members.${index}.name`}
                    label={`${appraisalLabels.personName} thành viên ${index + 1}`}
                  />
                </td>
                <td className={styles.boxes}>
                  <TextField
                    bare
                    name={`sheet.members.${index}.organisation`}
                    label={`${appraisalLabels.organisation} thành viên ${index + 1}`}
                  />
                </td>
                <td className={styles.boxes}>
                  <SelectField
                    bare
                    name={`sheet.members.${index}.role`}
                    label={`${appraisalLabels.roleName} thành viên ${index + 1}`}
                    options={optionsOf(memberRoles, appraisalLabels.role)}
                  />
                </td>
                <td className={styles.boxes}>
                  <ParagraphField
                    bare
                    name={`sheet.members.${index}.opinion`}
                    label={`${appraisalLabels.opinion} thành viên ${index + 1}`}
                    rows={1}
                  />
                </td>
                <td className={styles.boxes}>
                  <Button kind="quiet" aria-label={`Xóa thành viên ${index + 1}`} onClick={() => remove(index)}>
                    {labels.remove}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {message !== undefined && (
        <div className={styles.error} role="alert">
          {message}
        </div>
      )}
      <MemberPicker
        taken={fields.map((field) => field.name)}
        onPick={(person) =>
          append(
            {
              ...person,
              role: fields.length === 0 ? 'chair' : fields.length === 1 ? 'secretary' : 'member',
              opinion: '',
            },
            { shouldFocus: false },
          )
        }
      />
    </>
  )
}

interface Person {
  readonly name: string
  readonly organisation: string
}

function MemberPicker({
  taken,
  onPick,
}: {
  readonly taken: readonly string[]
  readonly onPick: (person: Person) => void
}) {
  const [text, setText] = useState('')
  const people = useQueryCall('projects.people', {})
  const wanted = foldTokens(text)
  const hits = (people.data ?? [])
    .filter((person) => !taken.includes(person.name))
    .filter((person) => {
      const words = foldTokens(`${person.name} ${person.organisation}`)
      return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)))
    })
    .slice(0, 20)
    .map((person) => ({
      key: `${person.name}\n${person.organisation}`,
      title: person.name,
      detail: person.organisation,
      person,
    }))
  return (
    <div className={styles.picker}>
      <PickerBox
        label="Thêm thành viên"
        labelShown
        placeholder="Gõ họ tên; người đã từng tham gia hiện ra để chọn"
        hits={hits}
        waiting={people.isPending}
        nothingFound="Chưa có người này trong các hội đồng trước."
        onText={setText}
        onPick={(hit) => onPick(hit.person)}
        typedChoice={{
          label: (typed) => `Thêm “${typed}”`,
          run: (typed) => onPick({ name: typed, organisation: '' }),
        }}
      />
    </div>
  )
}

function ConcludedSheet({ appraisal: { sheet, concludedOn } }: { readonly appraisal: Appraisal }) {
  const votes =
    sheet.method === 'council' && sheet.votesFor !== null && sheet.votesAgainst !== null
      ? `${sheet.votesFor} đồng ý, ${sheet.votesAgainst} không đồng ý`
      : ''
  const facts = [
    [appraisalLabels.methodName, appraisalLabels.method[sheet.method]],
    [appraisalLabels.date, sheet.date === null ? '' : formatDate(sheet.date)],
    [appraisalLabels.documentNumber, sheet.documentNumber],
    [appraisalLabels.appraiser, sheet.method === 'staff' ? sheet.appraiser : ''],
    [appraisalLabels.signer, sheet.signer],
    [
      appraisalLabels.members,
      sheet.members
        .map(({ name, organisation, role, opinion }) =>
          [`${appraisalLabels.role[role]}: ${name}`, organisation, opinion].filter((part) => part !== '').join(' – '),
        )
        .join('\n'),
    ],
    ['Biểu quyết', votes],
    [appraisalLabels.conclusion, sheet.conclusion === null ? '' : appraisalLabels.conclusions[sheet.conclusion]],
    [appraisalLabels.conclusionOpinion, sheet.opinion],
  ] as const
  return (
    <>
      <p className={styles.soft}>
        {concludedOn === null
          ? 'Chưa kết luận; đề án đã rời bước thẩm định này.'
          : `Đã kết luận, khóa ngày ${formatDate(concludedOn)}.`}
      </p>
      <dl className={styles.read}>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {sheet.checks.some(({ result }) => result !== 'pending') && (
        <table className={styles.table} aria-label="Năm nội dung thẩm định">
          <tbody>
            {sheet.checks.map((check, index) => (
              <tr key={appraisalLabels.points[index] ?? index}>
                <td className={styles.number}>{index + 1}</td>
                <td>{appraisalLabels.points[index]}</td>
                <td className={styles.resultColumn}>{appraisalLabels.result[check.result]}</td>
                <td className={styles.long}>{check.opinion}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
