// The lists of the screens as they go out to a file: the same columns, from the same calls, in one unit of money.
import { certificateColumns } from '../../renderer/activities/certificateColumns'
import { exportedList } from '../../renderer/components/listOut'
import type { Column } from '../../renderer/components/tableColumns'
import { contractColumns } from '../../renderer/contracts/contractColumns'
import { establishmentColumns } from '../../renderer/establishments/establishmentColumns'
import { needColumns } from '../../renderer/establishments/needColumns'
import { projectColumns } from '../../renderer/projects/projectColumns'
import type { CallOutput } from '../../shared/contract/index'
import type { ExportedList, ListFormat } from '../../shared/contract/lists'
import type { FileOut } from '../../shared/contract/values'
import type { ImportKind } from '../../shared/contract/workbooks'
import { menuLabels, projectLabels, voteLabels } from '../../shared/labels'
import { formatMoney, unitLabel } from '../../shared/vietnamese/money'
import type { OpenProgram } from '../support/openProgram'

export const shownUnits = ['dong', 'thousand', 'million'] as const
export type ShownUnit = (typeof shownUnits)[number]

type Contents = CallOutput<'office', 'contentGroups'>

const moneyOf = (unit: ShownUnit) => ({
  unit,
  label: unitLabel(unit),
  format: (dong: number | null) => (dong === null ? '' : formatMoney(dong, unit)),
})

export interface ShownList {
  readonly kind: ImportKind
  /** Every column there is, chosen or not. */
  readonly read: (opened: OpenProgram, unit: ShownUnit, year: number) => Promise<ExportedList>
}

function list<T>(title: string, columns: readonly Column<T>[], rows: readonly T[], unit: ShownUnit): ExportedList {
  return exportedList({
    title,
    note: `${rows.length} dòng`,
    columns,
    rows,
    emphasis: undefined,
    moneyLabel: unitLabel(unit),
  })
}

const contentName = (contents: Contents, group: string, sub: string | null) => {
  const entry = contents.find((one) => one.code === group)
  return entry?.subContents.find((one) => one.code === sub)?.name ?? entry?.shortName ?? ''
}

export const shownLists: Readonly<Record<string, ShownList>> = {
  'cơ sở': {
    kind: 'establishments',
    read: async ({ ask }, unit) => {
      const money = moneyOf(unit)
      const { rows } = await ask('establishments.list', { limit: 500 })
      return list('Danh sách cơ sở công nghiệp nông thôn', establishmentColumns(money.format, money.label), rows, unit)
    },
  },
  'nhu cầu': {
    kind: 'needs',
    read: async ({ ask }, unit, year) => {
      const contents = await ask('office.contentGroups', {})
      const columns = needColumns(moneyOf(unit), (row) => contentName(contents, row.contentGroup, row.subContent))
      return list(`${menuLabels.needs} năm ${year}`, columns, (await ask('establishments.needs', { year })).rows, unit)
    },
  },
  'đề án': {
    kind: 'plan',
    read: async ({ ask }, unit, year) => {
      const contents = await ask('office.contentGroups', {})
      const { rows, amounts } = await ask('projects.list', { year, limit: 5_000 })
      const columns = projectColumns(moneyOf(unit), (code) => contentName(contents, code, null), amounts)
      return list(`${projectLabels.many} năm ${year}`, columns, rows, unit)
    },
  },
  'hợp đồng': {
    kind: 'contracts',
    read: async ({ ask }, unit, year) => {
      const { rows } = await ask('contracts.list', { year })
      return list(`${menuLabels.contracts} năm ${year}`, contractColumns(moneyOf(unit).format), rows, unit)
    },
  },
  'giấy chứng nhận': {
    kind: 'certificates',
    read: async ({ ask }, unit) =>
      list(voteLabels.certificates, certificateColumns, (await ask('activities.certificates', {})).rows, unit),
  },
}

export const listFile = async (
  opened: OpenProgram,
  shown: ShownList,
  format: ListFormat,
  unit: ShownUnit,
  year: number,
): Promise<FileOut> => opened.ask('workbooks.exportList', { ...(await shown.read(opened, unit, year)), format })
