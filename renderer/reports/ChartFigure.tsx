// One picture with its table beside it, and its image for the clipboard.
import { useId } from 'react'
import { pictureLabels } from '../../shared/labels'
import { api } from '../app/api'
import { Button } from '../components/Button'
import { notifyDone, notifyProblem } from '../components/notices'
import { doneColour, ink, pngOf } from './chartCanvas'
import type { Chart, Drawing, Shape } from './chartShapes'
import styles from './Pictures.module.css'

interface ChartFigureProps {
  readonly chart: Chart
  readonly drawing: Drawing
  /** What the rows of the table are. */
  readonly rowHeading: string
}

export function ChartFigure({ chart, drawing, rowHeading }: ChartFigureProps) {
  return (
    <section className={styles.figure} aria-label={chart.title}>
      <div className={styles.picture}>
        <Picture drawing={drawing} label={chart.title} />
        <Button className={styles.copy} onClick={() => void copyImage(chart.title, drawing)}>
          {pictureLabels.copy}
        </Button>
      </div>
      <table className={styles.table} aria-label={`${pictureLabels.table}: ${chart.title}`}>
        <thead>
          <tr>
            <th scope="col">{rowHeading}</th>
            {chart.legend.map(({ name }) => (
              <th key={name} scope="col" className={styles.end}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.rows.map(({ name, bars }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {bars.map(({ fill, shown }) => (
                <td key={fill} className={styles.end}>
                  {shown}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Picture({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) {
  const pattern = `${useId().replaceAll(':', '')}-plan`
  return (
    <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={label} className={styles.svg}>
      <defs>
        <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#ffffff" />
          <line x1="0" y1="0" x2="0" y2="6" stroke="#4c5a5d" strokeWidth="2" />
        </pattern>
      </defs>
      {drawing.shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are drawn anew together
        <Drawn key={index} shape={shape} pattern={pattern} />
      ))}
    </svg>
  )
}

function Drawn({ shape, pattern }: { readonly shape: Shape; readonly pattern: string }) {
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          fill={shape.fill === 'plan' ? `url(#${pattern})` : doneColour}
          stroke={ink}
          strokeWidth={0.75}
        />
      )
    case 'line':
      return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} stroke="#93a1a3" />
    case 'words':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          fontSize={shape.size}
          fontWeight={shape.bold ? 600 : 400}
          fill={ink}
        >
          {shape.text}
        </text>
      )
  }
}

async function copyImage(title: string, drawing: Drawing): Promise<void> {
  try {
    const png = await pngOf(drawing)
    const copied = await api.shell.copyImage({ base64: await base64Of(png) })
    if (copied.kind === 'in-page') await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    notifyDone(`Đã sao chép hình “${title}”. Dán vào Word hoặc PowerPoint bằng Ctrl+V.`)
  } catch (error) {
    notifyProblem(error)
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
