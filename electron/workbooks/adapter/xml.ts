// A forward-only reader of the XML inside workbooks: no entities but the five of XML, no document types, nothing fetched.

export interface XmlHandler {
  /** Names come without their namespace prefix: some writers say `x:row` for `row`. */
  open(name: string, attributes: XmlAttributes): void
  close(name: string): void
  text(text: string): void
}

export type XmlAttributes = Readonly<Record<string, string>>

export class BrokenXml extends Error {}

/** No workbook of Excel has a cell of so many letters. */
export class EndlessToken extends BrokenXml {}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);/g, (_, entity: string) => {
    if (!entity.startsWith('#')) {
      const character = named.get(entity)
      if (character === undefined) throw new BrokenXml(`unknown entity ${entity}`)
      return character
    }
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    if (code > 0x10ffff) throw new BrokenXml(`no such character ${entity}`)
    return String.fromCodePoint(code)
  })
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** Attributes keep their prefix: `id` and `r:id` of one sheet are different things. Read in one pass, however long they are. */
function parseAttributes(source: string): XmlAttributes {
  const attributes: Record<string, string> = {}
  for (let at = 0; ; ) {
    const equals = source.indexOf('=', at)
    if (equals === -1) return attributes
    const name = source.slice(at, equals).trim()
    let open = equals + 1
    while (/\s/.test(source[open] ?? '')) open += 1
    const quote = source[open]
    if (quote !== '"' && quote !== "'") throw new BrokenXml(`attribute ${name.slice(0, 40)} has no quotes`)
    const close = source.indexOf(quote, open + 1)
    if (close === -1) throw new BrokenXml(`attribute ${name.slice(0, 40)} does not end`)
    attributes[name] = decodeEntities(source.slice(open + 1, close))
    at = close + 1
  }
}

/** Pieces are decoded one after another, so a long part never stands in memory as one string. */
function* decode(bytes: Uint8Array): Generator<string> {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: false })
  const piece = 1 << 20
  for (let at = 0; at < bytes.length; at += piece)
    yield decoder.decode(bytes.subarray(at, at + piece), { stream: true })
  yield decoder.decode()
}

/** No part of a workbook nests deeper; a part made only of open tags would fill the memory with their names. */
const deepest = 256

/** Far above the 32.767 characters a cell may hold; it keeps a hostile part from being scanned again and again. */
const longestToken = 1 << 23

export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  let pending = ''
  const opened: string[] = []
  for (const piece of decode(bytes)) {
    pending = consume(pending + piece, handler, opened)
    if (pending.length > longestToken) throw new EndlessToken('one token is longer than any workbook needs')
  }
  if (pending.trim() !== '' || opened.length > 0) throw new BrokenXml('the part ends in the middle')
}

/** Handles every whole token and gives back what is not whole yet. */
function consume(source: string, handler: XmlHandler, opened: string[]): string {
  let at = 0
  for (;;) {
    const tag = source.indexOf('<', at)
    if (tag === -1) return source.slice(at)
    const end = tokenEnd(source, tag)
    if (end === -1) return source.slice(at)
    if (tag > at && opened.length > 0) handler.text(decodeEntities(source.slice(at, tag)))
    handleToken(source.slice(tag, end), handler, opened)
    at = end
  }
}

/** One past the token that starts at `from`; -1 while its end has not arrived. */
function tokenEnd(source: string, from: number): number {
  const closing = (mark: string) => {
    const found = source.indexOf(mark, from)
    return found === -1 ? -1 : found + mark.length
  }
  if (source.length - from < 9) {
    const short = source.slice(from)
    if ('<![CDATA['.startsWith(short) || '<!--'.startsWith(short.slice(0, 4))) return -1
  }
  if (source.startsWith('<!--', from)) return closing('-->')
  if (source.startsWith('<![CDATA[', from)) return closing(']]>')
  if (source.startsWith('<?', from)) return closing('?>')
  if (source.startsWith('<!', from)) throw new BrokenXml('document types are not accepted')
  let quote = ''
  for (let at = from + 1; at < source.length; at++) {
    const character = source[at]
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at + 1
  }
  return -1
}

function handleToken(token: string, handler: XmlHandler, opened: string[]): void {
  if (token.startsWith('<!--') || token.startsWith('<?')) return
  if (token.startsWith('<![CDATA[')) {
    handler.text(token.slice(9, -3))
    return
  }
  if (token.startsWith('</')) {
    const name = localName(token.slice(2, -1).trim())
    if (opened.pop() !== name) throw new BrokenXml(`unexpected end of ${name}`)
    handler.close(name)
    return
  }
  const selfClosing = token.endsWith('/>')
  const inner = token.slice(1, selfClosing ? -2 : -1)
  const space = inner.search(/\s/)
  const name = localName(space === -1 ? inner : inner.slice(0, space))
  handler.open(name, space === -1 ? {} : parseAttributes(inner.slice(space)))
  if (selfClosing) {
    handler.close(name)
    return
  }
  if (opened.length >= deepest) throw new BrokenXml('the part nests deeper than any workbook')
  opened.push(name)
}
