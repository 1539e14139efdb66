// Of Việc cần làm what carrying out asks: to mend after acceptance, findings still open, visits of the month.
import { formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import board from '../overview/DeadlineBoard.module.css'

type Task = CallOutput<'execution.tasks'>[number]

function leftInWords({ daysLeft }: Task): string {
  if (daysLeft < 0) return `Quá hạn ${formatInteger(-daysLeft)} ngày`
  return daysLeft === 0 ? 'Hôm nay là ngày cuối' : `Còn ${formatInteger(daysLeft)} ngày`
}

function pathOf({ kind, refId }: Task): string {
  return kind === 'mend' ? paths.acceptance(refId) : paths.inspection(refId)
}

export function ExecutionTasks() {
  const tasks = useQueryCall('execution.tasks', {})
  if (tasks.error !== null) return <p role="alert">{tasks.error.message}</p>
  if (tasks.data === undefined || tasks.data.length === 0) return null
  return (
    <>
      <h3 className={board.head}>Khi thực hiện ({tasks.data.length})</h3>
      <ul className={board.list} aria-label="Việc cần làm khi thực hiện">
        {tasks.data.map((task) => (
          <li key={`${task.kind}-${task.refId}-${task.words}`}>
            <div className={board.what}>
              <span className={task.daysLeft < 0 ? board.late : task.daysLeft <= 7 ? board.soon : undefined}>
                {leftInWords(task)}
              </span>{' '}
              · {task.words}
            </div>
            <Button kind="quiet" aria-label={`Mở: ${task.words}`} onClick={() => void navigate(pathOf(task))}>
              {task.kind === 'mend' ? 'Mở nghiệm thu' : 'Mở kiểm tra'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
