// The list of licences is current, and what goes with the program may be given away with it.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** The script's own functions, run as the script: it is plain JavaScript outside the typed layers. */
function ask(expression: string): unknown {
  const script = `import * as made from ${JSON.stringify(join(root, 'electron/setup/licences.mjs'))}
process.stdout.write(JSON.stringify(${expression}))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1 << 26 }),
  )
}

interface Licence {
  readonly name: string
  readonly licence: string
  readonly shipped: boolean
}

/** Each may be passed on in a program under another licence, its notice kept. */
const allowed =
  /^\(?(MIT(\/X11)?|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|OFL-1\.1|Unlicense|Zlib|BlueOak-1\.0\.0|CC0-1\.0|GPL-3\.0-or-later)( (AND|OR) (MIT|ISC|BSD-3-Clause|OFL-1\.1|Zlib|CC0-1\.0|GPL-3\.0-or-later))*\)?$/

describe('docs/licences.md', () => {
  it('says what the lockfile says; npm run licences writes it anew', () => {
    expect(readFileSync(join(root, 'docs/licences.md'), 'utf8')).toBe(ask('made.licencesPage(made.readLockfile())'))
  })

  it('lists every package that the program itself imports as going with it', () => {
    const shipped = new Set(
      (ask('made.licencesOf(made.readLockfile())') as Licence[]).filter((one) => one.shipped).map((one) => one.name),
    )
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const rule = readFileSync(join(root, 'tests/architecture/importRule.ts'), 'utf8')
    const imported = [...rule.matchAll(/packages: \[([^\]]*)\]/g)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/'([^']+)'/g)].map((name) => name[1] ?? ''),
    )
    expect(imported.length).toBeGreaterThan(15)
    for (const name of [...Object.keys(dependencies), ...imported]) expect(shipped, name).toContain(name)
  })

  it('has nothing among what goes with the program that would bind it', () => {
    const bad = (ask('made.licencesOf(made.readLockfile())') as Licence[])
      .filter((one) => one.shipped && !allowed.test(one.licence))
      .map((one) => `${one.name}: ${one.licence}`)
    // exceljs > unzipper > binary > buffers: published without a word on its licence; only exceljs's streaming reader, which
    // this program does not use, would run it.
    expect(bad).toEqual(['buffers: không ghi'])
    // A choice that includes GPL is a choice for the other one.
    for (const { licence } of ask('made.licencesOf(made.readLockfile())') as Licence[])
      if (licence.includes('GPL')) expect(licence).toMatch(/ OR /)
  })
})
