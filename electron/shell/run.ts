// Puts the desktop together: one instance, one hardened window, one program behind it.
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { createAnswer, type Log } from '../hosting/answer'
import { fileLog, readLog } from '../hosting/log'
import { programVersion } from '../hosting/programVersion'
import { runtimePaths } from '../hosting/runtimePaths'
import { forgetUpdate, readUpdateKey } from '../hosting/updateFile'
import { openFileChannel } from './channels'
import { closeNetwork, confineEveryPage, denyPermissions, refuseRequests } from './hardening'
import { serveCalls } from './ipc'
import { setMenu } from './menu'
import { declareScheme, isAppPage, serveScheme, startPage } from './protocol'
import { desktopShellCalls } from './shellCalls'
import { openMainWindow } from './window'

/** Only a development run may show screens from another server. */
const developmentPage = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL

/** Vite's server of a development run, with the socket by which it says what changed. */
const isOurServer = (url: string): boolean =>
  developmentPage !== undefined && new URL(url).host === new URL(developmentPage).host

const isOurPage = (url: string): boolean =>
  isAppPage(url) || (developmentPage !== undefined && new URL(url).origin === new URL(developmentPage).origin)

export function runDesktop(entryUrl: string): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  closeNetwork()
  declareScheme()
  confineEveryPage(isOurPage)

  let window: BrowserWindow | null = null
  let fileToOpen = dataFileIn(process.argv, process.cwd())

  const openLater = (path: string | null) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    if (path === null) return
    if (window === null) fileToOpen = path
    else window.webContents.send(openFileChannel, path)
  }
  app.on('second-instance', (_event, argv, workingDirectory) => openLater(dataFileIn(argv, workingDirectory)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openLater(path)
  })
  app.on('window-all-closed', () => app.quit())

  // Loaded while Electron gets ready; the window does not wait for it.
  const loading = Promise.all([
    import('../program'),
    import('../documents/renderService'),
    import('../program/safety/fileWork'),
    import('../workbooks/import/checkService'),
  ])
  // Not awaited at the top level: Electron becomes ready only after its entry module has run to the end.
  void app.whenReady().then(async () => {
    const paths = runtimePaths(entryUrl, app.isPackaged ? resolve(process.resourcesPath, 'resources') : undefined)
    const userDataDir = app.getPath('userData')
    denyPermissions(session.defaultSession)
    refuseRequests(session.defaultSession, isOurServer)
    serveScheme(paths.rendererDir)
    setMenu()

    const updateFolder = join(userDataDir, 'cap-nhat')
    const log = fileLog(userDataDir)
    const program = loading.then(([{ createProgram }, { workerRenderer }, { workerFileWork }, { workerChecks }]) =>
      createProgram({
        resourcesDir: paths.resourcesDir,
        userDataDir,
        renderer: workerRenderer(),
        backups: 'window',
        fileWork: workerFileWork(),
        checks: workerChecks({ resourcesDir: paths.resourcesDir }),
        log,
        readLog: () => readLog(userDataDir),
        version: programVersion(entryUrl),
      }),
    )
    const shell = desktopShellCalls(
      () => window,
      () => {
        const path = fileToOpen
        fileToOpen = null
        return path
      },
      {
        publicKey: () => readUpdateKey(paths.resourcesDir),
        currentVersion: programVersion(entryUrl),
        folder: updateFolder,
        prepare: async () => (await program).call('files.prepareUpdate', {}),
      },
    )
    const answering = program.then((ready) => createAnswer(ready, shell, log))
    serveCalls(async (name, input) => (await answering)(name, input), isOurPage, log)
    closeBeforeQuit(async () => (await program).close(), log)

    window = openMainWindow({ page: developmentPage ?? startPage, preloadFile: paths.preloadFile, userDataDir })
    window.once('closed', () => {
      window = null
    })
    await program
    await forgetUpdate(updateFolder)
  })
}

/** Quitting waits until the data file is closed. */
function closeBeforeQuit(close: () => Promise<void>, log: Log): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    void close()
      .catch((error: unknown) => log(error instanceof Error ? (error.stack ?? error.message) : String(error)))
      // By now every window is gone; asking to quit a second time from here is not heard by every Electron.
      .finally(() => app.exit())
  })
}

function dataFileIn(argv: readonly string[], folder: string): string | null {
  const file = argv.slice(1).find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.skc'))
  return file === undefined ? null : resolve(folder, file)
}
