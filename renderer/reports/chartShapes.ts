// Charts as plain shapes: the screen draws them as SVG and the clipboard gets the same shapes painted on a canvas. Plan and
// done differ by pattern and by words at their ends, never by colour alone.

export type Fill = 'plan' | 'done' | 'none'

export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: Fill
    }
  | {
      readonly kind: 'words'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
      readonly size: number
      readonly bold: boolean
    }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export interface ChartRow {
  readonly name: string
  /** One bar an entry, from top to bottom or from left to right. */
  readonly bars: readonly { readonly fill: Exclude<Fill, 'none'>; readonly value: number; readonly shown: string }[]
}

export interface Chart {
  readonly title: string
  readonly legend: readonly { readonly fill: Exclude<Fill, 'none'>; readonly name: string }[]
  readonly rows: readonly ChartRow[]
}

const words = (
  text: string,
  x: number,
  y: number,
  {
    anchor = 'start',
    size = 12,
    bold = false,
  }: Partial<{ anchor: 'start' | 'middle' | 'end'; size: number; bold: boolean }> = {},
): Shape => ({ kind: 'words', text, x, y, anchor, size, bold })

const headHeight = 46

function head({ title, legend }: Chart): Shape[] {
  const shapes: Shape[] = [words(title, 8, 18, { size: 15, bold: true })]
  let x = 8
  for (const { fill, name } of legend) {
    shapes.push({ kind: 'box', x, y: 28, width: 22, height: 11, fill }, words(name, x + 28, 38))
    x += 52 + name.length * 7
  }
  return shapes
}

function mostOf(rows: readonly ChartRow[]): number {
  return Math.max(1, ...rows.flatMap(({ bars }) => bars.map(({ value }) => value)))
}

/** In as few lines as its words take; a word longer than a line stands alone. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const nameWidth = 210
const figureWidth = 110
const barHeight = 15

/** Names of any length at the left, each bar with its figure at its end. */
export function horizontalBars(chart: Chart, width: number): Drawing {
  const shapes = head(chart)
  const most = mostOf(chart.rows)
  const room = width - nameWidth - figureWidth - 16
  let y = headHeight
  for (const { name, bars } of chart.rows) {
    const lines = wrapped(name, 30)
    const height = Math.max(bars.length * (barHeight + 2), lines.length * 15) + 8
    const firstLine = y + (height - lines.length * 15) / 2 + 12
    lines.forEach((line, index) => {
      shapes.push(words(line, nameWidth, firstLine + index * 15, { anchor: 'end' }))
    })
    const top = y + (height - bars.length * (barHeight + 2)) / 2
    bars.forEach(({ fill, value, shown }, index) => {
      const at = top + index * (barHeight + 2)
      const length = value <= 0 ? 0 : Math.max(1, (value / most) * room)
      shapes.push({ kind: 'box', x: nameWidth + 8, y: at, width: length, height: barHeight, fill })
      shapes.push(words(shown, nameWidth + 14 + length, at + barHeight - 3))
    })
    y += height
  }
  shapes.push({ kind: 'line', x1: nameWidth + 8, y1: headHeight, x2: nameWidth + 8, y2: y })
  return { width, height: y + 8, shapes }
}

const columnsHeight = 250

/** Short names below: months of a year, sources of money. */
export function verticalBars(chart: Chart, width: number): Drawing {
  const shapes = head(chart)
  const most = mostOf(chart.rows)
  const base = headHeight + columnsHeight
  const step = (width - 16) / Math.max(1, chart.rows.length)
  chart.rows.forEach(({ name, bars }, place) => {
    const left = 8 + place * step
    const barWidth = Math.min(46, (step - 10) / Math.max(1, bars.length))
    const start = left + (step - barWidth * bars.length) / 2
    bars.forEach(({ fill, value, shown }, index) => {
      const height = value <= 0 ? 0 : Math.max(1, (value / most) * (columnsHeight - 34))
      const x = start + index * barWidth
      shapes.push({ kind: 'box', x, y: base - height, width: barWidth - 2, height, fill })
      // The figures of neighbours stand at two heights, so that none lies on another.
      const above = index % 2 === 0 ? 5 : 5 + 12
      if (value > 0) shapes.push(words(shown, x + barWidth / 2, base - height - above, { anchor: 'middle', size: 10 }))
    })
    shapes.push(words(name, left + step / 2, base + 16, { anchor: 'middle', size: 11 }))
  })
  shapes.push({ kind: 'line', x1: 8, y1: base, x2: width - 8, y2: base })
  return { width, height: base + 26, shapes }
}
