// Certificates of all rounds: the list with what is about to end, and one certificate brought in by itself.
import { isDeepStrictEqual } from 'node:util'
import type { CertificateRow, CertificateToRecord, VoteProduct, VoteRound } from '../../shared/contract/activities'
import {
  type CertificateState,
  certificateState,
  heldUntil,
  type ProductGroup,
  pointsOf,
  type VoteLevel,
  type VoteRules,
} from '../../shared/domain/productVotes'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader, Writer } from '../database/access'
import { findProduct, readCertified, readProductsOf, type StoredProduct, storedProduct, writeProduct } from './products'
import { readingOf, wantedPatterns } from './records'
import { findRound, readRoundFacts, saveRound, writeRoundSearch } from './rounds'

export interface CertificateQuery {
  readonly asOf: PlainDate
  readonly year: number | null
  readonly level: VoteLevel | null
  readonly group: ProductGroup | null
  readonly state: CertificateState | null
  readonly establishmentId: number | null
  readonly text: string
}

export async function listCertificates(
  reader: Reader,
  rules: VoteRules,
  query: CertificateQuery,
): Promise<CertificateRow[]> {
  const patterns = wantedPatterns(query.text)
  if (patterns === null) return []
  const rows: CertificateRow[] = []
  for (const { id, roundId, product, round, wordsFold } of await readCertified(reader)) {
    const validUntil = heldUntil(rules, { issuedOn: product.certificateDate, validUntil: product.validUntil })
    const state = certificateState(rules, validUntil, query.asOf)
    // A certificate given later is not there yet on that day.
    if (product.certificateDate !== null && product.certificateDate > query.asOf) continue
    const wanted =
      (query.year === null || round.year === query.year) &&
      (query.level === null || round.level === query.level) &&
      (query.group === null || product.group === query.group) &&
      (query.state === null || state === query.state) &&
      (query.establishmentId === null || product.establishmentId === query.establishmentId) &&
      patterns.every((pattern) => wordsFold.includes(pattern.slice(1, -1)))
    if (!wanted) continue
    rows.push({
      id,
      roundId,
      level: round.level,
      year: round.year,
      place: round.place,
      name: product.name,
      group: product.group,
      establishmentId: product.establishmentId,
      owner: product.owner,
      points: pointsOf(product),
      number: product.certificateNumber,
      date: product.certificateDate,
      validUntil,
      state,
      prizeRank: product.prizeRank,
    })
  }
  return rows
}

/** Every product of a cơ sở at every round, the newest round first. */
export async function listProductsOf(reader: Reader, rules: VoteRules, establishmentId: number) {
  return (await readProductsOf(reader, establishmentId)).map(({ id, roundId, product, round }) => {
    const validUntil = heldUntil(rules, { issuedOn: product.certificateDate, validUntil: product.validUntil })
    return {
      id,
      roundId,
      level: round.level,
      year: round.year,
      place: round.place,
      name: product.name,
      result: product.result,
      number: product.certificateNumber,
      validUntil,
      state: product.result === 'certified' ? certificateState(rules, validUntil, reader.today) : null,
    }
  })
}

interface ProductSave {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly roundId: number
  readonly product: VoteProduct
}

/** @throws Refusal record.missing, record.conflict, record.duplicate, rule.contradiction, rule.warning */
export async function saveProduct(writer: Writer, rules: VoteRules, input: ProductSave) {
  const round = await readRoundFacts(writer, input.roundId)
  const saved = await writeProduct(writer, rules, round, input)
  await writeRoundSearch(writer, input.roundId)
  return saved
}

export async function removeProduct(
  writer: Writer,
  input: { readonly id: number; readonly rowVersion: number },
): Promise<void> {
  await readingOf(writer, 'vote_product', input)
  const { roundId } = await storedProduct(writer, input.id)
  await writer.db.deleteFrom('vote_product').where('id', '=', input.id).execute()
  await writeRoundSearch(writer, roundId)
}

export interface RecordedCertificate {
  readonly roundId: number
  readonly productId: number
  readonly outcome: 'new' | 'changed' | 'same'
}

/**
 * One certificate by itself, as lists of past years have them. Its round is found by level, year and place, its product by
 * name and owner; what the list leaves empty does not wipe out what is on record.
 * @throws Refusal rule.contradiction, rule.warning, input.invalid
 */
export async function recordCertificate(
  writer: Writer,
  rules: VoteRules,
  input: CertificateToRecord,
): Promise<RecordedCertificate> {
  const round = await roundFor(writer, input)
  const known = await findProduct(writer, round.id, input)
  const product = mergedProduct(known, input)
  if (known !== null && isDeepStrictEqual(known.product, product))
    return { roundId: round.id, productId: known.id, outcome: 'same' }
  const { id } = await writeProduct(writer, rules, round.facts, {
    id: known?.id ?? null,
    rowVersion: known?.rowVersion ?? null,
    roundId: round.id,
    product,
  })
  await writeRoundSearch(writer, round.id)
  return { roundId: round.id, productId: id, outcome: known === null ? 'new' : 'changed' }
}

async function roundFor(writer: Writer, input: CertificateToRecord): Promise<{ id: number; facts: VoteRound }> {
  const found = await findRound(writer, input)
  if (found === null) {
    const { level, year, place, decisionNumber, decisionDate } = input
    const nothing = { issuer: '', councilNumber: '', councilMembers: null, note: '' }
    const facts = { level, year, place, decisionNumber, decisionDate, ...nothing }
    return { id: (await saveRound(writer, { id: null, rowVersion: null, round: facts })).id, facts }
  }
  const { id, rowVersion, ...facts } = found
  if (facts.decisionNumber !== '' || input.decisionNumber === '') return { id, facts }
  const filled = { ...facts, decisionNumber: input.decisionNumber, decisionDate: input.decisionDate }
  await saveRound(writer, { id, rowVersion, round: filled })
  return { id, facts: filled }
}

function mergedProduct(known: StoredProduct | null, input: CertificateToRecord): VoteProduct {
  const before = known?.product
  return {
    scores: { market: null, economy: null, culture: null, other: null },
    prizeRank: '',
    prizeAmount: null,
    note: '',
    ...before,
    owner: before?.owner ?? input.owner,
    name: before?.name ?? input.name,
    group: before?.group ?? input.group,
    establishmentId: input.establishmentId ?? before?.establishmentId ?? null,
    average: input.average ?? before?.average ?? null,
    result: 'certified',
    certificateNumber: input.number === '' ? (before?.certificateNumber ?? '') : input.number,
    certificateDate: input.date ?? before?.certificateDate ?? null,
    validUntil: input.validUntil ?? before?.validUntil ?? null,
    overReason: input.overReason === '' ? (before?.overReason ?? '') : input.overReason,
  }
}
