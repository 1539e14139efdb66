// The files of a consolidation: chosen many at once or dropped, each with what it is, how it counts and why; and where cells
// say otherwise than their package.
import { useId, useRef, useState } from 'react'
import type { Consolidated } from '../../shared/contract/consolidation'
import { supportOf } from '../../shared/domain/money'
import { consolidationLabels as labels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { useMoney } from '../app/moneyUnit'
import { Button } from '../components/Button'
import { DataTable } from '../components/DataTable'
import type { Column } from '../components/tableColumns'
import styles from './Consolidation.module.css'

interface FileDropProps {
  readonly reading: boolean
  readonly onFiles: (files: readonly File[]) => void
}

export function FileDrop({ reading, onFiles }: FileDropProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <section
      className={styles.drop}
      data-over={over}
      aria-label="Thêm tệp"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        aria-label="Chọn các tệp"
        className="visually-hidden"
        tabIndex={-1}
        accept=".xlsx,.xlsm"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          onFiles(files)
        }}
      />
      <Button busy={reading} onClick={() => input.current?.click()}>
        {reading ? 'Đang đọc…' : 'Thêm tệp…'}
      </Button>
      <p className={styles.hint}>
        Gói số liệu do chương trình lập, hoặc sổ kế hoạch (.xlsx) của đơn vị khác; chọn nhiều tệp một lần, hoặc kéo thả
        vào đây. Tệp của năm trước được dùng để so sánh.
      </p>
    </section>
  )
}

export type ShownSource = Consolidated['sources'][number]

interface FilesTableProps {
  readonly shown: Consolidated
  readonly onOpen: (source: ShownSource) => void
}

export function FilesTable({ shown, onOpen }: FilesTableProps) {
  const money = useMoney()
  const columns: readonly Column<ShownSource>[] = [
    { id: 'file', header: labels.file, width: 160, text: (row) => row.fileName },
    { id: 'province', header: labels.province, width: 130, text: (row) => row.province.name },
    { id: 'office', header: labels.office, width: 130, text: (row) => row.officeName },
    { id: 'year', header: labels.year, width: 64, text: (row) => (row.year === null ? '' : String(row.year)) },
    {
      id: 'projects',
      header: labels.projects,
      width: 72,
      align: 'end',
      text: (row) => (row.key === null ? '' : String(row.projects)),
    },
    {
      id: 'planned',
      header: labels.planned,
      width: 100,
      align: 'end',
      text: (row) => (row.key === null ? '' : money.format(supportOf(row.planned))),
      title: (row) => `${formatMoney(supportOf(row.planned))} đồng`,
      sort: (row) => supportOf(row.planned),
    },
    {
      id: 'done',
      header: labels.done,
      width: 100,
      align: 'end',
      text: (row) => (row.done === null ? '' : money.format(supportOf(row.done))),
      sort: (row) => (row.done === null ? null : supportOf(row.done)),
    },
    {
      id: 'use',
      header: labels.use,
      width: 118,
      text: (row) => labels.uses[row.use],
      cell: (row) => (
        <span className={row.use === 'open' || row.use === 'unreadable' ? styles.open : undefined}>
          {labels.uses[row.use]}
        </span>
      ),
    },
    { id: 'why', header: labels.why, width: 220, grow: true, text: (row) => row.why },
    { id: 'about', header: labels.about, width: 260, text: (row) => row.about, hidden: true },
  ]
  return (
    <DataTable
      name="consolidation.files"
      label={labels.filesTitle}
      columns={columns}
      rows={shown.sources}
      rowKey={(row) => row.key ?? row.fileName}
      onOpen={onOpen}
      empty={<p>Chưa có tệp nào. Bấm “Thêm tệp…” để chọn các gói đã nhận.</p>}
      summary={
        shown.sources.length === 0
          ? undefined
          : 'Enter hoặc bấm đúp một tệp để xem đã đọc gì, ghi lại tên tỉnh hoặc bỏ tệp khỏi bảng.'
      }
    />
  )
}

type Difference = Consolidated['differences'][number]

export function DifferencesTable({ shown }: { readonly shown: Consolidated }) {
  const money = useMoney()
  const columns: readonly Column<Difference>[] = [
    { id: 'file', header: labels.file, width: 220, grow: true, text: (row) => row.fileName },
    { id: 'sheet', header: labels.sheet, width: 120, text: (row) => row.sheet },
    { id: 'cell', header: labels.cell, width: 70, text: (row) => row.cell },
    { id: 'of', header: labels.ofLine, width: 300, text: (row) => row.of },
    {
      id: 'carried',
      header: labels.carried,
      width: 140,
      align: 'end',
      text: (row) => money.format(row.carried),
      title: (row) => `${formatMoney(row.carried)} đồng`,
      sort: (row) => row.carried,
    },
    {
      id: 'visible',
      header: labels.visible,
      width: 140,
      align: 'end',
      text: (row) => (row.visible === null ? 'không đọc được' : money.format(row.visible)),
      sort: (row) => row.visible,
    },
  ]
  return (
    <DataTable
      name="consolidation.differences"
      label={labels.differencesTitle}
      columns={columns}
      rows={shown.differences}
      rowKey={(row) => `${row.source} ${row.sheet} ${row.cell}`}
      empty={<p>Mọi ô của các bảng đều ghi đúng như dữ liệu gói mang theo.</p>}
    />
  )
}
