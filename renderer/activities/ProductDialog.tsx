// One product of a round: whose, its points, what the council decided, its certificate and photographs.
import { Modal } from '@mantine/core'
import { FormProvider, useFormContext, useWatch } from 'react-hook-form'
import {
  type VoteProduct,
  type VoteProductInput,
  type VoteProductOut,
  voteProduct,
} from '../../shared/contract/activities'
import { productGroups, voteCriteria, voteResults } from '../../shared/domain/productVotes'
import { labels, productGroupLabels, voteCriterionLabels, voteLabels, voteResultLabels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, NumberField, optionsOf, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'
import { EstablishmentPicker } from '../establishments/EstablishmentPicker'
import styles from './Activities.module.css'
import { Warnings } from './RoundScreen'

interface ProductDialogProps {
  readonly roundId: number
  /** Null: a new one. */
  readonly stored: VoteProductOut | null
  readonly onClose: () => void
}

const blank: VoteProductInput = {
  establishmentId: null,
  owner: '',
  name: '',
  group: 'food',
  scores: { market: null, economy: null, culture: null, other: null },
  average: null,
  result: 'pending',
  certificateNumber: '',
  certificateDate: null,
  validUntil: null,
  prizeRank: '',
  prizeAmount: null,
  overReason: '',
  note: '',
}

export function ProductDialog({ roundId, stored, onClose }: ProductDialogProps) {
  const save = useCommandCall('activities.saveProduct')
  const remove = useCommandCall('activities.removeProduct')
  const form = useContractForm<VoteProductInput, VoteProduct>(voteProduct, stored?.product ?? blank)
  const submit = form.handleSubmit(async (product) => {
    try {
      await save.mutateAsync({ id: stored?.id ?? null, rowVersion: stored?.rowVersion ?? null, roundId, product })
      notifyDone(`Đã lưu sản phẩm ${product.name}`)
      onClose()
    } catch (error) {
      showProblem(form, error, 'product.')
    }
  })

  async function askRemove(which: VoteProductOut): Promise<void> {
    const sure = await askUser({
      title: 'Xóa sản phẩm này?',
      text: `${which.product.name} – ${which.product.owner}\n\nĐiểm, kết quả và giấy chứng nhận bị xóa theo.`,
      yes: 'Xóa sản phẩm',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id: which.id, rowVersion: which.rowVersion })
      notifyDone(`Đã xóa sản phẩm ${which.product.name}`)
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title={stored === null ? voteLabels.newProduct : stored.product.name}
      size={900}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate aria-label={voteLabels.product}>
          <ProblemSummary />
          <Warnings words={stored?.warnings.map(({ message }) => message) ?? []} />
          <Owner />
          <FieldRow>
            <TextField name="name" label="Tên sản phẩm" required width={6} />
            <SelectField
              name="group"
              label={voteLabels.group}
              options={optionsOf(productGroups, productGroupLabels)}
              width={6}
            />
            {voteCriteria.map((criterion) => (
              <NumberField
                key={criterion}
                name={`scores.${criterion}`}
                label={voteCriterionLabels[criterion]}
                decimals={2}
                width={3}
              />
            ))}
            <NumberField
              name="average"
              label={voteLabels.average}
              decimals={2}
              width={4}
              hint="Để trống nếu đã ghi đủ bốn tiêu chí."
            />
            <SelectField
              name="result"
              label={voteLabels.result}
              options={optionsOf(voteResults, voteResultLabels)}
              width={4}
            />
            <TextField name="prizeRank" label={voteLabels.prizeRank} width={2} />
            <MoneyField name="prizeAmount" label={voteLabels.prizeAmount} width={2} />
            <TextField name="certificateNumber" label={voteLabels.certificateNumber} width={4} />
            <DateField name="certificateDate" label={voteLabels.certificateDate} width={4} />
            <DateField
              name="validUntil"
              label={voteLabels.validUntilTyped}
              width={4}
              hint="Để trống: tính theo quy định của ngày cấp."
            />
            <TextField
              name="overReason"
              label={voteLabels.overReason}
              width={6}
              hint="Cần ghi khi điểm dưới mức quy định."
            />
            <TextField name="note" label={labels.note} width={6} />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            {stored !== null && (
              <div className={styles.others}>
                <Button kind="danger" busy={remove.isPending} onClick={() => void askRemove(stored)}>
                  {labels.remove}
                </Button>
              </div>
            )}
            <Button onClick={() => closeUnlessUnsaved(onClose)}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              {labels.save}
            </Button>
          </div>
        </form>
      </FormProvider>
      {stored !== null && (
        <AttachmentsSection owner={{ ownerKind: 'voteProduct', ownerId: stored.id }} ownerName="sản phẩm" />
      )}
    </Modal>
  )
}

/** A cơ sở on record, or a name that is on no record. */
function Owner() {
  const { setValue } = useFormContext<VoteProductInput>()
  const establishmentId = useWatch<VoteProductInput, 'establishmentId'>({ name: 'establishmentId' })
  const put = (id: number | null, name: string) => {
    setValue('establishmentId', id, { shouldDirty: true })
    setValue('owner', name, { shouldDirty: true, shouldValidate: name !== '' })
  }
  return (
    <div className={styles.link}>
      <FieldRow>
        <TextField
          name="owner"
          label={voteLabels.owner}
          required
          width={6}
          disabled={establishmentId !== null}
          hint={
            establishmentId === null ? (
              'Chưa gắn với sổ cơ sở.'
            ) : (
              <>
                Lấy từ sổ cơ sở.{' '}
                <Button kind="quiet" onClick={() => put(null, '')}>
                  Chọn lại
                </Button>
              </>
            )
          }
        />
        <div className={styles.picker}>
          <EstablishmentPicker
            label="Tìm trong sổ cơ sở"
            taken={establishmentId === null ? [] : [establishmentId]}
            onPick={(chosen) => put(chosen.establishmentId, chosen.name)}
          />
        </div>
      </FieldRow>
    </div>
  )
}
