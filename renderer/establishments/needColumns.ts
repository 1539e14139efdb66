// The columns of the list of nhu cầu.
import type { NeedRow } from '../../shared/contract/establishments'
import { establishmentLabels, labels, needLabels, needOutcomeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Money } from '../app/moneyUnit'
import type { Column } from '../components/tableColumns'

export function needColumns(
  money: Pick<Money, 'format' | 'label'>,
  contentOf: (row: NeedRow) => string,
): Column<NeedRow>[] {
  const moneyColumn = (field: 'totalInvestment' | 'wishedSupport', header: string): Column<NeedRow> => ({
    id: field,
    header: `${header}, ${money.label}`,
    width: 190,
    align: 'end',
    text: (row) => money.format(row[field]),
    title: (row) => (row[field] === null ? '' : `${formatMoney(row[field])} đồng`),
    sort: (row) => row[field],
  })
  return [
    { id: 'asker', header: needLabels.asker, width: 190, text: (row) => row.asker },
    {
      id: 'commune',
      header: establishmentLabels.communeShort,
      width: 130,
      hidden: true,
      text: (row) => row.communeName,
    },
    { id: 'activity', header: needLabels.activity, width: 170, grow: true, text: (row) => row.activity },
    { id: 'content', header: 'Nội dung', width: 150, text: contentOf },
    moneyColumn('totalInvestment', 'Vốn đầu tư'),
    moneyColumn('wishedSupport', 'Đề nghị hỗ trợ'),
    {
      id: 'receivedOn',
      header: needLabels.receivedOn,
      width: 96,
      text: (row) => formatDate(row.receivedOn),
      sort: (row) => row.receivedOn,
    },
    {
      id: 'outcome',
      header: needLabels.outcome,
      width: 150,
      text: (row) => (row.project === null ? needOutcomeLabels[row.outcome] : `Đã đưa vào ${row.project.code}`),
      title: (row) => (row.declineReason === '' ? needOutcomeLabels[row.outcome] : row.declineReason),
    },
    { id: 'note', header: labels.note, width: 160, hidden: true, text: (row) => row.note },
  ]
}
