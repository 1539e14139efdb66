// Input for any call, made from what its schema says: mostly wrong somewhere, sometimes right, so that it gets past the door and
// meets records that are not there, locked, or of another version.
import type { Chance } from './random'

export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
}

const words = [
  'HTX Vũ Loan',
  'Máy sấy',
  '12/QĐ-UBND',
  '2022-03-01',
  '19',
  'ND3',
  'local',
  'xã Văn Vũ, huyện Na Rì',
  'a',
]

function textFor({ pattern = '', minLength = 0 }: JsonSchema, chance: Chance): string {
  if (pattern.includes('\\d{4}-\\d{2}-\\d{2}') || pattern.includes('(0[1-9]|[12]')) return '2022-03-01'
  if (pattern.includes('\\d{4}')) return chance.pick(['2022-03', '2022-03-01', '2022'])
  if (minLength === 0 && chance.often(0.3)) return ''
  return chance.pick(words).padEnd(minLength, 'x')
}

function numberFor({ minimum = 0, maximum = 10 }: JsonSchema, chance: Chance): number {
  if (minimum >= 1900) return 2022
  const lowest = Math.max(minimum, -1)
  return Math.min(maximum, lowest + chance.below(6))
}

export function inputFor(schema: JsonSchema, chance: Chance, defs = schema.$defs ?? {}): unknown {
  if ('const' in schema) return schema.const
  if (schema.enum !== undefined) return chance.pick(schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either !== undefined) return inputFor(chance.pick(either), chance, defs)
  if (schema.allOf !== undefined) return inputFor(schema.allOf[0] ?? {}, chance, defs)
  const named = schema.$ref?.split('/').at(-1)
  if (named !== undefined) return inputFor(defs[named] ?? {}, chance, defs)
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  switch (type) {
    case 'object':
      return objectFor(schema, chance, defs)
    case 'array': {
      if (schema.prefixItems !== undefined) return schema.prefixItems.map((one) => inputFor(one, chance, defs))
      const length = Math.max(schema.minItems ?? 0, chance.below(3))
      return Array.from({ length }, () => inputFor(schema.items ?? {}, chance, defs))
    }
    case 'string':
      return textFor(schema, chance)
    case 'integer':
    case 'number':
      return numberFor(schema, chance)
    case 'boolean':
      return chance.often(0.5)
    case 'null':
      return null
    default:
      return chance.pick(words)
  }
}

function objectFor(schema: JsonSchema, chance: Chance, defs: Readonly<Record<string, JsonSchema>>): unknown {
  const required = schema.required ?? []
  const fields = Object.entries(schema.properties ?? {}).filter(([key]) => required.includes(key) || chance.often(0.6))
  return Object.fromEntries(fields.map(([key, own]) => [key, inputFor(own, chance, defs)]))
}

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

function circle(): unknown {
  const value: Record<string, unknown> = { a: 1 }
  value.self = value
  return value
}

/** Made anew each time: some are large. */
const oddities: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => ' ',
  () => 0,
  () => -1,
  () => 0.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER,
  () => -0,
  () => 2n ** 70n,
  () => true,
  () => [],
  () => ({}),
  () => [null],
  () => new Array(100_000),
  () => 'x'.repeat(1_000_000),
  () => 'ế'.normalize('NFD').repeat(2_000),
  () => '\u0000',
  () => 'a\u0000b',
  () => '\ud800',
  () => '\u202e\u200b',
  () => '2022-02-30',
  () => '0000-00-00',
  () => '99999-01-01',
  () => '=cmd|A1',
  () => "'; DROP TABLE plan; --",
  () => '../../../etc/passwd',
  () => 'CON.skc',
  () => '%_"*NEAR(',
  () => new Date(Number.NaN),
  () => new Map([['a', 1]]),
  () => Buffer.from([0xff, 0xfe]),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  () => deep(3_000),
  () => circle(),
]

const extraKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'id', 'rowVersion', 'x'.repeat(10_000)]

/** The same with one thing wrong somewhere inside. */
export function spoil(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.often(0.15)) return chance.pick(oddities)()
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.often(0.2)) return [...value, chance.pick(oddities)()]
    if (chance.often(0.1)) return Array.from({ length: 5_000 }, () => value[0])
    const at = chance.below(value.length)
    return value.map((one, index) => (index === at ? spoil(one, chance) : one))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || chance.often(0.15)) {
    const extra = Object.fromEntries(entries)
    Object.defineProperty(extra, chance.pick(extraKeys), {
      value: chance.pick(oddities)(),
      enumerable: true,
      configurable: true,
    })
    return extra
  }
  const at = chance.below(entries.length)
  if (chance.often(0.15)) return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(entries.map(([key, one], index) => [key, index === at ? spoil(one, chance) : one]))
}
