// One person: name, role, in use or not, a new PIN.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { Account } from '../../shared/contract/people'
import { requiredLine } from '../../shared/contract/values'
import { roles } from '../../shared/domain/roles'
import { labels, peopleLabels, roleLabels, roleMeanings } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { CheckField, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { SecretField } from './SecretField'

const schema = z.strictObject({
  name: requiredLine('họ và tên', 100),
  role: z.enum(roles, 'Chọn quyền.'),
  active: z.boolean(),
  secret: z.string(),
})

interface AccountDialogProps {
  readonly account: Account | null
  readonly onClose: () => void
}

export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const save = useCommandCall('people.save')
  const form = useContractForm(schema, {
    name: account?.name ?? '',
    role: account?.role ?? 'enter',
    active: account?.active ?? true,
    secret: '',
  })
  const submit = form.handleSubmit(async ({ secret, ...person }) => {
    try {
      await save.mutateAsync({
        ...person,
        id: account?.id ?? null,
        rowVersion: account?.rowVersion ?? null,
        secret: secret === '' ? null : secret,
      })
      notifyDone(`Đã lưu người dùng ${person.name}.`)
      onClose()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      size={620}
      title={account === null ? peopleLabels.add : account.name}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <TextField name="name" label={peopleLabels.name} required autoFocus width={12} />
            <SelectField
              name="role"
              label={peopleLabels.role}
              required
              width={12}
              options={roles.map((value) => ({ value, label: `${roleLabels[value]} – ${roleMeanings[value]}` }))}
            />
            <SecretField
              name="secret"
              label={account === null ? peopleLabels.secret : peopleLabels.newSecret}
              required={account === null}
              width={12}
              hint={account === null ? peopleLabels.secretHint : `Để trống: giữ mã cũ. ${peopleLabels.secretHint}`}
            />
            <CheckField name="active" label={peopleLabels.activeHint} width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
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
