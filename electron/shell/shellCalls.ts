// The shell's own calls on the desktop: the system's windows for opening, saving and printing.
import { extname, join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, type FileFilter, nativeImage, shell } from 'electron'
import { Refusal } from '../../shared/contract/errors'
import type { ShellHandlers } from '../hosting/answer'
import { writeFileWhole } from '../hosting/atomicFile'
import { listFolder } from '../hosting/folders'
import { showPrintWindow } from './printing'
import { type UpdateChoice, updateFromFile } from './update'

const dataFiles: FileFilter = { name: 'Tệp Sổ Khuyến Công', extensions: ['skc'] }

const otherFiles: Readonly<Record<string, FileFilter>> = {
  '.pdf': { name: 'Tệp PDF', extensions: ['pdf'] },
  '.docx': { name: 'Văn bản Word', extensions: ['docx'] },
  '.xlsx': { name: 'Bảng tính Excel', extensions: ['xlsx'] },
  '.zip': { name: 'Tệp nén ZIP', extensions: ['zip'] },
}

const cancelled = { kind: 'cancelled' } as const

/** `fileToOpen` takes what the program was started with, once. */
export function desktopShellCalls(
  mainWindow: () => BrowserWindow | null,
  fileToOpen: () => string | null,
  update: UpdateChoice,
): ShellHandlers {
  const saved = new Set<string>()
  let lastFolder: string | null = null
  const folder = () => lastFolder ?? app.getPath('documents')

  const askWhere = async (title: string, name: string, filters: FileFilter[]): Promise<string | null> => {
    const options = { title, defaultPath: join(folder(), name), filters }
    const window = mainWindow()
    const answer = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
    if (answer.canceled || answer.filePath === '') return null
    lastFolder = join(answer.filePath, '..')
    return answer.filePath
  }

  return {
    chooseDataFile: async () => {
      const options = {
        title: 'Mở tệp dữ liệu',
        defaultPath: folder(),
        filters: [dataFiles],
        properties: ['openFile' as const],
      }
      const window = mainWindow()
      const answer = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
      const [path] = answer.filePaths
      return answer.canceled || path === undefined ? cancelled : { kind: 'chosen', path }
    },
    chooseNewDataFile: async ({ suggestedName }) => {
      const path = await askWhere('Tạo tệp dữ liệu mới', suggestedName, [dataFiles])
      if (path === null) return cancelled
      return { kind: 'chosen', path: extname(path) === '' ? `${path}.skc` : path }
    },
    chooseFolder: async ({ title }) => {
      const options = {
        title,
        defaultPath: folder(),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      }
      const window = mainWindow()
      const answer = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
      const [path] = answer.filePaths
      return answer.canceled || path === undefined ? cancelled : { kind: 'chosen', path }
    },
    updateFromFile: () => updateFromFile(mainWindow(), update),
    saveFile: async ({ suggestedName, base64 }) => {
      const filter = otherFiles[extname(suggestedName).toLowerCase()]
      const path = await askWhere('Lưu tệp', suggestedName, filter === undefined ? [] : [filter])
      if (path === null) return cancelled
      await writeFileWhole(path, Buffer.from(base64, 'base64'))
      saved.add(path)
      return { kind: 'saved', path }
    },
    copyImage: async ({ base64 }) => {
      const bytes = Buffer.from(base64, 'base64')
      if (nativeImage.createFromBuffer(bytes).isEmpty())
        throw new Refusal('call.refused', 'đây không phải là một hình PNG.')
      // Asked for only here: an Electron that is older than its class still starts.
      const { ClipboardItem } = await import('electron')
      await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
      return { kind: 'copied' }
    },
    openSaved: async ({ path }) => {
      if (!saved.has(path)) throw new Refusal('call.refused', 'chỉ mở được tệp vừa lưu trong lần chạy này.')
      const problem = await shell.openPath(path)
      if (problem !== '') throw new Refusal('call.refused', `máy không mở được “${path}”.`)
      return { kind: 'opened' }
    },
    print: async ({ title, base64 }) => {
      await showPrintWindow(mainWindow(), title, Buffer.from(base64, 'base64'))
      return { kind: 'shown' }
    },
    listFolder: ({ path }) => listFolder(path),
    takeFileToOpen: async () => ({ path: fileToOpen() }),
  }
}
