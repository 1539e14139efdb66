// A newer program brought as a file: what its signature says, and whether that version may take the place of this one.

/** What is signed, beside the installer: which file, of which version, with which content. */
export interface UpdateStatement {
  readonly product: string
  readonly version: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
}

export const updateProduct = 'so-khuyen-cong'

/** The bytes under the signature: every field in one order, one a line. */
export function signedText(statement: UpdateStatement): string {
  const { product, version, fileName, sizeBytes, sha256 } = statement
  return `${[product, version, fileName, String(sizeBytes), sha256].join('\n')}\n`
}

function partsOf(version: string): readonly number[] | null {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version)
  return match === null ? null : match.slice(1).map(Number)
}

/** Negative when `a` is older than `b`; null when one of them is no version. */
export function compareVersions(a: string, b: string): number | null {
  const [own, other] = [partsOf(a), partsOf(b)]
  if (own === null || other === null) return null
  for (const [index, part] of own.entries()) {
    const difference = part - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
