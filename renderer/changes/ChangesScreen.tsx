// The list of change requests: where each stands, who decides, how many days it has waited.
import { useMemo, useRef, useState } from 'react'
import type { ChangeRow } from '../../shared/contract/changes'
import { type ChangeState, changeStates } from '../../shared/domain/changes'
import {
  changeItemKindLabels,
  changeLabels,
  changeOutcomeLabels,
  changeRegisterLabels,
  changeStateLabels,
  labels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { runQuery, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { FilterSearch, FilterSelect } from '../components/filters'
import { notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import { saveFile } from '../documents/fileOut'
import styles from '../projects/ProjectForm.module.css'
import { ChooseProjectsDialog } from './ChooseProjectsDialog'

/** The register of adjustments of the year in hand. */
async function saveRegister(year: number, format: 'xlsx' | 'pdf'): Promise<void> {
  try {
    await saveFile(await runQuery('workbooks.exportChangeRegister', { year, format }))
  } catch (error) {
    notifyProblem(error)
  }
}

export function ChangesScreen() {
  const { year } = useYear()
  const [everyYear, setEveryYear] = useKeptState('changes.everyYear', false)
  const [state, setState] = useKeptState<ChangeState | null>('changes.state', null)
  const [text, setText] = useKeptState('changes.text', '')
  const [choosing, setChoosing] = useState(false)
  const list = useQueryCall(
    'changes.list',
    { year: everyYear ? null : year, state, text: text.trim().slice(0, 200) },
    { keepPrevious: true },
  )
  const active = useRef<ChangeRow | null>(null)
  const open = (row: ChangeRow) => void navigate(paths.change(row.id))
  const add = () => setChoosing(true)
  useShortcuts({
    'Ctrl+N': add,
    F2: () => {
      if (active.current !== null) open(active.current)
    },
  })
  const columns = useMemo(columnsFor, [])
  const filtered = state !== null || text.trim() !== ''
  const waiting = (list.data?.rows ?? []).filter((row) => row.state === 'submitted').length
  return (
    <div className={styles.screen}>
      <PageHeader
        title={changeLabels.many}
        detail={everyYear ? 'Mọi năm' : `Năm ${year}`}
        actions={<Button onClick={() => void saveRegister(year, 'pdf')}>{changeRegisterLabels.export} (PDF)</Button>}
        onExport={() => void saveRegister(year, 'xlsx')}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {changeLabels.start}
          </Button>
        }
      />
      {list.error !== null ? (
        <QueryProblem error={list.error} retry={() => void list.refetch()} />
      ) : (
        <DataTable
          name="changes"
          label={changeLabels.many}
          columns={columns}
          rows={list.data?.rows ?? []}
          total={list.data?.total ?? 0}
          rowKey={(row) => row.id}
          onOpen={open}
          onActive={(row) => {
            active.current = row
          }}
          empty={
            list.isPending ? (
              labels.loading
            ) : filtered ? (
              <>
                <p>Không có đề nghị nào khớp với điều kiện lọc.</p>
                <Button
                  onClick={() => {
                    setState(null)
                    setText('')
                  }}
                >
                  Bỏ điều kiện lọc
                </Button>
              </>
            ) : (
              <>
                <p>
                  Đề án đã được phê duyệt thì không sửa thẳng: mọi thay đổi đi qua một đề nghị và một quyết định.
                  <br />
                  Bản cũ vẫn giữ nguyên, nên lúc nào cũng biết trước và sau mỗi lần điều chỉnh.
                </p>
                <Button kind="primary" onClick={add}>
                  {changeLabels.start}
                </Button>
              </>
            )
          }
          toolbar={
            <>
              <FilterSearch
                label="Tìm trong danh sách"
                placeholder="Tìm số văn bản, đề án, lý do…"
                value={text}
                onChange={setText}
              />
              <FilterSelect
                label={changeLabels.state}
                value={state}
                options={changeStates.map((value) => ({ value, label: changeStateLabels[value] }))}
                onChange={setState}
              />
              <FilterSelect
                label={labels.year}
                value={everyYear ? null : 'one'}
                options={[{ value: 'one', label: `Năm ${year}` }]}
                onChange={(chosen) => setEveryYear(chosen === null)}
              />
            </>
          }
          summary={
            list.data !== undefined &&
            `${formatInteger(list.data.rows.length)} đề nghị · ${formatInteger(waiting)} đang chờ quyết định`
          }
        />
      )}
      {choosing && (
        <ChooseProjectsDialog
          onClose={() => setChoosing(false)}
          onMade={(id) => void navigate(paths.change(id))}
          request={null}
        />
      )}
    </div>
  )
}

function columnsFor(): Column<ChangeRow>[] {
  return [
    {
      id: 'letter',
      header: changeLabels.letterNumber,
      width: 136,
      text: (row) => (row.letterNumber === '' ? 'Chưa có số' : row.letterNumber),
    },
    {
      id: 'date',
      header: changeLabels.letterDate,
      width: 114,
      text: (row) => (row.letterDate === null ? '' : formatDate(row.letterDate)),
      sort: (row) => row.letterDate,
    },
    {
      id: 'projects',
      header: changeLabels.projects,
      width: 200,
      grow: true,
      text: (row) => row.items.map((one) => `${one.code} ${one.name}`).join('; '),
    },
    {
      id: 'kind',
      header: 'Loại',
      width: 96,
      text: (row) => [...new Set(row.items.map((one) => changeItemKindLabels[one.kind]))].join(', '),
    },
    { id: 'reason', header: changeLabels.reason, width: 180, text: (row) => row.reason, hidden: true },
    { id: 'state', header: changeLabels.state, width: 160, text: (row) => changeStateLabels[row.state] },
    {
      id: 'decides',
      header: changeLabels.decides,
      width: 166,
      text: (row) => row.authorities.map((one) => one.name).join('; '),
    },
    {
      id: 'waiting',
      header: changeLabels.waiting,
      width: 96,
      align: 'end',
      text: (row) => (row.daysWaiting === null ? '' : String(row.daysWaiting)),
      sort: (row) => row.daysWaiting,
    },
    {
      id: 'decision',
      header: changeLabels.decision,
      width: 150,
      text: (row) => (row.decisionDate === null ? '' : `${row.decisionNumber} ngày ${formatDate(row.decisionDate)}`),
      sort: (row) => row.decisionDate,
    },
    {
      id: 'outcome',
      header: changeLabels.outcome,
      width: 130,
      text: (row) => (row.outcome === null ? '' : changeOutcomeLabels[row.outcome]),
      hidden: true,
    },
  ]
}
