// One set of the province's norms: the resolution it comes from, and its rows as a sheet.
import { useState } from 'react'
import type { DefaultValues } from 'react-hook-form'
import type { z } from 'zod'
import { type ContentGroupEntry, type OwnNormSet, ownNormSet } from '../../shared/contract/office'
import { normBases } from '../../shared/domain/norms'
import { labels, normLabels } from '../../shared/labels'
import { queryOf, runQuery, useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, NumberField, optionsOf, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { useMadeHere } from '../components/madeHere'
import { notifyDone, notifyProblem } from '../components/notices'
import { RecordForm } from '../components/RecordForm'
import { RecordHeader } from '../components/RecordHeader'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { HistoryButton } from '../history/HistoryButton'
import styles from './NormsScreen.module.css'

type NormSetInput = z.input<typeof ownNormSet>

const toList = () => void navigate(paths.norms)

const newNormSet: DefaultValues<NormSetInput> = {
  name: 'Nghị quyết quy định mức chi khuyến công',
  resolutionNumber: '',
  resolutionDate: null,
  territory: '',
  effectiveTo: null,
  priorityMultiplierThousandths: null,
  rows: [],
}

/** `id` null: a new one. */
export function NormSetScreen({ id }: { readonly id: number | null }) {
  const sets = useRecordCall('office.normSets', {})
  const contentGroups = useQueryCall('office.contentGroups', {})
  const { key, goOn } = useMadeHere(id)
  const problem = sets.error ?? contentGroups.error
  if (problem !== null)
    return (
      <QueryProblem
        error={problem}
        retry={() => {
          void sets.refetch()
          void contentGroups.refetch()
        }}
      />
    )
  if (sets.data === undefined || contentGroups.data === undefined) return null
  const set = sets.data.own.find((one) => one.id === id)
  if (id !== null && set === undefined)
    return (
      <StateMessage
        title="Không còn bộ định mức này"
        actions={
          <Button kind="primary" onClick={toList}>
            {labels.backToList}
          </Button>
        }
      >
        Bộ định mức có thể đã bị xóa.
      </StateMessage>
    )
  return (
    <NormSetForm
      key={key}
      id={id}
      rowVersion={set?.rowVersion ?? null}
      normSet={set?.normSet ?? newNormSet}
      contentGroups={contentGroups.data}
      onMade={(newId) => goOn(newId, paths.normSet(newId), queryOf('office.normSets', {}))}
    />
  )
}

interface NormSetFormProps {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly normSet: DefaultValues<NormSetInput>
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly onMade: (id: number) => Promise<void>
}

function NormSetForm({ id, rowVersion: readVersion, normSet, contentGroups, onMade }: NormSetFormProps) {
  const [rowVersion, setRowVersion] = useState(readVersion)
  const [title, setTitle] = useState(id === null ? normLabels.new : (normSet.name ?? ''))
  const form = useContractForm(ownNormSet, normSet)
  const save = useCommandCall('office.saveNormSet')
  const remove = useCommandCall('office.removeNormSet')

  async function keep(values: OwnNormSet): Promise<DefaultValues<NormSetInput>> {
    const saved = await save.mutateAsync({ id, rowVersion, normSet: values })
    setRowVersion(saved.rowVersion)
    setTitle(values.name)
    // Codes left empty have got their numbers: what is on screen must be what was saved.
    const { own } = await runQuery('office.normSets', {})
    notifyDone(`Đã lưu ${values.name}`)
    if (id === null) await onMade(saved.id)
    return own.find((one) => one.id === saved.id)?.normSet ?? values
  }

  async function askRemove(): Promise<void> {
    if (id === null || rowVersion === null) return
    const yes = await askUser({
      title: 'Xóa bộ định mức?',
      text: `${title}\n\nĐề án khuyến công địa phương sẽ không còn được xét theo bộ này.`,
      yes: 'Xóa bộ định mức',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!yes) return
    try {
      await navigate(paths.norms, { force: true })
      await remove.mutateAsync({ id, rowVersion })
      notifyDone(`Đã xóa ${title}`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <RecordForm
      form={form}
      label={title}
      problemPrefix="normSet."
      header={(saveNow, saving) => (
        <RecordHeader
          title={title}
          detail={normLabels.own}
          actions={id !== null && <HistoryButton record={{ kind: 'normSet', id }} />}
          onList={toList}
          onRemove={id === null ? null : () => void askRemove()}
          saving={saving}
          onSave={saveNow}
        />
      )}
      sections={[
        {
          id: 'set',
          title: normLabels.document,
          fields: [],
          content: (
            <>
              <FieldRow>
                <TextField name="name" label={normLabels.name} required autoFocus={id === null} width={6} />
                <TextField name="resolutionNumber" label={normLabels.resolutionNumber} width={3} />
                <DateField name="resolutionDate" label={normLabels.resolutionDate} width={3} />
                <DateField name="effectiveFrom" label={normLabels.effectiveFrom} required width={3} />
                <DateField name="effectiveTo" label={normLabels.effectiveTo} hint="Để trống: còn hiệu lực." width={3} />
                <TextField
                  name="territory"
                  label={normLabels.territory}
                  hint="Ví dụ Bắc Kạn. Để trống: áp dụng toàn tỉnh."
                  width={4}
                />
                <NumberField
                  name="priorityMultiplierThousandths"
                  label={normLabels.priorityMultiplier}
                  hint="Ví dụ 1,5"
                  decimals={3}
                  width={2}
                />
              </FieldRow>
              <h3 className={styles.rows}>{normLabels.rows}</h3>
              <EditGrid
                name="rows"
                label={normLabels.rows}
                columns={columnsFor(contentGroups)}
                newRow={newRow}
                addLabel="Thêm dòng định mức"
                empty="Chưa có dòng nào. Mỗi dòng là một mức hỗ trợ của nghị quyết; đơn vị tính để trống thì lấy theo nội dung chi tiết."
              />
            </>
          ),
        },
      ]}
      onSave={keep}
      onBack={toList}
    />
  )
}

function newRow() {
  return {
    code: '',
    subContent: '',
    name: '',
    maxPercentBasisPoints: null,
    baseFrom: 'total',
    base: '',
    maxAmount: null,
    unit: '',
    legalBasis: '',
    note: '',
  }
}

function columnsFor(contentGroups: readonly ContentGroupEntry[]): readonly GridColumn[] {
  const subContents = contentGroups.flatMap((group) =>
    group.subContents.map((one) => ({ value: one.code, label: `${group.code.slice(2)}. ${one.name}` })),
  )
  return [
    { name: 'code', label: normLabels.code, kind: 'text', width: 54 },
    {
      name: 'subContent',
      label: normLabels.subContent,
      kind: 'choice',
      width: 230,
      grow: true,
      options: [{ value: '', label: 'Chọn nội dung' }, ...subContents],
    },
    { name: 'name', label: normLabels.rowName, kind: 'text', width: 150 },
    { name: 'maxPercentBasisPoints', label: normLabels.maxPercent, kind: 'number', decimals: 2, width: 86 },
    {
      name: 'baseFrom',
      label: normLabels.baseFrom,
      kind: 'choice',
      width: 138,
      options: optionsOf(normBases, normLabels.bases),
    },
    { name: 'maxAmount', label: normLabels.maxAmount, kind: 'money', width: 122 },
    { name: 'unit', label: normLabels.unit, kind: 'text', width: 90 },
    { name: 'legalBasis', label: normLabels.legalBasis, kind: 'text', width: 130 },
    { name: 'note', label: normLabels.note, kind: 'text', width: 110 },
  ]
}
