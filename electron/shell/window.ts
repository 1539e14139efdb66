// The one window of the program.
import { writeFileSync } from 'node:fs'
import { BrowserWindow, dialog } from 'electron'
import { rememberBounds, startBounds } from './windowBounds'

export interface WindowParts {
  readonly page: string
  readonly preloadFile: string
  readonly userDataDir: string
}

export function openMainWindow(parts: WindowParts): BrowserWindow {
  const start = startBounds(parts.userDataDir)
  const window = new BrowserWindow({
    ...start.rectangle,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    title: 'Sổ Khuyến Công',
    webPreferences: {
      preload: parts.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium's own viewer shows the preview of a PDF.
      plugins: true,
      spellcheck: false,
    },
  })
  if (start.maximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
    tellStarter()
  })
  rememberBounds(window, parts.userDataDir)
  askBeforeLosingWork(window)
  recoverFromCrash(window)
  void window.loadURL(parts.page)
  return window
}

/** `npm start` waits for this file to know that the window came up. */
function tellStarter(): void {
  const file = process.env.SKC_SHOWN_FILE
  if (file) writeFileSync(file, '')
}

/** The page refuses to close while something is unsaved; Electron would then stay open without a word. */
function askBeforeLosingWork(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Có thay đổi chưa lưu.',
      detail: 'Nếu đóng bây giờ, những thay đổi đó sẽ mất. Dữ liệu đã lưu không bị ảnh hưởng.',
      buttons: ['Ở lại để lưu', 'Đóng, không lưu'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (answer === 1) event.preventDefault()
  })
}

function recoverFromCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const answer = dialog.showMessageBoxSync(window, {
      type: 'error',
      message: 'Màn hình gặp lỗi và phải mở lại.',
      detail: `Dữ liệu đã lưu vẫn an toàn. (${details.reason}, mã ${details.exitCode})`,
      buttons: ['Mở lại', 'Thoát'],
      defaultId: 0,
      noLink: true,
    })
    if (answer === 0) window.reload()
    else window.destroy()
  })
}
