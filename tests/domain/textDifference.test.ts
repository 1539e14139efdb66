// Long texts cut to what differs: nothing of the difference is lost, and the cut is the same from either side.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onlyWhatDiffers } from '../../shared/domain/textDifference'

const words = fc.array(fc.constantFrom('máy', 'sấy', 'chè', 'năng suất', 'tăng\n', 'hợp tác xã'), { maxLength: 120 })
const texts = fc.tuple(words, words, words, words).map(([head, was, is, tail]) => ({
  before: [...head, ...was, ...tail].join(' '),
  after: [...head, ...is, ...tail].join(' '),
}))

const whole = (cut: string, text: string) => {
  const [start, middle, end] = /^(… )?([\s\S]*?)( …)?$/.exec(cut)?.slice(1) ?? []
  expect(text).toContain(middle)
  return { head: start !== undefined, tail: end !== undefined }
}

describe('onlyWhatDiffers', () => {
  it('keeps everything that differs, as it stands in the text', () => {
    fc.assert(
      fc.property(texts, (pair) => {
        const cut = onlyWhatDiffers(pair)
        whole(cut.before, pair.before)
        whole(cut.after, pair.after)
        expect(cut.before === cut.after).toBe(pair.before === pair.after)
      }),
      { numRuns: 1_000 },
    )
  })

  it('says the same read backwards', () => {
    fc.assert(
      fc.property(texts, ({ before, after }) => {
        const there = onlyWhatDiffers({ before, after })
        expect(onlyWhatDiffers({ before: after, after: before })).toEqual({ before: there.after, after: there.before })
      }),
      { numRuns: 1_000 },
    )
  })

  it('leaves short texts whole and cuts long ones between words', () => {
    expect(onlyWhatDiffers({ before: 'một', after: 'hai' })).toEqual({ before: 'một', after: 'hai' })
    const filler = 'Hợp tác xã nâng cao năng suất chế biến nông sản. '.repeat(12)
    const { before, after } = onlyWhatDiffers({
      before: `${filler}Đầu tư hai máy sấy. ${filler}`,
      after: `${filler}Đầu tư ba máy sấy lạnh. ${filler}`,
    })
    expect(before).toMatch(/^… \S.*Đầu tư hai máy sấy\..* …$/)
    expect(after).toMatch(/^… \S.*Đầu tư ba máy sấy lạnh\..* …$/)
    expect(before.length).toBeLessThan(200)
  })
})
