// The files attached to something: each saved again as it came, or let go after asking.
import type { AttachmentHead } from '../../shared/contract/archive'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { useCommandCall, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import styles from './Archive.module.css'
import { type AttachmentOwner, saveAttachment, useAttaching } from './attachmentFiles'
import { FileDrop, RefusedFiles } from './FileDrop'

function sizeWords(size: number): string {
  const kilobyte = 1024
  if (size < kilobyte) return `${size} byte`
  const kilobytes = Math.round(size / kilobyte)
  return kilobytes < kilobyte
    ? `${formatInteger(kilobytes)} KB`
    : `${formatInteger(Math.round(kilobytes / kilobyte))} MB`
}

export function AttachedFiles({ files }: { readonly files: readonly AttachmentHead[] }) {
  const remove = useCommandCall('archive.removeAttachment')

  async function letGo(file: AttachmentHead): Promise<void> {
    const sure = await askUser({
      title: `Bỏ tệp “${file.fileName}”?`,
      text: 'Tệp trong sổ sẽ bị xóa. Tệp gốc trên máy, nếu có, không bị động đến.',
      yes: 'Bỏ tệp',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id: file.id })
      notifyDone(`Đã bỏ tệp ${file.fileName}.`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  if (files.length === 0) return null
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Button
            kind="quiet"
            aria-label={`Lưu lại tệp ${file.fileName}`}
            title={`${sizeWords(file.size)}, đính kèm ngày ${formatDate(file.addedOn)}. Bấm để lưu lại.`}
            onClick={() => void saveAttachment(file.id)}
          >
            {file.fileName}
          </Button>
          <Button kind="quiet" aria-label={`Bỏ tệp ${file.fileName}`} onClick={() => void letGo(file)}>
            Bỏ
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface AttachmentsSectionProps {
  readonly owner: AttachmentOwner
  readonly ownerName: string
}

/** Files of a record as a whole. */
export function AttachmentsSection({ owner, ownerName }: AttachmentsSectionProps) {
  const files = useQueryCall('archive.attachments', owner)
  const { attach, busy, refused } = useAttaching()
  return (
    <>
      {files.error !== null && <p role="alert">{files.error.message}</p>}
      <AttachedFiles files={files.data ?? []} />
      <FileDrop
        label={`Đính kèm vào ${ownerName}`}
        busy={busy}
        onFiles={(chosen) => void attach(async () => owner, chosen)}
      >
        <span className={styles.hint}>PDF, Word, Excel hoặc ảnh, mỗi tệp tối đa 20 MB: kéo thả vào đây hoặc</span>
      </FileDrop>
      <RefusedFiles refused={refused} />
    </>
  )
}
