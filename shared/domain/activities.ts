// Hoạt động khác: fairs, training courses, consulting, media, study visits. What each kind counts, and which money is its own.
import type { PlainDate } from '../vietnamese/dates'
import { formatInteger } from '../vietnamese/numbers'
import { type AmountsBySource, noAmounts } from './money'
import type { ContentGroup } from './projects'

export const activityKinds = [
  'fairHere',
  'fairAbroad',
  'vocational',
  'startUp',
  'management',
  'cleanerProduction',
  'conference',
  'studyHere',
  'studyAbroad',
  'consulting',
  'trademark',
  'media',
  'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Which of the nine contents (NĐ 45/2012 Đ.4) a kind belongs to. */
export const contentOfActivity: Readonly<Record<ActivityKind, ContentGroup>> = {
  fairHere: 'ND4',
  fairAbroad: 'ND4',
  vocational: 'ND1',
  startUp: 'ND2',
  management: 'ND2',
  cleanerProduction: 'ND2',
  conference: 'ND2',
  studyHere: 'ND2',
  studyAbroad: 'ND2',
  consulting: 'ND5',
  trademark: 'ND4',
  media: 'ND6',
  other: 'ND9',
}

/** Whose participants are learners (người được đào tạo, tập huấn). */
export const learningKinds: ReadonlySet<ActivityKind> = new Set([
  'vocational',
  'startUp',
  'management',
  'cleanerProduction',
])
export const fairKinds: ReadonlySet<ActivityKind> = new Set(['fairHere', 'fairAbroad'])

export interface ActivityFacts {
  readonly kind: ActivityKind
  readonly year: number
  readonly startsOn: PlainDate | null
  readonly endsOn: PlainDate | null
  readonly projectId: number | null
  readonly participants: number | null
  readonly establishments: number | null
  readonly amounts: AmountsBySource
  readonly attendants: readonly { readonly establishmentId: number | null; readonly name: string }[]
}

/** Money of an activity under a đề án stands in the đề án already: added to it, it would be counted twice. */
export function ownAmounts(activity: Pick<ActivityFacts, 'projectId' | 'amounts'>): AmountsBySource {
  return activity.projectId === null ? activity.amounts : noAmounts
}

/** The typed count, else as many as the list names. */
export function establishmentsIn(activity: Pick<ActivityFacts, 'establishments' | 'attendants'>): number | null {
  if (activity.establishments !== null) return activity.establishments
  return activity.attendants.length === 0 ? null : activity.attendants.length
}

export interface ActivityProblem {
  readonly path: string
  readonly message: string
}

export function activityContradictions(activity: ActivityFacts): ActivityProblem[] {
  const problems: ActivityProblem[] = []
  const { startsOn, endsOn, year } = activity
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    problems.push({ path: 'endsOn', message: 'Ngày kết thúc sớm hơn ngày bắt đầu.' })
  const first = startsOn ?? endsOn
  const last = endsOn ?? startsOn
  if (first !== null && last !== null && (Number(last.slice(0, 4)) < year || Number(first.slice(0, 4)) > year))
    problems.push({ path: 'year', message: `Thời gian tổ chức không thuộc năm ${year}.` })
  activity.attendants.forEach((one, index) => {
    const same = (other: typeof one) =>
      one.establishmentId === null ? other.name === one.name : other.establishmentId === one.establishmentId
    if (activity.attendants.findIndex(same) !== index)
      problems.push({ path: `attendants.${index}.name`, message: 'Cơ sở này đã có trong danh sách.' })
  })
  return problems
}

/** Figures that do not agree with one another; the office decides which is right. */
export function activityWarnings(activity: ActivityFacts): string[] {
  const { establishments, attendants } = activity
  if (establishments === null || attendants.length === 0 || establishments === attendants.length) return []
  return [
    `Số cơ sở ghi là ${formatInteger(establishments)} nhưng danh sách có ${formatInteger(attendants.length)} cơ sở, chênh lệch ${formatInteger(Math.abs(establishments - attendants.length))}`,
  ]
}
