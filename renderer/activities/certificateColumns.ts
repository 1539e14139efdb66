// The columns of the list of certificates.
import type { CertificateRow } from '../../shared/contract/activities'
import { pointsText, voteLevels } from '../../shared/domain/productVotes'
import { certificateStateLabels, labels, productGroupLabels, voteLabels, voteLevelLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import type { Column } from '../components/tableColumns'

export const certificateColumns: readonly Column<CertificateRow>[] = [
  { id: 'name', header: voteLabels.product, width: 190, grow: true, text: (row) => row.name },
  { id: 'owner', header: voteLabels.owner, width: 190, text: (row) => row.owner },
  { id: 'group', header: voteLabels.group, width: 190, hidden: true, text: (row) => productGroupLabels[row.group] },
  {
    id: 'level',
    header: voteLabels.level,
    width: 110,
    text: (row) => voteLevelLabels[row.level],
    sort: (row) => voteLevels.indexOf(row.level),
  },
  { id: 'year', header: labels.year, width: 64, text: (row) => String(row.year), sort: (row) => row.year },
  {
    id: 'points',
    header: voteLabels.points,
    width: 70,
    align: 'end',
    text: (row) => (row.points === null ? '' : pointsText(row.points)),
    sort: (row) => row.points,
  },
  { id: 'number', header: 'Số giấy', width: 110, text: (row) => row.number },
  {
    id: 'date',
    header: voteLabels.certificateDate,
    width: 100,
    text: (row) => (row.date === null ? '' : formatDate(row.date)),
    sort: (row) => row.date,
  },
  {
    id: 'validUntil',
    header: voteLabels.validUntil,
    width: 120,
    text: (row) => (row.validUntil === null ? '' : formatDate(row.validUntil)),
    sort: (row) => row.validUntil,
  },
  {
    id: 'state',
    header: voteLabels.state,
    width: 120,
    text: (row) => certificateStateLabels[row.state],
  },
]
