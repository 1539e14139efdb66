// Which files of a consolidation count: every doubt about them becomes an issue in words, with what may be done and what is proposed.
import { formatDate } from '../vietnamese/dates'
import { fold } from '../vietnamese/fold'
import {
  basisWords,
  type ConsolidationIssue,
  type ConsolidationSource,
  type Counting,
  type CountingSettings,
  doneRuleWords,
  type FigureDifference,
  type IssueChoice,
  type IssueKind,
  periodWords,
  provinceKey,
  type SourceProvince,
  type SourceUse,
  type Use,
} from './consolidationSources'

const skip: IssueChoice = { value: 'skip', label: 'Bỏ qua tệp này' }
const keep: IssueChoice = { value: 'keep', label: 'Vẫn tính' }

/** Which file counts for what: every doubt becomes an issue, in words, with what may be done. */
export function decideSources(sources: readonly ConsolidationSource[], settings: CountingSettings): Counting {
  const judge = new Judge(sources, settings)
  return judge.decide()
}

class Judge {
  readonly #sources: readonly ConsolidationSource[]
  readonly #settings: CountingSettings
  readonly #issues: ConsolidationIssue[] = []
  readonly #uses = new Map<ConsolidationSource, { use: Use; why: string; visible: boolean }>()

  constructor(sources: readonly ConsolidationSource[], settings: CountingSettings) {
    this.#sources = sources
    this.#settings = settings
  }

  decide(): Counting {
    for (const source of this.#sources)
      this.#uses.set(
        source,
        source.noticeOnly
          ? { use: 'skipped', why: 'Thông báo thu hồi, không có số liệu.', visible: false }
          : { use: 'counted', why: '', visible: false },
      )
    for (const source of this.#standing())
      if (source.openQuestions > 0)
        this.#set(source, 'open', `Còn ${source.openQuestions} câu hỏi khi đọc sổ chưa trả lời.`)
    this.#sameFiles()
    this.#recalled()
    this.#figures()
    const year = this.#settings.year ?? likelyYear(this.#standing())
    this.#years(year)
    this.#newer('counted')
    this.#newer('lastYear')
    this.#mixed()
    this.#sameProvince('counted')
    this.#sameProvince('lastYear')
    return {
      year,
      issues: this.#issues,
      uses: this.#sources.map((source): SourceUse => {
        const { use, why, visible } = this.#stateOf(source)
        return {
          source,
          province: this.#provinceOf(source),
          use,
          why,
          lines: visible ? (source.visibleLines ?? source.lines) : source.lines,
        }
      }),
    }
  }

  #stateOf(source: ConsolidationSource) {
    return this.#uses.get(source) ?? { use: 'skipped' as const, why: '', visible: false }
  }

  #provinceOf(source: ConsolidationSource): SourceProvince {
    return this.#settings.provinces[source.key] ?? source.province
  }

  #standing(use: Use = 'counted'): ConsolidationSource[] {
    return this.#sources.filter((source) => this.#stateOf(source).use === use)
  }

  #set(source: ConsolidationSource, use: Use, why: string): void {
    this.#uses.set(source, { ...this.#stateOf(source), use, why })
  }

  /** The answer given, if it still is one of the choices; else what is proposed. */
  #ask(
    kind: IssueKind,
    id: string,
    sources: readonly ConsolidationSource[],
    parts: { message: string; choices: readonly IssueChoice[]; proposed: string | null },
  ): string | null {
    const given = this.#settings.decisions[id]
    const answered = given !== undefined && parts.choices.some(({ value }) => value === given)
    const answer = answered ? given : parts.proposed
    this.#issues.push({
      id,
      kind,
      sources: sources.map(({ key }) => key),
      message: parts.message,
      choices: parts.choices,
      answer,
      answered,
    })
    return answer
  }

  #sameFiles(): void {
    for (const group of groupsBy(this.#standing(), ({ key, checksum }) => (checksum === '' ? key : checksum))) {
      const [first, ...others] = group
      if (first === undefined || others.length === 0) continue
      const names = group.map(nameOfFile).join(', ')
      const answer = this.#ask('sameFile', `sameFile:${first.key}`, group, {
        message: `${names}: cùng một số liệu, chọn ${group.length} lần.`,
        choices: [
          { value: 'once', label: 'Chỉ tính một lần' },
          // The very same file is the same figures; one saved anew may have been meant to be another.
          ...(others.every(({ key }) => key === first.key)
            ? []
            : [{ value: 'both', label: `Cộng cả ${group.length} lần` }]),
        ],
        proposed: 'once',
      })
      if (answer === 'once') for (const other of others) this.#set(other, 'skipped', `Trùng với ${nameOfFile(first)}.`)
    }
  }

  #recalled(): void {
    const recalls = new Map(this.#sources.flatMap(({ recalls: all }) => all.map((one) => [one.checksum, one] as const)))
    for (const source of this.#standing()) {
      const recall = source.checksum === '' ? undefined : recalls.get(source.checksum)
      if (recall === undefined) continue
      const answer = this.#ask('recalled', `recalled:${source.key}`, [source], {
        message: `${nameOfFile(source)}: gói số ${source.number} đã bị ${source.officeName} thu hồi ngày ${formatDate(recall.on)}: ${recall.reason}`,
        choices: [skip, keep],
        proposed: 'skip',
      })
      if (answer === 'skip') this.#set(source, 'skipped', 'Gói đã bị thu hồi.')
    }
  }

  /** A checksum that does not hold, or cells that say otherwise than what is carried. */
  #figures(): void {
    for (const source of this.#standing()) {
      if (source.checksumHolds && source.differences.length === 0) continue
      const count = source.differences.length
      const shown = count === 0 ? '' : ` Có ${count} ô ghi khác dữ liệu kèm theo (${someCells(source.differences)}).`
      const answer = this.#ask(source.checksumHolds ? 'differs' : 'checksum', `figures:${source.key}`, [source], {
        message: source.checksumHolds
          ? `${nameOfFile(source)}: bảng đã bị sửa sau khi lập gói.${shown}`
          : `${nameOfFile(source)}: mã kiểm tra không khớp, dữ liệu kèm theo đã bị sửa sau khi lập gói.${shown}`,
        choices: [
          { value: 'carried', label: 'Lấy dữ liệu kèm theo' },
          ...(source.visibleLines === null ? [] : [{ value: 'visible', label: 'Lấy số ghi trong bảng' }]),
          skip,
        ],
        proposed: null,
      })
      if (answer === null) this.#set(source, 'open', 'Chờ chọn lấy số nào.')
      else if (answer === 'skip') this.#set(source, 'skipped', 'Bỏ qua vì số liệu đã bị sửa.')
      else this.#uses.set(source, { ...this.#stateOf(source), visible: answer === 'visible' })
    }
  }

  #years(year: number | null): void {
    for (const source of this.#standing()) {
      if (source.year === year) continue
      if (source.year === null || year === null) {
        const answer = this.#ask('noYear', `year:${source.key}`, [source], {
          message: `${nameOfFile(source)}: không rõ là số liệu năm nào.`,
          choices: [{ value: 'count', label: year === null ? 'Vẫn tính' : `Tính là năm ${year}` }, skip],
          proposed: null,
        })
        if (answer === null) this.#set(source, 'open', 'Chưa rõ năm.')
        else if (answer === 'skip') this.#set(source, 'skipped', 'Bỏ qua vì chưa rõ năm.')
        continue
      }
      const before = source.year === year - 1
      const answer = this.#ask('year', `year:${source.key}`, [source], {
        message: `${nameOfFile(source)}: số liệu năm ${source.year}, còn bảng tổng hợp là năm ${year}.`,
        choices: [
          ...(before ? [{ value: 'lastYear', label: `Dùng làm số năm trước (${source.year}) để so sánh` }] : []),
          skip,
          { value: 'count', label: `Vẫn cộng vào năm ${year}` },
        ],
        proposed: before ? 'lastYear' : null,
      })
      if (answer === null) this.#set(source, 'open', `Số liệu năm ${source.year}, chờ chọn.`)
      else if (answer === 'lastYear') this.#set(source, 'lastYear', `Số năm trước (${source.year}).`)
      else if (answer === 'skip') this.#set(source, 'skipped', `Bỏ qua vì là số liệu năm ${source.year}.`)
    }
  }

  /** Of one office's packages of one year, one that stands in place of another or was made after it. */
  #newer(use: Use): void {
    const packages = this.#standing(use).filter(({ origin }) => origin === 'package')
    for (const group of groupsBy(packages, ({ officeName, province, year }) =>
      [fold(officeName), province.code ?? province.name, year].join('|'),
    )) {
      if (group.length < 2) continue
      const newestFirst = [...group].sort((a, b) => comesBefore(b, a))
      const [newest] = newestFirst
      if (newest === undefined) continue
      const answer = this.#ask('newer', `newer:${newest.key}`, newestFirst, {
        message: `${newest.officeName} có ${group.length} gói của năm ${newest.year ?? ''}: ${newestFirst.map((one) => `số ${one.number} (${nameOfFile(one)})`).join(', ')}. ${whyNewest(newest, newestFirst)}`,
        choices: [
          ...newestFirst.map((one) => ({ value: one.key, label: `Chỉ tính gói số ${one.number}` })),
          { value: 'both', label: 'Cộng tất cả' },
        ],
        proposed: newest.key,
      })
      if (answer !== 'both')
        for (const one of group) if (one.key !== answer) this.#set(one, 'skipped', `Đã có gói khác của cùng đơn vị.`)
    }
  }

  /** Registered beside assigned, another rule of "done", another period: figures that should not simply be added. */
  #mixed(): void {
    const counted = this.#standing()
    const basis = mostUsed(counted.flatMap((one) => one.basis ?? []))
    const rule = mostUsed(counted.flatMap((one) => one.doneRule ?? []))
    const period = mostUsed(counted.flatMap((one) => (one.period === null ? [] : [periodWords(one.period)])))
    for (const source of counted) {
      if (basis !== null && source.basis !== null && source.basis !== basis)
        this.#odd('basis', source, `là ${basisWords[source.basis]}, còn các tệp khác là ${basisWords[basis]}.`, null)
      if (rule !== null && source.doneRule !== null && source.doneRule !== rule)
        this.#odd(
          'rule',
          source,
          `thực hiện tính theo ${doneRuleWords[source.doneRule]}, còn các tệp khác theo ${doneRuleWords[rule]}.`,
          null,
        )
      if (period !== null && source.period !== null && periodWords(source.period) !== period)
        this.#odd('period', source, `kết quả ${periodWords(source.period)}, còn các tệp khác ${period}.`, 'keep')
    }
  }

  #odd(kind: IssueKind, source: ConsolidationSource, what: string, proposed: string | null): void {
    if (this.#stateOf(source).use !== 'counted') return
    const answer = this.#ask(kind, `${kind}:${source.key}`, [source], {
      message: `${nameOfFile(source)}: ${what}`,
      choices: [keep, skip],
      proposed,
    })
    if (answer === null) this.#set(source, 'open', 'Khác loại số liệu, chờ chọn.')
    else if (answer === 'skip') this.#set(source, 'skipped', 'Bỏ qua vì khác loại số liệu.')
  }

  #sameProvince(use: Use): void {
    const standing = this.#standing(use)
    for (const group of groupsBy(standing, (source) => provinceKey(this.#provinceOf(source)))) {
      const [first] = group
      if (first === undefined || group.length < 2) continue
      // Two packages of one office were asked about before.
      if (this.#issues.some((one) => one.kind === 'newer' && one.answer === 'both' && sameSources(one.sources, group)))
        continue
      if (
        this.#issues.some((one) => one.kind === 'sameFile' && one.answer === 'both' && sameSources(one.sources, group))
      )
        continue
      const { name } = this.#provinceOf(first)
      const answer = this.#ask('sameProvince', `sameProvince:${use}:${provinceKey(this.#provinceOf(first))}`, group, {
        message: `${name} có ${group.length} tệp: ${group.map((one) => `${nameOfFile(one)} (${one.officeName === '' ? 'không ghi đơn vị' : one.officeName})`).join(', ')}.`,
        choices: [
          { value: 'both', label: `Cộng cả ${group.length} tệp` },
          ...group.map((one) => ({ value: one.key, label: `Chỉ tính ${nameOfFile(one)}` })),
        ],
        proposed: null,
      })
      if (answer === null) for (const one of group) this.#set(one, 'open', `${name} có nhiều tệp, chờ chọn.`)
      else if (answer !== 'both')
        for (const one of group) if (one.key !== answer) this.#set(one, 'skipped', `Đã tính tệp khác của ${name}.`)
    }
  }
}

function nameOfFile({ fileName }: ConsolidationSource): string {
  return `“${fileName}”`
}

function someCells(differences: readonly FigureDifference[]): string {
  const shown = differences.slice(0, 3).map(({ sheet, cell }) => `${sheet}!${cell}`)
  return shown.join(', ') + (differences.length > shown.length ? '…' : '')
}

/** The year most files are of; of two as frequent, the later. */
function likelyYear(sources: readonly ConsolidationSource[]): number | null {
  return mostUsed(
    sources.flatMap(({ year }) => year ?? []),
    (a, b) => b - a,
  )
}

/** What occurs most; among the most frequent the first by `order`, else the one met first. */
function mostUsed<T>(values: readonly T[], order: (a: T, b: T) => number = () => 0): T | null {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [most] = [...counts].sort(([a, first], [b, second]) => second - first || order(a, b))
  return most?.[0] ?? null
}

function groupsBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}

function sameSources(keys: readonly string[], sources: readonly ConsolidationSource[]): boolean {
  return keys.length === sources.length && sources.every(({ key }) => keys.includes(key))
}

/** Negative when `a` is the older package. */
function comesBefore(a: ConsolidationSource, b: ConsolidationSource): number {
  if (b.replaces?.checksum === a.checksum) return -1
  if (a.replaces?.checksum === b.checksum) return 1
  const byTime = a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0
  return byTime === 0 ? packageOrdinal(a.number) - packageOrdinal(b.number) : byTime
}

/** 3 of "2022/3". */
function packageOrdinal(number: string): number {
  return Number(/(\d+)$/.exec(number)?.[1] ?? 0)
}

function whyNewest(newest: ConsolidationSource, group: readonly ConsolidationSource[]): string {
  const replaced = group.find(({ checksum }) => checksum === newest.replaces?.checksum)
  return replaced === undefined
    ? `Gói số ${newest.number} lập sau cùng.`
    : `Gói số ${newest.number} thay thế gói số ${replaced.number}.`
}
