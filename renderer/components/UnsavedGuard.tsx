// While a form has changes, leaving the screen asks first.
import { useCallback, useEffect, useRef } from 'react'
import { type Control, type FieldValues, useFormContext, useFormState } from 'react-hook-form'
import { markUnsaved, mayLeave } from '../app/unsaved'

/** Returns what says at once that everything is saved, without waiting for the next rendering. */
export function useUnsavedGuard<I extends FieldValues, O>(control: Control<I, unknown, O>): () => void {
  const { isDirty } = useFormState({ control })
  const release = useRef<() => void>(() => {})
  useEffect(() => {
    if (!isDirty) return
    release.current = markUnsaved()
    return () => release.current()
  }, [isDirty])
  return useCallback(() => release.current(), [])
}

/** The same, standing inside a form. */
export function UnsavedGuard() {
  const { control } = useFormContext()
  useUnsavedGuard(control)
  return null
}

/** Of a dialog with a form in it: Esc, the cross and a click beside it ask before what was typed is lost. */
export function closeUnlessUnsaved(onClose: () => void): void {
  void mayLeave().then((may) => {
    if (may) onClose()
  })
}
