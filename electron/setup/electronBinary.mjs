// Finds a runnable Electron: a distribution named by the environment, the installed one, or one fetched now.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root, say } from './prepare.mjs'

const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
const name = names[process.platform] ?? 'electron'
const downloadLimit = 5 * 60 * 1000

/** Either `{ file }`, or `{ missing }`: a sentence that says why there is none. */
export function electronBinary(node) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { missing: 'Máy này không có màn hình đồ họa nên không mở được cửa sổ Electron.' }
  }
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules/electron/dist')
  const file = path.join(folder, name)
  if (fs.existsSync(file)) return { file }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return { missing: `Không thấy Electron trong thư mục ${folder} (ELECTRON_OVERRIDE_DIST_PATH).` }
  }
  say('Đang tải Electron (chỉ lần đầu, khoảng 120 MB)…')
  const installer = path.join(root, 'node_modules/electron/install.js')
  const done = spawnSync(node, [installer], {
    cwd: root,
    stdio: 'ignore',
    timeout: downloadLimit,
    killSignal: 'SIGKILL',
  })
  if (done.status === 0 && fs.existsSync(file)) return { file }
  return { missing: 'Không tải được Electron (máy không có mạng hoặc mạng chặn việc tải).' }
}
