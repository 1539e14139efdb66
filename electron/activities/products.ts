// Products of a voting round: each with its points, result and certificate.
import type { VoteProduct, VoteProductOut, VoteRound } from '../../shared/contract/activities'
import { Refusal } from '../../shared/contract/errors'
import { nameKey } from '../../shared/domain/identity'
import {
  certificateState,
  heldUntil,
  type ProductGroup,
  pointsOf,
  productContradictions,
  productWarnings,
  roundDay,
  type VoteResult,
  type VoteRules,
} from '../../shared/domain/productVotes'
import { foldTokens } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'
import type { VoteProductTable } from '../database/schema/activities'
import { knownEstablishments, missing, refuseContradictions, searchedWords } from './records'

export interface StoredProduct {
  readonly id: number
  readonly rowVersion: number
  readonly roundId: number
  readonly product: VoteProduct
}

type Row = Omit<VoteProductTable, 'id' | 'row_version'> & { readonly id: number; readonly row_version: number }

function productFrom(row: Row): StoredProduct {
  return {
    id: row.id,
    rowVersion: row.row_version,
    roundId: row.vote_round_id,
    product: {
      establishmentId: row.establishment_id,
      owner: row.owner,
      name: row.name,
      group: row.product_group as ProductGroup,
      scores: {
        market: row.market_points,
        economy: row.economy_points,
        culture: row.culture_points,
        other: row.other_points,
      },
      average: row.average_points,
      result: row.result as VoteResult,
      certificateNumber: row.certificate_number,
      certificateDate: row.certificate_date,
      validUntil: row.valid_until,
      prizeRank: row.prize_rank,
      prizeAmount: row.prize_amount,
      overReason: row.over_reason,
      note: row.note,
    },
  }
}

/** The same product of the same owner, however its name is spelt. */
export function productKey({ name, owner }: Pick<VoteProduct, 'name' | 'owner'>): string {
  return `${foldTokens(name).join(' ')}|${nameKey(owner)}`
}

const columnsOf = (product: VoteProduct) => ({
  establishment_id: product.establishmentId,
  owner: product.owner,
  name: product.name,
  product_group: product.group,
  market_points: product.scores.market,
  economy_points: product.scores.economy,
  culture_points: product.scores.culture,
  other_points: product.scores.other,
  average_points: product.average,
  result: product.result,
  certificate_number: product.certificateNumber,
  certificate_date: product.certificateDate,
  valid_until: product.validUntil,
  prize_rank: product.prizeRank,
  prize_amount: product.prizeAmount,
  over_reason: product.overReason,
  note: product.note,
  name_key: productKey(product),
  words_fold: searchedWords([product.name, product.owner, product.certificateNumber]),
})

export async function readProducts(reader: Reader, roundId: number): Promise<StoredProduct[]> {
  const rows = await reader.db
    .selectFrom('vote_product')
    .selectAll()
    .where('vote_round_id', '=', roundId)
    .orderBy('id')
    .execute()
  return rows.map(productFrom)
}

type ProductOfRound = StoredProduct & {
  readonly wordsFold: string
  readonly round: Pick<VoteRound, 'level' | 'year' | 'place' | 'decisionNumber' | 'decisionDate'>
}

/** With their rounds, the newest first. */
const productsOfRounds = (reader: Reader) =>
  reader.db
    .selectFrom('vote_product')
    .innerJoin('vote_round as round', 'round.id', 'vote_product.vote_round_id')
    .selectAll('vote_product')
    .select(['round.level', 'round.year', 'round.place', 'round.decision_number', 'round.decision_date'])
    .orderBy('round.year', 'desc')
    .orderBy('round.id', 'desc')
    .orderBy('vote_product.id')

type ProductOfRoundRow = Awaited<ReturnType<ReturnType<typeof productsOfRounds>['execute']>>[number]

function productOfRoundFrom(row: ProductOfRoundRow): ProductOfRound {
  return {
    ...productFrom(row),
    wordsFold: row.words_fold,
    round: {
      level: row.level as VoteRound['level'],
      year: row.year,
      place: row.place,
      decisionNumber: row.decision_number,
      decisionDate: row.decision_date,
    },
  }
}

/** Every certified product. */
export async function readCertified(reader: Reader): Promise<ProductOfRound[]> {
  const rows = await productsOfRounds(reader).where('vote_product.result', '=', 'certified').execute()
  return rows.map(productOfRoundFrom)
}

export async function readProductsOf(reader: Reader, establishmentId: number): Promise<ProductOfRound[]> {
  const rows = await productsOfRounds(reader).where('vote_product.establishment_id', '=', establishmentId).execute()
  return rows.map(productOfRoundFrom)
}

export function productOutOf(
  rules: VoteRules,
  { id, rowVersion, product }: StoredProduct,
  round: VoteRound,
  today: string,
): VoteProductOut {
  const validUntil = heldUntil(rules, { issuedOn: product.certificateDate, validUntil: product.validUntil })
  return {
    id,
    rowVersion,
    product,
    points: pointsOf(product),
    validUntil,
    state: product.result === 'certified' ? certificateState(rules, validUntil, today) : null,
    warnings: productWarnings(rules, product, roundDay(round)).map(({ path, message }) => ({ path, message })),
  }
}

interface ProductSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly roundId: number
  readonly product: VoteProduct
}

/** @throws Refusal record.missing, record.conflict, record.duplicate, rule.contradiction, rule.warning */
export async function writeProduct(
  writer: Writer,
  rules: VoteRules,
  round: VoteRound,
  input: ProductSave,
): Promise<{ id: number; rowVersion: number }> {
  const { product, roundId } = input
  const reading = await readingOfProduct(writer, input)
  await knownEstablishments(writer, [product.establishmentId], () => 'product.establishmentId')
  refuseContradictions('product', productContradictions(product, round.year, writer.today))
  const unanswered = productWarnings(rules, product, roundDay(round)).find((one) => one.needsReason)
  if (unanswered !== undefined && product.overReason === '')
    throw new Refusal('rule.warning', unanswered.message, [
      { path: 'product.overReason', message: 'Ghi lý do vẫn công nhận.' },
    ])
  const same = await findProduct(writer, roundId, product)
  if (same !== null && same.id !== input.id)
    throw new Refusal('record.duplicate', `sản phẩm “${product.name}” của ${product.owner} trong kỳ bình chọn này`, [
      { path: 'product.name', message: 'Sản phẩm này của cơ sở này đã có trong kỳ.' },
    ])
  const columns = { ...columnsOf(product), row_version: reading + 1 }
  if (input.id === null) {
    const { id } = await writer.db
      .insertInto('vote_product')
      .values({ ...columns, vote_round_id: roundId })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, rowVersion: reading + 1 }
  }
  await writer.db.updateTable('vote_product').set(columns).where('id', '=', input.id).execute()
  return { id: input.id, rowVersion: reading + 1 }
}

async function readingOfProduct(writer: Writer, { id, rowVersion, roundId }: ProductSave): Promise<number> {
  if (id === null) return 0
  const stored = await storedProduct(writer, id)
  if (stored.roundId !== roundId) throw missing('vote_product')
  if (stored.rowVersion !== rowVersion) throw new Refusal('record.conflict')
  return stored.rowVersion
}

/** @throws Refusal record.missing */
export async function storedProduct(reader: Reader, id: number): Promise<StoredProduct> {
  const row = await reader.db.selectFrom('vote_product').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw missing('vote_product')
  return productFrom(row)
}

export async function findProduct(
  reader: Reader,
  roundId: number,
  product: Pick<VoteProduct, 'name' | 'owner'>,
): Promise<StoredProduct | null> {
  const row = await reader.db
    .selectFrom('vote_product')
    .selectAll()
    .where('vote_round_id', '=', roundId)
    .where('name_key', '=', productKey(product))
    .executeTakeFirst()
  return row === undefined ? null : productFrom(row)
}
