// Printing goes through the system's dialog, over a window that shows the PDF: printing without one is unreliable on
// Windows. The window stays open so that the paper can be looked at and printed again.
import { BrowserWindow, dialog } from 'electron'
import { offerPdf } from './protocol'

export async function showPrintWindow(
  parent: BrowserWindow | null,
  title: string,
  pdf: Buffer<ArrayBuffer>,
): Promise<void> {
  const offered = offerPdf(pdf)
  const window = new BrowserWindow({
    width: 900,
    height: 760,
    title,
    autoHideMenuBar: true,
    ...(parent === null ? {} : { parent }),
    // The viewer of PDFs is a plugin of Chromium's own.
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true },
  })
  window.once('closed', offered.forget)
  window.on('page-title-updated', (event) => event.preventDefault())
  await window.loadURL(offered.url)
  window.webContents.print({ silent: false, printBackground: true }, (printed, reason) => {
    // Cancelling is an answer too: the window stays with the paper in it.
    if (!printed && !/cancel/i.test(reason)) sayNotPrinted(window, reason)
  })
}

function sayNotPrinted(window: BrowserWindow, reason: string): void {
  if (window.isDestroyed()) return
  void dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Chưa in được.',
    detail: `Hãy kiểm tra máy in đã bật và đã cài trên máy này, rồi bấm nút in ở góc trên. (${reason})`,
    buttons: ['Đóng'],
    noLink: true,
  })
}
