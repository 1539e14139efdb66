// Báo cáo tổng hợp: one report at a time, of any period as of any day; its sentences, its table, its files.
import { useState } from 'react'
import type { ReportFormat } from '../../shared/contract/reports'
import { assertNever } from '../../shared/domain/assertNever'
import type { ReportPeriod } from '../../shared/domain/reportPeriods'
import type { ReportCode } from '../../shared/domain/reports'
import type { Opens, ReportLine } from '../../shared/domain/reportTable'
import { deadlineLabels, executionLabels, labels, menuLabels, reportLabels, voteLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
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
import { AdditionsDialog } from './AdditionsDialog'
import { BehindDialog } from './BehindDialog'
import { type AskedReport, ReportBar } from './ReportBar'
import { ReportGrid } from './ReportGrid'
import styles from './Reports.module.css'
import { RulesDialog } from './RulesDialog'

function opensAt({ kind, id }: Opens): string {
  switch (kind) {
    case 'project':
      return paths.project(id)
    case 'contract':
      return paths.contract(id)
    case 'change':
      return paths.change(id)
    case 'establishment':
      return paths.establishment(id)
    case 'inspection':
      return paths.inspection(id)
    default:
      return assertNever(kind, 'Everything a line opens has its screen')
  }
}

/** Where what a report speaks of is entered. */
function firstStep(report: ReportCode): { readonly path: string; readonly label: string } {
  switch (report) {
    case 'B7':
      return { path: paths.votes, label: voteLabels.many }
    case 'B8':
      return { path: paths.inspections, label: executionLabels.inspection }
    case 'B9':
      return { path: paths.changes, label: menuLabels.changeRequests }
    case 'B10':
      return { path: paths.contracts, label: menuLabels.contracts }
    case 'B11':
      return { path: paths.deadlines, label: deadlineLabels.settings }
    default:
      return { path: paths.plan, label: menuLabels.plan }
  }
}

/** Periods within one year are of the year chosen in the frame. */
function inYear(period: ReportPeriod, year: number): ReportPeriod {
  return period.kind === 'years' || period.kind === 'days' ? period : { ...period, year }
}

export function ReportsScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [kept, setAsked] = useKeptState<AskedReport>('reports.asked', {
    report: 'B1',
    period: { kind: 'year', year },
    asOf: null,
    programme: null,
    basis: 'disbursed',
    division: 'contents',
  })
  const asked: AskedReport = { ...kept, period: inYear(kept.period, year) }
  const [behind, setBehind] = useState<{ readonly line: string; readonly column: string } | null>(null)
  const [rules, setRules] = useState(false)
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<CallOutput<'reports.export'> | null>(null)
  const report = useQueryCall('reports.table', asked, { keepPrevious: true })
  const data = report.data

  async function make(format: ReportFormat): Promise<void> {
    try {
      const file = await runQuery('reports.export', { ...asked, format, unit: money.unit })
      if (format === 'pdf') setShown(file)
      else await saveFile(file)
    } catch (error) {
      notifyProblem(error)
    }
  }

  function open(line: ReportLine, column: { readonly key: string } | null): void {
    if (line.opens !== null) void navigate(opensAt(line.opens))
    else if (column !== null) setBehind({ line: line.key, column: column.key })
  }

  const lines = data?.lines ?? []
  const first = firstStep(asked.report)
  const nothing = data !== undefined && lines.every(({ kind }) => kind === 'total')
  return (
    <div className={styles.screen}>
      <PageHeader
        title={reportLabels.screen}
        detail={
          data === undefined
            ? undefined
            : `${data.title} ${data.periodWords} · ${reportLabels.asOf(formatDate(data.asOf)).toLocaleLowerCase('vi')} · ${money.label}`
        }
        actions={
          <>
            {(asked.report === 'B5' || asked.report === 'B6') && (
              <Button onClick={() => setAdding(true)}>{reportLabels.add}</Button>
            )}
            <Button onClick={() => setRules(true)} disabled={data === undefined}>
              {reportLabels.rules}
            </Button>
            <Button onClick={() => void make('docx')}>{reportLabels.word}</Button>
          </>
        }
        onPrint={() => void make('pdf')}
        onExport={() => void make('xlsx')}
      />
      <ReportBar asked={asked} onChange={setAsked} />
      {report.error !== null && <QueryProblem error={report.error} retry={() => void report.refetch()} />}
      {report.error === null && data === undefined && <p className={styles.empty}>{labels.loading}</p>}
      {report.error === null && data !== undefined && (
        <>
          {(data.sentences.length > 0 || data.notices.length > 0) && (
            <section className={styles.words} aria-label={reportLabels.words}>
              {data.sentences.map((text) => (
                <p key={text}>{text}</p>
              ))}
              {data.notices.map((text) => (
                <p key={text} className={styles.notice}>
                  {reportLabels.note}: {text}
                </p>
              ))}
            </section>
          )}
          {nothing ? (
            <div className={styles.empty}>
              <p>{reportLabels.empty(data.periodWords)}</p>
              <Button kind="primary" onClick={() => void navigate(first.path)}>
                {first.label}
              </Button>
            </div>
          ) : (
            <ReportGrid
              key={`${data.report} ${data.periodWords}`}
              label={`${data.title} ${data.periodWords}`}
              lineHeading={data.lineHeading}
              columns={data.columns}
              lines={data.lines}
              ruleNames={new Map(data.rules.map((rule) => [rule.id, `${reportLabels.rules}: ${rule.words}`]))}
              onOpen={open}
            />
          )}
        </>
      )}
      {behind !== null && <BehindDialog asked={asked} {...behind} onClose={() => setBehind(null)} />}
      {rules && data !== undefined && <RulesDialog rules={data.rules} onClose={() => setRules(false)} />}
      {adding && (
        <AdditionsDialog report={asked.report === 'B5' ? 'B5' : 'B6'} year={year} onClose={() => setAdding(false)} />
      )}
      {shown !== null && (
        <PdfDialog title={shown.fileName} file={shown} waiting={false} error={null} onClose={() => setShown(null)} />
      )}
    </div>
  )
}
