// What no page may do, ours included: ask for permissions, go elsewhere, open windows, embed other pages. And what Chromium
// itself may not do behind it: look up names, fetch dictionaries, ask for updates of its parts.
import { app, type Session, type WebContents } from 'electron'

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Before Electron is ready. A development run may reach its own server on this machine, nobody else's. */
export function closeNetwork(): void {
  const { commandLine } = app
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1')
  for (const name of ['no-proxy-server', 'no-pings', 'disable-background-networking', 'disable-component-update'])
    commandLine.appendSwitch(name)
}

const networkSchemes = ['http:', 'https:', 'ws:', 'wss:', 'ftp:']

/** `mayReach` says which addresses of a network count as ours: those of a development run. */
export function refuseRequests(session: Session, mayReach: (url: string) => boolean): void {
  // Otherwise the first start asks Google for the dictionary of the system's language.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: networkSchemes.includes(new URL(url).protocol) && !mayReach(url) })
  })
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
