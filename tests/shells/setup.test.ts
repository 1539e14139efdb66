// A Node too old to set the project up is refused in one sentence by every entry, before anything is installed.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const setup = join(import.meta.dirname, '../../electron/setup')

/** This Node, saying that it is another. */
function runAs(version: string, entry: string) {
  const lie = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${lie}`, join(setup, entry), '--help'], {
    encoding: 'utf8',
  })
}

describe('an old Node', () => {
  it.each(['start.mjs', 'test.mjs', 'skc.mjs', 'dev.mjs', 'bench.mjs', 'package.mjs'])('is refused by %s', (entry) => {
    const { status, stdout, stderr } = runAs('18.20.4', entry)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^Sổ Khuyến Công cần Node 20 trở lên; máy này đang dùng Node 18\.20\.4\..*\n$/)
  })
})
