// Files on their way in as attachments and out again: refused in words before anything is sent, saved as they came.
import { useState } from 'react'
import { attachmentEmpty, attachmentTooLarge, largestAttachment } from '../../shared/domain/attachments'
import { ProblemError } from '../app/bridge'
import { type CallInput, runQuery, useCommandCall } from '../app/calls'
import { notifyDone, notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import { readUpload } from '../imports/readUpload'

export interface AttachmentOwner {
  readonly ownerKind: CallInput<'archive.attach'>['ownerKind']
  readonly ownerId: number
}

/** What the file dialog offers; what is taken is decided by the content. */
export const attachmentAccept = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg'

/** Words for a file that need not even be read. */
function whyNotTaken(file: File): string | null {
  if (file.size === 0) return attachmentEmpty
  return file.size > largestAttachment ? attachmentTooLarge : null
}

function wordsOf(error: unknown): string {
  if (!(error instanceof ProblemError))
    return 'Không đọc được tệp. Tệp có thể đang mở ở chương trình khác hoặc đã bị chuyển chỗ.'
  const [field] = error.problem.fields
  return field?.message ?? error.problem.message
}

export interface Attaching {
  readonly busy: boolean
  /** Each file that was not taken, with its reason. */
  readonly refused: readonly string[]
  readonly attach: (owner: () => Promise<AttachmentOwner>, files: readonly File[]) => Promise<void>
}

/** Attaches files one after another: one that is refused does not hold up the others. */
export function useAttaching(): Attaching {
  const command = useCommandCall('archive.attach')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])

  async function attach(owner: () => Promise<AttachmentOwner>, files: readonly File[]): Promise<void> {
    setBusy(true)
    setRefused([])
    const kept: string[] = []
    const problems: string[] = []
    for (const file of files) {
      const reason = whyNotTaken(file)
      try {
        if (reason === null) {
          const { base64 } = await readUpload(file)
          await command.mutateAsync({ ...(await owner()), fileName: file.name, base64 })
          kept.push(file.name)
        } else problems.push(`“${file.name}”: ${reason}`)
      } catch (error) {
        problems.push(`“${file.name}”: ${wordsOf(error)}`)
      }
    }
    setBusy(false)
    setRefused(problems)
    if (kept.length > 0) notifyDone(`Đã đính kèm ${kept.join(', ')}.`)
  }

  return { busy, refused, attach }
}

export async function saveAttachment(id: number): Promise<void> {
  try {
    await saveFile(await runQuery('archive.attachment', { id }))
  } catch (error) {
    notifyProblem(error)
  }
}
