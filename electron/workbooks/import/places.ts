// Places of a sheet: old and new names turned into today's units, the text as written kept, and a question where one old commune
// became several.
import { assertNever } from '../../../shared/domain/assertNever'
import {
  type AddressBook,
  type AddressResolution,
  formatAddress,
  type ResolveHints,
  resolveAddress,
} from '../../../shared/vietnamese/addresses'
import { fold } from '../../../shared/vietnamese/fold'
import { cleanLine } from '../../../shared/vietnamese/text'
import { type Findings, type Place, quoted } from './findings'
import { hasPhrase, wordsOf } from './words'

export interface NamedPlace {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  /** With today's names: 'Thôn Nà Giảo, xã Ba Bể, tỉnh Thái Nguyên'. */
  readonly text: string
}

export type PlaceResolution =
  /** `renamed`: the text used names from before the reform. */
  | { readonly kind: 'found'; readonly place: NamedPlace; readonly renamed: boolean }
  | { readonly kind: 'choices'; readonly places: readonly NamedPlace[]; readonly renamed: boolean }
  /** Larger than a commune (a former district) or not recognised at all. */
  | {
      readonly kind: 'unresolved'
      readonly provinceCode: string | null
      readonly reason: string
      /** It names a unit that no longer exists, so the text as written is the old address too. */
      readonly former: boolean
    }

export type ResolvePlace = (text: string) => PlaceResolution

/** Looks inside the hinted province first, then everywhere; the same text is looked up once. */
/** Longer texts are descriptions; taking them apart as addresses would take long and find nothing. */
const longestAddress = 300

export function placeResolver(book: AddressBook, hints: ResolveHints): ResolvePlace {
  const known = new Map<string, PlaceResolution>()
  const hinted = hints.provinceCode !== undefined || hints.oldProvinceName !== undefined
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (text.length > longestAddress)
      return { kind: 'unresolved', provinceCode: null, reason: 'Dài quá một địa chỉ.', former: false }
    const near = resolveAddress(book, text, hints)
    const found = near.kind === 'unknown' && hinted ? resolveAddress(book, text) : near
    const resolution = toResolution(found.kind === 'unknown' ? near : found)
    known.set(text, resolution)
    return resolution
  }
}

function toResolution(found: AddressResolution): PlaceResolution {
  switch (found.kind) {
    case 'exact':
    case 'converted':
      return {
        kind: 'found',
        place: {
          provinceCode: found.place.provinceCode,
          communeCode: found.place.communeCode,
          text: formatAddress(found.detail, found.place),
        },
        renamed: found.kind === 'converted',
      }
    case 'choices':
      return {
        kind: 'choices',
        places: found.choices.map((choice) => ({
          provinceCode: choice.provinceCode,
          communeCode: choice.communeCode,
          text: formatAddress(found.detail, choice),
        })),
        renamed: found.choices.every((choice) => choice.formerName !== ''),
      }
    case 'province-only':
      return {
        kind: 'found',
        place: {
          provinceCode: found.provinceCode,
          communeCode: null,
          text: formatAddress(found.detail, { communeName: '', provinceName: found.provinceName }),
        },
        renamed: !hasPhrase(wordsOf(found.oldText), bareName(found.provinceName)),
      }
    case 'district-only':
      return { kind: 'unresolved', provinceCode: found.provinceCode, reason: found.reason, former: true }
    case 'unknown':
      return { kind: 'unresolved', provinceCode: null, reason: found.reason, former: false }
    default:
      return assertNever(found, 'every resolution is read')
  }
}

/** 'Tỉnh Thái Nguyên' → 'thai nguyen'. */
function bareName(fullName: string): string {
  return wordsOf(fullName.replace(/^(?:tỉnh|thành phố)\s+/iu, ''))
}

/** The province a title names: 'SỞ CÔNG THƯƠNG TỈNH BẮC KẠN'. */
export function provinceOfTitles(book: AddressBook, titles: readonly string[]): ResolveHints | null {
  for (const title of titles) {
    if (title.length > longestAddress) continue
    const named = /(?:^|\s)((?:tỉnh|thành phố)\s+.+)$/iu.exec(cleanLine(title))?.[1]
    const words = named?.split(' ') ?? []
    // The name ends somewhere before what follows it: 'TỈNH BẮC KẠN NĂM 2022'.
    for (let length = Math.min(words.length, 6); length >= 2; length--) {
      const text = words.slice(0, length).join(' ')
      const found = resolveAddress(book, text)
      if (found.kind !== 'province-only') continue
      const renamed = !hasPhrase(wordsOf(text), bareName(found.provinceName))
      const oldName = text.replace(/^(?:tỉnh|thành phố)\s+/iu, '')
      return renamed
        ? { provinceCode: found.provinceCode, oldProvinceName: oldName }
        : { provinceCode: found.provinceCode }
    }
  }
  return null
}

/** The one province that nearly all addresses which name theirs lie in. */
export function commonProvince(book: AddressBook, texts: readonly string[]): ResolveHints | null {
  const counts = new Map<string, number>()
  let total = 0
  for (const text of texts) {
    if (text.length > longestAddress) continue
    const found = toResolution(resolveAddress(book, text))
    const code = found.kind === 'found' ? found.place.provinceCode : null
    if (code === null) continue
    counts.set(code, (counts.get(code) ?? 0) + 1)
    total += 1
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most !== undefined && most[1] * 5 >= total * 4 ? { provinceCode: most[0] } : null
}

export interface ReadPlace extends NamedPlace {
  /** As written, where today's names differ; else ''. */
  readonly oldText: string
}

export function readPlace(
  text: string,
  resolve: ResolvePlace,
  findings: Findings,
  place: Place,
  label: string,
): ReadPlace {
  const written = cleanLine(text)
  const resolution = resolve(written)
  switch (resolution.kind) {
    case 'found':
      if (resolution.renamed)
        findings.add('warning', place, {
          code: 'place.renamed',
          message: `${label}: địa chỉ cũ ${quoted(written)} nay là ${quoted(resolution.place.text)}. Địa chỉ cũ vẫn được giữ.`,
          original: written,
          suggested: resolution.place.text,
        })
      return { ...resolution.place, oldText: resolution.renamed ? written : '' }
    case 'choices':
      return choosePlace(written, resolution.places, resolution.renamed, findings, place, label)
    case 'unresolved':
      findings.add('warning', place, {
        code: 'place.unresolved',
        message: `${label} ${quoted(written)}: ${resolution.reason} Địa chỉ được giữ nguyên như đã ghi; chọn xã trong danh mục khi sửa bản ghi.`,
        original: written,
      })
      return {
        provinceCode: resolution.provinceCode,
        communeCode: null,
        text: written,
        oldText: resolution.former ? written : '',
      }
  }
}

function choosePlace(
  written: string,
  places: readonly NamedPlace[],
  renamed: boolean,
  findings: Findings,
  place: Place,
  label: string,
): ReadPlace {
  const keep = 'keep'
  const answer = findings.ask({
    id: `place:${fold(written)}`,
    message: `${label}: ${quoted(written)} có thể là nhiều xã, phường hiện nay. Chọn nơi đúng.`,
    place,
    choices: [
      ...places.map((one) => ({ value: one.communeCode ?? one.text, label: one.text })),
      { value: keep, label: 'Chưa rõ: giữ nguyên chữ, không gắn xã' },
    ],
    fallback: null,
  })
  const chosen = places.find((one) => (one.communeCode ?? one.text) === answer)
  if (chosen !== undefined) return { ...chosen, oldText: renamed ? written : '' }
  if (answer === null)
    findings.add('question', place, {
      code: 'place.choice',
      message: `${label}: ${quoted(written)} có thể là ${namedPlaces(places)}. Chọn một nơi ở phần câu hỏi.`,
      original: written,
    })
  const province = places[0]?.provinceCode ?? null
  const sameProvince = places.every((one) => one.provinceCode === province)
  return { provinceCode: sameProvince ? province : null, communeCode: null, text: written, oldText: '' }
}

const mostNamed = 6

function namedPlaces(places: readonly NamedPlace[]): string {
  const named = places.slice(0, mostNamed).map((one) => one.text)
  const others = places.length - named.length
  return named.join('; ') + (others > 0 ? `; và ${others} nơi khác` : '')
}
