// The columns of the list of cơ sở.
import type { EstablishmentRow } from '../../shared/contract/establishments'
import { establishmentLabels, establishmentStatusLabels, legalFormLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatInteger } from '../../shared/vietnamese/numbers'
import type { Column } from '../components/tableColumns'

export function establishmentColumns(
  format: (dong: number | null) => string,
  unit: string,
): readonly Column<EstablishmentRow>[] {
  return [
    { id: 'name', header: establishmentLabels.name, width: 260, grow: true, text: (row) => row.name },
    { id: 'code', header: establishmentLabels.code, width: 90, text: (row) => row.code },
    {
      id: 'legalForm',
      header: establishmentLabels.legalForm,
      width: 130,
      text: (row) => legalFormLabels[row.legalForm],
    },
    { id: 'commune', header: establishmentLabels.communeShort, width: 150, text: (row) => row.communeName },
    { id: 'address', header: establishmentLabels.address, width: 220, text: (row) => row.address, hidden: true },
    { id: 'industry', header: establishmentLabels.industry, width: 160, text: (row) => row.industry },
    { id: 'taxCode', header: establishmentLabels.taxCode, width: 116, text: (row) => row.taxCode, hidden: true },
    {
      id: 'representative',
      header: establishmentLabels.representativeName,
      width: 150,
      text: (row) => row.representativeName,
    },
    { id: 'phone', header: establishmentLabels.phone, width: 110, text: (row) => row.phone, hidden: true },
    {
      id: 'employees',
      header: establishmentLabels.employees,
      width: 84,
      align: 'end',
      text: (row) => (row.employees === null ? '' : formatInteger(row.employees)),
    },
    {
      id: 'revenue',
      header: `${establishmentLabels.revenue} (${unit})`,
      width: 140,
      align: 'end',
      text: (row) => format(row.revenue),
      title: (row) => (row.revenue === null ? '' : `${formatMoney(row.revenue)} đồng`),
      hidden: true,
    },
    {
      id: 'supportedProjects',
      header: establishmentLabels.supportedProjects,
      width: 110,
      align: 'end',
      text: (row) => (row.supportedProjects === 0 ? '' : formatInteger(row.supportedProjects)),
    },
    {
      id: 'status',
      header: establishmentLabels.status,
      width: 120,
      text: (row) => establishmentStatusLabels[row.status],
      hidden: true,
    },
  ]
}
