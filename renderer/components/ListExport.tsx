// The button that takes a list out of the program as it is seen: to Excel, or as CSV for one kind of machine or the other.
import { Popover } from '@mantine/core'
import { useState } from 'react'
import { type ExportedList, type ListFormat, listFormats } from '../../shared/contract/lists'
import { labels, listFormatLabels } from '../../shared/labels'
import { runQuery } from '../app/calls'
import { saveFile } from '../documents/fileOut'
import { Button } from './Button'
import styles from './ListExport.module.css'
import { notifyProblem } from './notices'

interface ListExportProps {
  readonly disabled: boolean
  /** Read when the format is chosen: long lists come page by page. */
  readonly list: () => Promise<ExportedList>
}

export function ListExport({ disabled, list }: ListExportProps) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)

  async function take(format: ListFormat): Promise<void> {
    setOpen(false)
    setBusy(true)
    try {
      await saveFile(await runQuery('workbooks.exportList', { ...(await list()), format }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button kind="quiet" disabled={disabled} busy={busy} onClick={() => setOpen(!open)}>
          {labels.exportList} ▾
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.choices}>
          <p>Đúng các dòng, cột và thứ tự đang hiện</p>
          {listFormats.map((format) => (
            <button key={format} type="button" onClick={() => void take(format)}>
              <span>{listFormatLabels[format].name}</span>
              <small>{listFormatLabels[format].use}</small>
            </button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
