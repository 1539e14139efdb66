// The list of cơ sở CNNT: found without marks, filtered, sorted, opened.
import { useMemo, useRef } from 'react'
import type { EstablishmentRow } from '../../shared/contract/establishments'
import { establishmentStatuses, type LegalForm, legalForms } from '../../shared/domain/establishments'
import { establishmentLabels, establishmentStatusLabels, legalFormLabels, menuLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { optionsOf } from '../components/fields'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Sort } from '../components/tableColumns'
import { bringPastedList } from '../imports/pastedList'
import { establishmentColumns } from './establishmentColumns'
import { noFilter, usePagedEstablishments } from './usePagedEstablishments'

export function EstablishmentList() {
  const money = useMoney()
  const [filter, setFilter] = useKeptState('establishments.filter', noFilter)
  const [sort, setSort] = useKeptState<Sort | null>('establishments.sort', null)
  const { total, paged, first } = usePagedEstablishments(filter, sort, setSort)
  const active = useRef<EstablishmentRow | null>(null)
  const columns = useMemo(() => establishmentColumns(money.format, money.label), [money])
  const open = (row: EstablishmentRow) => void navigate(paths.establishment(row.id))
  const create = () => void navigate(paths.newEstablishment)
  useShortcuts({
    'Ctrl+N': create,
    F2: () => {
      if (active.current !== null) open(active.current)
    },
  })
  const filtered = filter !== noFilter && JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <>
      <PageHeader
        title={menuLabels.establishments}
        primary={
          <Button kind="primary" onClick={create} title="Ctrl+N">
            Thêm cơ sở
          </Button>
        }
      />
      {first.error !== null ? (
        <QueryProblem error={first.error} retry={() => void first.refetch()} />
      ) : (
        first.data !== undefined && (
          <DataTable
            name="establishments"
            label="Danh sách cơ sở công nghiệp nông thôn"
            columns={columns}
            onPasteRows={(text, headings) => bringPastedList(text, 'establishments', headings)}
            rowKey={(row) => row.id}
            total={total}
            paged={paged}
            onOpen={open}
            onActive={(row) => {
              active.current = row
            }}
            toolbar={
              <>
                <FilterSearch
                  label="Tìm trong danh sách"
                  placeholder="Tìm tên, mã số thuế, người đại diện…"
                  value={filter.text}
                  onChange={(text) => setFilter({ ...filter, text })}
                />
                <FilterSelect
                  label={establishmentLabels.legalForm}
                  value={filter.legalForm}
                  options={optionsOf(legalForms, legalFormLabels)}
                  onChange={(legalForm: LegalForm | null) => setFilter({ ...filter, legalForm })}
                />
                <CommuneFilter
                  value={filter.communeCode}
                  onChange={(communeCode) => setFilter({ ...filter, communeCode })}
                />
                <FilterSelect
                  label={establishmentLabels.status}
                  value={filter.status}
                  options={optionsOf(establishmentStatuses, establishmentStatusLabels)}
                  onChange={(status) => setFilter({ ...filter, status })}
                />
              </>
            }
            empty={
              filtered ? (
                <>
                  <p>Không có cơ sở nào khớp với điều kiện lọc.</p>
                  <Button onClick={() => setFilter(noFilter)}>Bỏ điều kiện lọc</Button>
                </>
              ) : (
                <>
                  <p>
                    Danh sách các cơ sở công nghiệp nông thôn của tỉnh: ai được hỗ trợ, ở đâu, làm gì. Thêm từng cơ sở
                    hoặc nhập từ tệp Excel đang dùng.
                  </p>
                  <div>
                    <Button kind="primary" onClick={create}>
                      Thêm cơ sở
                    </Button>{' '}
                    <Button onClick={() => void navigate(paths.imports)}>{menuLabels.imports}</Button>
                  </div>
                </>
              )
            }
          />
        )
      )}
    </>
  )
}

function CommuneFilter(props: { readonly value: string | null; readonly onChange: (code: string | null) => void }) {
  const office = useQueryCall('office.get', {})
  const provinceCode = office.data?.office?.provinceCode ?? null
  const communes = useQueryCall(
    'office.communes',
    { provinceCode: provinceCode ?? '00' },
    { enabled: provinceCode !== null },
  )
  const options = (communes.data ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return <FilterSelect {...props} label={establishmentLabels.communeShort} options={options} searchable />
}
