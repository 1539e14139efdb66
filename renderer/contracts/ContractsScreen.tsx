// Contracts of the year in hand: with whom, for which đề án, worth what, how far.
import { useState } from 'react'
import { type ContractKind, type ContractState, contractKinds, contractStates } from '../../shared/domain/contracts'
import { type Programme, programmes } from '../../shared/domain/projects'
import {
  contractKindLabels,
  contractLabels,
  contractStateLabels,
  labels,
  menuLabels,
  programmeLabels,
  projectLabels,
} from '../../shared/labels'
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
import { bringPastedList } from '../imports/pastedList'
import styles from './Contracts.module.css'
import { contractColumns } from './contractColumns'
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
        columns={contractColumns(money.format)}
        rows={list.data?.rows ?? []}
        total={list.data?.total ?? 0}
        rowKey={(row) => row.id}
        fileTitle={`${menuLabels.contracts} năm ${year}`}
        onPasteRows={(text, headings) =>
          bringPastedList(text, 'contracts', headings, {
            titles: [`${menuLabels.contracts} năm ${year}`, `ĐVT: ${money.label}`],
          })
        }
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
