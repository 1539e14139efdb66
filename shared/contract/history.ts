// Calls over what was done: undo and redo, the history of a record, the bin, closed years.
import { z } from 'zod'
import { command, query } from './call'
import { id } from './values'

export const doneCommand = z.strictObject({
  commandId: id,
  /** "Lưu cơ sở: HTX Tân Lợi" */
  what: z.string(),
  /** UTC instant. */
  at: z.string(),
  person: z.string(),
})
export type DoneCommand = z.output<typeof doneCommand>

const takenBack = z.strictObject({ commandId: id, what: z.string() })

export const historyContract = {
  state: query({
    summary: 'Việc nào sẽ được hoàn tác hoặc làm lại nếu bấm bây giờ',
    input: z.strictObject({}),
    output: z.strictObject({
      /** `refusal`: why not, where the last piece of work cannot be undone. */
      undo: doneCommand.extend({ inThisSession: z.boolean(), refusal: z.string().nullable() }).nullable(),
      redo: doneCommand.nullable(),
    }),
  }),
  undo: command({
    summary: 'Hoàn tác việc gần nhất, hoặc một việc đã nêu nếu chưa có gì làm tiếp trên đó',
    input: z.strictObject({ commandId: id.nullable().default(null) }),
    output: takenBack,
    undo: 'apart',
  }),
  redo: command({
    summary: 'Làm lại việc vừa hoàn tác',
    input: z.strictObject({ commandId: id.nullable().default(null) }),
    output: takenBack,
    undo: 'apart',
  }),
}
