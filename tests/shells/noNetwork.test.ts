// No request ever leaves the machine: the built program under strace, every socket of it and of its children watched.
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { tempFolders } from '../support/tempFolder'
import { hasTool } from '../support/tools'
import { seenSockets, straceArguments } from '../support/watchedSockets'

const folder = tempFolders()
const run = promisify(execFile)
const main = join(import.meta.dirname, '../../out/main')

describe.skipIf(process.platform !== 'linux' || !hasTool('strace'))('sockets', () => {
  it('of a program that does call out are seen', async () => {
    const seen = join(folder(), 'sockets')
    const script =
      "const d = require('node:dgram').createSocket('udp4'); d.send('x', 9, '192.0.2.1', () => d.close()); require('node:net').connect(9, '127.0.0.1').on('error', () => {})"
    await run('strace', [...straceArguments(seen), process.execPath, '-e', script])
    expect(seenSockets(seen)).toEqual({ outside: [expect.stringContaining('192.0.2.1:9')], inside: 1 })
  })

  it('of the command line go nowhere, whatever it makes', async () => {
    const home = folder()
    const seen = join(home, 'sockets')
    const env = { ...process.env, SKC_USER_DATA: home }
    await run('strace', [...straceArguments(seen), process.execPath, join(main, 'cli.js'), 'demo', join(home, 'out')], {
      env,
      timeout: 110_000,
    })
    expect(seenSockets(seen)).toEqual({ outside: [], inside: 0 })
  }, 120_000)

  it('of the browser’s program go to this machine only', async () => {
    const home = folder()
    const seen = join(home, 'sockets')
    mkdirSync(join(home, 'user'))
    const child = spawn('strace', [...straceArguments(seen), process.execPath, join(main, 'web.js'), '--no-open'], {
      env: { ...process.env, SKC_USER_DATA: join(home, 'user') },
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    let said = ''
    const link = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(said)?.[0]
        if (found !== undefined) resolve(found)
      })
      child.once('exit', () => reject(new Error(said)))
    })
    const entered = await fetch(link, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { origin } = new URL(link)
    const call = async (name: string, input: unknown) => {
      const response = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, origin },
        body: JSON.stringify({ name, input }),
      })
      expect(await response.json(), name).toMatchObject({ ok: true })
    }
    await call('files.createSample', { path: join(home, 'a.skc') })
    await call('documents.render', { form: 'base-appraisal-4a', projectId: 1, format: 'pdf' })
    await call('safety.backUp', { label: '' })
    await call('safety.check', {})
    await call('support.bundle', {})
    // strace itself takes no signals; the program under it does.
    const under = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim()
    process.kill(Number(under), 'SIGINT')
    await ended
    expect(seenSockets(seen).outside).toEqual([])
    expect(readFileSync(seen, 'utf8')).toContain('SIGINT')
  }, 120_000)
})
