// The đề án of the year in hand by stage of carrying out, each with its money; the registers of the year.
import { useState } from 'react'
import { type BoardRow, type BoardStage, boardStages } from '../../shared/contract/payments'
import { supportOf } from '../../shared/domain/money'
import {
  boardStageLabels,
  contractLabels,
  labels,
  menuLabels,
  moneyLabels,
  programmeLabels,
  projectLabels,
  projectStatusLabels,
} from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { FilterSearch } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Contracts.module.css'
import { matches } from './matching'
import { RegisterDialog } from './RegisterDialog'

export function BoardScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [stage, setStage] = useKeptState<BoardStage | null>('board.stage', null)
  const [text, setText] = useKeptState('board.text', '')
  const [printing, setPrinting] = useState(false)
  const board = useQueryCall('contracts.board', { year })
  if (board.error !== null) return <QueryProblem error={board.error} retry={() => void board.refetch()} />
  const all = board.data?.rows ?? []
  const rows = all.filter(
    (row) =>
      (stage === null || row.stage === stage) &&
      matches(text, [row.code, row.name, ...row.beneficiaries, ...row.contracts.map((one) => one.number)].join(' ')),
  )
  const rate = board.data?.disbursementBasisPoints ?? null
  return (
    <div className={styles.screen}>
      <PageHeader
        title={menuLabels.board}
        detail={`Đề án được giao năm ${year}, kinh phí khuyến công theo ${money.label}${rate === null ? '' : ` · ${moneyLabels.rate.toLocaleLowerCase('vi')} ${formatDecimal({ units: BigInt(rate), scale: 2 }, 2)} %`}`}
        actions={<Button onClick={() => setPrinting(true)}>Sổ theo dõi…</Button>}
        primary={
          <Button kind="primary" onClick={() => void navigate(paths.contracts)}>
            {contractLabels.many}
          </Button>
        }
      />
      <fieldset className={styles.stages} aria-label="Giai đoạn">
        {boardStages.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.stage}
            aria-pressed={stage === one}
            onClick={() => setStage(stage === one ? null : one)}
          >
            {boardStageLabels[one]} <strong>{board.data?.stages.find((each) => each.stage === one)?.count ?? 0}</strong>
          </button>
        ))}
      </fieldset>
      <DataTable
        name="board"
        label={menuLabels.board}
        columns={columnsIn(money.format)}
        rows={rows}
        total={all.length}
        rowKey={(row) => row.projectId}
        onOpen={(row) => void navigate(paths.project(row.projectId))}
        toolbar={
          <FilterSearch
            label="Tìm trong danh sách"
            placeholder="Tìm đề án, cơ sở, số hợp đồng…"
            value={text}
            onChange={setText}
          />
        }
        empty={
          board.isPending ? (
            labels.loading
          ) : all.length > 0 ? (
            <p>Không có đề án nào ở giai đoạn này hoặc khớp với chữ đang tìm.</p>
          ) : (
            <>
              <p>
                Năm {year} chưa có đề án nào được phê duyệt, giao kế hoạch. Khi có quyết định, đề án hiện ở đây và đi từ
                ký hợp đồng, tạm ứng, nghiệm thu đến thanh lý, quyết toán.
              </p>
              <Button kind="primary" onClick={() => void navigate(paths.plan)}>
                {menuLabels.plan}
              </Button>
            </>
          )
        }
      />
      {printing && <RegisterDialog year={year} onClose={() => setPrinting(false)} />}
    </div>
  )
}

function columnsIn(format: (dong: number | null) => string): readonly Column<BoardRow>[] {
  const amount = (column: 'allocated' | 'contracted' | 'advanced' | 'paid' | 'settled' | 'left'): Column<BoardRow> => ({
    id: column,
    header: moneyLabels[column],
    width: 108,
    align: 'end',
    text: (row) => format(supportOf(row.money[column])),
    title: (row) => `${formatMoney(supportOf(row.money[column]))} đồng kinh phí khuyến công`,
    sort: (row) => supportOf(row.money[column]),
    hidden: column === 'settled',
  })
  return [
    { id: 'code', header: projectLabels.code, width: 140, text: (row) => row.code },
    { id: 'name', header: projectLabels.name, width: 170, grow: true, twoLines: true, text: (row) => row.name },
    {
      id: 'programme',
      header: projectLabels.programme,
      width: 84,
      text: (row) => programmeLabels[row.programme].short,
      hidden: true,
    },
    {
      id: 'stage',
      header: 'Giai đoạn',
      width: 124,
      text: (row) => boardStageLabels[row.stage],
      sort: (row) => boardStages.indexOf(row.stage),
    },
    {
      id: 'status',
      header: projectLabels.status,
      width: 160,
      text: (row) => projectStatusLabels[row.status],
      hidden: true,
    },
    {
      id: 'contracts',
      header: contractLabels.number,
      width: 120,
      text: (row) =>
        row.contracts
          .filter((one) => one.number !== '')
          .map((one) => one.number)
          .join(', '),
    },
    amount('allocated'),
    amount('contracted'),
    amount('advanced'),
    amount('paid'),
    amount('settled'),
    amount('left'),
  ]
}
