// One product of a round: whose, its points, what the council decided, its certificate and photographs.
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
import { askUser } from '../components/dialogs'
import { FieldRow } from '../components/Field'
import { DateField, MoneyField, NumberField, optionsOf, SelectField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { type KeptRecord, RecordDialog } from '../components/RecordDialog'
import { NamedEstablishment } from '../establishments/NamedEstablishment'
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
  async function keep(product: VoteProduct, kept: KeptRecord | null): Promise<KeptRecord> {
    const saved = await save.mutateAsync({
      id: kept?.id ?? null,
      rowVersion: kept?.rowVersion ?? null,
      roundId,
      product,
    })
    notifyDone(`Đã lưu sản phẩm ${product.name}`)
    return saved
  }

  async function askRemove({ id, rowVersion }: KeptRecord): Promise<void> {
    const { name, owner } = form.getValues()
    const sure = await askUser({
      title: 'Xóa sản phẩm này?',
      text: `${name} – ${owner}\n\nĐiểm, kết quả và giấy chứng nhận bị xóa theo.`,
      yes: 'Xóa sản phẩm',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone(`Đã xóa sản phẩm ${name}`)
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordDialog
      title={stored === null ? voteLabels.newProduct : stored.product.name}
      size={900}
      form={form}
      label={voteLabels.product}
      problemPrefix="product."
      kept={stored}
      onSave={keep}
      onRemove={askRemove}
      below={
        stored !== null && (
          <AttachmentsSection owner={{ ownerKind: 'voteProduct', ownerId: stored.id }} ownerName="sản phẩm" />
        )
      }
      onClose={onClose}
    >
      <Warnings words={stored?.warnings.map(({ message }) => message) ?? []} />
      <NamedEstablishment name="owner" label={voteLabels.owner} pickerLabel="Tìm trong sổ cơ sở" />
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
    </RecordDialog>
  )
}
