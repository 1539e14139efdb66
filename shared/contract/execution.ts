// Calls of carrying đề án out: progress, acceptance, groups and training, settlement, inspection, and what is to be done.
import { z } from 'zod'
import { executionTaskKinds } from '../domain/executionTasks'
import type { AreaContract } from './call'
import { query } from './call'
import { acceptanceCalls } from './executionAcceptance'
import { groupCalls } from './executionGroup'
import { inspectionCalls } from './executionInspection'
import { progressCalls } from './executionProgress'
import { settlementCalls } from './executionSettlement'
import { id, plainDate } from './values'

export const executionContract = {
  ...progressCalls,
  ...acceptanceCalls,
  ...groupCalls,
  ...settlementCalls,
  ...inspectionCalls,
  tasks: query({
    summary: 'Việc cần làm khi thực hiện: phải khắc phục sau nghiệm thu, tồn tại sau kiểm tra, đến hạn kiểm tra',
    input: z.strictObject({ today: plainDate.optional() }),
    output: z.array(
      z.strictObject({
        kind: z.enum(executionTaskKinds),
        projectId: id,
        /** Of the acceptance or inspection. */
        refId: id,
        code: z.string(),
        words: z.string(),
        due: z.string(),
        daysLeft: z.number().int(),
      }),
    ),
  }),
} as const satisfies AreaContract
