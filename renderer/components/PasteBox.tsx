// The box that cells copied in Excel are pasted into, for those who look for a button: the same as Ctrl+V on the list itself.
import { Modal } from '@mantine/core'
import { useId } from 'react'
import { labels } from '../../shared/labels'
import styles from './PasteBox.module.css'

interface PasteBoxProps {
  /** What the rows become, and what happens to them before anything is written. */
  readonly words: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

export function PasteBox({ words, onText, onClose }: PasteBoxProps) {
  const id = useId()
  return (
    <Modal opened onClose={onClose} title={labels.pasteRows} size={560} transitionProps={{ duration: 0 }}>
      <ol className={styles.steps}>
        <li>Trong Excel, chọn các dòng (nên chọn cả dòng đầu cột) rồi bấm Ctrl+C.</li>
        <li>
          <label htmlFor={id}>Bấm Ctrl+V vào ô dưới đây.</label>
        </li>
      </ol>
      <textarea
        id={id}
        className={styles.box}
        rows={4}
        data-autofocus
        value=""
        // Nothing is typed here: what is pasted goes on at once.
        onChange={() => undefined}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          event.preventDefault()
          if (text.trim() !== '') onText(text)
        }}
      />
      <p className={styles.words}>{words}</p>
    </Modal>
  )
}
