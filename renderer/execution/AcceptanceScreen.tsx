// Nghiệm thu: which đề án wait to be accepted and for whom, and every set of minutes of the year.
import { useMemo, useState } from 'react'
import type { AcceptanceRow } from '../../shared/contract/executionAcceptance'
import { type AcceptanceForm, acceptanceForms } from '../../shared/domain/executionAcceptance'
import { supportOf, totalOf } from '../../shared/domain/money'
import {
  acceptanceConclusionLabels,
  acceptanceFormLabels,
  acceptanceLabels,
  executionLabels,
  labels,
  projectLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import { inputClass } from '../components/Field'
import { notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import type { Column } from '../components/tableColumns'
import styles from './Execution.module.css'

type Waiting = CallOutput<'execution.acceptances'>['waiting'][number]

export interface NewAcceptance {
  readonly projectId: number
  readonly form: AcceptanceForm
  readonly establishmentId: number | null
  readonly beneficiary: string
  readonly followsId: number | null
}

/** Begins the minutes, filled from the plan in force, and opens them. */
export function useNewAcceptance() {
  const save = useCommandCall('execution.saveAcceptance')
  const [busy, setBusy] = useState(false)
  async function begin(wanted: NewAcceptance): Promise<void> {
    setBusy(true)
    try {
      const acceptance = await runQuery('execution.acceptanceDraft', wanted)
      const { id } = await save.mutateAsync({ id: null, rowVersion: null, projectId: wanted.projectId, acceptance })
      await navigate(paths.acceptance(id))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { begin, busy }
}

export function AcceptanceScreen() {
  const { year } = useYear()
  const money = useMoney()
  const list = useQueryCall('execution.acceptances', { year })
  const columns = useMemo(() => columnsFor(money), [money])
  if (list.error !== null) return <QueryProblem error={list.error} retry={() => void list.refetch()} />
  const rows = list.data?.rows ?? []
  const waiting = list.data?.waiting ?? []
  const done = rows.filter((row) => row.concludedOn !== null && row.conclusion === 'pass')
  return (
    <div className={styles.screen}>
      <PageHeader
        title={executionLabels.acceptance}
        detail={`Năm ${year} · ${waiting.length} đề án chờ nghiệm thu · ${rows.length} biên bản`}
      />
      {waiting.length > 0 && <WaitingList waiting={waiting} />}
      <DataTable
        name="acceptances"
        label={executionLabels.acceptance}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(paths.acceptance(row.id))}
        empty={
          list.isPending ? (
            labels.loading
          ) : (
            <p>
              Chưa có biên bản nghiệm thu nào của năm {year}.
              <br />
              Đề án đã ký hợp đồng hiện ở danh sách chờ phía trên; bấm “Lập biên bản” để bắt đầu.
            </p>
          )
        }
        summary={`${labels.total}: ${rows.length} biên bản · ${done.length} đạt · kinh phí hỗ trợ đã nghiệm thu ${money.format(done.reduce((sum, row) => sum + supportOf(row.done), 0))} ${money.label}`}
      />
    </div>
  )
}

function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  return (
    <section className={styles.waiting} aria-label="Đề án chờ nghiệm thu">
      <h2>Chờ nghiệm thu</h2>
      <ul className={styles.list}>
        {waiting.map((one) => (
          <WaitingLine key={one.projectId} one={one} />
        ))}
      </ul>
    </section>
  )
}

/** Someone to accept at, as an option: its place in the list, or the đề án as a whole. */
const wholeProject = 'whole'

export function WaitingLine({ one }: { readonly one: Waiting }) {
  const several = one.byBeneficiary && one.beneficiaries.length > 0
  const [whom, setWhom] = useState(several ? '0' : wholeProject)
  const [form, setForm] = useState<AcceptanceForm>(several ? '5a' : '5b')
  const { begin, busy } = useNewAcceptance()
  const chosen = whom === wholeProject ? null : (one.beneficiaries[Number(whom)] ?? null)
  return (
    <li className={styles.waitingLine}>
      <a href={`#${paths.project(one.projectId)}`}>{one.code}</a>
      <span title={one.name}>{one.name}</span>
      {one.hindrance === '' ? (
        <>
          <select
            className={inputClass}
            aria-label={`Nghiệm thu cho ai: ${one.code}`}
            value={whom}
            onChange={(event) => setWhom(event.currentTarget.value)}
          >
            <option value={wholeProject}>{acceptanceLabels.whole}</option>
            {one.beneficiaries.map((beneficiary, index) => (
              <option key={beneficiary.name} value={String(index)}>
                {beneficiary.name}
              </option>
            ))}
          </select>
          <select
            className={inputClass}
            aria-label={`${acceptanceLabels.form}: ${one.code}`}
            value={form}
            onChange={(event) => {
              const wanted = acceptanceForms.find((known) => known === event.currentTarget.value)
              if (wanted !== undefined) setForm(wanted)
            }}
          >
            {acceptanceForms.map((known) => (
              <option key={known} value={known}>
                {acceptanceFormLabels[known]}
              </option>
            ))}
          </select>
          <Button
            busy={busy}
            aria-label={`Lập biên bản nghiệm thu ${one.code}`}
            onClick={() =>
              void begin({
                projectId: one.projectId,
                form,
                establishmentId: chosen?.establishmentId ?? null,
                beneficiary: chosen?.name ?? '',
                followsId: null,
              })
            }
          >
            Lập biên bản
          </Button>
        </>
      ) : (
        <span className={styles.warning}>{one.hindrance}</span>
      )}
    </li>
  )
}

export function conclusionWords(row: AcceptanceRow): string {
  if (row.conclusion === null) return 'Đang lập'
  const words = acceptanceConclusionLabels[row.conclusion]
  return row.concludedOn === null ? `${words}, chưa kết luận` : words
}

function mendWords(row: AcceptanceRow): string {
  if (!row.openFailure) return row.mendedOn === null ? '' : `Đã khắc phục ${formatDate(row.mendedOn)}`
  if (row.mendedOn !== null) return `Đã khắc phục ${formatDate(row.mendedOn)}, chờ nghiệm thu lại`
  return row.mendBy === null ? 'Phải khắc phục' : `Phải khắc phục trước ${formatDate(row.mendBy)}`
}

function columnsFor(money: Money): Column<AcceptanceRow>[] {
  return [
    { id: 'code', header: projectLabels.code, width: 136, text: (row) => row.code },
    { id: 'name', header: projectLabels.name, width: 220, grow: true, text: (row) => row.name },
    {
      id: 'beneficiary',
      header: acceptanceLabels.beneficiary,
      width: 170,
      text: (row) => (row.beneficiary === '' ? acceptanceLabels.whole : row.beneficiary),
    },
    { id: 'form', header: 'Mẫu', width: 56, text: (row) => row.form },
    {
      id: 'date',
      header: 'Ngày',
      width: 104,
      text: (row) => (row.date === null ? '' : formatDate(row.date)),
      sort: (row) => row.date,
    },
    {
      id: 'number',
      header: acceptanceLabels.documentNumber,
      width: 120,
      hidden: true,
      text: (row) => row.documentNumber,
    },
    { id: 'conclusion', header: acceptanceLabels.conclusion, width: 104, text: conclusionWords },
    {
      id: 'mend',
      header: 'Khắc phục',
      width: 150,
      text: mendWords,
      title: (row) => [mendWords(row), row.mend].filter((part) => part !== '').join(': '),
    },
    {
      id: 'machines',
      header: 'Máy',
      width: 56,
      align: 'end',
      text: (row) => (row.machines === 0 ? '' : String(row.machines)),
      sort: (row) => row.machines,
    },
    {
      id: 'support',
      header: `Hỗ trợ, ${money.label}`,
      width: 144,
      align: 'end',
      text: (row) => money.format(supportOf(row.done)),
      sort: (row) => supportOf(row.done),
    },
    {
      id: 'total',
      header: `Tổng KP, ${money.label}`,
      width: 130,
      align: 'end',
      hidden: true,
      text: (row) => money.format(totalOf(row.done)),
      sort: (row) => totalOf(row.done),
    },
  ]
}
