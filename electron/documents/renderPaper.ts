// One paper to bytes. Libraries are loaded at the first paper: a program that only lists and saves never pays for them.
import { assertNever } from '../../shared/domain/assertNever'
import type { PaperDocument } from './blocks'

export type PaperFormat = 'pdf' | 'docx'

export type RenderRequest = {
  readonly format: PaperFormat
  readonly document: PaperDocument
  /** Milliseconds since 1970, written into the file as its date of creation. */
  readonly createdAt: number
}

export async function renderPaper({ format, document, createdAt }: RenderRequest): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      const { renderPdf } = await import('./pdf')
      return renderPdf(document, { createdAt: new Date(createdAt) })
    }
    case 'docx': {
      const { renderDocx } = await import('./docx')
      return renderDocx(document, { createdAt: new Date(createdAt) })
    }
    default:
      return assertNever(format, 'a paper is PDF or DOCX')
  }
}

/** Loads what the first paper would have to wait for. */
export async function warmRenderer(): Promise<void> {
  const { warmPdf } = await import('./pdf')
  await warmPdf()
}
