// What the desktop's preload puts on the page as `window.skc`. In a browser there is none, and the page posts to /call.
import type { Result } from './errors'

export interface DesktopBridge {
  readonly kind: 'desktop'
  call(name: string, input: unknown): Promise<Result<unknown>>
  /** Told each data file the system asks the running program to open. */
  onOpenFile(listener: (path: string) => void): void
}
