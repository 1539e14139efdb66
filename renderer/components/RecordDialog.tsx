// A record in a dialog: its form, saved by Enter or the button, removed by another; only “Hủy” lets go of what was not saved
// without asking.
import { Modal } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { type DefaultValues, type FieldValues, FormProvider } from 'react-hook-form'
import { labels } from '../../shared/labels'
import { shortcutOf } from '../app/shortcuts'
import { whileSaving } from '../app/unsaved'
import { Button } from './Button'
import styles from './dialogs.module.css'
import { type ContractForm, resetAfterSaving, showProblem, valuesOf } from './form'
import { ProblemSummary } from './ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from './UnsavedGuard'

export interface KeptRecord {
  readonly id: number
  readonly rowVersion: number
}

interface RecordDialogProps<I extends FieldValues, O> {
  readonly title: string
  readonly size: number
  readonly form: ContractForm<I, O>
  /** Names the form for screen readers, where the title is the record's own. */
  readonly label?: string
  /** Path of the record in the call's input, such as 'need.'. */
  readonly problemPrefix: string
  /** null: a new one. */
  readonly kept: KeptRecord | null
  /** Throws when the program refuses; the refusal is shown beside its fields. */
  readonly onSave: (values: O, kept: KeptRecord | null) => Promise<KeptRecord>
  /** Only of a record that is kept. */
  readonly onRemove?: (kept: KeptRecord) => Promise<void>
  /** Beside removing: what else is done with the record. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Under the form, outside it. */
  readonly below?: ReactNode
  readonly onClose: () => void
}

export function RecordDialog<I extends FieldValues, O>(props: RecordDialogProps<I, O>) {
  const { title, size, form, label, problemPrefix, kept, onSave, onRemove, actions, children, below, onClose } = props
  const record = useRef(kept)
  const saving = form.formState.isSubmitting

  function save(): void {
    if (saving) return
    const work = form.handleSubmit(async (values) => {
      const sent = valuesOf(form)
      try {
        record.current = await onSave(values, record.current)
        // Whoever typed on while it was being saved finds the dialog still open, with what was typed.
        const rest = resetAfterSaving(form, sent, values as unknown as DefaultValues<I>)
        if (rest === 'clean') onClose()
      } catch (error) {
        showProblem(form, error, problemPrefix)
      }
    })()
    void whileSaving(work)
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={title}
      size={size}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...(form as ContractForm<FieldValues, unknown>)}>
        <UnsavedGuard />
        <form
          noValidate
          aria-label={label}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
          onKeyDown={(event) => {
            if (shortcutOf(event.nativeEvent) !== 'Ctrl+S') return
            event.preventDefault()
            save()
          }}
        >
          <ProblemSummary />
          {children}
          <div className={styles.buttons}>
            {kept !== null && (
              <div className={styles.others}>
                {onRemove !== undefined && (
                  <Button kind="danger" onClick={() => void onRemove(record.current ?? kept)}>
                    {labels.remove}
                  </Button>
                )}
                {actions}
              </div>
            )}
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={saving} title="Ctrl+S">
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
      {below}
    </Modal>
  )
}
