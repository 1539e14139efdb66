// The deadlines that come with the program, from resources/deadlines.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { deadlineWhen } from '../../shared/contract/programmes'
import { plainDate, programme } from '../../shared/contract/values'
import { type DeadlineRule, deadlineCounts, deadlinePlaces } from '../../shared/domain/deadlines'

const file = z.strictObject({
  note: z.string(),
  rules: z.array(
    z.strictObject({
      code: z.string().regex(/^\w+\.\w+$/),
      programme,
      step: z.string().min(1),
      when: deadlineWhen,
      planYearOffset: z.number().int().min(-1).max(1),
      reminderDays: z.number().int().min(1).max(30),
      doneOnceRegistered: z.boolean(),
      onlyWithItems: z.boolean(),
      opens: z.enum(deadlinePlaces),
      counts: z.enum(deadlineCounts).nullable(),
      legalBasis: z.string().min(1),
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      confidence,
      note: z.string(),
    }),
  ),
})

export function loadDeadlines(resourcesDir: string): DeadlineRule[] {
  const text = fs.readFileSync(path.join(resourcesDir, 'deadlines.json'), 'utf8')
  return file.parse(JSON.parse(text)).rules.map(({ code, ...rule }) => ({ ...rule, key: code }))
}
