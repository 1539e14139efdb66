// The legal bases a đề án may cite: only what is in the catalogue, so that every paper can cite it in full.
import { Refusal } from '../../shared/contract/errors'
import type { Confidence } from '../../shared/domain/confidence'

export interface LegalBasisEntry {
  readonly id: string
  readonly number: string
  readonly citation: string
  readonly inForce: boolean
  readonly confidence: Confidence
}

/** @throws Refusal input.invalid */
export function refuseUnknownBases(catalogue: readonly LegalBasisEntry[], chosen: readonly string[]): void {
  const unknown = chosen.find((id) => !catalogue.some((one) => one.id === id))
  if (unknown === undefined) return
  throw new Refusal('input.invalid', '', [
    { path: 'content.legalBases', message: `Không có văn bản “${unknown}” trong danh mục căn cứ.` },
  ])
}
