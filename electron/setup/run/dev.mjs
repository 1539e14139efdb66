// Hot reload: in Electron's window where Electron is there, otherwise screens from Vite's server in the browser with the
// loopback program behind it, rebuilt and restarted when its sources change.
import path from 'node:path'
import { electronBinary } from '../electronBinary.mjs'
import { prepareModules, reportFailure, root, runNode, say } from '../prepare.mjs'

export async function run(args) {
  await reportFailure(async () => {
    const node = prepareModules()
    const electron = electronBinary(node)
    if (electron.missing) {
      say(`${electron.missing} Bản phát triển được mở trong trình duyệt; nhấn Ctrl+C để dừng.`)
      return runNode(node, [path.join(root, 'electron/setup/devInBrowser.mjs'), ...args])
    }
    const asRoot = process.platform === 'linux' && process.getuid() === 0
    const tool = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    return runNode(node, [tool, 'dev', '--watch', ...(asRoot ? ['--noSandbox'] : []), '--', ...args], {
      env: { ELECTRON_EXEC_PATH: electron.file },
    })
  })
}
