// The form of one record: its parts on one page with anchors beside them, Enter to the next box, Ctrl+S saves, Esc goes back.
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { type DefaultValues, type FieldValues, FormProvider, useFormContext, useFormState } from 'react-hook-form'
import { useShortcuts } from '../app/shortcuts'
import { whileSaving } from '../app/unsaved'
import { type ContractForm, resetAfterSaving, showProblem, valuesOf } from './form'
import { ProblemSummary } from './ProblemSummary'
import styles from './RecordForm.module.css'
import { useUnsavedGuard } from './UnsavedGuard'

export interface FormSection {
  readonly id: string
  readonly title: string
  /** First names of the fields inside, so that the anchor can say something is wrong there. */
  readonly fields: readonly string[]
  readonly content: ReactNode
}

interface RecordFormProps<I extends FieldValues, O> {
  readonly form: ContractForm<I, O>
  readonly label: string
  readonly sections: readonly FormSection[]
  readonly header: (save: () => void, saving: boolean) => ReactNode
  /**
   * Gives back what was saved, or 'asking' when the user has to answer first. Throws when the program refuses; the refusal
   * is shown beside its fields.
   */
  readonly onSave: (values: O) => Promise<DefaultValues<I> | 'asking'>
  readonly onBack: () => void
  /** Path of the record in the call's input, such as 'establishment.'. */
  readonly problemPrefix: string
  /** Above the fields: warnings that need an answer. */
  readonly notice?: (save: () => void) => ReactNode
}

export function RecordForm<I extends FieldValues, O>(props: RecordFormProps<I, O>) {
  const { form, label, sections, header, onSave, onBack, problemPrefix, notice } = props
  const baseId = useId()
  const saving = form.formState.isSubmitting

  const allSaved = useUnsavedGuard(form.control)

  const save = () => {
    if (saving) return
    const work = form.handleSubmit(async (values) => {
      const sent = valuesOf(form)
      try {
        const saved = await onSave(values)
        if (saved === 'asking') return
        if (resetAfterSaving(form, sent, saved) === 'clean') allSaved()
      } catch (error) {
        showProblem(form, error, problemPrefix)
      }
    })()
    void whileSaving(work)
  }

  const element = useRef<HTMLFormElement>(null)
  const toFirstBox = () => element.current?.querySelector<HTMLElement>(boxes)?.focus()

  useShortcuts({ 'Ctrl+S': save, Escape: onBack, F2: toFirstBox })
  return (
    <FormProvider {...(form as ContractForm<FieldValues, unknown>)}>
      {header(save, saving)}
      <form
        ref={element}
        className={styles.form}
        aria-label={label}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={nextBoxOnEnter}
      >
        {sections.length > 1 && <Anchors sections={sections} baseId={baseId} />}
        <div className={styles.body}>
          <ProblemSummary />
          {notice?.(save)}
          {sections.map((section) => (
            <section
              key={section.id}
              id={`${baseId}-${section.id}`}
              className={styles.section}
              aria-labelledby={`${baseId}-${section.id}-title`}
            >
              <h2 id={`${baseId}-${section.id}-title`}>{section.title}</h2>
              {section.content}
            </section>
          ))}
        </div>
      </form>
    </FormProvider>
  )
}

function Anchors({ sections, baseId }: { readonly sections: readonly FormSection[]; readonly baseId: string }) {
  const { control } = useFormContext()
  const { errors } = useFormState({ control })
  return (
    <nav className={styles.anchors} aria-label="Các phần của biểu mẫu">
      <ul>
        {sections.map((section) => {
          const wrong = section.fields.some((field) => errors[field] !== undefined)
          return (
            <li key={section.id}>
              <button
                type="button"
                onClick={() => document.getElementById(`${baseId}-${section.id}`)?.scrollIntoView({ block: 'start' })}
              >
                {section.title}
                {wrong && <span className={styles.wrong}>có lỗi</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const boxes = 'input:not([type="hidden"]):not(:disabled), select:not(:disabled), textarea:not(:disabled)'

/** Enter goes on to the next box, as in the programs accountants know; in a long text it is a new line. */
export function nextBoxOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const from = event.target
  if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return
  if (from.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(boxes)].filter((box) => box.tabIndex >= 0)
  const next = all[all.indexOf(from) + (event.shiftKey ? -1 : 1)]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}
