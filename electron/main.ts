// The program on the desktop. A failure to start is said in a window, since nobody sees a console.
import { release } from 'node:os'
import { app, dialog } from 'electron'
import { fileLog } from './hosting/log'
import { keepMemorySmall } from './hosting/smallMemory'
import { systemRefusal } from './hosting/systemGuard'
import { runDesktop } from './shell/run'

const fatal = (error: unknown): void => {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${details}\n`)
  fileLog(app.getPath('userData'))(details)
  dialog.showErrorBox(
    'Sổ Khuyến Công phải dừng',
    `Chương trình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn an toàn; hãy mở lại chương trình.\n\n${String(error)}`,
  )
  app.exit(1)
}
process.on('uncaughtException', fatal)
process.on('unhandledRejection', fatal)

keepMemorySmall()
const refusal = systemRefusal(process.platform, release())
if (refusal === null) runDesktop(import.meta.url)
else {
  dialog.showErrorBox('Sổ Khuyến Công', refusal)
  app.exit(1)
}
