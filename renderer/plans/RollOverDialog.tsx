// Đề án of this year's plan ticked to be taken into a later year, each as a new đề án to be worked on.
import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { totalOf } from '../../shared/domain/money'
import { labels, planLabels, programmeLabels, projectLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { problemOf } from '../app/bridge'
import { useCommandCall } from '../app/calls'
import { useMoney } from '../app/moneyUnit'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import dialogStyles from '../components/dialogs.module.css'
import { inputClass } from '../components/Field'
import { notifyDone } from '../components/notices'
import type { Column } from '../components/tableColumns'
import type { Assignments } from './AllocationDialog'
import styles from './PlanScreen.module.css'

type Item = Assignments['items'][number]

const yearsAhead = [1, 2, 3, 4, 5]

export function RollOverDialog({ record, onClose }: { readonly record: Assignments; readonly onClose: () => void }) {
  const money = useMoney()
  const { setYear } = useYear()
  const { year, programme } = record
  const [toYear, setToYear] = useState(year + 1)
  const [intoPlan, setIntoPlan] = useState(true)
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set())
  const [problem, setProblem] = useState<string | null>(null)
  const rollOver = useCommandCall('plans.rollOver')
  const columns = useMemo<Column<Item>[]>(
    () => [
      { id: 'code', header: projectLabels.code, width: 130, text: (row) => row.code },
      { id: 'name', header: projectLabels.name, width: 320, grow: true, twoLines: true, text: (row) => row.name },
      {
        id: 'total',
        header: `${labels.total} (${money.label})`,
        width: 130,
        align: 'end',
        text: (row) => money.format(totalOf(row.registered)),
        title: (row) => `${formatMoney(totalOf(row.registered))} đồng`,
        sort: (row) => totalOf(row.registered),
      },
      {
        id: 'copied',
        header: 'Đã sao chép',
        width: 130,
        text: (row) => (row.copiedTo.length === 0 ? '' : `sang năm ${row.copiedTo.join(', ')}`),
      },
    ],
    [money],
  )

  async function copy(): Promise<void> {
    try {
      const projectIds = [...selected].map(Number)
      await rollOver.mutateAsync({ fromYear: year, toYear, programme, projectIds, intoPlan })
      notifyDone(`Đã sao chép ${projectIds.length} đề án sang năm ${toYear}.`, {
        label: `Mở năm ${toYear}`,
        run: () => setYear(toYear),
      })
      onClose()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1000px, calc(100vw - 48px))"
      title={`${planLabels.rollOver}: ${programmeLabels[programme].short} ${year}`}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.picker}>
        <DataTable
          name="plan-roll-over"
          label={`Đề án của kế hoạch năm ${year}`}
          columns={columns}
          rows={record.items}
          total={record.items.length}
          rowKey={(row) => row.projectId}
          selection={{ selected, onChange: setSelected }}
          toolbar={
            <>
              <label>
                Sang năm{' '}
                <select
                  className={inputClass}
                  style={{ width: 'auto' }}
                  value={toYear}
                  onChange={(event) => setToYear(Number(event.target.value))}
                >
                  {yearsAhead.map((ahead) => (
                    <option key={ahead} value={year + ahead}>
                      {year + ahead}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                <input type="checkbox" checked={intoPlan} onChange={(event) => setIntoPlan(event.target.checked)} /> Đưa
                luôn vào kế hoạch năm {toYear}
              </label>
            </>
          }
          empty="Kế hoạch này chưa có đề án."
        />
      </div>
      <p>
        Mỗi đề án được chọn thành một đề án mới với nội dung của bản mới nhất, tháng thực hiện chuyển theo năm; đề án cũ
        giữ nguyên.
      </p>
      {problem !== null && (
        <p className={styles.contradiction} role="alert">
          {problem}
        </p>
      )}
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.cancel}</Button>
        <Button kind="primary" disabled={selected.size === 0} busy={rollOver.isPending} onClick={() => void copy()}>
          {selected.size === 0 ? 'Chọn đề án để sao chép' : `Sao chép ${selected.size} đề án sang năm ${toYear}`}
        </Button>
      </div>
    </Modal>
  )
}
