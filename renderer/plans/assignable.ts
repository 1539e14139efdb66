// Out of which batches an item of a plan can still be given money, and why it cannot.
import type { Assignments } from './AllocationDialog'

type Item = Assignments['items'][number]

/** Batches that can still give to the item: of an approved plan those that came later, or what is left for a supplement. */
export function openBatches(record: Assignments, item: Item): Assignments['batches'] {
  return record.state === 'approved' && item.approved
    ? record.batches.filter((batch) => !batch.approved)
    : record.batches
}

export function whyNotAssign(record: Assignments, item: Item): string | undefined {
  if (record.state === 'drafting') return 'Ghi nhận đã đăng ký trước khi nhập số được giao'
  if (record.state === 'approved' && openBatches(record, item).length === 0)
    return 'Kế hoạch đã phê duyệt: thêm đợt phân bổ mới trước, rồi giao từ đợt đó'
  return undefined
}
