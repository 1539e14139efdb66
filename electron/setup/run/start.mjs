// Opens the program in its own window; where Electron cannot be had or cannot run, the same program in the browser.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { electronBinary } from '../electronBinary.mjs'
import { mainDir, prepare, reportFailure, root, runCommand, runNode, say, userDir } from '../prepare.mjs'

export async function run(args) {
  await reportFailure(async () => {
    const node = prepare()
    const electron = electronBinary(node)
    const reason = electron.missing ?? (await openWindow(node, electron.file, args))
    if (reason === null) return 0
    say(`${reason} Chương trình được mở trong trình duyệt trên máy này; nhấn Ctrl+C để dừng.`)
    return runNode(node, [path.join(mainDir, 'web.js'), ...args], { cwd: userDir })
  })
}

/** Null when the window was shown and closed by the user; otherwise why there was no window. */
async function openWindow(node, file, args) {
  // The program leaves this file once its window is up, which tells a failed start from a later end.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'so-khuyen-cong-'))
  const shown = path.join(folder, 'shown')
  const switches = []
  if (process.platform === 'linux' && process.getuid() === 0) {
    say('Đang chạy bằng quyền root nên cửa sổ Electron chạy không có hộp cát.')
    switches.push('--no-sandbox')
  }
  try {
    const code = await runCommand(node, file, [...switches, root, ...args], {
      cwd: userDir,
      env: { SKC_SHOWN_FILE: shown, ELECTRON_RUN_AS_NODE: undefined },
    })
    return code === 0 || fs.existsSync(shown) ? null : `Electron không chạy được trên máy này (mã thoát ${code}).`
  } catch {
    return 'Không khởi động được Electron trên máy này.'
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
