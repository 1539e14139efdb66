// One set of minutes of acceptance: what was planned beside what was found, machines, money by source, and the conclusion.
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { type AcceptanceDetails, acceptanceDetails } from '../../shared/contract/executionAcceptance'
import { acceptanceConclusions, acceptanceForms, acceptanceSides } from '../../shared/domain/executionAcceptance'
import type { FundingSource } from '../../shared/domain/money'
import {
  acceptanceConclusionLabels,
  acceptanceFormLabels,
  acceptanceLabels,
  acceptanceSideLabels,
  appraisalLabels,
  executionLabels,
  labels,
  progressLabels,
  proposalLabels,
  sourceLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { today } from '../app/today'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, optionsOf, ParagraphField, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { type FormSection, RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { DocumentDialog } from '../documents/DocumentDialog'
import { HistoryButton } from '../history/HistoryButton'
import { useNewAcceptance } from './AcceptanceScreen'
import styles from './Execution.module.css'
import { MendedDialog } from './MendedDialog'
import { shownSources } from './shownSources'

type Stored = CallOutput<'execution.acceptance'>

const back = () => void navigate(paths.acceptances)

export function AcceptancePage({ id }: { readonly id: number }) {
  const query = useRecordCall('execution.acceptance', { id })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  return <Minutes key={`${id}-${query.data.concludedOn ?? ''}`} stored={query.data} />
}

function Minutes({ stored }: { readonly stored: Stored }) {
  const [rowVersion, setRowVersion] = useState(stored.rowVersion)
  const [printing, setPrinting] = useState(false)
  const [mending, setMending] = useState(false)
  const save = useCommandCall('execution.saveAcceptance')
  const conclude = useCommandCall('execution.concludeAcceptance')
  const remove = useCommandCall('execution.removeAcceptance')
  const again = useNewAcceptance()
  const form = useContractForm(acceptanceDetails, stored.acceptance)
  const concluded = stored.concludedOn !== null
  const failed = concluded && stored.acceptance.conclusion === 'fail'

  async function write(acceptance: AcceptanceDetails): Promise<number> {
    const saved = await save.mutateAsync({ id: stored.id, rowVersion, projectId: stored.projectId, acceptance })
    setRowVersion(saved.rowVersion)
    return saved.rowVersion
  }

  async function onSave(acceptance: AcceptanceDetails): Promise<AcceptanceDetails> {
    await write(acceptance)
    notifyDone('Đã lưu biên bản nghiệm thu.')
    return acceptance
  }

  /** What stands in the form is saved first: concluded is what was seen. */
  const askConclude = form.handleSubmit(async (acceptance) => {
    const sure = await askUser({
      title: `${acceptanceLabels.conclude}?`,
      text: 'Biên bản được lưu và khóa đúng như đã ký: từ đây không ai sửa được nữa.',
      yes: acceptanceLabels.conclude,
      no: 'Chưa',
    })
    if (!sure) return
    try {
      const current = form.formState.isDirty ? await write(acceptance) : rowVersion
      // The count is kept: by it the list of problems knows that what is refused now is new, and comes into sight.
      form.reset(acceptance, { keepSubmitCount: true })
      await conclude.mutateAsync({ id: stored.id, rowVersion: current })
      notifyDone('Đã kết luận nghiệm thu.')
    } catch (error) {
      showProblem(form, error, 'acceptance.')
    }
  })

  async function askRemove(): Promise<void> {
    const sure = await askUser({
      title: 'Xóa biên bản này?',
      text: 'Biên bản chưa kết luận nên xóa được; ảnh đính kèm cũng bị xóa.',
      yes: 'Xóa biên bản',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await navigate(paths.acceptances, { force: true })
      await remove.mutateAsync({ id: stored.id, rowVersion })
      notifyDone('Đã xóa biên bản nghiệm thu.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  const { acceptance } = stored
  const whom = acceptance.beneficiary === '' ? acceptanceLabels.whole : acceptance.beneficiary
  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={executionLabels.acceptance}
        problemPrefix="acceptance."
        onBack={back}
        onSave={onSave}
        sections={sectionsOf(stored, concluded)}
        notice={() => (
          <>
            {concluded && (
              <p className={styles.band}>
                Đã kết luận {acceptanceConclusionLabels[acceptance.conclusion ?? 'pass'].toLowerCase()} ngày{' '}
                {formatDate(stored.concludedOn ?? '')}; biên bản không sửa được nữa.
                {failed && stored.mendedOn !== null && ` Đã khắc phục xong ngày ${formatDate(stored.mendedOn)}.`}
              </p>
            )}
            {!concluded && stored.shortfalls.length > 0 && (
              <ul className={styles.warnings} aria-label="Cần xem lại">
                {stored.shortfalls.map((one) => (
                  <li key={one.words}>
                    {one.words}
                    {one.legalBasis !== '' && ` (${one.legalBasis})`}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        header={(saveNow, saving) => (
          <PageHeader
            title={`Nghiệm thu: ${stored.name}`}
            detail={
              <>
                <a href={`#${paths.project(stored.projectId)}`}>{stored.code}</a> · {whom} ·{' '}
                {acceptanceFormLabels[acceptance.form]}
              </>
            }
            onPrint={() => setPrinting(true)}
            actions={
              concluded ? (
                <>
                  {failed && (
                    <>
                      <Button onClick={() => setMending(true)}>{acceptanceLabels.mendedOn}…</Button>
                      <Button
                        busy={again.busy}
                        onClick={() =>
                          void again.begin({
                            projectId: stored.projectId,
                            form: acceptance.form,
                            establishmentId: acceptance.establishmentId,
                            beneficiary: acceptance.beneficiary,
                            followsId: stored.id,
                          })
                        }
                      >
                        Nghiệm thu lại
                      </Button>
                    </>
                  )}
                  <HistoryButton record={{ kind: 'acceptance', id: stored.id }} />
                  <Button onClick={back}>{labels.backToList}</Button>
                </>
              ) : (
                <>
                  <Button kind="danger" onClick={() => void askRemove()}>
                    {labels.remove}
                  </Button>
                  <HistoryButton record={{ kind: 'acceptance', id: stored.id }} />
                  <Button onClick={back}>{labels.backToList}</Button>
                  <Button busy={conclude.isPending} onClick={() => void askConclude()}>
                    {acceptanceLabels.conclude}…
                  </Button>
                </>
              )
            }
            primary={
              concluded ? null : (
                <Button kind="primary" title="Ctrl+S" busy={saving} onClick={saveNow}>
                  {labels.save}
                </Button>
              )
            }
          />
        )}
      />
      {printing && (
        <DocumentDialog
          projectId={stored.projectId}
          projectName={stored.name}
          first={{ form: `acceptance-${stored.acceptance.form}`, recordId: stored.id }}
          onClose={() => setPrinting(false)}
        />
      )}
      {mending && <MendedDialog id={stored.id} rowVersion={stored.rowVersion} onClose={() => setMending(false)} />}
    </div>
  )
}

const noCost = { national: 0, local: 0, counterpart: 0, other: 0 }

const memberColumns: readonly GridColumn[] = [
  {
    kind: 'choice',
    name: 'side',
    label: acceptanceLabels.side,
    width: 160,
    options: optionsOf(acceptanceSides, acceptanceSideLabels),
  },
  { kind: 'text', name: 'name', label: appraisalLabels.personName, width: 190, grow: true },
  { kind: 'text', name: 'position', label: acceptanceLabels.position, width: 160 },
  { kind: 'text', name: 'organisation', label: acceptanceLabels.organisation, width: 200 },
]

const outputColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'indicator', label: 'Chỉ tiêu', width: 260, grow: true },
  { kind: 'text', name: 'unit', label: proposalLabels.unit, width: 90 },
  { kind: 'number', decimals: 3, name: 'planned', label: acceptanceLabels.planned, width: 110 },
  { kind: 'number', decimals: 3, name: 'done', label: acceptanceLabels.done, width: 110 },
  { kind: 'text', name: 'note', label: labels.note, width: 200 },
]

const machineColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'name', label: acceptanceLabels.machineName, width: 170, grow: true },
  { kind: 'text', name: 'specification', label: acceptanceLabels.specification, width: 150 },
  { kind: 'text', name: 'origin', label: acceptanceLabels.origin, width: 90 },
  { kind: 'text', name: 'unit', label: proposalLabels.unit, width: 60 },
  { kind: 'number', decimals: 3, name: 'quantity', label: 'SL', width: 60 },
  { kind: 'money', name: 'unitPrice', label: proposalLabels.unitPrice, width: 120 },
  { kind: 'text', name: 'serial', label: acceptanceLabels.serial, width: 120 },
  { kind: 'year', name: 'madeIn', label: acceptanceLabels.madeIn, width: 66 },
  { kind: 'check', name: 'isNew', label: acceptanceLabels.isNew, width: 46 },
  { kind: 'check', name: 'works', label: acceptanceLabels.works, width: 66 },
]

const costColumns = (sources: readonly FundingSource[]): GridColumn[] => [
  { kind: 'text', name: 'content', label: 'Nội dung chi', width: 170, grow: true },
  ...(['planned', 'done'] as const).flatMap((side) =>
    sources.map(
      (source): GridColumn => ({
        kind: 'money',
        name: `${side}.${source}`,
        label: `${sourceLabels[source].short} ${acceptanceLabels[side].toLowerCase()}`,
        width: 112,
      }),
    ),
  ),
]

function sectionsOf(stored: Stored, concluded: boolean): FormSection[] {
  const sources = shownSources(
    stored.programme,
    stored.acceptance.costs.flatMap((line) => [line.planned, line.done]),
  )
  const sections: FormSection[] = [
    {
      id: 'general',
      title: 'Thời gian, địa điểm, căn cứ',
      fields: ['form', 'date', 'documentNumber', 'place', 'basis'],
      content: (
        <FieldRow>
          <SelectField
            name="form"
            label={acceptanceLabels.form}
            width={4}
            options={optionsOf(acceptanceForms, acceptanceFormLabels)}
          />
          <DateField name="date" label={acceptanceLabels.date} width={3} autoFocus={!concluded} />
          <TextField name="documentNumber" label={acceptanceLabels.documentNumber} width={5} />
          <TextField name="place" label={acceptanceLabels.place} width={12} />
          <ParagraphField name="basis" label={acceptanceLabels.basis} rows={3} />
        </FieldRow>
      ),
    },
    {
      id: 'members',
      title: acceptanceLabels.members,
      fields: ['members'],
      content: (
        <EditGrid
          name="members"
          label={acceptanceLabels.members}
          columns={memberColumns}
          newRow={() => ({ side: 'department', name: '', position: '', organisation: '', opinion: '' })}
          addLabel="Thêm người"
          empty="Chưa ghi ai. Phải có đại diện Sở Công Thương (Mẫu 5c: Cục) và đơn vị thực hiện."
        />
      ),
    },
    {
      id: 'outputs',
      title: acceptanceLabels.outputs,
      fields: ['outputs', 'quality', 'timing'],
      content: (
        <>
          <EditGrid
            name="outputs"
            label={acceptanceLabels.outputs}
            columns={outputColumns}
            newRow={() => ({ indicator: '', unit: '', planned: null, done: null, note: '' })}
            addLabel="Thêm chỉ tiêu"
            empty="Đề án chưa có chỉ tiêu nào; thêm những gì đã làm được."
          />
          <FieldRow>
            <ParagraphField name="quality" label={acceptanceLabels.quality} rows={3} />
            <ParagraphField name="timing" label={acceptanceLabels.timing} rows={2} />
          </FieldRow>
        </>
      ),
    },
    {
      id: 'machines',
      title: acceptanceLabels.machines,
      fields: ['machines'],
      content: (
        <EditGrid
          name="machines"
          label={acceptanceLabels.machines}
          columns={machineColumns}
          newRow={() => ({
            name: '',
            specification: '',
            origin: '',
            unit: '',
            quantity: 1000,
            unitPrice: null,
            serial: '',
            madeIn: null,
            isNew: true,
            works: true,
            note: '',
          })}
          addLabel="Thêm máy"
          empty="Không có máy móc. Nhiều số máy trong một dòng cách nhau bằng dấu chấm phẩy."
        />
      ),
    },
    {
      id: 'costs',
      title: acceptanceLabels.costs,
      fields: ['costs'],
      content: (
        <>
          <EditGrid
            name="costs"
            label={acceptanceLabels.costs}
            columns={costColumns(sources)}
            newRow={() => ({ content: '', planned: noCost, done: noCost, note: '' })}
            addLabel="Thêm dòng"
            empty="Chưa có dòng kinh phí nào."
          />
          {!concluded && <AsPlannedButton />}
        </>
      ),
    },
    {
      id: 'conclusion',
      title: acceptanceLabels.conclusion,
      fields: ['conclusion', 'shortfallReason', 'mend', 'mendBy', 'suggestion'],
      content: <Conclusion />,
    },
  ]
  const shown = concluded
    ? sections.map((section) => ({
        ...section,
        content: (
          <fieldset disabled className={styles.fieldset}>
            {section.content}
          </fieldset>
        ),
      }))
    : sections
  return [
    ...shown,
    {
      id: 'photos',
      title: progressLabels.photos,
      fields: [],
      content: (
        <AttachmentsSection owner={{ ownerKind: 'acceptance', ownerId: stored.id }} ownerName="biên bản nghiệm thu" />
      ),
    },
  ]
}

/** Most is done as planned: one press fills it, and what differs is typed over. */
function AsPlannedButton() {
  const { getValues, setValue } = useFormContext<AcceptanceDetails>()
  return (
    <Button
      kind="quiet"
      onClick={() => {
        setValue(
          'costs',
          getValues('costs').map((line) => ({ ...line, done: { ...line.planned } })),
          { shouldDirty: true },
        )
        setValue(
          'outputs',
          getValues('outputs').map((output) => ({ ...output, done: output.done ?? output.planned })),
          { shouldDirty: true },
        )
      }}
    >
      Điền thực hiện đúng như kế hoạch
    </Button>
  )
}

function Conclusion() {
  const { control } = useFormContext<AcceptanceDetails>()
  const conclusion = useWatch({ control, name: 'conclusion' })
  return (
    <FieldRow>
      <SelectField
        name="conclusion"
        label={acceptanceLabels.conclusion}
        width={3}
        emptyLabel="Chưa kết luận"
        options={optionsOf(acceptanceConclusions, acceptanceConclusionLabels)}
      />
      {conclusion === 'pass' && (
        <ParagraphField
          name="shortfallReason"
          label={acceptanceLabels.shortfallReason}
          rows={2}
          hint="Chỉ cần khi có kết quả, máy móc hoặc kinh phí chưa đúng kế hoạch."
        />
      )}
      {conclusion === 'fail' && (
        <>
          <DateField
            name="mendBy"
            label={acceptanceLabels.mendBy}
            width={3}
            hint={`Việc này hiện ở “Việc cần làm” (hôm nay ${formatDate(today())})`}
          />
          <ParagraphField name="mend" label={acceptanceLabels.mend} rows={3} />
        </>
      )}
      <ParagraphField name="suggestion" label={acceptanceLabels.suggestion} rows={2} />
    </FieldRow>
  )
}
