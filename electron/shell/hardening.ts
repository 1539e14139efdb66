// What no page may do, ours included: ask for permissions, go elsewhere, open windows, embed other pages.
import { app, type Session, type WebContents } from 'electron'

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** `mayShow` says which addresses a main frame may move to. */
export function confineEveryPage(mayShow: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, mayShow))
}

function confine(contents: WebContents, mayShow: (url: string) => boolean): void {
  contents.on('will-navigate', (event) => {
    if (!mayShow(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
