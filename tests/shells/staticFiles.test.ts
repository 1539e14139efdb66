// Which file a request path means: for every path, a file inside the folder or none.
import { sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileOfPath } from '../../electron/hosting/staticFiles'

const folder = ['', 'srv', 'screens'].join(sep)

describe('fileOfPath', () => {
  it('finds the start page and the files beside it', () => {
    expect(fileOfPath(folder, '/')).toBe([folder, 'index.html'].join(sep))
    expect(fileOfPath(folder, '/assets/a%20b.js')).toBe([folder, 'assets', 'a b.js'].join(sep))
  })

  it('never leaves the folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      '%00',
      '%25',
      'a',
      'index.html',
      'C:',
      '~',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileOfPath(folder, `/${pieces.join('')}`)
        if (file === null) return
        expect(file.startsWith(folder + sep)).toBe(true)
        expect(file.split(sep)).not.toContain('..')
      }),
    )
  })
})
