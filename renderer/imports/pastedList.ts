// Rows copied in Excel and pasted onto a list: they go to the import as a file that was never saved, so that the same checks,
// the same choices and the same undo await them.
import type { ImportKind } from '../../shared/contract/workbooks'
import { labels } from '../../shared/labels'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { notifyWarning } from '../components/notices'
import { type PastedAbout, pastedRows, withHeadings } from '../components/pasted'
import type { Upload } from './readUpload'

export interface PastedList {
  readonly upload: Upload
  /** What the list it was pasted onto holds; null lets the program tell. */
  readonly kind: ImportKind | null
}

let waiting: PastedList | null = null

/** Handed out once. */
export function takePastedList(): PastedList | null {
  const taken = waiting
  waiting = null
  return taken
}

/** `headings` are those of the list as it is shown: rows copied without their own are taken to be in that order. */
export function bringPastedList(
  text: string,
  kind: ImportKind | null,
  headings: readonly string[],
  about: PastedAbout = {},
): void {
  const rows = pastedRows(text)
  if (rows === null) {
    notifyWarning('Không đọc được các ô vừa dán: có dấu nháy kép mở mà không đóng. Hãy chép lại từ Excel.')
    return
  }
  waiting = { upload: { fileName: labels.pastedFile, base64: base64Of(withHeadings(rows, headings, about)) }, kind }
  void navigate(paths.imports)
}

function base64Of(text: string): string {
  let bytes = ''
  for (const byte of new TextEncoder().encode(`\ufeff${text}`)) bytes += String.fromCharCode(byte)
  return btoa(bytes)
}
