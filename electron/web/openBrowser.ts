// Opens an address in the user's browser where this machine has a desktop to show it on.
import { spawn } from 'node:child_process'

export function openBrowser(address: string): void {
  const opener = openerOf(address)
  if (opener === null) return
  const child = spawn(opener.command, opener.args, { stdio: 'ignore', detached: true })
  // The address is printed anyway: a machine without an opener loses nothing.
  child.once('error', () => {})
  child.unref()
}

function openerOf(address: string): { command: string; args: string[] } | null {
  if (process.platform === 'darwin') return { command: 'open', args: [address] }
  if (process.platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""', address] }
  const hasDesktop = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  return hasDesktop ? { command: 'xdg-open', args: [address] } : null
}
