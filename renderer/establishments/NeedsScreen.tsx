// Nhu cầu of the year in hand: what cơ sở ask for, what became of it, and the way to a đề án.
import { useMemo, useState } from 'react'
import type { NeedRow } from '../../shared/contract/establishments'
import { type NeedOutcome, needOutcomes } from '../../shared/domain/needs'
import { labels, menuLabels, needLabels, needOutcomeLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { bringPastedList } from '../imports/pastedList'
import { NeedDialog, type NewNeed } from './NeedDialog'
import styles from './Needs.module.css'
import { NeedsToProjectDialog } from './NeedsToProjectDialog'
import { needColumns } from './needColumns'

export function NeedsScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [outcome, setOutcome] = useKeptState<NeedOutcome | null>('needs.outcome', null)
  const [text, setText] = useKeptState('needs.text', '')
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set())
  const [open, setOpen] = useState<NeedRow | NewNeed | null>(null)
  const [making, setMaking] = useState<readonly NeedRow[]>([])
  const contents = useQueryCall('office.contentGroups', {})
  const list = useQueryCall(
    'establishments.needs',
    { year, outcome, text: text.trim().slice(0, 200) },
    { keepPrevious: true },
  )
  const rows = list.data?.rows ?? []
  const chosen = rows.filter((row) => selected.has(row.id))
  const add = () => setOpen({ year, establishmentId: null, asker: '' })
  useShortcuts({ 'Ctrl+N': add })

  const columns = useMemo(() => {
    const groups = contents.data ?? []
    const contentOf = (row: NeedRow) => {
      const group = groups.find((one) => one.code === row.contentGroup)
      return group?.subContents.find((one) => one.code === row.subContent)?.name ?? group?.shortName ?? ''
    }
    return needColumns(money, contentOf)
  }, [money, contents.data])

  function show(row: NeedRow): void {
    if (row.project === null) setOpen(row)
    else void navigate(paths.project(row.project.id))
  }

  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const filtered = outcome !== null || text.trim() !== ''
  return (
    <div className={styles.screen}>
      <PageHeader
        title={menuLabels.needs}
        detail={`Khảo sát, đăng ký cho năm ${year}`}
        actions={
          <Button disabled={chosen.length === 0} onClick={() => setMaking(chosen)}>
            {chosen.length === 0
              ? 'Chọn nhu cầu để lập đề án'
              : `${needLabels.makeProject} từ ${chosen.length} nhu cầu…`}
          </Button>
        }
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {needLabels.new}
          </Button>
        }
      />
      <DataTable
        name="needs"
        label={menuLabels.needs}
        columns={columns}
        rows={rows}
        total={list.data?.total ?? 0}
        fileTitle={`${menuLabels.needs} năm ${year}`}
        onPasteRows={(text, headings) =>
          bringPastedList(text, 'needs', headings, { titles: [`${menuLabels.needs} năm ${year}`] })
        }
        rowKey={(row) => row.id}
        onOpen={show}
        selection={{ selected, onChange: setSelected }}
        empty={
          list.isPending ? (
            labels.loading
          ) : filtered ? (
            <p>Không có nhu cầu nào như vậy. Hãy bỏ bớt điều kiện lọc.</p>
          ) : (
            <>
              <p>
                Ghi lại từng cơ sở muốn gì, vốn bao nhiêu, đề nghị hỗ trợ bao nhiêu.
                <br />
                Từ một hoặc nhiều nhu cầu lập được ngay đề án đơn hoặc đề án nhóm.
              </p>
              <Button kind="primary" onClick={add}>
                {needLabels.new}
              </Button>
            </>
          )
        }
        toolbar={
          <>
            <FilterSearch
              label="Tìm trong danh sách"
              placeholder="Tìm trong danh sách (không cần dấu)"
              value={text}
              onChange={setText}
            />
            <FilterSelect
              label={needLabels.outcome}
              value={outcome}
              options={optionsOf(needOutcomes, needOutcomeLabels)}
              onChange={setOutcome}
            />
          </>
        }
        summary={`${labels.total}: ${formatInteger(rows.length)} nhu cầu · vốn đầu tư ${money.format(sum(rows, 'totalInvestment'))} · đề nghị hỗ trợ ${money.format(sum(rows, 'wishedSupport'))} ${money.label}`}
      />
      {open !== null && <NeedDialog need={open} onClose={() => setOpen(null)} />}
      {making.length > 0 && <NeedsToProjectDialog needs={making} year={year} onClose={() => setMaking([])} />}
    </div>
  )
}

function sum(rows: readonly NeedRow[], field: 'totalInvestment' | 'wishedSupport'): number {
  return rows.reduce((total, row) => total + (row[field] ?? 0), 0)
}
