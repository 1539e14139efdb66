// The shell's own calls where there is no desktop to ask: the page does it itself, and only folders are listed here.

import type { ShellHandlers } from '../hosting/answer'
import { listFolder } from '../hosting/folders'

const inPage = async () => ({ kind: 'in-page' }) as const

/** `fileToOpen` is what the program was started with. */
export function webShellCalls(fileToOpen: string | null): ShellHandlers {
  let waiting = fileToOpen
  return {
    chooseDataFile: inPage,
    chooseNewDataFile: inPage,
    chooseFolder: inPage,
    updateFromFile: inPage,
    saveFile: inPage,
    copyImage: inPage,
    openSaved: inPage,
    print: inPage,
    listFolder: ({ path }) => listFolder(path),
    takeFileToOpen: async () => {
      const path = waiting
      waiting = null
      return { path }
    },
  }
}
