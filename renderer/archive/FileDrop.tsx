// A place files are dropped on or chosen by a button, and the words for those that were not taken.
import { type ReactNode, useRef, useState } from 'react'
import { dossierLabels } from '../../shared/labels'
import { Button } from '../components/Button'
import styles from './Archive.module.css'
import { attachmentAccept } from './attachmentFiles'

interface FileDropProps {
  /** Says to whom the files go: "Đính kèm vào …". */
  readonly label: string
  readonly busy: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}

export function FileDrop({ label, busy, onFiles, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(files)
  }
  return (
    <fieldset
      className={styles.drop}
      data-over={over || undefined}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      {children}
      <Button kind="quiet" busy={busy} aria-label={label} onClick={() => input.current?.click()}>
        {dossierLabels.attach}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        accept={attachmentAccept}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file may be chosen again after it has been mended.
          event.currentTarget.value = ''
        }}
      />
    </fieldset>
  )
}

export function RefusedFiles({ refused }: { readonly refused: readonly string[] }) {
  if (refused.length === 0) return null
  return (
    <div className={styles.refused} role="alert">
      <p>Chưa đính kèm được:</p>
      <ul>
        {refused.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  )
}
