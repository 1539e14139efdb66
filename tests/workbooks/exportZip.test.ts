// What is packed comes out again, by another reader, whatever the texts.
import fc from 'fast-check'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { packZip } from '../../electron/workbooks/adapter/packZip'

test('every part is read back under its name, checksum right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-zấệđ0-9]{1,12}$/), fc.string({ unit: 'grapheme', maxLength: 3_000 }), {
        maxKeys: 8,
      }),
      async (texts) => {
        const parts = Object.entries(texts).map(([name, content]) => ({ name: `xl/${name}.xml`, content }))
        const zip = await JSZip.loadAsync(packZip(parts), { checkCRC32: true })
        expect(Object.keys(zip.files).filter((name) => !name.endsWith('/'))).toEqual(parts.map(({ name }) => name))
        for (const { name, content } of parts) expect(await zip.file(name)?.async('string')).toBe(content)
      },
    ),
    { numRuns: 60 },
  )
})
