// One set of minutes of acceptance: what was planned beside what was found, machines, money by source, and the conclusion.
import { useState } from 'react'
import { type AcceptanceDetails, acceptanceDetails } from '../../shared/contract/executionAcceptance'
import {
  acceptanceConclusionLabels,
  acceptanceFormLabels,
  acceptanceLabels,
  executionLabels,
  labels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { DocumentDialog } from '../documents/DocumentDialog'
import { HistoryButton } from '../history/HistoryButton'
import { useNewAcceptance } from './AcceptanceScreen'
import { sectionsOf } from './acceptanceSections'
import styles from './Execution.module.css'
import { MendedDialog } from './MendedDialog'

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
