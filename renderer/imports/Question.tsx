// A question the file leaves open, answered by choosing (few choices in sight, many in a list) or in the user's own words.
import { type KeyboardEvent, useRef } from 'react'
import { Button } from '../components/Button'
import styles from './ImportScreen.module.css'
import type { ImportChoices, PreviewQuestion } from './importChoices'

interface QuestionProps {
  readonly question: PreviewQuestion
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

const mostInSight = 4

export function Question({ question, choices, onChange }: QuestionProps) {
  const answer = (value: string) => onChange({ ...choices, answers: { ...choices.answers, [question.id]: value } })
  if (question.freeText) return <InWords question={question} onAnswer={answer} />
  const where = question.cells.length === 0 ? '' : ` (ô ${question.cells.join(', ')})`
  if (question.choices.length > mostInSight)
    return (
      <div className={styles.question}>
        <label>
          {question.message}
          {where}
          <select
            className={styles.select}
            value={question.answer ?? ''}
            onChange={(event) => answer(event.currentTarget.value)}
          >
            {question.answer === null && <option value="">Chọn…</option>}
            {question.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      </div>
    )
  return (
    <fieldset className={styles.question}>
      <legend>
        {question.message}
        {where}
      </legend>
      {question.choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" checked={question.answer === choice.value} onChange={() => answer(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}

interface InWordsProps {
  readonly question: PreviewQuestion
  readonly onAnswer: (text: string) => void
}

function InWords({ question, onAnswer }: InWordsProps) {
  const box = useRef<HTMLInputElement>(null)
  const take = () => onAnswer(box.current?.value ?? '')
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    take()
  }
  return (
    <div className={styles.question}>
      <label>
        {question.message}
        <span className={styles.fix}>
          <input
            ref={box}
            className={styles.words}
            defaultValue={question.answer ?? ''}
            autoComplete="off"
            onKeyDown={onKeyDown}
          />
          <Button onClick={take}>{question.answer === null ? 'Ghi lý do' : 'Đổi lý do'}</Button>
        </span>
      </label>
    </div>
  )
}
