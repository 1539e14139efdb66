// "Cập nhật từ tệp…" on the desktop: asks for the file, says which version it is, and hands over to the checked installer.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { app, type BrowserWindow, dialog } from 'electron'
import { Refusal, type Result } from '../../shared/contract/errors'
import { checkUpdate, installUpdate } from '../hosting/updateFile'

export interface UpdateChoice {
  readonly publicKey: () => Promise<string | null>
  readonly currentVersion: string
  readonly folder: string
  /** Backs up and closes the data file. */
  readonly prepare: () => Promise<Result<unknown>>
}

type Outcome = { readonly kind: 'started'; readonly version: string } | { readonly kind: 'cancelled' }

export async function updateFromFile(window: BrowserWindow | null, choice: UpdateChoice): Promise<Outcome> {
  if (process.platform !== 'win32')
    throw new Refusal('call.refused', 'trên máy này hãy thay thư mục chương trình bằng bản mới; tệp dữ liệu để nguyên.')
  const file = await askFile(window)
  if (file === null) return { kind: 'cancelled' }
  const parts = { publicKey: await choice.publicKey(), currentVersion: choice.currentVersion, folder: choice.folder }
  const { version } = await checkUpdate(file, parts)
  if (!(await confirm(window, choice.currentVersion, version))) return { kind: 'cancelled' }
  await installUpdate(file, {
    ...parts,
    prepare: async () => {
      const prepared = await choice.prepare()
      if (!prepared.ok) throw new Refusal('backup.failed', prepared.error.message)
    },
    launch: async (checked) => {
      const installer = spawn(checked, [], { detached: true, stdio: 'ignore' })
      await once(installer, 'spawn')
      installer.unref()
      app.quit()
    },
  })
  return { kind: 'started', version }
}

async function askFile(window: BrowserWindow | null): Promise<string | null> {
  const options = {
    title: 'Chọn tệp cài đặt phiên bản mới',
    filters: [{ name: 'Tệp cài đặt Sổ Khuyến Công', extensions: ['exe'] }],
    properties: ['openFile' as const],
  }
  const answer = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  const [file] = answer.filePaths
  return answer.canceled || file === undefined ? null : file
}

async function confirm(window: BrowserWindow | null, from: string, to: string): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message: `Cập nhật từ phiên bản ${from} lên ${to}?`,
    detail: 'Chữ ký của tệp đúng. Tệp dữ liệu sẽ được sao lưu rồi đóng, chương trình thoát và trình cài đặt bắt đầu.',
    buttons: ['Cập nhật', 'Để sau'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const answer = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
  return answer.response === 0
}
