// Choosing a data file or a place for a new one inside the page, for a browser, which may not ask with the system's own window.
import { Modal } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { labels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { inputClass } from '../components/Field'
import { QueryProblem } from '../components/StateMessage'
import styles from './FolderPicker.module.css'

export type FolderPickerMode = 'open' | 'create' | 'folder'

const titles: Readonly<Record<FolderPickerMode, string>> = {
  open: 'Mở tệp dữ liệu',
  create: 'Tạo tệp dữ liệu mới',
  folder: 'Chọn thư mục',
}

interface FolderPickerProps {
  readonly mode: FolderPickerMode
  readonly suggestedName: string
  readonly onClose: () => void
  readonly onChosen: (path: string) => void
}

export function FolderPicker({ mode, suggestedName, onClose, onChosen }: FolderPickerProps) {
  const [path, setPath] = useState<string | null>(null)
  const folder = useQueryCall('shell.listFolder', { path }, { keepPrevious: true })
  const nameBox = useRef<HTMLInputElement>(null)
  const [nameProblem, setNameProblem] = useState<string | null>(null)
  // A folder that cannot be read leaves the last one in sight.
  const lastRead = useRef(folder.data)
  if (folder.data !== undefined) lastRead.current = folder.data
  const list = lastRead.current

  function goToTyped(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const typed = event.currentTarget.value.trim()
    if (typed === '' || list === undefined) return
    if (mode === 'open' && typed.toLowerCase().endsWith('.skc')) onChosen(typed)
    else setPath(typed)
  }

  function create(event: FormEvent): void {
    event.preventDefault()
    const typed = nameBox.current?.value.trim() ?? ''
    if (list === undefined) return
    if (typed === '' || /[\\/:*?"<>|]/.test(typed)) {
      setNameProblem('Tên tệp không được để trống và không có các ký tự \\ / : * ? " < > |')
      nameBox.current?.focus()
      return
    }
    const name = typed.toLowerCase().endsWith('.skc') ? typed : `${typed}.skc`
    onChosen(list.path.endsWith(list.separator) ? list.path + name : list.path + list.separator + name)
  }

  return (
    <Modal opened onClose={onClose} size={760} title={titles[mode]} transitionProps={{ duration: 0 }}>
      {list === undefined && folder.error !== null && (
        <QueryProblem error={folder.error} retry={() => void folder.refetch()} />
      )}
      {list !== undefined && (
        <div className={styles.picker}>
          <nav className={styles.places} aria-label="Nơi hay dùng">
            {list.places.map((place) => (
              <button
                key={place.path}
                type="button"
                aria-current={place.path === list.path || undefined}
                onClick={() => setPath(place.path)}
              >
                {place.name}
              </button>
            ))}
          </nav>
          <div className={styles.folder}>
            <input
              key={list.path}
              className={`${inputClass} ${styles.where}`}
              aria-label="Đường dẫn thư mục"
              title="Gõ hoặc dán đường dẫn rồi nhấn Enter"
              defaultValue={list.path}
              spellCheck={false}
              autoComplete="off"
              onKeyDown={goToTyped}
            />
            {folder.error !== null && (
              <p className={styles.problem} role="alert">
                {folder.error.message}
              </p>
            )}
            <ul className={styles.entries} aria-label="Thư mục và tệp">
              {list.parent !== null && (
                <li>
                  <button type="button" onClick={() => setPath(list.parent)}>
                    <span>↑ Thư mục trên</span>
                  </button>
                </li>
              )}
              {list.entries.map((entry) => (
                <li key={entry.path}>
                  <button
                    type="button"
                    disabled={mode !== 'open' && entry.kind === 'dataFile'}
                    onClick={() => (entry.kind === 'folder' ? setPath(entry.path) : onChosen(entry.path))}
                  >
                    <span className={entry.kind === 'dataFile' ? styles.file : undefined}>{entry.name}</span>
                    <span className={styles.kind}>{entry.kind === 'folder' ? 'Thư mục' : 'Tệp dữ liệu'}</span>
                  </button>
                </li>
              ))}
              {list.entries.length === 0 && (
                <li className={styles.none}>
                  {mode === 'folder' ? 'Thư mục này không có thư mục con.' : 'Thư mục này không có tệp .skc.'}
                </li>
              )}
            </ul>
          </div>
        </div>
      )}
      {mode === 'create' ? (
        <form className={styles.foot} onSubmit={create}>
          <label htmlFor="new-file-name">Tên tệp</label>
          <div>
            <input
              id="new-file-name"
              ref={nameBox}
              className={inputClass}
              defaultValue={suggestedName}
              spellCheck={false}
              autoComplete="off"
              data-autofocus
              aria-invalid={nameProblem !== null || undefined}
              aria-describedby={nameProblem === null ? undefined : 'new-file-name-error'}
            />
            {nameProblem !== null && (
              <p id="new-file-name-error" className={styles.problem}>
                {nameProblem}
              </p>
            )}
          </div>
          <Button kind="primary" type="submit">
            Tạo tệp ở đây
          </Button>
        </form>
      ) : (
        <div className={styles.buttons}>
          <Button onClick={onClose}>{labels.cancel}</Button>
          {mode === 'folder' && list !== undefined && (
            <Button kind="primary" onClick={() => onChosen(list.path)}>
              Chọn thư mục này
            </Button>
          )}
        </div>
      )}
    </Modal>
  )
}
