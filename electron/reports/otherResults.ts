// What hoạt động khác bring to the reports: fairs, courses and media as results, products of the votes.
import type { ActivityKind } from '../../shared/domain/activities'
import { assertNever } from '../../shared/domain/assertNever'
import type { ProductGroup, VoteLevel } from '../../shared/domain/productVotes'
import type { Programme } from '../../shared/domain/projects'
import type { ActivityCount, OtherResult, ResultIndicator } from '../../shared/domain/reportResults'
import type { VotedProduct } from '../../shared/domain/reportVotes'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'

interface Wanted {
  readonly years: { readonly first: number; readonly last: number }
  readonly asOf: PlainDate
  readonly programme: Programme | null
}

interface CountedActivity {
  readonly participants: number | null
  readonly establishments: number | null
  readonly booths: number | null
  readonly items: number | null
  readonly listed: number
}

function countOf(activity: CountedActivity, count: ActivityCount): number {
  switch (count) {
    case 'activities':
      return 1
    case 'establishments':
      // The typed count, else as many as the list names.
      return activity.establishments ?? activity.listed
    case 'participants':
    case 'booths':
    case 'items':
      return activity[count] ?? 0
    default:
      return assertNever(count, 'Every count is read')
  }
}

/** Of the đề án where there is one, else of whoever pays: the nation where national money is in it. */
function programmeOf(row: { readonly programme: string | null; readonly national: number }): Programme {
  if (row.programme !== null) return row.programme as Programme
  return row.national > 0 ? 'national' : 'local'
}

export async function readOtherResults(
  reader: Reader,
  indicators: readonly ResultIndicator[],
  wanted: Wanted,
): Promise<OtherResult[]> {
  const rows = await reader.db
    .selectFrom('activity')
    .leftJoin('project', 'project.id', 'activity.project_id')
    .where('activity.year', '>=', wanted.years.first)
    .where('activity.year', '<=', wanted.years.last)
    .select(['activity.id', 'activity.kind', 'activity.name', 'activity.year', 'activity.starts_on'])
    .select(['activity.ends_on', 'activity.project_id', 'activity.participants', 'activity.establishments'])
    .select(['activity.booths', 'activity.items', 'activity.national', 'project.programme', 'project.code'])
    .select((of) =>
      of
        .selectFrom('activity_attendant as one')
        .whereRef('one.activity_id', '=', 'activity.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('listed'),
    )
    .execute()
  const results = rows.flatMap((row) =>
    indicators.flatMap((indicator): OtherResult[] => {
      if (indicator.activityCount === null || !indicator.activityKinds.includes(row.kind as ActivityKind)) return []
      const count = countOf({ ...row, listed: row.listed ?? 0 }, indicator.activityCount)
      if (count === 0) return []
      return [
        {
          indicator: indicator.key,
          projectId: row.project_id,
          code: row.code ?? '',
          name: row.name,
          // An activity without days counts at the end of its year.
          on: row.ends_on ?? row.starts_on ?? `${row.year}-12-31`,
          programme: programmeOf(row),
          thousandths: count * 1_000,
        },
      ]
    }),
  )
  const certified = indicators.filter(({ votes }) => votes)
  const products = certified.length === 0 ? [] : await readVotedProducts(reader, { ...wanted, programme: null })
  return [
    ...results,
    ...products.flatMap((product) =>
      product.certified
        ? certified.map(
            ({ key }): OtherResult => ({
              ...product,
              indicator: key,
              on: product.certifiedOn,
              thousandths: 1_000,
              programme: programmeOfVote(product.level),
            }),
          )
        : [],
    ),
  ].filter(({ programme }) => wanted.programme === null || programme === wanted.programme)
}

/** Regional and national votes belong to the national programme, the others to the province's. */
export function programmeOfVote(level: VoteLevel): Programme {
  return level === 'region' || level === 'nation' ? 'national' : 'local'
}

export async function readVotedProducts(
  reader: Reader,
  { years, asOf, programme }: Wanted,
): Promise<(VotedProduct & { readonly certifiedOn: PlainDate })[]> {
  const rows = await reader.db
    .selectFrom('vote_product as product')
    .innerJoin('vote_round as round', 'round.id', 'product.vote_round_id')
    .where('round.year', '>=', years.first)
    .where('round.year', '<=', years.last)
    .select(['round.id', 'round.level', 'round.year', 'round.place', 'round.decision_date'])
    .select(['product.name', 'product.owner', 'product.product_group', 'product.result'])
    .select(['product.certificate_number', 'product.certificate_date'])
    .orderBy('round.id')
    .orderBy('product.id')
    .execute()
  return rows.flatMap((row) => {
    const level = row.level as VoteLevel
    if (programme !== null && programmeOfVote(level) !== programme) return []
    const certifiedOn = row.certificate_date ?? row.decision_date ?? `${row.year}-12-31`
    return [
      {
        projectId: null,
        code: row.certificate_number,
        name: `${row.name} – ${row.owner}`,
        roundId: row.id,
        level,
        year: row.year,
        place: row.place,
        group: row.product_group as ProductGroup,
        certified: row.result === 'certified' && (row.certificate_date ?? row.decision_date ?? '') <= asOf,
        certifiedOn,
      },
    ]
  })
}
