// One package that went out: what it said, the very file again, and recalling it with a reason.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { SentPackage } from '../../shared/contract/packages'
import { requiredLine } from '../../shared/contract/values'
import { labels as common, packageLabels as labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { runQuery, useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { saveFile } from '../documents/fileOut'
import styles from './Consolidation.module.css'
import { figuresWords, stateWords } from './packageWords'

interface PackageDialogProps {
  readonly sent: SentPackage
  readonly onClose: () => void
}

export function PackageDialog({ sent, onClose }: PackageDialogProps) {
  const [recalling, setRecalling] = useState(false)
  const take = async (call: 'packages.file' | 'packages.recallNotice') => {
    try {
      await saveFile(await runQuery(call, { id: sent.id }))
    } catch (error) {
      notifyProblem(error)
    }
  }
  if (recalling) return <RecallDialog sent={sent} onClose={() => setRecalling(false)} />
  const facts: readonly (readonly [string, string])[] = [
    [labels.recipient, sent.recipient],
    [labels.sentOn, formatDate(sent.sentOn)],
    [labels.figures, figuresWords(sent)],
    [labels.projects, String(sent.projects)],
    ['Kế hoạch KCQG, KCĐP', `${formatMoney(sent.planned.national)} đ, ${formatMoney(sent.planned.local)} đ`],
    [
      'Thực hiện KCQG, KCĐP',
      sent.done === null ? '' : `${formatMoney(sent.done.national)} đ, ${formatMoney(sent.done.local)} đ`,
    ],
    [labels.state, stateWords(sent)],
    [common.note, sent.note],
    [labels.fileName, sent.fileName],
    [labels.checksum, sent.checksum],
    [labels.fileHash, sent.fileSha256],
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${labels.one} số ${sent.number}`}
      size={760}
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
      <div className={dialogStyles.buttons}>
        {sent.recalledOn === null ? (
          <Button kind="danger" onClick={() => setRecalling(true)}>
            {labels.recall}…
          </Button>
        ) : (
          <Button onClick={() => void take('packages.recallNotice')}>{labels.recallNotice}</Button>
        )}
        <Button onClick={onClose}>{common.close}</Button>
        <Button kind="primary" data-autofocus onClick={() => void take('packages.file')}>
          {labels.saveFile}
        </Button>
      </div>
    </Modal>
  )
}

const recallSchema = z.strictObject({ reason: requiredLine('lý do thu hồi', 500) })

function RecallDialog({ sent, onClose }: PackageDialogProps) {
  const recall = useCommandCall('packages.recall')
  const form = useContractForm(recallSchema, { reason: '' })
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await recall.mutateAsync({ id: sent.id, rowVersion: sent.rowVersion, reason })
      notifyDone(`Đã ghi thu hồi gói số ${sent.number}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={`Thu hồi gói số ${sent.number}`}
      size={600}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <UnsavedGuard />
          <ProblemSummary />
          <p>
            Gói vẫn được giữ và ghi là đã thu hồi. Nơi nhận biết qua gói lập sau, hoặc qua tệp “{labels.recallNotice}”
            gửi riêng. Không hoàn tác được.
          </p>
          <br />
          <FieldRow>
            <TextField name="reason" label={labels.reason} required autoFocus width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={() => closeUnlessUnsaved(onClose)}>{common.cancel}</Button>
            <Button type="submit" kind="danger" busy={recall.isPending}>
              Thu hồi gói này
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
