// Changing one's own PIN or password.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { labels, peopleLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { SecretField } from './SecretField'

const schema = z
  .strictObject({ current: z.string(), secret: z.string(), again: z.string() })
  .refine(({ secret, again }) => secret === again, { path: ['again'], message: peopleLabels.notTheSame })

export function OwnSecretDialog({ onClose }: { readonly onClose: () => void }) {
  const change = useCommandCall('people.changeSecret')
  const form = useContractForm(schema, { current: '', secret: '', again: '' })
  const submit = form.handleSubmit(async ({ current, secret }) => {
    try {
      await change.mutateAsync({ current, secret })
      notifyDone('Đã đổi mã PIN, mật khẩu.')
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      size={480}
      title={peopleLabels.changeSecret}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <SecretField name="current" label={peopleLabels.currentSecret} required autoFocus width={12} />
            <SecretField
              name="secret"
              label={peopleLabels.newSecret}
              required
              width={12}
              hint={peopleLabels.secretHint}
            />
            <SecretField name="again" label={peopleLabels.again} required width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={change.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
