// A change as the contract sends it.
import type { z } from 'zod'
import type { contentChange } from '../../shared/contract/comparison'
import type { ContentChange } from '../../shared/domain/comparison'

export function changeOutput(change: ContentChange): z.input<typeof contentChange> {
  return { ...change, row: change.row === null ? null : { ...change.row } }
}
