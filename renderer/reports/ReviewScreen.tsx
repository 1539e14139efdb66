// Báo cáo giai đoạn: several years by programme and source, by year, content, kind of beneficiary, commune, beside targets;
// what does not add up is said above the tables.
import { useState } from 'react'
import type { Review, ReviewSectionOut } from '../../shared/contract/review'
import { findingWords } from '../../shared/domain/periodReview'
import type { DoneBasis } from '../../shared/domain/reportFacts'
import { labels, periodLabels, reviewLabels, yearTotalLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal, formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, runQuery, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'
import { BasisChoice, ReportChoice } from './ReportChoice'
import screen from './ReportScreen.module.css'
import styles from './Review.module.css'

type File = CallOutput<'workbooks.exportReview'>

export function ReviewScreen() {
  const { year, years } = useYear()
  const periods = useQueryCall('programmes.periods', {})
  const [periodId, setPeriodId] = useKeptState<number | null>('review.period', null)
  const [from, setFrom] = useKeptState('review.from', year - 4)
  const [to, setTo] = useKeptState('review.to', year)
  const [basis, setBasis] = useKeptState<DoneBasis>('review.basis', 'disbursed')
  const [shown, setShown] = useState<File | null>(null)
  const asked = { from, to, periodId, basis }
  const valid = from <= to && to - from <= 30
  const review = useQueryCall('reports.review', asked, { enabled: valid, keepPrevious: true })
  const choices = Array.from({ length: 60 }, (_, index) => Math.max(...years, year) + 5 - index)

  async function exportAs(format: 'xlsx' | 'pdf' | 'docx'): Promise<void> {
    try {
      const file = await runQuery('workbooks.exportReview', { ...asked, format })
      if (format === 'pdf') setShown(file)
      else await saveFile(file)
    } catch (error) {
      notifyProblem(error)
    }
  }

  function choosePeriod(id: number | null): void {
    setPeriodId(id)
    const period = periods.data?.find((one) => one.id === id)?.period
    if (period === undefined) return
    setFrom(period.fromYear)
    setTo(period.toYear)
  }

  const yearOptions = choices.map((one) => ({ value: String(one), label: String(one) }))
  return (
    <div className={screen.screen}>
      <PageHeader
        title={reviewLabels.menu}
        detail={review.data === undefined ? undefined : `Số liệu đến ngày ${formatDate(review.data.asOf)}`}
        onPrint={() => void exportAs('pdf')}
        onExport={() => void exportAs('xlsx')}
        actions={
          <>
            <Button onClick={() => void navigate(paths.periods)}>{periodLabels.many}</Button>
            <Button onClick={() => void navigate(paths.yearTotals)}>{yearTotalLabels.many}</Button>
            <Button onClick={() => void exportAs('docx')}>{reviewLabels.word}</Button>
          </>
        }
      />
      <div className={screen.toolbar}>
        <ReportChoice
          label={reviewLabels.from}
          value={String(from)}
          options={yearOptions}
          onChange={(value) => setFrom(Number(value ?? from))}
        />
        <ReportChoice
          label={reviewLabels.to}
          value={String(to)}
          options={yearOptions}
          onChange={(value) => setTo(Number(value ?? to))}
        />
        <ReportChoice
          label={reviewLabels.programme}
          value={periodId === null ? null : String(periodId)}
          options={(periods.data ?? []).map((one) => ({ value: String(one.id), label: one.period.name }))}
          emptyLabel="Không so với chỉ tiêu"
          onChange={(value) => choosePeriod(value === null ? null : Number(value))}
        />
        <BasisChoice basis={basis} onChange={setBasis} />
      </div>
      {!valid && <p role="alert">Năm cuối phải sau năm đầu, và giai đoạn dài nhất là 30 năm.</p>}
      {review.error !== null && <QueryProblem error={review.error} retry={() => void review.refetch()} />}
      {review.isPending && valid && <p role="status">{labels.loading}</p>}
      {valid && review.data !== undefined && <ReviewBody review={review.data} />}
      {shown !== null && (
        <PdfDialog title={shown.fileName} file={shown} waiting={false} error={null} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

function ReviewBody({ review }: { readonly review: Review }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long report is read with the arrow keys
    <section className={`${screen.body} ${styles.text}`} tabIndex={0} aria-label={review.title}>
      {review.sentences.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {review.findings.length > 0 && (
        <div className={styles.findings} role="note" aria-label={reviewLabels.findings}>
          <strong>{reviewLabels.findings}</strong>
          <ul>
            {review.findings.map((one) => (
              <li key={findingWords(one)}>{findingWords(one)}</li>
            ))}
          </ul>
        </div>
      )}
      {review.targets.length > 0 && <Targets review={review} />}
      {review.sections.map((section) => (
        <Section key={section.key} section={section} />
      ))}
      <h2>{reviewLabels.results}</h2>
      <table className={styles.table} aria-label={reviewLabels.results}>
        <thead>
          <tr>
            <th scope="col">{reviewLabels.target}</th>
            <th scope="col" className={styles.end}>
              {reviewLabels.done}
            </th>
          </tr>
        </thead>
        <tbody>
          {review.results.map(({ measure, name, value }) => (
            <tr key={measure}>
              <th scope="row">{name}</th>
              <td className={styles.end}>{quantity(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const quantity = (thousandths: number) => formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)

function Targets({ review }: { readonly review: Review }) {
  return (
    <>
      <h2>
        {reviewLabels.targets}
        {review.targetsOf === null ? '' : `: ${review.targetsOf}`}
      </h2>
      <table className={styles.table} aria-label={reviewLabels.targets}>
        <thead>
          <tr>
            <th scope="col">{reviewLabels.target}</th>
            <th scope="col">{periodLabels.unit}</th>
            <th scope="col" className={styles.end}>
              {reviewLabels.plan}
            </th>
            <th scope="col" className={styles.end}>
              {reviewLabels.done}
            </th>
            <th scope="col" className={styles.end}>
              {reviewLabels.percent}
            </th>
          </tr>
        </thead>
        <tbody>
          {review.targets.map((target) => (
            <tr key={target.name}>
              <th scope="row">{target.name}</th>
              <td>{target.unit}</td>
              <td className={styles.end}>
                {[target.least, target.most].flatMap((end) => (end === null ? [] : [quantity(end)])).join(' – ')}
              </td>
              <td className={styles.end}>{target.result === null ? '–' : quantity(target.result)}</td>
              <td className={styles.end}>
                {target.percent === null
                  ? '–'
                  : `${formatDecimal({ units: BigInt(target.percent), scale: 2 }, 2)} %${target.percent >= 10_000 ? ' · đạt' : ''}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Section({ section }: { readonly section: ReviewSectionOut }) {
  const money = useMoney()
  const grouped = section.columns.some(({ group }) => group !== null)
  const groups = section.columns.reduce<{ heading: string | null; span: number }[]>((found, { group }) => {
    const last = found.at(-1)
    if (last !== undefined && group !== null && last.heading === group) last.span += 1
    else found.push({ heading: group, span: 1 })
    return found
  }, [])
  if (!section.lines.some(({ kind }) => kind === 'row')) return null
  return (
    <>
      <h2>
        {section.title} <span className={styles.unit}>({money.label})</span>
      </h2>
      <table className={styles.table} aria-label={section.title}>
        <thead>
          <tr>
            <th scope="col" rowSpan={grouped ? 2 : 1}>
              {section.lineHeading}
            </th>
            {grouped
              ? groups.map(({ heading, span }, index) =>
                  heading === null ? (
                    <th
                      // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table keep their places
                      key={index}
                      scope="col"
                      rowSpan={2}
                      className={styles.end}
                    >
                      {section.columns[index]?.heading}
                    </th>
                  ) : (
                    <th key={heading} scope="colgroup" colSpan={span} className={styles.centre}>
                      {heading}
                    </th>
                  ),
                )
              : section.columns.map(({ key, heading }) => (
                  <th key={key} scope="col" className={styles.end}>
                    {heading}
                  </th>
                ))}
          </tr>
          {grouped && (
            <tr>
              {section.columns
                .filter(({ group }) => group !== null)
                .map(({ key, heading }) => (
                  <th key={key} scope="col" className={styles.end}>
                    {heading}
                  </th>
                ))}
            </tr>
          )}
        </thead>
        <tbody>
          {section.lines.map((line) => (
            <tr key={line.key} className={line.kind === 'total' ? styles.total : ''}>
              <th scope="row">{line.heading}</th>
              {section.columns.map(({ key, kind }) => {
                const value = line.cells[key]
                const figure = typeof value === 'number' ? value : 0
                return (
                  <td
                    key={key}
                    className={styles.end}
                    {...(kind === 'money' ? { title: `${formatMoney(figure)} đồng` } : {})}
                  >
                    {figure === 0 ? '–' : kind === 'money' ? money.format(figure) : formatInteger(figure)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
