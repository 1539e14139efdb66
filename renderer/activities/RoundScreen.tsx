// One voting round: its decision and council, the products with their points and certificates, the papers.
import { useState } from 'react'
import { type VoteProductOut, type VoteRound, voteRound } from '../../shared/contract/activities'
import { pointsText, voteLevels } from '../../shared/domain/productVotes'
import {
  certificateStateLabels,
  labels,
  productGroupLabels,
  voteLabels,
  voteLevelLabels,
  voteResultLabels,
  voteRoundName,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, queryOf, useCommandCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useYear } from '../app/year'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { FieldRow } from '../components/Field'
import {
  DateField,
  NumberField,
  optionsOf,
  ParagraphField,
  SelectField,
  TextField,
  YearField,
} from '../components/fields'
import { useContractForm } from '../components/form'
import { useMadeHere } from '../components/madeHere'
import { notifyDone, notifyProblem } from '../components/notices'
import { RecordForm } from '../components/RecordForm'
import { RecordHeader } from '../components/RecordHeader'
import { QueryProblem } from '../components/StateMessage'
import { HistoryButton } from '../history/HistoryButton'
import styles from './Activities.module.css'
import { ProductDialog } from './ProductDialog'

type Stored = CallOutput<'activities.round'>

const toList = () => void navigate(paths.votes)

/** `id` null: a new one. */
export function RoundScreen({ id }: { readonly id: number | null }) {
  const stored = useRecordCall('activities.round', { id: id ?? 1 }, { enabled: id !== null })
  const { key, goOn } = useMadeHere(id)
  if (id !== null && stored.error !== null)
    return <QueryProblem error={stored.error} retry={() => void stored.refetch()} />
  if (id !== null && stored.data === undefined) return <p role="status">{labels.loading}</p>
  return (
    <RoundForm
      key={key}
      stored={id === null ? null : (stored.data ?? null)}
      onMade={(newId) => goOn(newId, paths.voteRound(newId), queryOf('activities.round', { id: newId }))}
    />
  )
}

interface RoundFormProps {
  readonly stored: Stored | null
  readonly onMade: (id: number) => Promise<void>
}

function RoundForm({ stored, onMade }: RoundFormProps) {
  const { year } = useYear()
  const id = stored?.id ?? null
  const [rowVersion, setRowVersion] = useState(stored?.rowVersion ?? null)
  const [editing, setEditing] = useState<VoteProductOut | 'new' | null>(null)
  const save = useCommandCall('activities.saveRound')
  const remove = useCommandCall('activities.removeRound')
  const blank: VoteRound = {
    level: 'province',
    year,
    place: '',
    decisionNumber: '',
    decisionDate: null,
    issuer: '',
    councilNumber: '',
    councilMembers: null,
    note: '',
  }
  const form = useContractForm(voteRound, stored?.round ?? blank)
  const title = stored === null ? voteLabels.new : voteRoundName(stored.round)

  async function keep(round: VoteRound): Promise<VoteRound> {
    const saved = await save.mutateAsync({ id, rowVersion, round })
    setRowVersion(saved.rowVersion)
    notifyDone(`Đã lưu ${voteRoundName(round).toLocaleLowerCase('vi')}`)
    if (id === null) await onMade(saved.id)
    return round
  }

  async function askRemove(round: Stored): Promise<void> {
    const sure = await askUser({
      title: 'Xóa kỳ bình chọn?',
      text: `${title}\n\n${round.products.length} sản phẩm cùng điểm và giấy chứng nhận của kỳ này bị xóa theo.`,
      yes: 'Xóa kỳ bình chọn',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await navigate(paths.votes, { force: true })
      await remove.mutateAsync({ id: round.id, rowVersion: rowVersion ?? round.rowVersion })
      notifyDone(`Đã xóa ${title}`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={title}
        problemPrefix="round."
        onBack={toList}
        onSave={keep}
        notice={() => <Warnings words={stored?.warnings.map(({ message }) => message) ?? []} />}
        header={(saveNow, saving) => (
          <RecordHeader
            title={title}
            actions={stored !== null && <HistoryButton record={{ kind: 'voteRound', id: stored.id }} />}
            onList={toList}
            onRemove={stored === null ? null : () => void askRemove(stored)}
            saving={saving}
            onSave={saveNow}
          />
        )}
        sections={[
          {
            id: 'general',
            title: 'Kỳ bình chọn',
            fields: ['level', 'year', 'place', 'decisionNumber', 'decisionDate', 'issuer', 'councilMembers', 'note'],
            content: (
              <FieldRow>
                <SelectField
                  name="level"
                  label={voteLabels.level}
                  width={3}
                  options={optionsOf(voteLevels, voteLevelLabels)}
                />
                <YearField name="year" label={voteLabels.year} required width={3} autoFocus={stored === null} />
                <TextField
                  name="place"
                  label={voteLabels.place}
                  width={6}
                  hint="Để trống nếu là cả tỉnh hoặc cả nước."
                />
                <TextField name="decisionNumber" label={voteLabels.decisionNumber} width={3} />
                <DateField name="decisionDate" label={voteLabels.decisionDate} width={3} />
                <TextField name="issuer" label={voteLabels.issuer} width={6} />
                <TextField name="councilNumber" label={voteLabels.councilNumber} width={4} />
                <NumberField name="councilMembers" label={voteLabels.councilMembers} width={3} />
                <ParagraphField name="note" label={labels.note} rows={2} />
              </FieldRow>
            ),
          },
          {
            id: 'products',
            title: voteLabels.products,
            fields: [],
            content:
              stored === null ? (
                <p>Lưu kỳ bình chọn rồi thêm sản phẩm đăng ký.</p>
              ) : (
                <Products products={stored.products} onOpen={setEditing} />
              ),
          },
          ...(stored === null
            ? []
            : [
                {
                  id: 'files',
                  title: 'Tệp đính kèm',
                  fields: [],
                  content: (
                    <AttachmentsSection
                      owner={{ ownerKind: 'voteRound', ownerId: stored.id }}
                      ownerName="kỳ bình chọn"
                    />
                  ),
                },
              ]),
        ]}
      />
      {editing !== null && stored !== null && (
        <ProductDialog
          key={editing === 'new' ? 'new' : editing.id}
          roundId={stored.id}
          stored={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

export function Warnings({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <ul className={styles.warnings} aria-label="Cần xem lại">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

interface ProductsProps {
  readonly products: readonly VoteProductOut[]
  readonly onOpen: (product: VoteProductOut | 'new') => void
}

function Products({ products, onOpen }: ProductsProps) {
  return (
    <>
      {products.length > 0 && (
        <table className={styles.table} aria-label={voteLabels.products}>
          <thead>
            <tr>
              <th scope="col">TT</th>
              <th scope="col">{voteLabels.product}</th>
              <th scope="col">{voteLabels.owner}</th>
              <th scope="col">{voteLabels.group}</th>
              <th scope="col" className={styles.end}>
                {voteLabels.points}
              </th>
              <th scope="col">{voteLabels.result}</th>
              <th scope="col">{voteLabels.certificates}</th>
            </tr>
          </thead>
          <tbody>
            {products.map((one, index) => (
              <tr key={one.id}>
                <td>{index + 1}</td>
                <th scope="row">
                  <Button kind="quiet" onClick={() => onOpen(one)}>
                    {one.product.name}
                  </Button>
                  {one.warnings.length > 0 && (
                    <div className={styles.expiring} title={one.warnings.map(({ message }) => message).join('\n')}>
                      Cần xem lại
                    </div>
                  )}
                </th>
                <td>{one.product.owner}</td>
                <td>{productGroupLabels[one.product.group]}</td>
                <td className={styles.end}>{one.points === null ? '' : pointsText(one.points)}</td>
                <td>
                  {voteResultLabels[one.product.result]}
                  {one.product.prizeRank !== '' && <div className={styles.soft}>Giải {one.product.prizeRank}</div>}
                </td>
                <td>
                  {one.product.certificateNumber}
                  {one.state !== null && (
                    <div className={one.state === 'valid' || one.state === 'unknown' ? styles.soft : styles[one.state]}>
                      {certificateStateLabels[one.state]}
                      {one.validUntil !== null && ` (đến ${formatDate(one.validUntil)})`}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {products.length === 0 && <p>Chưa có sản phẩm nào đăng ký.</p>}
      <Button onClick={() => onOpen('new')}>+ {voteLabels.newProduct}</Button>
    </>
  )
}
