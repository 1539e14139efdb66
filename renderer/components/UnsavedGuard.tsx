// Stands inside a form: while the form has changes, leaving the screen asks first.
import { useEffect } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { markUnsaved } from '../app/unsaved'

export function UnsavedGuard() {
  const { control } = useFormContext()
  const { isDirty } = useFormState({ control })
  useEffect(() => (isDirty ? markUnsaved() : undefined), [isDirty])
  return null
}
