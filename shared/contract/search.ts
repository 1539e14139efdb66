// The search over everything (Ctrl+K).
import { z } from 'zod'
import { command, query } from './call'
import { id, line, noInput } from './values'

export const searchKinds = ['establishment', 'project', 'contract', 'change', 'voteRound', 'activity'] as const

export const searchHit = z.strictObject({
  kind: z.enum(searchKinds),
  id,
  title: z.string(),
  detail: z.string(),
})
export type SearchHit = z.output<typeof searchHit>

export const searchContract = {
  everything: query({
    summary: 'Tìm mọi thứ, không cần dấu',
    input: z.strictObject({ text: line(200), limit: z.number().int().min(1).max(200).default(20) }),
    output: z.array(searchHit),
  }),
  rebuild: command({
    summary: 'Lập lại danh mục tìm kiếm từ các bản ghi',
    undo: 'apart',
    input: noInput,
    output: z.strictObject({ entries: z.number() }),
  }),
}
