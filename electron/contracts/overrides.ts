// Warnings gone past: a command that meets them asks for a reason, and keeps what was said, why it went on, who and when.
import type { FieldProblem } from '../../shared/contract/errors'
import { Refusal } from '../../shared/contract/errors'
import { type ContractWarning, type ContractWarningCode, largestFirst } from '../../shared/domain/contracts'
import type { Reader, Writer } from '../database/access'

export interface OverrideRecord {
  readonly code: ContractWarningCode
  readonly words: string
  readonly reason: string
  readonly actor: string
  readonly at: string
  readonly appendixId: number | null
  readonly paymentId: number | null
}

/** @throws Refusal rule.warning when there is something to warn of and nothing was answered */
export function refuseUnanswered(warnings: readonly ContractWarning[], reason: string): void {
  if (warnings.length === 0 || reason !== '') return
  const ordered = largestFirst(warnings)
  const fields: FieldProblem[] = ordered.map(({ words, legalBasis }) => ({
    path: 'reason',
    message: legalBasis === '' ? words : `${words} Căn cứ: ${legalBasis}.`,
  }))
  throw new Refusal('rule.warning', ordered.map(({ words }) => words).join(' '), fields)
}

export interface Overridden {
  readonly contractId: number
  readonly appendixId?: number
  readonly paymentId?: number
}

export async function keepOverrides(
  writer: Writer,
  subject: Overridden,
  warnings: readonly ContractWarning[],
  reason: string,
): Promise<void> {
  if (warnings.length === 0) return
  const command = await writer.db
    .selectFrom('command')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  await writer.db
    .insertInto('contract_override')
    .values(
      largestFirst(warnings).map(({ code, words }) => ({
        contract_id: subject.contractId,
        appendix_id: subject.appendixId ?? null,
        payment_id: subject.paymentId ?? null,
        code,
        words,
        reason,
        command_id: command.id,
      })),
    )
    .execute()
}

export async function readOverrides(reader: Reader, contractIds: readonly number[]): Promise<OverrideRecord[]> {
  if (contractIds.length === 0) return []
  const rows = await reader.db
    .selectFrom('contract_override as override')
    .innerJoin('command', 'command.id', 'override.command_id')
    .where('override.contract_id', 'in', contractIds)
    .select(['override.code', 'override.words', 'override.reason', 'override.appendix_id', 'override.payment_id'])
    .select(['command.actor', 'command.at'])
    .orderBy('override.id')
    .execute()
  return rows.map((row) => ({
    code: row.code as ContractWarningCode,
    words: row.words,
    reason: row.reason,
    actor: row.actor,
    at: row.at,
    appendixId: row.appendix_id,
    paymentId: row.payment_id,
  }))
}

/** As a screen is told of it. */
export function shownOverride({ code, words, reason, actor, at }: OverrideRecord) {
  return { code, words, reason, actor, at }
}
