// Which đề án a change request is about, and what is asked of them: one letter may hold several.
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ChangeRequest } from '../../shared/contract/changes'
import type { ProjectRow } from '../../shared/contract/projects'
import { type ChangeItemKind, changeItemKinds } from '../../shared/domain/changes'
import { draftStage } from '../../shared/domain/lifecycle'
import { totalOf } from '../../shared/domain/money'
import { changeItemKindLabels, changeLabels, labels, projectLabels, projectStatusLabels } from '../../shared/labels'
import { foldTokens } from '../../shared/vietnamese/fold'
import { useCommandCall, useQueryCall } from '../app/calls'
import { useMoney } from '../app/moneyUnit'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import dialogStyles from '../components/dialogs.module.css'
import { inputClass } from '../components/Field'
import { FilterSearch } from '../components/filters'
import { notifyDone, notifyProblem } from '../components/notices'
import type { Column } from '../components/tableColumns'
import styles from '../plans/PlanScreen.module.css'
import { itemsAsSaved, letterOf, newItem } from './requestInput'

const closed = ['liquidated', 'settled', 'monitored', 'stopped']

function mayAsk(kind: ChangeItemKind, row: ProjectRow): boolean {
  const decided = draftStage(row.status, row.programme) === 'adjusted'
  if (kind === 'supplement')
    return !decided && !row.inPlan && !['rejected', 'cancelled', 'stopped', 'returned'].includes(row.status)
  return decided && !closed.includes(row.status)
}

interface ChooseProjectsDialogProps {
  /** null: a new request. */
  readonly request: ChangeRequest | null
  readonly onClose: () => void
  readonly onMade: (id: number, rowVersion: number) => void
}

export function ChooseProjectsDialog({ request, onClose, onMade }: ChooseProjectsDialogProps) {
  const { year } = useYear()
  const money = useMoney()
  const [kind, setKind] = useState<ChangeItemKind>('adjust')
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set())
  const ofYear = request?.year ?? year
  const list = useQueryCall('projects.list', { year: ofYear, limit: 5_000 })
  const office = useQueryCall('office.get', {})
  const save = useCommandCall('changes.save')
  const free = useMemo(() => {
    const taken = new Set((request?.items ?? []).map(({ project }) => project.id))
    return (list.data?.rows ?? []).filter((row) => !taken.has(row.id) && mayAsk(kind, row))
  }, [list.data, request, kind])
  const shown = useMemo(() => {
    const words = foldTokens(text)
    return free.filter((row) => {
      const own = foldTokens([row.code, row.name, ...row.beneficiaries, ...row.places].join(' '))
      return words.every((word) => own.some((one) => one.startsWith(word)))
    })
  }, [free, text])
  const columns = useMemo<Column<ProjectRow>[]>(
    () => [
      { id: 'code', header: projectLabels.code, width: 130, text: (row) => row.code },
      { id: 'name', header: projectLabels.name, width: 320, grow: true, twoLines: true, text: (row) => row.name },
      { id: 'status', header: projectLabels.status, width: 170, text: (row) => projectStatusLabels[row.status] },
      {
        id: 'total',
        header: `${labels.total} (${money.label})`,
        width: 130,
        align: 'end',
        text: (row) => money.format(totalOf(row.amounts)),
        sort: (row) => totalOf(row.amounts),
      },
    ],
    [money],
  )

  async function begin(): Promise<void> {
    try {
      const saved = await save.mutateAsync({
        id: request?.id ?? null,
        rowVersion: request?.rowVersion ?? null,
        letter:
          request === null
            ? {
                year: ofYear,
                letterNumber: '',
                letterDate: null,
                askedBy: office.data?.office?.centreName ?? '',
                reason: '',
                note: '',
              }
            : letterOf(request),
        items: [...itemsAsSaved(request), ...[...selected].map((id) => newItem(kind, Number(id)))],
      })
      notifyDone(request === null ? 'Đã lập đề nghị, đang soạn.' : 'Đã thêm vào đề nghị.')
      onClose()
      onMade(saved.id, saved.rowVersion)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1100px, calc(100vw - 48px))"
      title={`${request === null ? changeLabels.start : 'Thêm đề án vào đề nghị'}, năm ${ofYear}`}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.picker}>
        <DataTable
          name="change-add"
          label="Đề án để chọn"
          columns={columns}
          rows={shown}
          total={free.length}
          rowKey={(row) => row.id}
          selection={{ selected, onChange: setSelected }}
          toolbar={
            <>
              <label>
                Việc đề nghị{' '}
                <select
                  aria-label="Việc đề nghị"
                  className={inputClass}
                  style={{ width: 'auto' }}
                  value={kind}
                  onChange={(event) => {
                    setKind(changeItemKinds.find((one) => one === event.target.value) ?? 'adjust')
                    setSelected(new Set())
                  }}
                >
                  {changeItemKinds.map((one) => (
                    <option key={one} value={one}>
                      {changeItemKindLabels[one]}
                    </option>
                  ))}
                </select>
              </label>
              <FilterSearch
                firstInDialog
                label="Tìm trong danh sách"
                placeholder="Tìm (không cần dấu)"
                value={text}
                onChange={setText}
              />
            </>
          }
          empty={
            list.isPending
              ? labels.loading
              : free.length > 0
                ? 'Không có đề án nào như vậy.'
                : kind === 'supplement'
                  ? `Năm ${ofYear} không có đề án nào ngoài kế hoạch để bổ sung. Hãy lập đề án trước ở “Đề án”.`
                  : `Năm ${ofYear} chưa có đề án nào được phê duyệt để ${changeItemKindLabels[kind].toLowerCase()}.`
          }
        />
      </div>
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.cancel}</Button>
        <Button kind="primary" disabled={selected.size === 0} busy={save.isPending} onClick={() => void begin()}>
          {selected.size === 0 ? 'Chọn đề án' : `${changeItemKindLabels[kind]} ${selected.size} đề án`}
        </Button>
      </div>
    </Modal>
  )
}
