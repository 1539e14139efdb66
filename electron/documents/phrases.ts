// Phrases both renderers print the same way, and what stands where a fact is not known yet.
import { type Align, BLANK, type LetterheadBlock, type Signer, type Text } from './blocks'
import { plainText } from './measure'

export function numberLine(block: LetterheadBlock): string {
  if (typeof block.number === 'object' && block.number !== null) return ''
  return `Số: ${block.number ?? '......../........'}`
}

export function placeAndDate(block: LetterheadBlock): string {
  return `${block.place ?? BLANK}, ${block.date ?? 'ngày ...... tháng ...... năm ..........'}`
}

/** A dotted line to fill by hand, never an empty label. */
export function valueOrBlank(value: Text | null): Text {
  return value === null || plainText(value).trim() === '' ? `${BLANK}${BLANK}` : value
}

/** Boxes 7a: whom the signature speaks for, then the office, each on its own line in capitals. */
export function signerTitle(signer: Signer): string[] {
  return [signer.caption, signer.authority, signer.position]
    .filter((part) => part !== null)
    .map((part) => part.normalize('NFC').toLocaleUpperCase('vi'))
}

/** Body text is justified, except where a dotted line too long for the end of a line would tear the words apart. */
export function bodyAlign(text: Text): Align {
  return plainText(text).includes(BLANK) ? 'left' : 'justify'
}
