// The detailed plan of a group đề án (Mẫu 11), training (Mẫu 11, 12) and clusters (Mẫu 13): sums, hours, what contradicts itself.
import type { PlainDate, PlainMonth } from '../vietnamese/dates'
import { namedList } from './checks'
import type { ExecutionProblem } from './executionProgress'

export interface DetailPlanLine {
  readonly establishmentId: number | null
  readonly name: string
  readonly address: string
  readonly content: string
  readonly support: number
  readonly counterpart: number
  readonly startMonth: PlainMonth | null
  readonly endMonth: PlainMonth | null
  readonly note: string
}

export interface DetailPlanTotals {
  readonly support: number
  readonly counterpart: number
  /** Tổng vốn đầu tư. */
  readonly investment: number
}

export function detailPlanTotals(lines: readonly Pick<DetailPlanLine, 'support' | 'counterpart'>[]): DetailPlanTotals {
  const support = lines.reduce((sum, line) => sum + line.support, 0)
  const counterpart = lines.reduce((sum, line) => sum + line.counterpart, 0)
  return { support, counterpart, investment: support + counterpart }
}

export function detailPlanContradictions(lines: readonly DetailPlanLine[]): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  lines.forEach((line, index) => {
    const same = lines.findIndex((one) =>
      line.establishmentId === null ? one.name === line.name : one.establishmentId === line.establishmentId,
    )
    if (same < index)
      problems.push({ path: `lines.${index}.name`, message: `“${line.name}” đã có ở dòng ${same + 1}.` })
    if (line.startMonth !== null && line.endMonth !== null && line.endMonth < line.startMonth)
      problems.push({ path: `lines.${index}.endMonth`, message: 'Tháng kết thúc sớm hơn tháng bắt đầu.' })
  })
  return problems
}

/** A detailed plan shares out what was approved; more or less of it is said, not refused. */
export function detailPlanWarnings(
  lines: readonly DetailPlanLine[],
  approved: { readonly support: number; readonly counterpart: number },
  money: (dong: number) => string,
): string[] {
  const totals = detailPlanTotals(lines)
  const warnings: string[] = []
  if (totals.support !== approved.support)
    warnings.push(`kinh phí hỗ trợ cộng lại ${money(totals.support)}, được duyệt ${money(approved.support)}`)
  if (totals.counterpart < approved.counterpart)
    warnings.push(`đối ứng cộng lại ${money(totals.counterpart)}, được duyệt ${money(approved.counterpart)}`)
  return warnings
}

export interface TrainingClass {
  readonly name: string
  readonly plannedTrainees: number | null
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly subjects: readonly { readonly theoryHours: number | null; readonly practiceHours: number | null }[]
  readonly trainees: readonly { readonly name: string; readonly idNumber: string; readonly employer: string }[]
}

export interface TrainingHours {
  readonly theory: number
  readonly practice: number
  readonly total: number
}

export function trainingHours(subjects: TrainingClass['subjects']): TrainingHours {
  const theory = subjects.reduce((sum, one) => sum + (one.theoryHours ?? 0), 0)
  const practice = subjects.reduce((sum, one) => sum + (one.practiceHours ?? 0), 0)
  return { theory, practice, total: theory + practice }
}

export function trainingContradictions({ startsOn, endsOn, trainees }: TrainingClass): ExecutionProblem[] {
  const problems: ExecutionProblem[] = []
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    problems.push({ path: 'endsOn', message: 'Ngày bế giảng sớm hơn ngày khai giảng.' })
  trainees.forEach((trainee, index) => {
    if (trainee.idNumber === '') return
    const same = trainees.findIndex((one) => one.idNumber === trainee.idNumber)
    if (same < index)
      problems.push({
        path: `trainees.${index}.idNumber`,
        message: `Số giấy tờ này đã ghi cho “${trainees[same]?.name ?? ''}” ở dòng ${same + 1}.`,
      })
  })
  return problems
}

export function trainingWarnings(one: TrainingClass): string[] {
  const warnings: string[] = []
  if (one.plannedTrainees !== null && one.trainees.length > 0 && one.trainees.length < one.plannedTrainees)
    warnings.push(`mới có ${one.trainees.length}/${one.plannedTrainees} học viên`)
  const nameless = one.trainees.filter(({ idNumber }) => idNumber === '').map(({ name }) => name)
  if (nameless.length > 0) warnings.push(`chưa ghi số giấy tờ của ${namedList(nameless)}`)
  return warnings
}

export interface ClusterLine {
  readonly content: string
  readonly planned: number
  readonly done: number
}

export interface ClusterTotals {
  readonly planned: number
  readonly done: number
  /** Hundredths of a percent; null where nothing was planned. */
  readonly percent: number | null
}

/** What part of the planned investment is done: the condition of an advance for clusters (TT36 Đ.13: over half the volume). */
export function clusterTotals(lines: readonly ClusterLine[]): ClusterTotals {
  const planned = lines.reduce((sum, line) => sum + line.planned, 0)
  const done = lines.reduce((sum, line) => sum + line.done, 0)
  return { planned, done, percent: planned === 0 ? null : Number((BigInt(done) * 10_000n) / BigInt(planned)) }
}
