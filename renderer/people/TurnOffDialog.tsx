// Going back to a file without names, asked with the administrator's own PIN.
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

const schema = z.strictObject({ secret: z.string() })

export function TurnOffDialog({ onClose }: { readonly onClose: () => void }) {
  const turnOff = useCommandCall('people.turnOff')
  const form = useContractForm(schema, { secret: '' })
  const submit = form.handleSubmit(async (input) => {
    try {
      await turnOff.mutateAsync(input)
      notifyDone('Tệp lại mở được ngay, không hỏi tên.')
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
      title={peopleLabels.turnOff}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <p>
            Mọi tên và mã PIN được bỏ; ai ngồi vào máy cũng làm được mọi việc. Nhật ký vẫn giữ tên người đã làm từng
            việc.
          </p>
          <br />
          <FieldRow>
            <SecretField name="secret" label="Mã PIN hoặc mật khẩu của bạn" required autoFocus width={12} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="danger" busy={turnOff.isPending}>
              {peopleLabels.turnOff}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
