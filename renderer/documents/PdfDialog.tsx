// A paper as it will be printed, in our own window: what it says on the left, the pages on the right, then print or save.
import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { FileOut } from '../../shared/contract/values'
import { labels } from '../../shared/labels'
import type { ProblemError } from '../app/bridge'
import { Button } from '../components/Button'
import { blobOf, printFile, saveFile } from './fileOut'
import styles from './PdfDialog.module.css'

export interface PdfDialogProps {
  readonly title: string
  readonly file: FileOut | undefined
  readonly waiting: boolean
  readonly error: ProblemError | null
  readonly onClose: () => void
  /** What can be chosen about the paper. */
  readonly options?: ReactNode
  /** Other ways to take it away, such as Word. */
  readonly moreButtons?: ReactNode
}

export function PdfDialog({ title, file, waiting, error, onClose, options, moreButtons }: PdfDialogProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const url = useBlobUrl(error === null ? file : undefined)
  const ready = file !== undefined && !waiting && error === null
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="calc(100vw - 32px)"
      yOffset={16}
      centered={false}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
      transitionProps={{ duration: 0 }}
    >
      <div className={options === undefined ? styles.narrowSide : styles.side}>
        {options}
        <div className={styles.buttons}>
          <Button
            kind="primary"
            disabled={!ready}
            onClick={() => {
              if (file !== undefined) void printFile(file, title, () => frame.current?.contentWindow?.print())
            }}
          >
            {labels.print}…
          </Button>
          <Button disabled={!ready} onClick={() => file !== undefined && void saveFile(file)}>
            Lưu PDF
          </Button>
          {moreButtons}
          <Button onClick={onClose}>{labels.close}</Button>
        </div>
      </div>
      <div className={styles.pages} aria-busy={waiting}>
        {error !== null && (
          <div className={styles.problem} role="alert">
            <p>{error.problem.message}</p>
            <ul>
              {error.problem.fields.map((field) => (
                <li key={field.path}>{field.message}</li>
              ))}
            </ul>
          </div>
        )}
        {error === null && url === null && (
          <p className={styles.waiting} role="status">
            Đang lập văn bản…
          </p>
        )}
        {url !== null && (
          <iframe ref={frame} className={styles.frame} title={`Bản xem trước: ${title}`} src={`${url}#navpanes=0`} />
        )}
      </div>
    </Modal>
  )
}

function useBlobUrl(file: FileOut | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (file === undefined) {
      setUrl(null)
      return
    }
    const made = URL.createObjectURL(blobOf(file))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
