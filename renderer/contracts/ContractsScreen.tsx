// Contracts of the year in hand: with whom, for which đề án, worth what, how far.
import { useState } from 'react'
import type { ContractRow } from '../../shared/contract/contracts'
import { type ContractKind, type ContractState, contractKinds, contractStates } from '../../shared/domain/contracts'
import { supportOf } from '../../shared/domain/money'
import { type Programme, programmes } from '../../shared/domain/projects'
import {
  contractKindLabels,
  contractLabels,
  contractStateLabels,
  labels,
  menuLabels,
  moneyLabels,
  programmeLabels,
  projectLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Contracts.module.css'
import { NewContractDialog } from './NewContractDialog'

interface Filter {
  readonly text: string
  readonly kind: ContractKind | null
  readonly state: ContractState | null
  readonly programme: Programme | null
}

const noFilter: Filter = { text: '', kind: null, state: null, programme: null }

export function ContractsScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [filter, setFilter] = useKeptState<Filter>('contracts.filter', noFilter)
  const [adding, setAdding] = useState(false)
  const list = useQueryCall(
    'contracts.list',
    { year, ...filter, text: filter.text.trim().slice(0, 200) },
    { keepPrevious: true },
  )
  useShortcuts({ 'Ctrl+N': () => setAdding(true) })
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const filtered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <div className={styles.screen}>
      <PageHeader
        title={menuLabels.contracts}
        detail={`Năm ${year}, kinh phí khuyến công theo ${money.label}`}
        primary={
          <Button kind="primary" onClick={() => setAdding(true)} title="Ctrl+N">
            {contractLabels.new}…
          </Button>
        }
      />
      <DataTable
        name="contracts"
        label={menuLabels.contracts}
        columns={columnsIn(money.format)}
        rows={list.data?.rows ?? []}
        total={list.data?.total ?? 0}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.contract(row.id))}
        toolbar={
          <>
            <FilterSearch
              label="Tìm trong danh sách"
              placeholder="Tìm số, đơn vị, đề án…"
              value={filter.text}
              onChange={(text) => setFilter({ ...filter, text })}
            />
            <FilterSelect
              label={contractLabels.kind}
              value={filter.kind}
              options={optionsOf(contractKinds, contractKindLabels)}
              onChange={(kind) => setFilter({ ...filter, kind })}
            />
            <FilterSelect
              label={contractLabels.state}
              value={filter.state}
              options={optionsOf(contractStates, contractStateLabels)}
              onChange={(state) => setFilter({ ...filter, state })}
            />
            <FilterSelect
              label={projectLabels.programme}
              value={filter.programme}
              options={programmes.map((one) => ({ value: one, label: programmeLabels[one].short }))}
              onChange={(programme) => setFilter({ ...filter, programme })}
            />
          </>
        }
        empty={
          list.isPending ? (
            labels.loading
          ) : filtered ? (
            <>
              <p>Không có hợp đồng nào khớp với điều kiện lọc.</p>
              <Button onClick={() => setFilter(noFilter)}>Bỏ điều kiện lọc</Button>
            </>
          ) : (
            <>
              <p>
                Chưa có hợp đồng nào trong năm {year}. Hợp đồng lập từ đề án đã được phê duyệt: các bên, giá trị theo
                nguồn, đợt tạm ứng và thời hạn được điền sẵn.
              </p>
              <Button kind="primary" onClick={() => setAdding(true)}>
                {contractLabels.new}…
              </Button>
            </>
          )
        }
      />
      {adding && <NewContractDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function columnsIn(format: (dong: number | null) => string): readonly Column<ContractRow>[] {
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
