// A change as the contract sends it.
import type { z } from 'zod'
import type { listedValue } from '../../shared/contract/comparison'
import type { ListedValue } from '../../shared/domain/comparison'

export function changeOutput(change: ListedValue): z.input<typeof listedValue> {
  return { ...change, row: change.row === null ? null : { ...change.row } }
}
