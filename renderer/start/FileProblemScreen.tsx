// A data file that cannot be opened gets a whole page: what happened, what is safe, what to do next.
import type { Problem, ProblemCode } from '../../shared/contract/errors'
import { Button } from '../components/Button'
import { RestoreChoices } from '../safety/RestoreChoices'
import { type FileProblem, headlineOf } from './fileProblems'
import styles from './start.module.css'
import type { DataFile } from './useDataFile'

interface FileProblemScreenProps {
  readonly problem: FileProblem | Problem
  readonly dataFile: DataFile
}

export function FileProblemScreen({ problem: given, dataFile }: FileProblemScreenProps) {
  const { path, problem } = 'problem' in given ? given : { path: '', problem: given }
  const [happened, ...then] = sentencesOf(problem.message)
  return (
    <main className={styles.page}>
      <section className={styles.panel} role="alert">
        <h1 className={styles.problemTitle}>{headlineOf(problem.code)}</h1>
        {path !== '' && <p className={styles.path}>{path}</p>}
        <p className={styles.happened}>{happened}</p>
        {then.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {path !== '' && restorable.includes(problem.code) && (
          <RestoreChoices path={path} damaged={problem.code === 'file.damaged'} onRestored={dataFile.forgetProblem} />
        )}
        <div className={styles.buttons}>
          {path !== '' && problem.code !== 'file.exists' && (
            <Button busy={dataFile.busy} onClick={() => void dataFile.open(path)}>
              Thử mở lại
            </Button>
          )}
          {path !== '' && problem.code === 'file.exists' && (
            <Button busy={dataFile.busy} onClick={() => void dataFile.open(path)}>
              Mở tệp đã có
            </Button>
          )}
          <Button
            kind={restorable.includes(problem.code) ? 'plain' : 'primary'}
            autoFocus
            onClick={dataFile.forgetProblem}
          >
            Về màn hình chọn tệp
          </Button>
        </div>
      </section>
    </main>
  )
}

/** What a backup of the file can mend. */
const restorable: readonly ProblemCode[] = ['file.damaged', 'file.missing', 'file.migration-failed']

/** The message says three things in turn; each gets its own line. A name in quotes is never cut. */
function sentencesOf(message: string): string[] {
  const parts: string[] = []
  for (const part of message.split(/(?<=[.;]) (?=\p{Lu}|hãy )/u)) {
    const before = parts.at(-1)
    if (before !== undefined && before.split('“').length > before.split('”').length)
      parts.splice(-1, 1, `${before} ${part}`)
    else parts.push(part)
  }
  return parts.map((part) => {
    const text = part.replace(/;$/, '.')
    return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
  })
}
