// Charts stay inside their paper, bars are as long as their figures, and every figure is written.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chart, horizontalBars, verticalBars, wrapped } from '../../renderer/reports/chartShapes'

const bar = fc.integer({ min: 0, max: 1_000_000 })
const chart: fc.Arbitrary<Chart> = fc
  .array(
    fc.tuple(
      fc.constantFrom('Tháng 1', 'Xã Thượng Minh', 'Mô hình trình diễn kỹ thuật công nghệ mới, sản phẩm mới'),
      bar,
      bar,
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((rows) => ({
    title: 'Biểu đồ',
    legend: [
      { fill: 'plan', name: 'Kế hoạch' },
      { fill: 'done', name: 'Thực hiện' },
    ],
    rows: rows.map(([name, plan, done]) => ({
      name,
      bars: [
        { fill: 'plan', value: plan, shown: String(plan) },
        { fill: 'done', value: done, shown: String(done) },
      ],
    })),
  }))

describe.each([
  ['horizontal', horizontalBars],
  ['vertical', verticalBars],
] as const)('%s bars', (kind, draw) => {
  test('stay inside the drawing and are as long as what they tell', () => {
    fc.assert(
      fc.property(chart, fc.integer({ min: 500, max: 1_200 }), (one, width) => {
        const drawing = draw(one, width)
        const boxes = drawing.shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []))
        for (const { x, y, width: wide, height } of boxes) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(x + wide).toBeLessThanOrEqual(width)
          expect(y + height).toBeLessThanOrEqual(drawing.height)
        }
        const bars = boxes.slice(one.legend.length)
        const values = one.rows.flatMap((row) => row.bars.map(({ value }) => value))
        const lengths = bars.map((box) => (kind === 'horizontal' ? box.width : box.height))
        expect(lengths.length).toBe(values.length)
        const most = Math.max(1, ...values)
        const longest = Math.max(...lengths)
        values.forEach((value, index) => {
          const length = lengths[index] ?? 0
          if (value === 0) expect(length).toBe(0)
          else expect(Math.abs(length - Math.max(1, (value / most) * longest))).toBeLessThan(1.01)
        })
      }),
    )
  })

  test('write every figure that is there', () => {
    fc.assert(
      fc.property(chart, (one) => {
        const written = draw(one, 760).shapes.flatMap((shape) => (shape.kind === 'words' ? [shape.text] : []))
        for (const { bars } of one.rows)
          for (const { value, shown } of bars) if (value > 0) expect(written).toContain(shown)
      }),
    )
  })
})

test('long names are broken between words, none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('xã', 'Thượng', 'Minh', 'phường'), { minLength: 1 }), (words) => {
      const text = words.join(' ')
      const lines = wrapped(text, 12)
      expect(lines.join(' ')).toBe(text)
      expect(lines.every((line) => line.length <= 12)).toBe(true)
    }),
  )
})
