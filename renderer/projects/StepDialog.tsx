// One step of a đề án: its day, its paper, its reason; what it does is said before it is done.
import { Modal } from '@mantine/core'
import { FormProvider } from 'react-hook-form'
import { stepEntry } from '../../shared/contract/lifecycle'
import { assertNever } from '../../shared/domain/assertNever'
import { type DirectStep, transitions } from '../../shared/domain/lifecycle'
import { labels, projectStatusLabels, projectStepLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import type { Steps } from './StepsBar'

interface StepWords {
  readonly does: string
  readonly number: string
  readonly documentDate: string
  readonly date: string
}

function wordsOf(step: DirectStep): StepWords {
  const letter = { number: 'Số công văn', documentDate: 'Ngày công văn' }
  switch (step) {
    case 'submit':
      return {
        ...letter,
        date: 'Ngày gửi',
        does: 'Bản đang soạn được khóa đúng như gửi đi; Sở thẩm định trên bản này.',
      }
    case 'register':
      return {
        number: 'Số báo cáo đăng ký',
        documentDate: 'Ngày báo cáo',
        date: 'Ngày gửi Cục',
        does: 'Sở gửi báo cáo, biểu tổng hợp và hồ sơ đề án về Cục; từ đây đề án chờ thẩm định cấp Bộ.',
      }
    case 'return':
      return {
        number: 'Số văn bản trả hồ sơ',
        documentDate: 'Ngày văn bản',
        date: 'Ngày trả lại',
        does: 'Đề án trở về đơn vị lập. Bản đã gửi vẫn giữ nguyên; bản bổ sung soạn từ bản đó và gửi lại lần sau.',
      }
    case 'resume':
      return {
        ...letter,
        date: 'Ngày bắt đầu soạn',
        does: 'Lập bản mới với đúng nội dung bản đã gửi để sửa theo yêu cầu bổ sung.',
      }
    case 'approve':
      return {
        number: 'Số quyết định',
        documentDate: 'Ngày quyết định',
        date: 'Ngày phê duyệt',
        does: 'Nội dung và dự toán hiện tại thành bản được phê duyệt, khóa theo quyết định này.',
      }
    case 'reject':
      return {
        number: 'Số văn bản thông báo (nếu có)',
        documentDate: 'Ngày văn bản',
        date: 'Ngày kết luận',
        does: 'Đề án dừng ở đây và không sửa được nữa. Muốn đăng ký lại năm sau thì sao chép thành đề án mới.',
      }
    case 'cancel':
      return {
        number: 'Số văn bản (nếu có)',
        documentDate: 'Ngày văn bản',
        date: 'Ngày hủy',
        does: 'Hủy đề án trước khi được phê duyệt. Mọi bản và lịch sử vẫn giữ để xem, nhưng không sửa được nữa.',
      }
    case 'planDetail':
      return {
        number: 'Số văn bản duyệt',
        documentDate: 'Ngày văn bản',
        date: 'Ngày ghi nhận',
        does: 'Kế hoạch triển khai chi tiết của đề án nhóm đã được Sở Công Thương duyệt; đề án sang ký hợp đồng.',
      }
    case 'start':
      return {
        number: 'Số văn bản (nếu có)',
        documentDate: 'Ngày văn bản',
        date: 'Ngày bắt đầu',
        does: 'Đề án bắt đầu thực hiện; từ đây báo cáo tiến độ hằng tháng.',
      }
    case 'acceptBase':
      return {
        number: 'Số biên bản nghiệm thu cuối',
        documentDate: 'Ngày biên bản',
        date: 'Ngày nghiệm thu xong',
        does: 'Mọi đơn vị thụ hưởng đã nghiệm thu đạt. Thời hạn nộp hồ sơ quyết toán tính từ lần nghiệm thu cuối cùng.',
      }
    case 'fileSettlement':
      return {
        number: 'Số công văn gửi hồ sơ',
        documentDate: 'Ngày công văn',
        date: 'Ngày gửi',
        does: 'Hồ sơ quyết toán (Mẫu 7 đến Mẫu 10) được gửi đi.',
      }
    case 'liquidate':
      return {
        number: 'Số biên bản thanh lý',
        documentDate: 'Ngày biên bản',
        date: 'Ngày thanh lý xong',
        does: 'Mọi hợp đồng của đề án đã thanh lý.',
      }
    case 'settle':
      return {
        number: 'Số văn bản phê duyệt',
        documentDate: 'Ngày văn bản',
        date: 'Ngày quyết toán',
        does: 'Kinh phí của đề án đã được quyết toán.',
      }
    case 'monitor':
      return {
        number: 'Số văn bản',
        documentDate: 'Ngày văn bản',
        date: 'Ngày ghi nhận',
        does: 'Đề án đã xong; cơ sở được theo dõi hiệu quả một và hai năm sau hỗ trợ.',
      }
    default:
      return assertNever(step, 'Every step has its words')
  }
}

interface StepDialogProps {
  readonly steps: Steps
  readonly step: DirectStep
  readonly onClose: () => void
  readonly onTaken: () => void
}

export function StepDialog({ steps, step, onClose, onTaken }: StepDialogProps) {
  const command = useCommandCall('projects.takeStep')
  const form = useContractForm(stepEntry, { date: today(), documentNumber: '', documentDate: null, reason: '' })
  const needs = transitions[step]
  const words = wordsOf(step)
  const submit = form.handleSubmit(async (entry) => {
    try {
      const taken = await command.mutateAsync({ id: steps.id, rowVersion: steps.rowVersion, step, ...entry })
      notifyDone(`Đề án chuyển sang “${projectStatusLabels[taken.status]}”.`)
      onClose()
      onTaken()
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={projectStepLabels[step]}
      size={620}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <p>{words.does}</p>
          <br />
          <ProblemSummary />
          <FieldRow>
            {needs.document !== 'none' && (
              <>
                <TextField
                  name="documentNumber"
                  label={words.number}
                  required={needs.document === 'required'}
                  width={6}
                />
                <DateField
                  name="documentDate"
                  label={words.documentDate}
                  required={needs.document === 'required'}
                  width={3}
                />
              </>
            )}
            <DateField name="date" label={words.date} required width={3} />
            {needs.reason !== 'none' && (
              <ParagraphField name="reason" label="Lý do" required={needs.reason === 'required'} rows={4} />
            )}
          </FieldRow>
          <div className={dialogStyles.buttons}>
            {/* Beside “Hủy đề án” another “Hủy” would be a riddle. */}
            <Button onClick={onClose}>{step === 'cancel' ? 'Giữ đề án' : labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={command.isPending}>
              {projectStepLabels[step]}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
