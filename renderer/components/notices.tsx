// Short messages at the foot of the window: a saved thing says so once.
import { useSyncExternalStore } from 'react'
import { historyLabels } from '../../shared/labels'
import { problemOf } from '../app/bridge'
import { takeUndoOffer } from '../app/undoOffer'
import { Button } from './Button'
import styles from './notices.module.css'

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

interface Notice {
  readonly id: number
  readonly kind: 'done' | 'problem'
  readonly text: string
  readonly action: NoticeAction | null
}

const shownFor = { done: 6_000, problem: 20_000 } as const

let notices: readonly Notice[] = []
let nextId = 1
const listeners = new Set<() => void>()

function set(next: readonly Notice[]): void {
  notices = next
  for (const listener of listeners) listener()
}

function add(kind: Notice['kind'], text: string, action: NoticeAction | null): void {
  const id = nextId
  nextId += 1
  // At most one of each kind: the last thing said is the one that counts.
  set([...notices.filter((notice) => notice.kind !== kind), { id, kind, text, action }])
  setTimeout(() => dismiss(id), shownFor[kind])
}

function dismiss(id: number): void {
  set(notices.filter((notice) => notice.id !== id))
}

let undoAction: ((commandId: number) => void) | null = null

/** What "Hoàn tác" does; given once a file is open. */
export function setUndoAction(action: (commandId: number) => void): () => void {
  undoAction = action
  return () => {
    undoAction = null
  }
}

/** Offered where the notice follows a piece of work that can be taken back. */
function undoOffer(): NoticeAction | null {
  const offered = takeUndoOffer()
  if (offered === null || undoAction === null) return null
  return {
    label: historyLabels.undo,
    run: () => {
      void offered.then((commandId) => {
        if (commandId !== null) undoAction?.(commandId)
      })
    },
  }
}

/** Such as notifyDone('Đã lưu cơ sở Tân Lợi'). Without an action of its own it offers to take the work back. */
export function notifyDone(text: string, action: NoticeAction | null = null): void {
  const offer = undoOffer()
  add('done', text, action ?? offer)
}

/** For what went otherwise than asked, in words of the screen's own. */
export function notifyWarning(text: string): void {
  add('problem', text, null)
}

/** For a refusal that belongs to no field. */
export function notifyProblem(error: unknown): void {
  add('problem', problemOf(error).message, null)
}

export function Notices() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => notices,
  )
  return (
    <div className={styles.notices} aria-live="polite">
      {shown.map((notice) => (
        <div
          key={notice.id}
          role={notice.kind === 'problem' ? 'alert' : 'status'}
          className={`${styles.notice} ${styles[notice.kind]}`}
        >
          <span>{notice.text}</span>
          {notice.action !== null && (
            <Button
              kind="quiet"
              onClick={() => {
                notice.action?.run()
                dismiss(notice.id)
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <button type="button" className={styles.close} aria-label="Đóng thông báo" onClick={() => dismiss(notice.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
