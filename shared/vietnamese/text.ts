// Cleaning of text at every entry: one Unicode form, no stray white space, nothing invisible.
// Text in an old font (TCVN3, VNI) must be converted first: there U+00AD is the letter "ư", here it is a soft hyphen.

// Invisible characters that come along with text pasted from the web or from PDFs.
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const WHITE_SPACE = /[\s\u0085]+/g
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/

/** One line: NFC, trimmed, every run of white space (line breaks and no-break spaces too) as a single space. */
export function cleanLine(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(WHITE_SPACE, ' ').trim()
}

/** Several lines: each one cleaned, line breaks kept, empty lines at both ends dropped. */
export function cleanParagraphs(text: string): string {
  return text
    .split(LINE_BREAK)
    .map(cleanLine)
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}
