// One appraisal: five points, council, votes, conclusion and the budget it proposes; open as a form, concluded as reading.
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { type Appraisal, appraisalSheet } from '../../shared/contract/lifecycle'
import { appraisalMethods, appraisalOf, conclusions } from '../../shared/domain/lifecycle'
import { supportOf } from '../../shared/domain/money'
import { appraisalLabels, projectStatusLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { useCommandCall } from '../app/calls'
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
import styles from './Appraisal.module.css'
import { AppraisalCouncil } from './AppraisalCouncil'
import { AppraisalPoints } from './AppraisalPoints'
import { BudgetComparisonTable } from './BudgetComparisonTable'
import { ConcludedSheet } from './ConcludedSheet'

const formSchema = z.strictObject({ sheet: appraisalSheet })

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
        <AppraisalPoints />
        {method === 'council' && <AppraisalCouncil />}
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
