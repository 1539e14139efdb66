// One paper of a dossier: when it came, how many copies, where it goes; or a paper of the office's own.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { type DossierItemDetails, type DossierLine, dossierItemDetails } from '../../shared/contract/archive'
import { destinations, dossierStages } from '../../shared/domain/dossiers'
import { destinationLabels, dossierLabels, dossierStageLabels, labels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { CheckField, DateField, NumberField, optionsOf, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import styles from './Archive.module.css'

export const newPaper: DossierLine = {
  id: null,
  rowVersion: null,
  paperCode: null,
  title: '',
  stage: 'appraisal',
  required: true,
  copies: null,
  destination: 'kept',
  receivedOn: null,
  note: '',
  condition: '',
  legalBasis: '',
  mark: null,
  destinationMark: null,
  hint: '',
  attachments: [],
}

export function detailsOf(line: DossierLine): DossierItemDetails {
  const { paperCode, title, stage, required, copies, destination, receivedOn, note } = line
  return { paperCode, title, stage, required, copies, destination, receivedOn, note }
}

interface DossierItemDialogProps {
  readonly projectId: number
  readonly line: DossierLine
  readonly onClose: () => void
}

export function DossierItemDialog({ projectId, line, onClose }: DossierItemDialogProps) {
  const save = useCommandCall('archive.saveDossierItem')
  const remove = useCommandCall('archive.removeDossierItem')
  const form = useContractForm(dossierItemDetails, detailsOf(line))
  const own = line.paperCode === null
  const submit = form.handleSubmit(async (item) => {
    try {
      await save.mutateAsync({ id: line.id, rowVersion: line.rowVersion, projectId, item })
      notifyDone(`Đã ghi ${item.title}.`)
      onClose()
    } catch (error) {
      showProblem(form, error, 'item.')
    }
  })

  async function takeBack(id: number, rowVersion: number): Promise<void> {
    const sure = await askUser({
      title: own ? 'Bỏ giấy tờ này?' : 'Bỏ những gì đã ghi?',
      text: own ? line.title : `${line.title}\n\nGiấy tờ vẫn còn trong danh mục, như khi chưa ghi gì.`,
      yes: 'Bỏ',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id, rowVersion })
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={line.title === '' ? 'Thêm giấy tờ vào hồ sơ' : line.title}
      size={680}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            {own && <TextField name="title" label={dossierLabels.paper} required autoFocus width={12} />}
            {own && (
              <SelectField
                name="stage"
                label={dossierLabels.stage}
                options={optionsOf(dossierStages, dossierStageLabels)}
                width={6}
              />
            )}
            <SelectField
              name="destination"
              label={dossierLabels.destination}
              options={optionsOf(destinations, destinationLabels)}
              width={own ? 6 : 5}
            />
            <DateField name="receivedOn" label={dossierLabels.receivedOn} width={4} />
            <NumberField name="copies" label={dossierLabels.copies} width={3} />
            <CheckField name="required" label={dossierLabels.required} width={own ? 5 : 12} />
            <TextField name="note" label={labels.note} width={12} />
          </FieldRow>
          <div className={`${dialogStyles.buttons} ${styles.buttons}`}>
            {line.id !== null && line.rowVersion !== null && (
              <div className={styles.others}>
                <Button
                  kind="danger"
                  busy={remove.isPending}
                  onClick={() => {
                    if (line.id !== null && line.rowVersion !== null) void takeBack(line.id, line.rowVersion)
                  }}
                >
                  {own ? labels.remove : 'Bỏ những gì đã ghi'}
                </Button>
              </div>
            )}
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
