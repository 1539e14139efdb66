// A finished file from the program: saved through the system's own dialog, or as a download where the window is a browser's.
import type { FileOut } from '../../shared/contract/values'
import { api } from '../app/api'
import { notifyDone, notifyProblem } from '../components/notices'

export function blobOf(file: FileOut): Blob {
  const text = atob(file.base64)
  return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], { type: file.mediaType })
}

export async function saveFile(file: FileOut): Promise<void> {
  try {
    const saved = await api.shell.saveFile({ suggestedName: file.fileName, base64: file.base64 })
    switch (saved.kind) {
      case 'cancelled':
        return
      case 'in-page':
        download(file)
        notifyDone(`Đã tải về ${file.fileName}. Tệp nằm trong thư mục tải về của trình duyệt.`)
        return
      case 'saved':
        notifyDone(`Đã lưu ${saved.path}.`, { label: 'Mở tệp', run: () => void openSaved(saved.path) })
    }
  } catch (error) {
    notifyProblem(error)
  }
}

async function openSaved(path: string): Promise<void> {
  try {
    await api.shell.openSaved({ path })
  } catch (error) {
    notifyProblem(error)
  }
}

function download(file: FileOut): void {
  const url = URL.createObjectURL(blobOf(file))
  const link = document.createElement('a')
  link.href = url
  link.download = file.fileName
  link.click()
  // The browser takes the bytes when it starts the download, which is after this turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Prints a PDF; `inPage` prints the preview where the shell has no printing of its own. */
export async function printFile(file: FileOut, title: string, inPage: () => void): Promise<void> {
  try {
    const printed = await api.shell.print({ title, base64: file.base64 })
    if (printed.kind === 'in-page') inPage()
  } catch (error) {
    notifyProblem(error)
  }
}
