// The only thing the window sees of the program: one function to call it by name, and news of files to open.
import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopBridge } from '../shared/contract/bridge'
import { callChannel, openFileChannel } from './shell/channels'

const bridge: DesktopBridge = {
  kind: 'desktop',
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  onOpenFile: (listener) => {
    ipcRenderer.on(openFileChannel, (_event, path: unknown) => {
      if (typeof path === 'string') listener(path)
    })
  },
}

contextBridge.exposeInMainWorld('skc', bridge)
