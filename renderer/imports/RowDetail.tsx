// One row of the file: what it says, what is wrong with which cell and how to mend it, and what to do with it.
import { type KeyboardEvent, useRef } from 'react'
import { duplicateChoices } from '../../shared/contract/workbooks'
import { importLabels } from '../../shared/labels'
import { Button } from '../components/Button'
import styles from './ImportScreen.module.css'
import { cellKey, type ImportChoices, type ListedRow, type PreviewProblem, withLeftOut } from './importChoices'
import { Question } from './Question'

interface RowDetailProps {
  readonly listed: ListedRow
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

export function RowDetail({ listed, choices, onChange }: RowDetailProps) {
  const { row, sheet, problems, questions } = listed
  const leftOut = choices.leaveOut.includes(row.key)
  const isDuplicate = row.duplicateOf !== null
  return (
    <aside className={styles.detail} aria-label="Dòng đang chọn">
      <h2>{row.title}</h2>
      <p className={styles.facts}>
        Trang “{sheet}”, dòng {row.row} · {importLabels.statuses[row.status]} · {importLabels.actions[row.action]}
      </p>
      {(row.status !== 'skipped' || leftOut) && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={leftOut}
            onChange={(event) => onChange(withLeftOut(choices, [row.key], event.currentTarget.checked))}
          />
          Bỏ dòng này ra, không nhập
        </label>
      )}
      {isDuplicate && (
        <fieldset className={styles.question}>
          <legend>Trùng với {row.duplicateOf}. Làm gì với dòng này?</legend>
          {duplicateChoices.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`trung-${row.key}`}
                checked={(choices.duplicates[row.key] ?? 'skip') === choice}
                onChange={() => onChange({ ...choices, duplicates: { ...choices.duplicates, [row.key]: choice } })}
              />
              {importLabels.duplicateChoices[choice]}
            </label>
          ))}
        </fieldset>
      )}
      {problems.length > 0 && <h3>Chỗ cần xem</h3>}
      {problems.map((problem) => (
        <CellProblem
          key={`${problem.cell}-${problem.code}-${problem.message}`}
          problem={problem}
          corrected={problem.cell === null ? undefined : choices.corrections[cellKey(problem.sheet, problem.cell)]}
          onCorrect={(cell, text) => {
            const corrections = { ...choices.corrections }
            if (text === null) delete corrections[cellKey(problem.sheet, cell)]
            else corrections[cellKey(problem.sheet, cell)] = text
            onChange({ ...choices, corrections })
          }}
        />
      ))}
      {questions.map((question) => (
        <Question key={question.id} question={question} choices={choices} onChange={onChange} />
      ))}
      {row.fields.length > 0 && <h3>Nội dung đọc được</h3>}
      <dl>
        {row.fields.map((field) => (
          <Item key={field.field} label={field.label} value={field.value} before={field.before} />
        ))}
      </dl>
    </aside>
  )
}

interface ItemProps {
  readonly label: string
  readonly value: string
  readonly before: string | null
}

function Item({ label, value, before }: ItemProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {before !== null && before !== value && (
          <>
            <span className={styles.before}>{before === '' ? '(trống)' : before}</span>{' '}
          </>
        )}
        {value}
      </dd>
    </>
  )
}

interface CellProblemProps {
  readonly problem: PreviewProblem
  readonly corrected: string | undefined
  readonly onCorrect: (cell: string, text: string | null) => void
}

function CellProblem({ problem, corrected, onCorrect }: CellProblemProps) {
  const box = useRef<HTMLInputElement>(null)
  const { cell } = problem
  // A note about a cell that was read well asks for no other text.
  const canMend = problem.severity === 'error' || problem.suggested !== null || corrected !== undefined
  const correct = () => {
    if (cell !== null && box.current !== null) onCorrect(cell, box.current.value)
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    correct()
  }
  return (
    <div className={styles.cellProblem} data-severity={problem.severity}>
      <p>
        {importLabels.severities[problem.severity]}
        {cell !== null && ` ở ô ${cell}`}: {problem.message}
      </p>
      {problem.original !== '' && <p className={styles.facts}>Trong tệp ghi: {problem.original}</p>}
      {cell !== null && canMend && (
        <div className={styles.fix}>
          <input
            ref={box}
            aria-label={`Ghi lại ô ${cell}`}
            defaultValue={corrected ?? problem.suggested ?? problem.original}
            autoComplete="off"
            spellCheck={false}
            onKeyDown={onKeyDown}
          />
          <Button onClick={correct}>Dùng chữ này</Button>
          {corrected !== undefined && (
            <Button kind="quiet" onClick={() => onCorrect(cell, null)}>
              Như trong tệp
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
