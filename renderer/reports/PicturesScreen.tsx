// Biểu đồ of the year in hand: plan beside done by month, content, source and commune, how far đề án have come, and the
// deadlines of a month. Each picture has its figures in a table beside it and can be copied as an image.
import type { PictureBar } from '../../shared/contract/review'
import { type Programme, programmes } from '../../shared/domain/projects'
import type { DoneBasis, ReportStage } from '../../shared/domain/reportFacts'
import { labels, pictureLabels, programmeLabels, reportLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney, unitLabel } from '../../shared/vietnamese/money'
import { useQueryCall } from '../app/calls'
import { type Money, useMoney } from '../app/moneyUnit'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { ChartFigure } from './ChartFigure'
import { type Chart, horizontalBars, verticalBars } from './chartShapes'
import { DeadlineCalendar } from './DeadlineCalendar'
import { BasisChoice, ReportChoice } from './ReportChoice'
import screen from './ReportScreen.module.css'

/** Of the drawing; the screen scales it to the room there is. */
const width = 760

const legend: Chart['legend'] = [
  { fill: 'plan', name: pictureLabels.plan },
  { fill: 'done', name: pictureLabels.done },
]

function barsChart(title: string, bars: readonly PictureBar[], money: Money): Chart {
  return {
    title: `${title} (${unitLabel(money.unit)})`,
    legend,
    rows: bars.map(({ name, plan, done }) => ({
      name,
      bars: [
        { fill: 'plan', value: plan, shown: formatMoney(plan, money.unit, 1) },
        { fill: 'done', value: done, shown: formatMoney(done, money.unit, 1) },
      ],
    })),
  }
}

function stagesChart(
  stages: readonly { readonly stage: ReportStage; readonly reached: number; readonly now: number }[],
): Chart {
  return {
    title: `${pictureLabels.stages} (số đề án)`,
    legend: [
      { fill: 'plan', name: pictureLabels.reached },
      { fill: 'done', name: pictureLabels.now },
    ],
    rows: stages.map(({ stage, reached, now }) => ({
      name: reportLabels.stages[stage],
      bars: [
        { fill: 'plan', value: reached, shown: String(reached) },
        { fill: 'done', value: now, shown: String(now) },
      ],
    })),
  }
}

export function PicturesScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [programme, setProgramme] = useKeptState<Programme | null>('pictures.programme', null)
  const [basis, setBasis] = useKeptState<DoneBasis>('pictures.basis', 'disbursed')
  const pictures = useQueryCall('reports.pictures', { year, programme, basis }, { keepPrevious: true })
  if (pictures.error !== null) return <QueryProblem error={pictures.error} retry={() => void pictures.refetch()} />
  const { data } = pictures
  const empty = data?.stages.every(({ reached }) => reached === 0) === true
  return (
    <div className={screen.screen}>
      <PageHeader
        title={pictureLabels.menu}
        detail={data === undefined ? undefined : `Năm ${data.year}, số liệu đến ngày ${formatDate(data.asOf)}`}
        onPrint={() => window.print()}
      />
      <div className={screen.toolbar}>
        <ReportChoice
          label="Chương trình"
          value={programme}
          options={programmes.map((value) => ({ value, label: programmeLabels[value].long }))}
          emptyLabel="Cả hai"
          onChange={setProgramme}
        />
        <BasisChoice basis={basis} onChange={setBasis} />
      </div>
      {data === undefined && <p role="status">{labels.loading}</p>}
      {data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is read with the arrow keys
        <section className={screen.body} tabIndex={0} aria-label={pictureLabels.menu}>
          {empty ? (
            <p>Năm {year} chưa có đề án nào trong kế hoạch nên chưa có gì để vẽ. Hãy chọn năm khác ở góc trên.</p>
          ) : (
            <>
              <Figure chart={barsChart(pictureLabels.months, data.months, money)} rowHeading="Tháng" upright />
              <Figure chart={barsChart(pictureLabels.sources, data.sources, money)} rowHeading="Nguồn" upright />
              <Figure chart={barsChart(pictureLabels.contents, data.contents, money)} rowHeading="Nội dung" />
              <Figure chart={barsChart(pictureLabels.communes, data.communes, money)} rowHeading="Xã, phường" />
              <Figure chart={stagesChart(data.stages)} rowHeading="Bước" />
            </>
          )}
          <DeadlineCalendar year={year} />
        </section>
      )}
    </div>
  )
}

interface FigureProps {
  readonly chart: Chart
  readonly rowHeading: string
  readonly upright?: boolean
}

function Figure({ chart, rowHeading, upright = false }: FigureProps) {
  const drawing = upright ? verticalBars(chart, width) : horizontalBars(chart, width)
  return <ChartFigure chart={chart} drawing={drawing} rowHeading={rowHeading} />
}
