// Questions that stop the work: one dialog at a time, asked from anywhere, answered by yes or no.
import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { labels } from '../../shared/labels'
import { setUnsavedQuestion } from '../app/unsaved'
import { Button } from './Button'
import styles from './dialogs.module.css'

export interface Question {
  readonly title: string
  readonly text: ReactNode
  readonly yes: string
  readonly no?: string
  /** Yes destroys something: red, and not the button that Enter presses. */
  readonly destroys?: boolean
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

let show: (asked: Asked) => void = (asked) => asked.answer(false)

/** Resolves to true only when the user presses the yes button. */
export function askUser(question: Question): Promise<boolean> {
  return new Promise((resolve) => show({ ...question, answer: resolve }))
}

const leaveQuestion: Question = {
  title: 'Thay đổi chưa được lưu',
  text: 'Những gì vừa sửa ở màn hình này chưa được lưu. Rời đi bây giờ sẽ mất các thay đổi đó.',
  yes: 'Rời đi, không lưu',
  no: 'Ở lại để lưu',
  destroys: true,
}

/** The question may be asked from inside a dialog (Mantine's stand at 200, their lists at 300). */
const aboveDialogs = 350

/** Stands once, in the frame. */
export function Dialogs() {
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => {
    show = setAsked
    const forget = setUnsavedQuestion(() => askUser(leaveQuestion))
    return () => {
      forget()
      show = (late) => late.answer(false)
    }
  }, [])

  function answer(yes: boolean): void {
    // The dialog is gone before its answer is acted on, so that the next screen finds the focus free.
    flushSync(() => setAsked(null))
    asked?.answer(yes)
  }

  // Every open dialog hears Escape at the window; this one hears it first and alone, or the one beneath would close with it.
  const onEscape = useRef<(() => void) | null>(null)
  onEscape.current = asked === null ? null : () => answer(false)
  useLayoutEffect(() => {
    function hear(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.isComposing || onEscape.current === null) return
      event.stopImmediatePropagation()
      onEscape.current()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  }, [])

  const destroys = asked?.destroys === true
  return (
    <Modal
      opened={asked !== null}
      onClose={() => answer(false)}
      title={asked?.title ?? ''}
      size={480}
      zIndex={aboveDialogs}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.text}>{asked?.text}</div>
      <div className={styles.buttons}>
        <Button data-autofocus={destroys || undefined} onClick={() => answer(false)}>
          {asked?.no ?? labels.cancel}
        </Button>
        <Button
          data-autofocus={!destroys || undefined}
          kind={destroys ? 'danger' : 'primary'}
          onClick={() => answer(true)}
        >
          {asked?.yes}
        </Button>
      </div>
    </Modal>
  )
}
