// Text files as programs and offices of thirty years wrote them: UTF-8, UTF-16, and the one-byte sets, told apart by content.
import { isUtf8 } from 'node:buffer'
import { toUnicode } from '../../../shared/vietnamese/legacyEncodings'
import { isVietnameseSyllable } from '../../../shared/vietnamese/syllables'

export type TextSet = 'UTF-8' | 'UTF-16' | 'Windows-1258' | 'Latin-1'

export interface DecodedText {
  readonly text: string
  /** Latin-1 stands for every set of one byte a letter: what its letters mean (TCVN3, VNI) is settled with the cells. */
  readonly set: TextSet
}

/** Null for what is no text. */
export function decodeText(file: Buffer): DecodedText | null {
  const wide = wideOrder(file)
  if (wide !== null) return asText(new TextDecoder(wide).decode(file), 'UTF-16')
  if (isUtf8(file)) return asText(new TextDecoder('utf-8').decode(file), 'UTF-8')
  return decodeOneByte(file)
}

/** By its mark, else by the zeros that every second byte of ordinary text is then. */
function wideOrder(file: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  const zeros = { even: 0, odd: 0 }
  const start = file.subarray(0, sampleBytes)
  for (let at = 0; at < start.length; at += 1) if (start[at] === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1
  const many = start.length / 8
  if (zeros.odd > many && zeros.odd > zeros.even * 8) return 'utf-16le'
  return zeros.even > many && zeros.even > zeros.odd * 8 ? 'utf-16be' : null
}

const sampleBytes = 1 << 16

/** Control characters that no text has, few enough to be an accident of some old program. */
const mostControls = 0.002

function asText(text: string, set: TextSet): DecodedText | null {
  const start = text.slice(0, sampleBytes)
  const controls = start.match(/(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}|\ufffd/gu)?.length ?? 0
  if (controls > start.length * mostControls) return null
  return { text: text.replace(/^\ufeff/, '').replaceAll('\u0000', ''), set }
}

/** Whichever set makes most Vietnamese syllables of the same bytes. */
function decodeOneByte(file: Buffer): DecodedText | null {
  const sample = file.subarray(0, sampleBytes)
  const latin = sample.toString('latin1')
  const modern = syllables(fromWindows1258(sample))
  const old = Math.max(syllables(toUnicode(latin, 'tcvn3')), syllables(toUnicode(latin, 'vni')))
  return modern >= old ? asText(fromWindows1258(file), 'Windows-1258') : asText(file.toString('latin1'), 'Latin-1')
}

/** Its marks stand after their letters: composed, they are the letters every other file has. */
function fromWindows1258(file: Buffer): string {
  return new TextDecoder('windows-1258').decode(file).normalize('NFC')
}

function syllables(text: string): number {
  let count = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu))
    if (/[^\p{ASCII}]/u.test(word) && isVietnameseSyllable(word)) count += 1
  return count
}
