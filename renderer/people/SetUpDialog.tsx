// Beginning to name people: the first administrator, then the recovery code, shown once.
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { requiredLine } from '../../shared/contract/values'
import { labels, peopleLabels } from '../../shared/labels'
import { api } from '../app/api'
import { refreshAfter } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { ProblemSummary } from '../components/ProblemSummary'
import { RecoveryCode } from './RecoveryCode'
import { SecretField } from './SecretField'

const schema = z
  .strictObject({ name: requiredLine('họ và tên', 100), secret: z.string(), again: z.string() })
  .refine(({ secret, again }) => secret === again, { path: ['again'], message: peopleLabels.notTheSame })

export function SetUpDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient()
  const [code, setCode] = useState<string | null>(null)
  const form = useContractForm(schema, { name: '', secret: '', again: '' })
  const submit = form.handleSubmit(async ({ name, secret }) => {
    try {
      setCode((await api.people.setUp({ name, secret })).recoveryCode)
    } catch (error) {
      showProblem(form, error)
    }
  })
  // Only then does the rest of the window learn of it: the code must be seen first.
  async function begin(): Promise<void> {
    onClose()
    await refreshAfter(client, 'people.setUp')
  }
  return (
    <Modal
      opened
      onClose={code === null ? onClose : () => undefined}
      withCloseButton={code === null}
      size={560}
      title={peopleLabels.setUp}
      transitionProps={{ duration: 0 }}
    >
      {code !== null ? (
        <RecoveryCode code={code} onKept={() => void begin()} />
      ) : (
        <FormProvider {...form}>
          <form onSubmit={(event) => void submit(event)} noValidate>
            <ProblemSummary />
            <p>Người đầu tiên là quản trị: lập tên cho những người khác và giao quyền.</p>
            <br />
            <FieldRow>
              <TextField name="name" label={peopleLabels.administrator} required autoFocus width={12} />
              <SecretField
                name="secret"
                label={peopleLabels.secret}
                required
                width={6}
                hint={peopleLabels.secretHint}
              />
              <SecretField name="again" label={peopleLabels.again} required width={6} />
            </FieldRow>
            <div className={dialogStyles.buttons}>
              <Button onClick={onClose}>{labels.cancel}</Button>
              <Button type="submit" kind="primary" busy={form.formState.isSubmitting}>
                {peopleLabels.setUp}
              </Button>
            </div>
          </form>
        </FormProvider>
      )}
    </Modal>
  )
}
