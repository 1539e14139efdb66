// One file of a centre → what it says for a consolidation: a package by the data it carries, any other plan workbook by the same
// reading as an import. What cannot be read is said; the other files go on.
import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/contract/errors'
import { packageData } from '../../../shared/contract/packages'
import type { ConsolidationSource } from '../../../shared/domain/consolidationSources'
import { type PackageData, packageFormat, packageVersion, readCarried } from '../../../shared/domain/package'
import { packageLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { unitLabel } from '../../../shared/vietnamese/money'
import { readWorkbook } from '../adapter/read'
import type { CheckResources } from '../import/fileCheck'
import type { RawWorkbook } from '../import/rawWorkbook'
import { checksumOf } from '../packages/packageWorkbook'
import { readPlanWorkbook } from './planSource'
import { carriedLines, compareFigures } from './visibleFigures'

export interface SourceOrder {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** To what the reading of a plain workbook asks. */
  readonly answers: Readonly<Record<string, string>>
  readonly today: PlainDate
}

export interface SourceQuestion {
  readonly id: string
  readonly message: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly answer: string | null
}

export type SourceReading =
  | { readonly kind: 'read'; readonly source: ConsolidationSource; readonly questions: readonly SourceQuestion[] }
  | { readonly kind: 'unreadable'; readonly fileName: string; readonly why: string }

export function readSource(order: SourceOrder, resources: CheckResources): SourceReading {
  try {
    return readWhole(order, resources)
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'unreadable', fileName: order.fileName, why: error.message }
    throw error
  }
}

function readWhole(order: SourceOrder, resources: CheckResources): SourceReading {
  const workbook = readWorkbook(order.bytes)
  const key = createHash('sha256').update(order.bytes).digest('hex')
  const carried = readCarried(carriedRowsOf(workbook))
  switch (carried.kind) {
    case 'none':
      return readPlanWorkbook(key, order, workbook, resources)
    case 'newer':
      throw unreadable(
        `gói do phiên bản mới hơn của chương trình lập (định dạng ${carried.version}, máy này đọc được đến ${packageVersion}). Hãy cập nhật chương trình rồi tổng hợp lại.`,
      )
    case 'broken':
      throw unreadable(`gói bị hỏng: ${carried.why}. Hãy xin đơn vị gửi lại tệp.`)
    case 'carried': {
      const data = parsePackage(carried.text)
      return {
        kind: 'read',
        questions: [],
        source: packageSource(key, order.fileName, data, carried.checksum, workbook),
      }
    }
  }
}

function unreadable(why: string): Refusal {
  return new Refusal('workbook.unreadable', why)
}

/** Wherever another program may have moved it, and whatever it calls it. */
function carriedRowsOf(workbook: RawWorkbook): string[][] {
  const sheet = workbook.sheets.find(({ rows }) => rows[0]?.cells.some(({ text }) => text === packageFormat) === true)
  return (sheet?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text))
}

/** @throws Refusal workbook.unreadable */
export function parsePackage(text: string): PackageData {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unreadable('gói bị hỏng: dữ liệu kèm theo không đọc được. Hãy xin đơn vị gửi lại tệp.')
  }
  const parsed = packageData.safeParse(value)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? ''
    throw unreadable(`gói bị hỏng: dữ liệu kèm theo sai ở “${where}”. Hãy xin đơn vị gửi lại tệp.`)
  }
  return parsed.data
}

function packageSource(
  key: string,
  fileName: string,
  data: PackageData,
  checksum: string,
  workbook: RawWorkbook,
): ConsolidationSource {
  const compared = compareFigures(data, workbook)
  return {
    key,
    fileName,
    origin: 'package',
    officeName: data.office.name,
    province: { code: data.office.provinceCode, name: data.office.provinceName },
    year: data.year,
    basis: data.basis,
    asOf: data.asOf,
    period: data.period,
    doneRule: data.doneRule,
    number: data.number,
    checksum,
    checksumHolds: checksumOf(data) === checksum,
    madeAt: data.madeAt,
    replaces: data.replaces,
    recalls: data.recalled,
    noticeOnly: data.kind === 'recall',
    units: [...new Set(data.sheets.map(({ unit }) => unit))],
    notes: data.sheets.slice(0, 1).map(({ unit }) => packageLabels.convertedUnit(unitLabel(unit))),
    openQuestions: 0,
    lines: carriedLines(data),
    visibleLines: compared.visibleLines,
    differences: compared.differences,
  }
}
