// What somebody has to decide before the files count: each doubt in words, with what may be done about it.
import type { Consolidated } from '../../shared/contract/consolidation'
import styles from './Consolidation.module.css'

interface ConsolidationIssuesProps {
  readonly shown: Consolidated
  readonly onDecide: (issue: string, choice: string) => void
  readonly onAnswer: (source: string, question: string, answer: string) => void
}

export function openCount(shown: Consolidated): number {
  return (
    shown.issues.filter(({ answer }) => answer === null).length +
    shown.questions.filter(({ answer }) => answer === null).length
  )
}

export function ConsolidationIssues({ shown, onDecide, onAnswer }: ConsolidationIssuesProps) {
  if (shown.issues.length + shown.questions.length === 0)
    return (
      <div className={styles.padded}>
        <p>Không có gì phải quyết định: các tệp cùng năm, cùng loại số liệu, không trùng tỉnh, mã kiểm tra đều khớp.</p>
      </div>
    )
  // What waits stands first.
  const issues = [...shown.issues].sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null))
  return (
    <div className={styles.padded}>
      {shown.questions.map((question) => (
        <Choosing
          key={`${question.source} ${question.id}`}
          name={`${question.source} ${question.id}`}
          message={`${question.fileName}: ${question.message}`}
          choices={question.choices}
          answer={question.answer}
          state={question.answer === null ? 'Chưa trả lời: tệp này chưa được tính.' : ''}
          onChoose={(value) => onAnswer(question.source, question.id, value)}
        />
      ))}
      {issues.map((issue) => (
        <Choosing
          key={issue.id}
          name={issue.id}
          message={issue.message}
          choices={issue.choices}
          answer={issue.answer}
          state={
            issue.answer === null
              ? 'Chưa quyết định: các tệp này chưa được tính.'
              : issue.answered
                ? ''
                : 'Chương trình đề nghị như trên; chọn khác nếu không đúng.'
          }
          onChoose={(value) => onDecide(issue.id, value)}
        />
      ))}
    </div>
  )
}

interface ChoosingProps {
  readonly name: string
  readonly message: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly answer: string | null
  readonly state: string
  readonly onChoose: (value: string) => void
}

function Choosing({ name, message, choices, answer, state, onChoose }: ChoosingProps) {
  return (
    <fieldset className={styles.issue} data-open={answer === null || undefined}>
      <legend>{message}</legend>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="radio" name={name} checked={answer === choice.value} onChange={() => onChoose(choice.value)} />
            {choice.label}
          </label>
        ))}
      </div>
      {state !== '' && <div className={answer === null ? styles.open : styles.state}>{state}</div>}
    </fieldset>
  )
}
