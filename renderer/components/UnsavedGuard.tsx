// While a form has changes, leaving the screen asks first.
import { useCallback, useLayoutEffect, useRef } from 'react'
import { type Control, type FieldValues, useFormContext, useFormState } from 'react-hook-form'
import { afterSaving, askToLetGo, markUnsaved } from '../app/unsaved'

/** Returns what says at once that everything is saved, without waiting for the next rendering. */
export function useUnsavedGuard<I extends FieldValues, O>(control: Control<I, unknown, O>): () => void {
  const { isDirty } = useFormState({ control })
  const release = useRef<() => void>(() => {})
  useLayoutEffect(() => {
    if (!isDirty) return
    release.current = markUnsaved()
    return () => release.current()
  }, [isDirty])
  return useCallback(() => release.current(), [])
}

let dialogsWithChanges = 0

/** The same, standing inside the form of a dialog. Leaving while that is being saved asks nothing: what is saved may lead away. */
export function UnsavedGuard() {
  const { control } = useFormContext()
  const { isDirty, isSubmitting } = useFormState({ control })
  const leaving = isDirty && !isSubmitting
  useLayoutEffect(() => {
    if (!isDirty) return
    dialogsWithChanges += 1
    return () => {
      dialogsWithChanges -= 1
    }
  }, [isDirty])
  useLayoutEffect(() => (leaving ? markUnsaved() : undefined), [leaving])
  return null
}

/**
 * Of a dialog with a form in it: Esc, the cross and a click beside it ask before what was typed is lost. What is unsaved on
 * the screen beneath is no matter of the dialog's.
 */
export function closeUnlessUnsaved(onClose: () => void): void {
  void afterSaving()
    .then(() => dialogsWithChanges === 0 || askToLetGo())
    .then((may) => {
      if (may) onClose()
    })
}
