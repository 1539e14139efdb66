// The page of a program reached through Chromium's own port: for programs whose door for Node's debugger is closed.
import { createServer } from 'node:net'
import { chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { productName } from '../../../shared/labels'

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}

interface Target {
  readonly title: string
  readonly url: string
}

/**
 * Who attaches while the window still moves from its empty page to its own waits for ever (one start of twelve on a busy
 * machine), so the page has to be there first.
 */
export async function remotePage(port: number): Promise<Page> {
  const address = `http://127.0.0.1:${port}`
  const isThere = (): Promise<boolean> =>
    fetch(`${address}/json/list`)
      .then((answer) => answer.json() as Promise<Target[]>)
      .then(
        (targets) => targets.some(({ title, url }) => title === productName && url.startsWith('app://')),
        () => false,
      )
  await expect.poll(isThere, { timeout: 60_000 }).toBe(true)
  const browser = await chromium.connectOverCDP(address)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('no window')
  await page.waitForSelector('#root > *')
  return page
}
