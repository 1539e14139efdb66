// The year's money by source, as bars and as a table: given, signed, advanced, paid, settled; and đề án by stage of carrying out.
import { lazy, Suspense } from 'react'
import { type BoardStage, boardStages } from '../../shared/contract/payments'
import { fundingSources } from '../../shared/domain/money'
import { boardStageLabels, menuLabels, moneyLabels, overviewLabels, sourceLabels } from '../../shared/labels'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { Button } from '../components/Button'
import { MoneyTable } from '../contracts/MoneyTable'
import type { ChartBar } from './MoneyChart'
import styles from './OverviewScreen.module.css'

/** Drawing comes after the figures: a window that opens does not wait for it. */
const MoneyChart = lazy(async () => ({ default: (await import('./MoneyChart')).MoneyChart }))

type Board = CallOutput<'contracts.board'>

const columns = ['allocated', 'contracted', 'advanced', 'paid', 'settled'] as const

/** Nothing while no đề án of the year is decided: the plan beside it says all there is. */
export function YearMoney({ year }: { readonly year: number }) {
  const board = useQueryCall('contracts.board', { year })
  const money = useMoney()
  if (board.error !== null) return <p role="alert">{board.error.message}</p>
  if (board.data === undefined || board.data.rows.length === 0) return null
  const rate = board.data.disbursementBasisPoints
  const title = overviewLabels.yearMoney(year)
  return (
    <>
      <section className={styles.section} aria-label={title}>
        <h2>
          {title} ({money.label})
        </h2>
        <Suspense fallback={null}>
          <MoneyChart label={title} bars={barsOf(board.data, money)} />
        </Suspense>
        <MoneyTable label={overviewLabels.yearMoneyTable} money={board.data.money} columns={columns} short />
        {rate !== null && (
          <p>
            {moneyLabels.rate}: <strong>{formatDecimal({ units: BigInt(rate), scale: 2 }, 2)} %</strong>{' '}
            {overviewLabels.rateOf}
          </p>
        )}
      </section>
      <Stages board={board.data} />
    </>
  )
}

/** Only what khuyến công gives: what the beneficiaries put in stands in the table. */
function barsOf({ money: sums }: Board, money: Money): ChartBar[] {
  const sources = fundingSources.filter(
    (source) => (source === 'national' || source === 'local') && columns.some((column) => sums[column][source] !== 0),
  )
  return sources.flatMap((source) =>
    columns.map((column, step) => ({
      key: `${source} ${column}`,
      name: `${sourceLabels[source].short} · ${moneyLabels[column]}`,
      value: sums[column][source],
      shown: money.format(sums[column][source]),
      step,
    })),
  )
}

function Stages({ board }: { readonly board: Board }) {
  const [, setStage] = useKeptState<BoardStage | null>('board.stage', null)
  return (
    <section className={styles.section}>
      <h2>{overviewLabels.stages}</h2>
      <table className={styles.table} aria-label={overviewLabels.stages}>
        <tbody>
          {boardStages.map((stage) => (
            <tr key={stage}>
              <th scope="row">
                <Button
                  kind="quiet"
                  title={menuLabels.board}
                  onClick={() => {
                    setStage(stage)
                    void navigate(paths.board)
                  }}
                >
                  {boardStageLabels[stage]}
                </Button>
              </th>
              <td className={styles.figure}>{board.stages.find((one) => one.stage === stage)?.count ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
