// The columns of the list of đề án.
import type { ProjectRow } from '../../shared/contract/projects'
import { totalOf } from '../../shared/domain/money'
import type { ContentGroup } from '../../shared/domain/projects'
import {
  labels,
  programmeLabels,
  projectKindLabels,
  projectLabels,
  projectStatusLabels,
  sourceLabels,
  versionStageLabels,
} from '../../shared/labels'
import { formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import type { Money } from '../app/moneyUnit'
import type { Column } from '../components/tableColumns'

const unitInHead = { dong: 'đ', thousand: 'nghìn', million: 'triệu' } as const
const moneyWidth = { dong: 128, thousand: 120, million: 110 } as const

function periodOf(row: ProjectRow): string {
  if (row.startMonth === null && row.endMonth === null) return ''
  return [row.startMonth, row.endMonth].map((month) => (month === null ? '…' : formatMonth(month))).join('–')
}

export function projectColumns(
  money: Pick<Money, 'unit' | 'format'>,
  groupName: (code: ContentGroup) => string,
  amounts: ProjectRow['amounts'] | null,
): Column<ProjectRow>[] {
  const moneyColumn = (
    id: string,
    header: string,
    of: (amounts: ProjectRow['amounts']) => number,
    hidden = false,
  ): Column<ProjectRow> => ({
    id,
    header: `${header}, ${unitInHead[money.unit]}`,
    width: moneyWidth[money.unit],
    align: 'end',
    hidden,
    text: (row) => (of(row.amounts) === 0 ? '' : money.format(of(row.amounts))),
    title: (row) => `${formatMoney(of(row.amounts))} đồng`,
    sort: (row) => of(row.amounts),
    foot: amounts === null ? '' : money.format(of(amounts)),
  })
  return [
    { id: 'code', header: projectLabels.code, width: 132, text: (row) => row.code },
    { id: 'name', header: projectLabels.name, width: 250, grow: true, twoLines: true, text: (row) => row.name },
    {
      id: 'programme',
      header: projectLabels.programme,
      width: 110,
      text: (row) => programmeLabels[row.programme].short,
      hidden: true,
    },
    { id: 'group', header: 'Nội dung', width: 112, text: (row) => groupName(row.contentGroup), hidden: true },
    { id: 'kind', header: 'Loại', width: 110, text: (row) => projectKindLabels[row.kind], hidden: true },
    {
      id: 'beneficiaries',
      header: projectLabels.beneficiaries,
      width: 140,
      twoLines: true,
      text: (row) => row.beneficiaries.join('; '),
    },
    { id: 'places', header: 'Địa điểm', width: 150, text: (row) => row.places.join('; '), hidden: true },
    {
      id: 'period',
      header: projectLabels.period,
      width: 124,
      text: periodOf,
      sort: (row) => row.startMonth,
      hidden: true,
    },
    moneyColumn('national', sourceLabels.national.short, (sums) => sums.national),
    moneyColumn('local', sourceLabels.local.short, (sums) => sums.local),
    moneyColumn('counterpart', sourceLabels.counterpart.short, (sums) => sums.counterpart),
    moneyColumn('other', sourceLabels.other.short, (sums) => sums.other, true),
    moneyColumn('total', labels.total, totalOf),
    {
      id: 'stage',
      header: projectLabels.stage,
      width: 110,
      text: (row) => `${versionStageLabels[row.stage]}${row.locked ? ', đã khóa' : ''}`,
      hidden: true,
    },
    { id: 'status', header: projectLabels.status, width: 150, text: (row) => projectStatusLabels[row.status] },
    {
      id: 'inPlan',
      header: 'Kế hoạch',
      width: 100,
      text: (row) => (row.inPlan ? 'đã đưa vào' : 'chưa'),
      hidden: true,
    },
  ]
}
