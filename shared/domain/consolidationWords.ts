// What is said of a regional table: the sentences offices write under it, and where figures as printed do not add up.
import { type MoneyUnit, unitLabel } from '../vietnamese/money'
import { formatDecimal } from '../vietnamese/numbers'
import { type ConsolidatedTable, type Figure, figureOf, type Measure } from './consolidatedTable'
import type { SourceUse } from './consolidationSources'
import { percentHundredths } from './percent'

/** Figures as a paper printed them, in đồng; null where it prints none. */
export interface DeclaredFigures {
  readonly planned: DeclaredTotals | null
  readonly done: DeclaredTotals | null
}

export interface DeclaredTotals {
  readonly national: number | null
  readonly local: number | null
  readonly support: number | null
}

export interface TableCheck {
  readonly severity: 'warning' | 'note'
  readonly message: string
}

export interface WordSettings {
  readonly year: number
  /** Such as "khu vực miền Trung – Tây Nguyên"; empty: only the number of provinces is named. */
  readonly region: string
  readonly unit: MoneyUnit
  /** Such as "7 tháng"; empty for the year as a whole. */
  readonly period: string
}

const powers: Readonly<Record<MoneyUnit, number>> = { dong: 0, thousand: 3, million: 6, billion: 9 }

/** Two decimals where the unit has any, as conferences print: 51,23 tỷ đồng. */
const printedDecimals = 2

/** Of tỷ always both, so that 48,80 stands under 48,79; of triệu only what is there. */
function leastDecimals(unit: MoneyUnit): number {
  return unit === 'billion' ? printedDecimals : 0
}

export function printedMoney(dong: number, unit: MoneyUnit): string {
  return formatDecimal({ units: BigInt(dong), scale: powers[unit] }, printedDecimals, leastDecimals(unit))
}

export function percentText(hundredths: number | null): string {
  return hundredths === null ? '–' : formatDecimal({ units: BigInt(hundredths), scale: 2 }, 2, 2)
}

/** In units of the last printed digit, so that printed figures can be added as they stand. */
function asPrinted(dong: number, unit: MoneyUnit): bigint {
  const step = 10n ** BigInt(Math.max(0, powers[unit] - (unit === 'dong' ? 0 : printedDecimals)))
  const magnitude = BigInt(Math.abs(dong))
  const rounded = (magnitude + step / 2n) / step
  return dong < 0 ? -rounded : rounded
}

function printedUnits(units: bigint, unit: MoneyUnit): string {
  return formatDecimal({ units, scale: unit === 'dong' ? 0 : printedDecimals }, printedDecimals, leastDecimals(unit))
}

const sideWords = { planned: 'Kế hoạch', done: 'Thực hiện' } as const
type Side = keyof typeof sideWords

/** What a careful reader of the printed table would ask about. */
export function checkTable(
  table: ConsolidatedTable,
  uses: readonly SourceUse[],
  declared: DeclaredFigures | null,
  unit: MoneyUnit,
): TableCheck[] {
  return [
    ...ownSums(uses),
    ...missingDone(table, uses),
    ...(['planned', 'done'] as const).flatMap((side) => [
      ...roundedParts(table, side, unit),
      ...declaredParts(table, side, declared, unit),
    ]),
  ]
}

/** Totals in the workbooks themselves that are not the sums of their parts. */
function ownSums(uses: readonly SourceUse[]): TableCheck[] {
  return uses.flatMap(({ use, source }) =>
    use === 'counted' || use === 'lastYear'
      ? (source.checks ?? []).map(
          (words): TableCheck => ({ severity: 'warning', message: `“${source.fileName}”, ${words}` }),
        )
      : [],
  )
}

function missingDone(table: ConsolidatedTable, uses: readonly SourceUse[]): TableCheck[] {
  const silent = uses.filter(({ use, lines }) => use === 'counted' && lines.some((line) => line.done === null))
  if (table.total.done === null || silent.length === 0) return []
  return [
    {
      severity: 'warning',
      message: `${silent.length} đơn vị chưa gửi số thực hiện (${[...new Set(silent.map(({ province }) => province.name))].join(', ')}): kế hoạch đã cộng, thực hiện thì chưa, nên tỷ lệ chung thấp hơn thực tế.`,
    },
  ]
}

function amounts(table: ConsolidatedTable, side: Side, measure: Measure): number | null {
  const figure = figureOf(table.total, measure, table.total)
  return side === 'planned' ? figure.planned : figure.done
}

/** Parts rounded one by one need not add up to the rounded total: said, and nothing is bent. */
function roundedParts(table: ConsolidatedTable, side: Side, unit: MoneyUnit): TableCheck[] {
  const [national, local, support] = (['national', 'local', 'support'] as const).map((one) => amounts(table, side, one))
  if (national == null || local == null || support == null) return []
  const checks: TableCheck[] = []
  const sum = asPrinted(national, unit) + asPrinted(local, unit)
  const total = asPrinted(support, unit)
  if (sum !== total)
    checks.push({
      severity: 'note',
      message: `${sideWords[side]}: số in làm tròn ${printedMoney(national, unit)} + ${printedMoney(local, unit)} = ${printedUnits(sum, unit)}, còn tổng in ${printedUnits(total, unit)} ${unitLabel(unit)}; lệch ${printedUnits(distance(sum, total), unit)} do làm tròn. Số đúng là tổng; tỷ lệ tính trên số đúng.`,
    })
  const rows = table.provinces.map((row) => {
    const figure = figureOf(row, 'support', table.total)
    return (side === 'planned' ? figure.planned : figure.done) ?? 0
  })
  const ofRows = rows.reduce((all, dong) => all + asPrinted(dong, unit), 0n)
  if (ofRows !== total)
    checks.push({
      severity: 'note',
      message: `${sideWords[side]}: ${rows.length} dòng in làm tròn cộng lại được ${printedUnits(ofRows, unit)}, tổng in ${printedUnits(total, unit)} ${unitLabel(unit)}; lệch ${printedUnits(distance(ofRows, total), unit)} do làm tròn.`,
    })
  return checks
}

/** Beside what a paper printed: whether its own parts add up, and whether it says what the files say. */
function declaredParts(
  table: ConsolidatedTable,
  side: Side,
  declared: DeclaredFigures | null,
  unit: MoneyUnit,
): TableCheck[] {
  const printed = declared?.[side] ?? null
  if (printed === null) return []
  const checks: TableCheck[] = []
  const { national, local, support } = printed
  const parts = national === null || local === null ? null : national + local
  if (parts !== null && national !== null && local !== null && support !== null && parts !== support) {
    checks.push({
      severity: 'warning',
      message: `${sideWords[side]} đã công bố: ${printedMoney(national, unit)} + ${printedMoney(local, unit)} = ${printedMoney(parts, unit)} ≠ ${printedMoney(support, unit)} ${unitLabel(unit)}, lệch ${printedMoney(Math.abs(parts - support), unit)}.${ratesOf(table, side, parts, support)}`,
    })
  }
  for (const measure of ['national', 'local', 'support'] as const) {
    const said = printed[measure]
    const ours = amounts(table, side, measure)
    if (said === null || ours === null || asPrinted(said, unit) === asPrinted(ours, unit)) continue
    checks.push({
      severity: 'warning',
      message: `${sideWords[side]} ${measureWords[measure]}: đã công bố ${printedMoney(said, unit)}, các tệp cộng lại được ${printedMoney(ours, unit)} ${unitLabel(unit)}, lệch ${printedMoney(Math.abs(ours - said), unit)}.${measure === 'support' && parts === said ? ratesOf(table, side, ours, said) : ''}`,
    })
  }
  return checks
}

/** The rate by each of two totals: 95,26 % by the parts, 95,24 % by the printed total. */
function ratesOf(table: ConsolidatedTable, side: Side, byParts: number, byTotal: number): string {
  const planned = amounts(table, 'planned', 'support')
  if (side !== 'done' || planned === null) return ''
  return ` Tỷ lệ so với kế hoạch: theo các phần ${percentText(percentHundredths(byParts, planned))} %, theo tổng in ${percentText(percentHundredths(byTotal, planned))} %. Chương trình tính theo các phần.`
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a
}

export const measureWords: Readonly<Record<Measure, string>> = {
  national: 'khuyến công quốc gia',
  local: 'khuyến công địa phương',
  support: 'kinh phí khuyến công',
  counterpart: 'đối ứng của đơn vị thụ hưởng',
  other: 'nguồn khác',
  total: 'tổng kinh phí',
}

/** The paragraphs of the report, made of the same figures as the table. */
export function tableSentences(table: ConsolidatedTable, settings: WordSettings): string[] {
  const { year, unit } = settings
  const whole = table.total
  const support = figureOf(whole, 'support', whole)
  const money = (dong: number) => `${printedMoney(dong, unit)} ${unitLabel(unit)}`
  const where = settings.region === '' ? '' : ` ${settings.region}`
  const when = settings.period === '' ? `Năm ${year}` : `${settings.period} năm ${year}`
  const planned = `${when}, kế hoạch kinh phí khuyến công của ${whoseWords(table)}${where} là ${money(support.planned)} với ${whole.projects} đề án, nhiệm vụ${growthWords(support.plannedGrowth, support.plannedBefore, year, money)}.`
  return [
    planned,
    ...(support.done === null
      ? []
      : [
          `Kinh phí thực hiện đạt ${money(support.done)}, bằng ${percentText(support.rate)} % kế hoạch${growthWords(support.doneGrowth, support.doneBefore, year, money)}.`,
        ]),
    `Trong đó: ${(['national', 'local'] as const)
      .map((measure) => sourceSentence(measure, figureOf(whole, measure, whole, 'support'), money))
      .join('; ')}.`,
    ...counterpartSentence(table, money),
    ...contentSentence(table, money),
  ]
}

/** "15 tỉnh, thành phố"; one alone by its name: "tỉnh Bắc Kạn". */
function whoseWords({ provinces }: ConsolidatedTable): string {
  const [only, ...others] = provinces
  if (only === undefined || others.length > 0) return `${provinces.length} tỉnh, thành phố`
  return only.name.replace(/^(?:Tỉnh|Thành phố)(?= )/, (kind) => kind.toLocaleLowerCase('vi'))
}

function growthWords(
  growth: number | null,
  before: number | null,
  year: number,
  money: (dong: number) => string,
): string {
  if (growth === null || before === null) return ''
  if (growth === 0) return `, bằng năm ${year - 1}`
  return `, ${growth > 0 ? 'tăng' : 'giảm'} ${percentText(Math.abs(growth))} % so với năm ${year - 1} (${money(before)})`
}

function sourceSentence(measure: 'national' | 'local', figure: Figure, money: (dong: number) => string): string {
  if (figure.done === null)
    return `${measureWords[measure]} ${money(figure.planned)}, chiếm ${percentText(figure.plannedShare)} %`
  const rate = figure.rate === null ? 'không có kế hoạch' : `đạt ${percentText(figure.rate)} %`
  const share = figure.doneShare === null ? '' : `, chiếm ${percentText(figure.doneShare)} % tổng kinh phí thực hiện`
  return `${measureWords[measure]} ${money(figure.done)}/${money(figure.planned)}, ${rate}${share}`
}

function counterpartSentence(table: ConsolidatedTable, money: (dong: number) => string): string[] {
  const counterpart = figureOf(table.total, 'counterpart', table.total, 'total')
  const other = figureOf(table.total, 'other', table.total, 'total')
  if (counterpart.planned + other.planned === 0) return []
  const total = figureOf(table.total, 'total', table.total)
  return [
    `Vốn đối ứng của đơn vị thụ hưởng là ${money(counterpart.planned)}${other.planned === 0 ? '' : `, nguồn khác ${money(other.planned)}`}; tổng kinh phí các đề án theo kế hoạch ${money(total.planned)}.`,
  ]
}

/** Contents by weight, as conferences name them: the heaviest first. */
function contentSentence(table: ConsolidatedTable, money: (dong: number) => string): string[] {
  const rows = table.conferenceGroups
    .map((row) => ({ row, figure: figureOf(row, 'support', table.total) }))
    .filter(({ row }) => row.projects > 0)
    .sort((a, b) => b.figure.planned - a.figure.planned)
  if (rows.length === 0) return []
  const parts = rows.map(
    ({ row, figure }) =>
      `${row.name.charAt(0).toLocaleLowerCase('vi')}${row.name.slice(1)} ${row.projects} đề án, ${money(figure.planned)} (${percentText(figure.plannedShare)} %)`,
  )
  return [`Theo nội dung: ${parts.join('; ')}.`]
}
