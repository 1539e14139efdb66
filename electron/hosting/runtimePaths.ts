// Where the built program finds its parts, and where it keeps what belongs to the user rather than to a data file.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder's name is Electron's productName, so that every shell shares one list of recent files. */
const appFolder = 'SoKhuyenCong'

export interface RuntimePaths {
  readonly resourcesDir: string
  readonly rendererDir: string
  readonly preloadFile: string
}

/** From the URL of a built entry, out/main/<entry>.js. A packaged program names its own folder of resources. */
export function runtimePaths(entryUrl: string, resourcesDir?: string): RuntimePaths {
  const root = fileURLToPath(new URL('../..', entryUrl))
  return {
    resourcesDir: resourcesDir ?? join(root, 'resources'),
    rendererDir: join(root, 'out', 'renderer'),
    preloadFile: join(root, 'out', 'preload', 'preload.cjs'),
  }
}

/** The same folder Electron calls userData, for the shells that run without Electron. */
export function userDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.SKC_USER_DATA) return env.SKC_USER_DATA
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), appFolder)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', appFolder)
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), appFolder)
}
