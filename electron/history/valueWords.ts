// Values of the audit as people write them: money, dates, shares, and the names behind keys.
import type { ContentGroupEntry } from '../../shared/contract/office'
import { assertNever } from '../../shared/domain/assertNever'
import { contentFieldLabels } from '../../shared/domain/comparison'
import { areaFlagLabels } from '../../shared/labels'
import { formatDate, formatMonth, isPlainDate, isPlainMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import type { Reader } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import type { ValueWords } from './columnWords'
import { recordTitle } from './recordWords'

export type ValueWriter = (as: ValueWords, value: unknown) => Promise<string>

export interface Names {
  readonly units: Pick<AdminUnits, 'findProvince' | 'findCommune'>
  readonly contentGroups: () => readonly ContentGroupEntry[]
  /** What a code of each of these catalogues is called; null for one that is no longer in it. */
  readonly catalogues: Readonly<Record<CatalogueName, (code: string) => string | null>>
}

export type CatalogueName = 'form' | 'paper' | 'legalBasis' | 'deadline'

export function valueWriter(reader: Reader, { units, contentGroups, catalogues }: Names): ValueWriter {
  const titles = new Map<string, string>()
  const titleOf = async (table: string, id: number): Promise<string> => {
    const key = `${table} ${id}`
    const title = titles.get(key) ?? (await recordTitle(reader, { table, id }))
    titles.set(key, title)
    return title
  }
  /** The office's own rules are records; those that come with the program are in the catalogue. */
  const deadlineName = async (key: string): Promise<string> => {
    const rule = key.split(/[@#]/)[0] ?? ''
    const own = /^own\.(\d+)$/.exec(rule)
    return own === null ? (catalogues.deadline(rule) ?? rule) : titleOf('deadline_rule', Number(own[1]))
  }
  return async (as, value) => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof as === 'object') return as[String(value)] ?? String(value)
    const number = Number(value)
    const text = String(value)
    switch (as) {
      case 'text':
        return text
      case 'number':
        return text
      case 'money':
        return formatMoney(number)
      case 'date':
        return isPlainDate(text) ? formatDate(text) : text
      case 'month':
        return isPlainMonth(text) ? formatMonth(text) : text
      case 'flag':
        return number === 1 ? 'Có' : 'Không'
      case 'percent':
        return `${formatDecimal({ units: BigInt(number), scale: 2 }, 2)}%`
      case 'points':
        return formatDecimal({ units: BigInt(number), scale: 2 }, 2)
      case 'thousandths':
        return typeof value === 'number' ? formatDecimal({ units: BigInt(number), scale: 3 }, 3) : text
      case 'establishment':
        return titleOf('establishment', number)
      case 'project':
        return titleOf('project', number)
      case 'person':
        return titleOf('person', number)
      case 'province':
        return units.findProvince(text)?.name ?? text
      case 'commune':
        return units.findCommune(text)?.name ?? text
      case 'contentGroup':
        return contentGroups().find(({ code }) => code === text)?.shortName ?? text
      case 'subContent':
        return (
          contentGroups()
            .flatMap(({ subContents }) => subContents)
            .find(({ code }) => code === text)?.name ?? text
        )
      case 'contentPath':
        return pathWords(text)
      case 'form':
      case 'paper':
      case 'legalBasis':
        return catalogues[as](text) ?? text
      case 'deadline':
        return deadlineWords(text, await deadlineName(text))
      case 'list':
        return listWords(text)
      default:
        return assertNever(as, 'every way to write a value')
    }
  }
}

/** "budget[Máy sấy].unitPrice" is the budget, at the row "Máy sấy". */
export function pathWords(path: string): string {
  const [, field = '', row = ''] = /^(\w+)\+?(?:\[(.*)\])?/.exec(path) ?? []
  const label = (contentFieldLabels as Readonly<Record<string, string>>)[field] ?? field
  return row === '' ? label : `${label} “${row}”`
}

/** "national.registration@2026-06-15" is that deadline on that day; one that counts from an event is told by its event. */
function deadlineWords(key: string, name: string): string {
  const day = key.split('@')[1] ?? ''
  return isPlainDate(day) ? `${name} (hạn ${formatDate(day)})` : name
}

function listWords(json: string): string {
  const labels: Readonly<Record<string, string>> = areaFlagLabels
  const values = JSON.parse(json) as unknown[]
  return values.map((value) => labels[String(value)] ?? String(value)).join(', ')
}
