// The tables of hoạt động khác as TypeScript sees them; the SQL that makes them is in migrations/.
import type { Generated } from 'kysely'

/** Kỳ bình chọn sản phẩm CNNT tiêu biểu. `words_fold` holds what the list is searched by, a space before each word. */
export interface VoteRoundTable {
  id: Generated<number>
  level: string
  year: number
  place: string
  decision_number: string
  decision_date: string | null
  issuer: string
  council_number: string
  council_members: number | null
  note: string
  row_version: Generated<number>
}

/** A product registered in a round; points in hundredths. `name_key` finds the same product said twice. */
export interface VoteProductTable {
  id: Generated<number>
  vote_round_id: number
  establishment_id: number | null
  owner: string
  name: string
  product_group: string
  market_points: number | null
  economy_points: number | null
  culture_points: number | null
  other_points: number | null
  average_points: number | null
  result: string
  certificate_number: string
  certificate_date: string | null
  valid_until: string | null
  prize_rank: string
  prize_amount: number | null
  over_reason: string
  note: string
  name_key: string
  words_fold: string
  row_version: Generated<number>
}

/** Hội chợ, tập huấn, tư vấn, truyền thông and others. */
export interface ActivityTable {
  id: Generated<number>
  kind: string
  name: string
  year: number
  starts_on: string | null
  ends_on: string | null
  place: string
  organiser: string
  document_number: string
  project_id: number | null
  participants: number | null
  establishments: number | null
  booths: number | null
  items: number | null
  national: number
  local: number
  counterpart: number
  other: number
  result_words: string
  note: string
  words_fold: string
  row_version: Generated<number>
}

export interface ActivityAttendantTable {
  id: Generated<number>
  activity_id: number
  rank: number
  establishment_id: number | null
  name: string
  note: string
}

export interface ActivitiesSchema {
  vote_round: VoteRoundTable
  vote_product: VoteProductTable
  activity: ActivityTable
  activity_attendant: ActivityAttendantTable
}
