// The wordy cells of a plan: lists of beneficiaries and places in one cell, and which content of khuyến công a text names.
import { cleanLine } from '../../../../shared/vietnamese/text'
import type { ImportRules } from '../rules'
import { phraseAt, type WordRule, wordsOf } from '../words'

export interface NamedBeneficiary {
  readonly name: string
  /** '05 cơ sở CNNT' says how many, not who. */
  readonly count: number | null
  /** Of establishments, not of booths or trainees. */
  readonly countsEstablishments: boolean
}

const bullet = /^(?:\d{1,3}\s*[.)/-]|[-+*•–]|\(\d{1,3}\)|[a-zđ]\))\s*(?=\S)/u

/** Cuts a cell at line breaks, semicolons and numbering, never inside a name that was only wrapped. */
function splitNames(text: string, nameStarts: readonly string[]): string[] {
  const pieces: string[] = []
  for (const line of text.split('\n')) {
    const trimmed = cleanLine(line)
    if (trimmed === '') continue
    const numbered = splitInlineNumbers(trimmed)
    if (numbered.length > 1) {
      pieces.push(...numbered)
      continue
    }
    const marked = bullet.test(trimmed)
    const bare = trimmed.replace(bullet, '')
    const previous = pieces.at(-1)
    const opens = marked || previous === undefined || /[;,]$/.test(previous) || startsName(bare, nameStarts)
    if (opens) pieces.push(bare)
    else pieces[pieces.length - 1] = `${previous} ${bare}`
  }
  return pieces
    .flatMap((piece) => splitOutsideBrackets(piece, ';'))
    .flatMap((piece) => splitBeforeNames(piece, nameStarts))
    .map((piece) => cleanLine(piece.replace(/[;,.]+\s*$/u, '')))
    .filter((piece) => piece !== '')
}

function startsName(text: string, nameStarts: readonly string[]): boolean {
  const words = wordsOf(text)
  return nameStarts.some((start) => phraseAt(words, start) === 0)
}

function splitOutsideBrackets(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const character of text) {
    if (character === '(') depth += 1
    if (character === ')') depth = Math.max(0, depth - 1)
    if (character === separator && depth === 0) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part]
}

/** '1. HTX A 2. HTX B': numbers that count up from 1 inside one line. */
function splitInlineNumbers(text: string): string[] {
  const marks = [...text.matchAll(/(?<![\p{L}\d.])(\d{1,2})\s*[.)]\s+(?=\p{Lu})/gu)]
  const counted = marks.length >= 2 && marks.every((mark, index) => Number(mark[1]) === index + 1)
  if (!counted) return [text]
  return marks.map((mark, index) => text.slice((mark.index ?? 0) + mark[0].length, marks[index + 1]?.index))
}

// Words that begin a name wherever they stand; 'cơ sở' or 'hội' may as well be inside one.
const certainStarts =
  /^(?:HTX|Hợp tác xã|Công ty|Cty|Hộ kinh doanh|Hộ KD|HKD|DNTN|Doanh nghiệp tư nhân|Tổ hợp tác|THT|Liên hiệp)(?!\p{L})/u

/** 'HTX A, HTX B và Công ty C': a comma or 'và' cuts only before words that surely begin another name. */
function splitBeforeNames(text: string, nameStarts: readonly string[]): string[] {
  if (!startsName(text, nameStarts)) return [text]
  const cuts = [...text.matchAll(/\s*(?:,|\s(?:và|&))\s+/gu)].filter((mark) =>
    certainStarts.test(text.slice((mark.index ?? 0) + mark[0].length)),
  )
  const parts: string[] = []
  let from = 0
  for (const cut of cuts) {
    const at = cut.index ?? 0
    const before = text.slice(from, at)
    if ((before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0)) continue
    parts.push(before)
    from = at + cut[0].length
  }
  return [...parts, text.slice(from)]
}

export function readBeneficiaries(text: string, rules: ImportRules): NamedBeneficiary[] {
  return splitNames(text, rules.nameStarts).map((name) => {
    const match = /^(?:khoang |du kien |gom |toi thieu )?(\d{1,5}) (.+)$/.exec(wordsOf(name))
    const [digits = '', thing = ''] = match?.slice(1) ?? []
    const begins = (words: readonly string[]) => words.some((phrase) => phraseAt(thing, phrase) === 0)
    const countsEstablishments = begins(rules.countedEstablishments)
    const isCount = match !== null && (countsEstablishments || begins(rules.countedThings))
    return { name, count: isCount ? Number(digits) : null, countsEstablishments: isCount && countsEstablishments }
  })
}

/** 'Xã A, huyện B; xã C, huyện D' or one place a line. A line that does not name a unit goes on with the one above. */
export function splitPlaces(text: string): string[] {
  const pieces: string[] = []
  for (const line of text.split(/[\n;]/)) {
    const bare = cleanLine(line).replace(bullet, '')
    if (bare === '') continue
    const previous = pieces.at(-1)
    const goesOn =
      previous !== undefined &&
      (/[,–-]$/u.test(previous) || /^(?:huyện|tỉnh|thành phố|thị xã|tp\b|tx\b|quận)/iu.test(bare)) &&
      /(?:xã|phường|thị trấn|thôn|tổ|xóm|bản|\bp\.|\btt\.)/iu.test(previous)
    if (goesOn) pieces[pieces.length - 1] = `${previous.replace(/[,–-]$/u, '')}, ${bare}`
    else pieces.push(bare)
  }
  return pieces.map((piece) => piece.replace(/[.,]$/u, ''))
}

const placeWords =
  '(?:xã|phường|thị trấn|đặc khu|thôn|tổ|xóm|bản|ấp|buôn|khu phố|huyện|quận|thị xã|tỉnh|thành phố|tp\\.?|tx\\.?|tt\\.|p\\.|toàn tỉnh|trên địa bàn|các xã|các huyện)'
const startsPlace = new RegExp(`^${placeWords}(?!\\p{L})`, 'iu')
const placeAfterName = new RegExp(
  `^(.*?\\p{L}.*?)\\s*(?:,|\\(|–|-)\\s*(?:địa chỉ:?\\s*)?(${placeWords}(?!\\p{L}).*?)\\)?$`,
  'iu',
)

const longestEntry = 500

/** A cell that holds both, line after line or 'HTX A, xã B': what begins with the word of a unit is a place. */
export function splitNamesFromPlaces(text: string): { readonly names: string; readonly places: string } {
  const names: string[] = []
  const places: string[] = []
  for (const line of text.split(/[\n;]/)) {
    const bare = cleanLine(line).replace(bullet, '')
    if (bare === '') continue
    const both = startsPlace.test(bare) || bare.length > longestEntry ? null : placeAfterName.exec(bare)
    if (startsPlace.test(bare)) places.push(bare)
    else if (both === null) names.push(bare)
    else {
      names.push(both[1] ?? '')
      places.push(both[2] ?? '')
    }
  }
  return { names: names.join('\n'), places: places.join('\n') }
}

export interface FoundContent {
  readonly group: string
  readonly subContent: string | null
}

interface Scored {
  readonly value: string
  readonly length: number
  /** How much of the text the phrase is. */
  readonly share: number
}

function bestContents(text: string, rules: readonly WordRule[]): Scored[] {
  const words = wordsOf(text)
  const found: Scored[] = []
  for (const { value, words: phrases } of rules) {
    const lengths = phrases.filter((phrase) => phraseAt(words, phrase) !== -1).map((phrase) => phrase.length)
    if (lengths.length > 0) {
      const length = Math.max(...lengths)
      found.push({ value, length, share: length / words.length })
    }
  }
  return found.sort((a, b) => b.length - a.length)
}

function toContent(value: string): FoundContent {
  const [group = ''] = value.split('.')
  return { group, subContent: value.includes('.') ? value : null }
}

const clearShare = 0.4

/**
 * The content's own cell speaks first, then a heading that is the name of a content, then the name, then whatever heading says a
 * word. Only the cell's own sub-content stands as it is; otherwise the name says which of the group's it is, if it says one.
 */
export function findContent(
  texts: { readonly content: string; readonly name: string; readonly headings: readonly string[] },
  rules: readonly WordRule[],
): FoundContent | null {
  const byName = bestContents(texts.name, rules)
  const headings = [...texts.headings].reverse().flatMap((heading) => bestContents(heading, rules)[0] ?? [])
  const [own] = bestContents(texts.content, rules)
  if (own?.value.includes('.') === true) return toContent(own.value)
  const [best] = [
    ...(own === undefined ? [] : [own]),
    ...headings.filter((heading) => heading.share >= clearShare),
    ...byName.slice(0, 1),
    ...headings,
  ]
  if (best === undefined) return null
  const content = toContent(best.value)
  const inGroup = byName
    .map((one) => toContent(one.value))
    .find((one) => one.group === content.group && one.subContent !== null)
  return inGroup ?? content
}
