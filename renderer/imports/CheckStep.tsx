// Step 3: every row before anything is written: what is new, changed, there already or wrong, and what to do about it.
import { type ReactNode, useMemo, useState } from 'react'
import { duplicateChoices, type ImportPreview, rowStatuses } from '../../shared/contract/workbooks'
import { importLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import type { Column } from '../components/tableColumns'
import styles from './ImportScreen.module.css'
import { type ImportChoices, type ListedRow, listRows, type RowStatus, whatBlocks, withLeftOut } from './importChoices'
import { Question } from './Question'
import { RowDetail } from './RowDetail'

interface CheckStepProps {
  readonly preview: ImportPreview
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

interface CheckingProps extends CheckStepProps {
  /** Gives the user's file back with its column of errors. */
  readonly onErrorFile: () => void
}

export function CheckStep({ preview, choices, onChange, onErrorFile }: CheckingProps) {
  const [status, setStatus] = useState<RowStatus | null>(null)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const all = useMemo(() => listRows(preview), [preview])
  const shown = useMemo(() => (status === null ? all : all.filter(({ row }) => row.status === status)), [all, status])
  const active = all.find(({ row }) => row.key === activeKey) ?? null
  const wrong = all.filter(({ row }) => row.status === 'error').map(({ row }) => row.key)
  const blocks = whatBlocks(preview)
  const sheetProblems = preview.problems.filter((problem) => problem.rowKey === null)
  const sheetError = sheetProblems.some((problem) => problem.severity === 'error')
  const severalSheets = preview.sheets.filter((sheet) => sheet.rows.length > 0).length > 1
  const columns = useMemo(() => columnsFor(severalSheets), [severalSheets])

  return (
    <>
      {blocks.length > 0 && (
        <div className={styles.blocked} role="status">
          <span>Chưa nhập được: {blocks.join('; ')}.</span>
          {wrong.length > 0 && (
            <Button kind="danger" onClick={() => onChange(withLeftOut(choices, wrong, true))}>
              Bỏ {wrong.length} dòng lỗi ra
            </Button>
          )}
        </div>
      )}
      <div className={styles.bands}>
        <Questions preview={preview} choices={choices} onChange={onChange} />
        <Totals preview={preview} />
        {sheetProblems.length > 0 && (
          <Band
            title={`Điều cần biết về tệp: ${sheetProblems.length}`}
            signal={sheetError ? 'late' : 'soon'}
            startOpen={sheetError}
          >
            <ul>
              {sheetProblems.map((problem) => (
                <li key={`${problem.sheet}-${problem.cell}-${problem.message}`}>
                  Trang “{problem.sheet}”{problem.cell !== null && `, ô ${problem.cell}`}: {problem.message}
                </li>
              ))}
            </ul>
          </Band>
        )}
      </div>
      <div className={styles.filterBar}>
        <StatusFilters preview={preview} chosen={status} onChoose={setStatus} total={all.length} />
        <DuplicatesAtOnce rows={shown} choices={choices} onChange={onChange} />
        <Button kind="quiet" onClick={onErrorFile}>
          {importLabels.errorFile}
        </Button>
      </div>
      <div className={styles.check}>
        <div className={styles.rows}>
          <DataTable
            name="import-rows"
            label="Các dòng trong tệp"
            columns={columns}
            rows={shown}
            total={all.length}
            rowKey={(listed) => listed.row.key}
            onActive={(listed) => setActiveKey(listed?.row.key ?? null)}
            empty="Không có dòng nào."
          />
        </div>
        {active !== null && <RowDetail key={active.row.key} listed={active} choices={choices} onChange={onChange} />}
      </div>
    </>
  )
}

function columnsFor(severalSheets: boolean): Column<ListedRow>[] {
  return [
    {
      id: 'row',
      header: 'Dòng',
      width: severalSheets ? 132 : 60,
      text: ({ sheet, row }) => (severalSheets ? `${sheet}: ${row.row}` : String(row.row)),
      sort: ({ row }) => row.row,
    },
    {
      id: 'status',
      header: 'Kiểm tra',
      width: 82,
      text: ({ row }) => importLabels.statuses[row.status],
      cell: ({ row }) => <span className={styles[`status-${row.status}`]}>{importLabels.statuses[row.status]}</span>,
    },
    { id: 'title', header: 'Tên', width: 210, text: ({ row }) => row.title },
    { id: 'action', header: 'Sẽ làm', width: 98, text: ({ row }) => importLabels.actions[row.action] },
    { id: 'problems', header: 'Vì sao', width: 220, grow: true, text: reasonOf },
  ]
}

function reasonOf({ row, problems, questions }: ListedRow): string {
  const unanswered = questions.filter((question) => question.answer === null)
  return [
    ...problems.map((problem) => `${problem.cell === null ? '' : `${problem.cell}: `}${problem.message}`),
    ...unanswered.map((question) => question.message),
    ...(row.duplicateOf === null || problems.length > 0 ? [] : [`Trùng với ${row.duplicateOf}`]),
  ].join(' · ')
}

interface DuplicatesAtOnceProps {
  readonly rows: readonly ListedRow[]
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

/** One answer for every row in sight that is on file already; a row may still be answered by itself. */
function DuplicatesAtOnce({ rows, choices, onChange }: DuplicatesAtOnceProps) {
  const known = rows.filter(({ row }) => row.duplicateOf !== null && row.status !== 'skipped')
  if (known.length < 2) return null
  const given = new Set(known.map(({ row }) => choices.duplicates[row.key] ?? 'skip'))
  const [only] = given
  const value = given.size === 1 && only !== undefined ? only : ''
  return (
    <label className={styles.atOnce}>
      {known.length} dòng đã có:
      <select
        className={styles.select}
        value={value}
        onChange={(event) => {
          const choice = duplicateChoices.find((one) => one === event.currentTarget.value)
          if (choice === undefined) return
          const all = Object.fromEntries(known.map(({ row }) => [row.key, choice]))
          onChange({ ...choices, duplicates: { ...choices.duplicates, ...all } })
        }}
      >
        {value === '' && <option value="">mỗi dòng một cách</option>}
        {duplicateChoices.map((choice) => (
          <option key={choice} value={choice}>
            {importLabels.duplicateChoices[choice]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface StatusFiltersProps {
  readonly preview: ImportPreview
  readonly chosen: RowStatus | null
  readonly total: number
  readonly onChoose: (status: RowStatus | null) => void
}

function StatusFilters({ preview, chosen, total, onChoose }: StatusFiltersProps) {
  return (
    <fieldset className={styles.filters} aria-label="Lọc theo kết quả kiểm tra">
      <button type="button" className={styles.filter} aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        Tất cả {total}
      </button>
      {rowStatuses.map((status) => (
        <button
          key={status}
          type="button"
          className={styles.filter}
          aria-pressed={chosen === status}
          onClick={() => onChoose(status)}
        >
          {importLabels.statuses[status]} {preview.counts[status]}
        </button>
      ))}
    </fieldset>
  )
}

interface BandProps {
  readonly title: string
  readonly signal: 'late' | 'soon' | 'done'
  readonly startOpen?: boolean
  readonly children: ReactNode
}

function Band({ title, signal, startOpen = true, children }: BandProps) {
  const [open, setOpen] = useState(startOpen)
  return (
    <section className={styles.band} data-signal={signal} aria-label={title}>
      <button type="button" className={styles.bandHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        {title} {open ? '▴' : '▾'}
      </button>
      {open && <div className={styles.bandBody}>{children}</div>}
    </section>
  )
}

function Questions({ preview, choices, onChange }: CheckStepProps) {
  const unanswered = preview.questions.filter((question) => question.answer === null).length
  if (preview.questions.length === 0) return null
  return (
    <Band
      title={
        unanswered === 0
          ? `${preview.questions.length} câu hỏi, đều đã có câu trả lời; mở ra để xem hoặc đổi`
          : `Cần trả lời: ${unanswered} / ${preview.questions.length} câu`
      }
      signal={unanswered === 0 ? 'soon' : 'late'}
      startOpen={unanswered > 0}
    >
      {preview.questions.map((question) => (
        <Question key={question.id} question={question} choices={choices} onChange={onChange} />
      ))}
    </Band>
  )
}

function Totals({ preview }: { readonly preview: ImportPreview }) {
  const totals = preview.sheets.flatMap((sheet) => sheet.totals.map((total) => ({ ...total, sheet: sheet.name })))
  const different = totals.filter((total) => total.difference !== 0)
  if (totals.length === 0) return null
  return (
    <Band
      title={
        different.length === 0
          ? `${totals.length} dòng tổng trong tệp khớp với các dòng chi tiết`
          : `${different.length} / ${totals.length} dòng tổng trong tệp lệch với các dòng chi tiết`
      }
      signal={different.length === 0 ? 'done' : 'late'}
      startOpen={different.length > 0}
    >
      <table className={styles.table} aria-label="Tổng trong tệp và tổng cộng lại">
        <thead>
          <tr>
            <th scope="col">Ô</th>
            <th scope="col">Dòng tổng</th>
            <th scope="col">Tệp ghi (đồng)</th>
            <th scope="col">Cộng lại (đồng)</th>
            <th scope="col">Chênh lệch</th>
          </tr>
        </thead>
        <tbody>
          {[...different, ...totals.filter((total) => total.difference === 0)].map((total) => (
            <tr key={`${total.sheet}!${total.cell}`}>
              <td>{total.cell}</td>
              <td>{total.label}</td>
              <td className={styles.figure}>{formatMoney(total.declared)}</td>
              <td className={styles.figure}>{formatMoney(total.computed)}</td>
              <td className={total.difference === 0 ? styles.same : styles.difference}>
                {total.difference === 0
                  ? 'khớp'
                  : `lệch ${formatMoney(Math.abs(total.difference))}: tệp ghi ${
                      total.declared > total.computed ? 'nhiều' : 'ít'
                    } hơn tổng các dòng`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Band>
  )
}
