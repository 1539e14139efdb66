// The bars of the year's money, one group a source. Each bar carries its own name and amount: nothing hangs on its shade.
import { Bar, BarChart, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'

export interface ChartBar {
  readonly key: string
  /** Such as "KCQG · Đã ký". */
  readonly name: string
  /** In the unit on screen, for the length alone. */
  readonly value: number
  /** What stands beside the bar. */
  readonly shown: string
  /** 0 to 4, from the plan to what is settled: darker further on. */
  readonly step: number
}

const shades = ['#b9cdce', '#8fb3b5', '#5f9194', '#2f7276', '#084548'] as const
const barHeight = 22

export function MoneyChart({ label, bars }: { readonly label: string; readonly bars: readonly ChartBar[] }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <figure aria-label={label} style={{ margin: '0 0 8px' }}>
      <ResponsiveContainer width="100%" height={bars.length * barHeight + 8}>
        <BarChart
          data={[...bars]}
          layout="vertical"
          margin={{ top: 2, right: 72, bottom: 2, left: 0 }}
          barCategoryGap={3}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, most]} />
          <YAxis
            type="category"
            dataKey="name"
            width={164}
            interval={0}
            tickLine={false}
            axisLine={{ stroke: '#93a1a3' }}
            tick={{ fontSize: 12, fill: '#1b2628' }}
          />
          <Bar dataKey="value" isAnimationActive={false} minPointSize={1}>
            {bars.map((bar) => (
              <Cell key={bar.key} fill={shades[bar.step] ?? shades[4]} stroke="#4c5a5d" />
            ))}
            <LabelList dataKey="shown" position="right" fontSize={12} fill="#1b2628" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </figure>
  )
}
