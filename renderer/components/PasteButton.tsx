// Rows copied in Excel brought onto a list: by Ctrl+V anywhere on the screen, or by a button for those who look for one.
import { useState } from 'react'
import { labels } from '../../shared/labels'
import { Button } from './Button'
import { PasteBox } from './PasteBox'
import { usePastedRows } from './pasted'

interface PasteButtonProps {
  readonly onRows: (text: string) => void
  readonly quiet?: boolean
}

const words =
  'Chưa ghi gì ngay: các dòng được đối chiếu với số liệu đang có và cho xem trước dòng mới, thay đổi, trùng, lỗi; nhập xong vẫn hoàn tác được.'

export function PasteButton({ onRows, quiet = true }: PasteButtonProps) {
  const [open, setOpen] = useState(false)
  usePastedRows(open ? null : onRows)
  return (
    <>
      <Button
        kind={quiet ? 'quiet' : 'plain'}
        title="Ctrl+V ngay trên danh sách cũng được"
        onClick={() => setOpen(true)}
      >
        {labels.pasteRows}
      </Button>
      {open && (
        <PasteBox
          words={words}
          onClose={() => setOpen(false)}
          onText={(text) => {
            setOpen(false)
            onRows(text)
          }}
        />
      )}
    </>
  )
}
