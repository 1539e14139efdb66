// What a sent package is called in the list and beside it.
import type { SentPackage } from '../../shared/contract/packages'
import { doneRuleWords, periodWords } from '../../shared/domain/consolidationSources'
import { packageLabels as labels, programmeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'

/** "KCQG, KCĐP; số đăng ký; kết quả từ … đến … theo giải ngân" */
export function figuresWords(row: SentPackage): string {
  const basis = row.asOf === null ? labels.bases[row.basis] : labels.basisOn(formatDate(row.asOf))
  return [
    row.programmes.map((one) => programmeLabels[one].short).join(', '),
    basis,
    ...(row.period === null
      ? []
      : [`kết quả ${periodWords(row.period)}${row.doneRule === null ? '' : ` theo ${doneRuleWords[row.doneRule]}`}`]),
  ].join('; ')
}

export function stateWords(row: SentPackage): string {
  const parts = [
    ...(row.recalledOn === null ? [] : [`Thu hồi ${formatDate(row.recalledOn)}: ${row.recalledReason}`]),
    ...(row.replacedBy === null ? [] : [`Thay bằng gói ${row.replacedBy.number}`]),
    ...(row.replaces === null ? [] : [`Thay cho gói ${row.replaces.number}`]),
  ]
  return parts.length === 0 ? labels.sent : parts.join('; ')
}
