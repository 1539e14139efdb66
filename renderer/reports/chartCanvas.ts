// The shapes of a chart painted on a canvas and given as PNG: no image is loaded, so no policy of the window stands in the way.
import type { Drawing, Fill, Shape } from './chartShapes'

export const ink = '#1b2628'
export const doneColour = '#0b5a5e'
const fontFamily = '"Be Vietnam Pro", "Segoe UI", sans-serif'

/** Twice as fine as the screen, so that it prints well in a Word file. */
const scale = 2

export async function pngOf(drawing: Drawing): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = drawing.width * scale
  canvas.height = drawing.height * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('a canvas without a context')
  context.scale(scale, scale)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, drawing.width, drawing.height)
  for (const shape of drawing.shapes) paint(context, shape)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('a canvas gave no PNG')) : resolve(blob)), 'image/png')
  })
}

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'box':
      fillBox(context, shape)
      return
    case 'line':
      context.strokeStyle = '#93a1a3'
      context.lineWidth = 1
      context.beginPath()
      context.moveTo(shape.x1, shape.y1)
      context.lineTo(shape.x2, shape.y2)
      context.stroke()
      return
    case 'words':
      context.fillStyle = ink
      context.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${fontFamily}`
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      context.fillText(shape.text, shape.x, shape.y)
  }
}

function fillBox(
  context: CanvasRenderingContext2D,
  { x, y, width, height, fill }: Extract<Shape, { readonly kind: 'box' }>,
): void {
  if (width <= 0 || height <= 0) return
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.fillStyle = grounds[fill]
  context.fillRect(x, y, width, height)
  if (fill === 'plan') {
    context.strokeStyle = '#4c5a5d'
    context.lineWidth = 1
    context.beginPath()
    for (let at = -height; at < width; at += 6) {
      context.moveTo(x + at, y + height)
      context.lineTo(x + at + height, y)
    }
    context.stroke()
  }
  context.restore()
  context.strokeStyle = ink
  context.lineWidth = 0.75
  context.strokeRect(x, y, width, height)
}

export const grounds: Readonly<Record<Fill, string>> = { plan: '#ffffff', done: doneColour, none: 'transparent' }
