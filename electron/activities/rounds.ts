// Rounds of product voting: the list, one round whole, and what is done to a round.
import type { VoteRound, VoteRoundRow } from '../../shared/contract/activities'
import { Refusal } from '../../shared/contract/errors'
import {
  certificateState,
  heldUntil,
  roundContradictions,
  roundWarnings,
  type VoteLevel,
  type VoteRules,
} from '../../shared/domain/productVotes'
import { voteLevelLabels, voteRoundName } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { foldTokens } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'
import type { VoteRoundTable } from '../database/schema/activities'
import { removeSearchEntry, writeSearchEntry } from '../database/searchIndex'
import { productOutOf, readProducts } from './products'
import { missing, readingOf, refuseContradictions, type SavedRecord, searchedWords, wantedPatterns } from './records'

type Row = Omit<VoteRoundTable, 'id' | 'row_version'>

const roundFrom = (row: Row): VoteRound => ({
  level: row.level as VoteLevel,
  year: row.year,
  place: row.place,
  decisionNumber: row.decision_number,
  decisionDate: row.decision_date,
  issuer: row.issuer,
  councilNumber: row.council_number,
  councilMembers: row.council_members,
  note: row.note,
})

const columnsOf = (round: VoteRound) => ({
  level: round.level,
  year: round.year,
  place: round.place,
  decision_number: round.decisionNumber,
  decision_date: round.decisionDate,
  issuer: round.issuer,
  council_number: round.councilNumber,
  council_members: round.councilMembers,
  note: round.note,
})

export interface RoundQuery {
  readonly year: number | null
  readonly level: VoteLevel | null
  readonly text: string
}

export async function listRounds(reader: Reader, rules: VoteRules, input: RoundQuery): Promise<VoteRoundRow[]> {
  const patterns = wantedPatterns(input.text)
  if (patterns === null) return []
  let query = reader.db.selectFrom('vote_round').selectAll()
  if (input.year !== null) query = query.where('year', '=', input.year)
  if (input.level !== null) query = query.where('level', '=', input.level)
  const rounds = await query.orderBy('year', 'desc').orderBy('id', 'desc').execute()
  const rows: VoteRoundRow[] = []
  for (const round of rounds) {
    const products = await readProducts(reader, round.id)
    const found = searchedWords([
      voteLevelLabels[round.level as VoteLevel],
      round.place,
      round.decision_number,
      ...products.flatMap(({ product }) => [product.name, product.owner, product.certificateNumber]),
    ])
    if (!patterns.every((pattern) => found.includes(pattern.slice(1, -1)))) continue
    const states = products
      .filter(({ product }) => product.result === 'certified')
      .map(({ product }) =>
        certificateState(
          rules,
          heldUntil(rules, { issuedOn: product.certificateDate, validUntil: product.validUntil }),
          reader.today,
        ),
      )
    rows.push({
      id: round.id,
      rowVersion: round.row_version,
      level: round.level as VoteLevel,
      year: round.year,
      place: round.place,
      decisionNumber: round.decision_number,
      decisionDate: round.decision_date,
      councilMembers: round.council_members,
      registered: products.length,
      certified: states.length,
      expiring: states.filter((state) => state === 'expiring').length,
      expired: states.filter((state) => state === 'expired').length,
    })
  }
  return rows
}

export async function readRound(reader: Reader, rules: VoteRules, id: number) {
  const row = await reader.db.selectFrom('vote_round').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw missing('vote_round')
  const round = roundFrom(row)
  const products = await readProducts(reader, id)
  return {
    id,
    rowVersion: row.row_version,
    round,
    warnings: roundWarnings(rules, round, voteLevelLabels),
    products: products.map((one) => productOutOf(rules, one, round, reader.today)),
  }
}

export async function readRoundFacts(reader: Reader, id: number): Promise<VoteRound> {
  const row = await reader.db.selectFrom('vote_round').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw missing('vote_round')
  return roundFrom(row)
}

/** @throws Refusal record.missing, record.conflict, record.duplicate, rule.contradiction */
export async function saveRound(
  writer: Writer,
  input: { readonly id: number | null; readonly rowVersion: number | null; readonly round: VoteRound },
): Promise<SavedRecord> {
  const { round } = input
  const reading = await readingOf(writer, 'vote_round', input)
  refuseContradictions('round', roundContradictions(round, writer.today))
  const same = await findRound(writer, round)
  if (same !== null && same.id !== input.id)
    throw new Refusal('record.duplicate', `${voteRoundName(round).toLocaleLowerCase('vi')} trong sổ`, [
      { path: 'round.place', message: 'Đã có kỳ bình chọn cùng cấp, cùng năm, cùng nơi.' },
    ])
  const columns = { ...columnsOf(round), row_version: reading + 1 }
  const { id } =
    input.id === null
      ? await writer.db.insertInto('vote_round').values(columns).returning('id').executeTakeFirstOrThrow()
      : { id: input.id }
  if (input.id !== null) await writer.db.updateTable('vote_round').set(columns).where('id', '=', id).execute()
  await writeRoundSearch(writer, id)
  return { id, rowVersion: reading + 1 }
}

/** By level, year and place; places are the same whatever their letters' case and marks. */
export async function findRound(
  reader: Reader,
  round: Pick<VoteRound, 'level' | 'year' | 'place'>,
): Promise<(VoteRound & { id: number; rowVersion: number }) | null> {
  const rows = await reader.db
    .selectFrom('vote_round')
    .selectAll()
    .where('year', '=', round.year)
    .where('level', '=', round.level)
    .execute()
  const key = (place: string) => foldTokens(place).join(' ')
  const row = rows.find((one) => key(one.place) === key(round.place))
  return row === undefined ? null : { ...roundFrom(row), id: row.id, rowVersion: row.row_version }
}

export async function removeRound(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await readingOf(writer, 'vote_round', input)
  await writer.db.deleteFrom('vote_round').where('id', '=', input.id).execute()
  await removeSearchEntry(writer, 'voteRound', input.id)
}

/** A round is found by its decision and by each product, owner and certificate in it. */
export async function writeRoundSearch(writer: Writer, id: number): Promise<void> {
  const round = await readRoundFacts(writer, id)
  const products = await readProducts(writer, id)
  const decision = [
    round.decisionNumber === '' ? '' : `QĐ ${round.decisionNumber}`,
    round.decisionDate === null ? '' : formatDate(round.decisionDate),
  ]
  await writeSearchEntry(writer, {
    kind: 'voteRound',
    refId: id,
    title: voteRoundName(round),
    detail: [
      decision.filter((part) => part !== '').join(' ngày '),
      ...products.map(({ product }) =>
        [product.name, product.owner, product.certificateNumber].filter((part) => part !== '').join(' – '),
      ),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  })
}
