// The list of đề án: of the year in hand or of every year, searched without marks, summed by source at the foot.
import { useMemo, useRef } from 'react'
import type { ProjectRow } from '../../shared/contract/projects'
import { fundingSources, totalOf } from '../../shared/domain/money'
import { type ContentGroup, contentGroups, type Programme, programmes } from '../../shared/domain/projects'
import { labels, programmeLabels, projectLabels, sourceLabels } from '../../shared/labels'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useShortcuts } from '../app/shortcuts'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { FilterSearch, FilterSelect } from '../components/filters'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { bringPastedList } from '../imports/pastedList'
import styles from './ProjectForm.module.css'
import { projectColumns } from './projectColumns'

const mostRows = 5_000

export function ProjectsScreen() {
  const { year } = useYear()
  const money = useMoney()
  const [everyYear, setEveryYear] = useKeptState('projects.everyYear', false)
  const [programme, setProgramme] = useKeptState<Programme | null>('projects.programme', null)
  const [group, setGroup] = useKeptState<ContentGroup | null>('projects.group', null)
  const [text, setText] = useKeptState('projects.text', '')
  const entries = useQueryCall('office.contentGroups', {})
  const list = useQueryCall(
    'projects.list',
    {
      year: everyYear ? null : year,
      programme,
      contentGroup: group,
      text: text.trim().slice(0, 200),
      limit: mostRows,
    },
    { keepPrevious: true },
  )
  const add = () => void navigate(paths.newProject)
  const active = useRef<ProjectRow | null>(null)
  const open = (row: ProjectRow) => void navigate(paths.project(row.id))
  useShortcuts({
    'Ctrl+N': add,
    F2: () => {
      if (active.current !== null) open(active.current)
    },
  })

  const groupName = useMemo(() => {
    const names = new Map((entries.data ?? []).map((entry) => [entry.code, entry.shortName]))
    return (code: ContentGroup) => names.get(code) ?? code
  }, [entries.data])
  const columns = useMemo(
    () => projectColumns(money, groupName, list.data?.amounts ?? null),
    [money, groupName, list.data?.amounts],
  )
  const amounts = list.data?.amounts
  const filtered = programme !== null || group !== null || text.trim() !== ''

  return (
    <div className={styles.screen}>
      <PageHeader
        title={projectLabels.many}
        detail={everyYear ? 'Mọi năm' : `Năm ${year}`}
        actions={<Button onClick={() => void navigate(paths.imports)}>Nhập từ Excel</Button>}
        primary={
          <Button kind="primary" title="Ctrl+N" onClick={add}>
            {projectLabels.new}
          </Button>
        }
      />
      {list.error !== null ? (
        <QueryProblem error={list.error} retry={() => void list.refetch()} />
      ) : (
        <DataTable
          name="projects"
          label={projectLabels.many}
          columns={columns}
          rows={list.data?.rows ?? []}
          total={list.data?.total ?? 0}
          {...(everyYear ? {} : { fileTitle: `${projectLabels.many} năm ${year}` })}
          onPasteRows={(text, headings) => bringPastedList(text, null, headings)}
          rowKey={(row) => row.id}
          onOpen={open}
          onActive={(row) => {
            active.current = row
          }}
          empty={
            list.isPending ? (
              labels.loading
            ) : filtered ? (
              <>
                <p>Không có đề án nào khớp với điều kiện lọc.</p>
                <Button
                  onClick={() => {
                    setProgramme(null)
                    setGroup(null)
                    setText('')
                  }}
                >
                  Bỏ điều kiện lọc
                </Button>
              </>
            ) : (
              <>
                <p>
                  Mỗi đề án khuyến công là một dòng: ai làm, ở đâu, bao nhiêu tiền, từ nguồn nào.
                  <br />
                  Từ đây lập được kế hoạch năm, phiếu thẩm định và hợp đồng.
                </p>
                <Button kind="primary" onClick={add}>
                  {projectLabels.new}
                </Button>
              </>
            )
          }
          toolbar={
            <>
              <FilterSearch
                label="Tìm trong danh sách"
                placeholder="Tìm tên, mã, đơn vị, địa điểm…"
                value={text}
                onChange={setText}
              />
              <FilterSelect
                label={projectLabels.programme}
                value={programme}
                options={programmes.map((value) => ({ value, label: programmeLabels[value].short }))}
                onChange={setProgramme}
              />
              <FilterSelect
                label="Nội dung"
                value={group}
                options={contentGroups.map((value) => ({ value, label: groupName(value) }))}
                onChange={setGroup}
              />
              <FilterSelect
                label={labels.year}
                value={everyYear ? null : 'one'}
                options={[{ value: 'one', label: `Năm ${year}` }]}
                onChange={(chosen) => setEveryYear(chosen === null)}
              />
            </>
          }
          summary={
            amounts !== undefined &&
            `${labels.total}: ${formatInteger(list.data?.matching ?? 0)} đề án · ${money.format(totalOf(amounts))} ${money.label} (${fundingSources
              .map((source) => `${sourceLabels[source].short} ${money.format(amounts[source])}`)
              .join(' · ')})`
          }
        />
      )}
    </div>
  )
}
