// The year's đề án that the plan does not list yet, to be ticked and brought in.
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ProjectRow } from '../../shared/contract/projects'
import { totalOf } from '../../shared/domain/money'
import type { Programme } from '../../shared/domain/projects'
import { labels, planLabels, programmeLabels, projectLabels } from '../../shared/labels'
import { foldTokens } from '../../shared/vietnamese/fold'
import { formatMoney } from '../../shared/vietnamese/money'
import { useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import dialogStyles from '../components/dialogs.module.css'
import { inputClass } from '../components/Field'
import { FilterSearch } from '../components/filters'
import { notifyDone, notifyProblem } from '../components/notices'
import type { Column } from '../components/tableColumns'
import styles from './PlanScreen.module.css'

interface AddProjectsDialogProps {
  readonly year: number
  readonly programme: Programme
  /** The round of supplement in hand; null while the plan is being drafted. */
  readonly supplement: number | null
  readonly onClose: () => void
}

export function AddProjectsDialog({ year, programme, supplement, onClose }: AddProjectsDialogProps) {
  const money = useMoney()
  const [text, setText] = useState('')
  const [round, setRound] = useState(supplement)
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set())
  const list = useQueryCall('projects.list', { year, programme, limit: 5_000 })
  const add = useCommandCall('plans.addProjects')
  const free = useMemo(() => (list.data?.rows ?? []).filter((row) => !row.inPlan), [list.data])
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
      {
        id: 'beneficiaries',
        header: projectLabels.beneficiaries,
        width: 220,
        text: (row) => row.beneficiaries.join('; '),
      },
      {
        id: 'total',
        header: `${labels.total} (${money.label})`,
        width: 140,
        align: 'end',
        text: (row) => money.format(totalOf(row.amounts)),
        title: (row) => `${formatMoney(totalOf(row.amounts))} đồng`,
        sort: (row) => totalOf(row.amounts),
      },
    ],
    [money],
  )

  async function bringIn(): Promise<void> {
    try {
      const projectIds = [...selected].map(Number)
      const { added } = await add.mutateAsync({
        year,
        programme,
        projectIds,
        ...(round === null ? {} : { supplementRound: round }),
      })
      notifyDone(`Đã đưa ${added} đề án vào kế hoạch ${programmeLabels[programme].short} ${year}.`)
      onClose()
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1100px, calc(100vw - 48px))"
      title={`${planLabels.addProjects} ${programmeLabels[programme].short} ${year}`}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.picker}>
        <DataTable
          name="plan-add"
          label="Đề án chưa có trong kế hoạch"
          columns={columns}
          rows={shown}
          total={free.length}
          rowKey={(row) => row.id}
          selection={{ selected, onChange: setSelected }}
          toolbar={
            <>
              {supplement !== null && round !== null && (
                <label>
                  {planLabels.supplementRound}{' '}
                  <select
                    className={inputClass}
                    style={{ width: 'auto' }}
                    value={round}
                    onChange={(event) => setRound(Number(event.target.value))}
                  >
                    {[...Array(supplement + 1).keys()].map((before) => (
                      <option key={before} value={before + 1}>
                        {before + 1}
                      </option>
                    ))}
                  </select>
                </label>
              )}

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
            list.isPending ? (
              labels.loading
            ) : free.length > 0 ? (
              'Không có đề án nào như vậy.'
            ) : (
              <>
                <p>
                  Mọi đề án {programmeLabels[programme].short} năm {year} đã có trong kế hoạch.
                </p>
                <Button onClick={() => void navigate(paths.newProject)}>{projectLabels.new}</Button>
              </>
            )
          }
        />
      </div>
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.cancel}</Button>
        <Button kind="primary" disabled={selected.size === 0} busy={add.isPending} onClick={() => void bringIn()}>
          {selected.size === 0 ? 'Chọn đề án để đưa vào' : `Đưa ${selected.size} đề án vào kế hoạch`}
        </Button>
      </div>
    </Modal>
  )
}
