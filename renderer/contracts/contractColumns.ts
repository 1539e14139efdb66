// The columns of the list of contracts.
import type { ContractRow } from '../../shared/contract/contracts'
import { supportOf } from '../../shared/domain/money'
import {
  contractKindLabels,
  contractLabels,
  contractStateLabels,
  moneyLabels,
  projectLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Column } from '../components/tableColumns'

export function contractColumns(format: (dong: number | null) => string): readonly Column<ContractRow>[] {
  const amount = (id: string, header: string, of: (row: ContractRow) => number): Column<ContractRow> => ({
    id,
    header,
    width: 100,
    align: 'end',
    text: (row) => format(of(row)),
    title: (row) => `${formatMoney(of(row))} đồng`,
    sort: of,
  })
  return [
    {
      id: 'number',
      header: contractLabels.number,
      width: 130,
      text: (row) => (row.number === '' ? `(${contractStateLabels.draft.toLocaleLowerCase('vi')})` : row.number),
    },
    {
      id: 'signedOn',
      header: contractLabels.signedOn,
      width: 106,
      text: (row) => (row.signedOn === null ? '' : formatDate(row.signedOn)),
      sort: (row) => row.signedOn,
    },
    { id: 'kind', header: contractLabels.kind, width: 150, text: (row) => contractKindLabels[row.kind] },
    {
      id: 'other',
      header: contractLabels.otherParty,
      width: 220,
      grow: true,
      text: (row) => (row.kind === 'agency' ? row.giver : row.receiver),
    },
    {
      id: 'projects',
      header: projectLabels.many,
      width: 150,
      text: (row) => row.projects.map((one) => one.code).join(', '),
    },
    amount('value', 'Hỗ trợ', (row) => supportOf(row.value)),
    amount('given', 'Đã cấp', (row) => supportOf(row.advanced) + supportOf(row.paid) - supportOf(row.recovered)),
    {
      id: 'state',
      header: contractLabels.state,
      width: 190,
      text: (row) =>
        row.draftAppendices === 0
          ? contractStateLabels[row.state]
          : `${contractStateLabels[row.state]}, ${row.draftAppendices} phụ lục chờ ký`,
    },
    {
      id: 'liquidationBy',
      header: contractLabels.liquidationBy,
      width: 100,
      text: (row) => (row.liquidationBy === null ? '' : formatDate(row.liquidationBy)),
      sort: (row) => row.liquidationBy,
      hidden: true,
    },
    { ...amount('recovered', moneyLabels.recovered, (row) => supportOf(row.recovered)), hidden: true },
  ]
}
