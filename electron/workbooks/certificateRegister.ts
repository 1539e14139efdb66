// The list of certificates of sản phẩm CNNT tiêu biểu, grouped by level, as offices keep and print it.
import { pointsText, type VoteRules, voteLevels } from '../../shared/domain/productVotes'
import { certificateStateLabels, productGroupLabels, voteLabels, voteLevelLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { listCertificates } from '../activities/certificates'
import type { Reader } from '../database/access'
import { type Frame, refuseEmpty } from './registers'
import type { Group, HeaderNode, Row, Sheet } from './sheet'

type Key =
  | 'ordinal'
  | 'name'
  | 'owner'
  | 'group'
  | 'year'
  | 'points'
  | 'number'
  | 'date'
  | 'validUntil'
  | 'state'
  | 'prize'

const header: readonly HeaderNode<Key>[] = [
  { key: 'ordinal', heading: 'TT', kind: 'centredText', width: 4.5 },
  { key: 'name', heading: voteLabels.product, kind: 'text', width: 26 },
  { key: 'owner', heading: voteLabels.owner, kind: 'text', width: 26 },
  { key: 'group', heading: voteLabels.group, kind: 'text', width: 18 },
  { key: 'year', heading: 'Năm', kind: 'centredText', width: 6.5 },
  { key: 'points', heading: voteLabels.points, kind: 'centredText', width: 7 },
  { key: 'number', heading: voteLabels.certificateNumber, kind: 'text', width: 14 },
  { key: 'date', heading: voteLabels.certificateDate, kind: 'date', width: 11 },
  { key: 'validUntil', heading: voteLabels.validUntil, kind: 'date', width: 11 },
  { key: 'state', heading: voteLabels.state, kind: 'text', width: 12 },
  { key: 'prize', heading: voteLabels.prizeRank, kind: 'centredText', width: 8 },
]

const numerals = ['I', 'II', 'III', 'IV', 'V'] as const

/** @throws Refusal document.incomplete where there is none */
export async function certificatesSheet(
  reader: Reader,
  rules: VoteRules,
  year: number | null,
  frame: Frame,
): Promise<Sheet<Key>> {
  const all = { level: null, group: null, state: null, establishmentId: null, text: '' } as const
  const rows = await listCertificates(reader, rules, { ...all, year, asOf: reader.today })
  refuseEmpty(rows, 'chưa có giấy chứng nhận nào. Hãy ghi kết quả bình chọn và số giấy chứng nhận rồi xuất lại.')
  const present = [...voteLevels].reverse().filter((level) => rows.some((row) => row.level === level))
  const groups = present.map((level, place): Group<Key> => {
    const own = rows.filter((row) => row.level === level)
    return {
      mark: numerals[place] ?? '',
      heading: `${voteLevelLabels[level]} (${own.length})`,
      content: {
        kind: 'rows',
        rows: own.map(
          (one, index): Row<Key> => ({
            ordinal: String(index + 1),
            name: one.name,
            owner: one.owner,
            group: productGroupLabels[one.group],
            year: String(one.year),
            points: one.points === null ? '' : pointsText(one.points),
            number: one.number,
            date: one.date,
            validUntil: one.validUntil,
            state: certificateStateLabels[one.state],
            prize: one.prizeRank,
          }),
        ),
      },
    }
  })
  return {
    ...frame,
    name: voteLabels.listSheet,
    title: [voteLabels.listTitle(formatDate(reader.today))],
    subtitle: year === null ? [] : [`(Kỳ bình chọn năm ${year})`],
    unit: null,
    markColumn: 'ordinal',
    headingColumn: 'name',
    header,
    body: { kind: 'groups', groups },
    total: null,
    words: [],
  }
}
