// Work on votes and activities, and imports of every kind, on the file of carriedMoves: what each is asked with, from the rows
// there are.
import type { VoteProductInput } from '../../shared/contract/activities'
import type { ImportKind } from '../../shared/contract/workbooks'
import type { Tables } from './dump'
import type { Asked, Move } from './undoLaw'

type Row = Readonly<Record<string, unknown>>

const pick = (tables: Tables, table: string, n: number): Row | null => {
  const rows = tables[table] ?? []
  return rows[n % Math.max(rows.length, 1)] ?? null
}
const fresh = { id: null, rowVersion: null }
const kept = (row: Row) => ({ id: row.id, rowVersion: row.row_version })

const round = (a: number, b: number) => ({
  level: ['commune', 'province', 'region'][a % 3],
  year: 2020 + (b % 4),
  place: a % 3 === 0 ? `xã ${b % 5}` : '',
  decisionNumber: '',
  decisionDate: null,
  issuer: '',
  councilNumber: '',
  councilMembers: (a % 4) + 6,
  note: `${b}`,
})

const product = (a: number, b: number, establishmentId: unknown): VoteProductInput => ({
  establishmentId: b % 2 === 0 ? (establishmentId as number) : null,
  owner: `HTX ${a % 7}`,
  name: `Sản phẩm ${b}`,
  group: 'food',
  scores: { market: null, economy: null, culture: null, other: null },
  average: 7_000 + a,
  result: 'pending',
  certificateNumber: '',
  certificateDate: null,
  validUntil: null,
  prizeRank: '',
  prizeAmount: null,
  overReason: '',
  note: '',
})

const activity = (a: number, b: number, tables: Tables) => ({
  kind: 'fairHere',
  name: `Hội chợ ${a}`,
  year: 2022,
  startsOn: '2022-05-01',
  endsOn: null,
  place: `nơi ${b % 4}`,
  organiser: '',
  documentNumber: '',
  projectId: b % 3 === 0 ? (pick(tables, 'project', a)?.id ?? null) : null,
  participants: b,
  establishments: null,
  booths: null,
  items: null,
  amounts: { national: 0, local: a, counterpart: b, other: 0 },
  attendants: Array.from({ length: b % 3 }, (_, index) => ({
    establishmentId: index === 0 ? (pick(tables, 'establishment', a)?.id ?? null) : null,
    name: `Người dự ${index}`,
    note: '',
  })),
  result: '',
  note: '',
})

/** As an office's own list would be, saved as CSV. */
function brought(kind: ImportKind, year: number, rows: readonly (readonly (string | number)[])[]): Asked {
  const text = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')
  const base64 = Buffer.from(`\uFEFF${text}`).toString('base64')
  const answers = { 'reason:payments': 'Theo sổ cũ', 'reason:certificates': 'Theo sổ cũ' }
  return ['workbooks.runImport', { fileName: `${kind}.csv`, base64, kind, year, answers }]
}

/** The đề án under way, which is approved and under contract. */
function contracted(tables: Tables): Row | undefined {
  const contract = (tables.contract ?? []).find((row) => row.outside_number === '77/HĐ-CTĐP')
  const line = (tables.contract_line ?? []).find((row) => row.contract_id === contract?.id)
  return (tables.project ?? []).find((row) => row.id === line?.project_id)
}

/** One for each kind. */
export const imports: Readonly<Record<ImportKind, Move>> = {
  establishments: (_, { a, b }) =>
    brought('establishments', 2022, [
      ['Tên cơ sở', 'Mã số thuế', 'Điện thoại', 'Số lao động'],
      [`HTX Mới ${a}`, `47009${String(a).padStart(5, '0')}`, `0912 000 ${b + 100}`, b],
      [`HTX Mới ${b}b`, `47008${String(b).padStart(5, '0')}`, '', a],
    ]),
  plan: (_, { a, b }) =>
    brought('plan', 2024, [
      [
        'Tên đề án',
        'Nội dung khuyến công',
        'Đơn vị thụ hưởng',
        'Kinh phí KCĐP (đồng)',
        'Đối ứng (đồng)',
        'Chương trình',
      ],
      [
        `Hỗ trợ máy ${a} ${b}`,
        'Ứng dụng máy móc thiết bị tiên tiến',
        `HTX Mới ${a}`,
        1_000_000 * (a + 1),
        2_000_000 * (a + 1),
        'Khuyến công địa phương',
      ],
    ]),
  needs: (_, { a, b }) =>
    brought('needs', 2023, [
      ['Năm', 'Đơn vị đề nghị', 'Nội dung khuyến công', 'Máy móc, hoạt động đề nghị hỗ trợ', 'Ngày nhận'],
      [2023, `Bà ${a}`, 'Ứng dụng máy móc thiết bị tiên tiến', `Máy ${b}`, '05/01/2022'],
    ]),
  projects: (_, { a, b }) =>
    brought('projects', 2024, [
      [
        'Mã đề án',
        'Tên đề án',
        'Năm kế hoạch',
        'Chương trình',
        'Nội dung khuyến công',
        'Nội dung chi',
        'Kinh phí KCĐP (đồng)',
      ],
      ...[1, 2].map((line) => [
        `NHAP-${a}-${b}`,
        `Đề án nhập ${a}`,
        2024,
        'Khuyến công địa phương',
        'Ứng dụng máy móc thiết bị tiên tiến',
        `Dòng ${line}`,
        1_000 * (b + line),
      ]),
    ]),
  payments: (_, { a, b }, tables) => {
    const project = contracted(tables)
    if (project === undefined) return null
    return brought('payments', 2022, [
      ['Số hợp đồng', 'Mã đề án', 'Loại', 'Ngày chi', 'Từ KCQG (đồng)', 'Số chứng từ', 'Ngày chứng từ'],
      ['77/HĐ-CTĐP', String(project.code), 'Thanh toán', '05/10/2022', a + 1, `CT ${a}-${b}`, '05/10/2022'],
    ])
  },
  trainees: (_, { b }, tables) => {
    const project = contracted(tables)
    if (project === undefined) return null
    return brought('trainees', 2022, [
      ['Mã đề án', 'Lớp', 'Họ và tên', 'Năm sinh'],
      [String(project.code), `Lớp ${b % 3}`, `Nông Thị ${b}`, 1980 + (b % 20)],
    ])
  },
  certificates: (_, { a, b }) =>
    brought('certificates', 2022, [
      ['Tên sản phẩm', 'Cơ sở sản xuất', 'Cấp bình chọn', 'Năm', 'Nhóm sản phẩm', 'Số giấy chứng nhận', 'Ngày cấp'],
      [
        `Miến ${b}`,
        `HTX ${a % 7}`,
        'Cấp tỉnh',
        2022,
        'Chế biến nông, lâm, thủy sản, thực phẩm',
        `${a}/GCN-${b}`,
        '20/10/2022',
      ],
    ]),
  contracts: (_, { a, b }, tables) => {
    const project = contracted(tables)
    if (project === undefined) return null
    return brought('contracts', 2022, [
      ['Số hợp đồng', 'Ngày ký', 'Loại hợp đồng', 'Ký với', 'Mã đề án', 'Giá trị hợp đồng (đồng)'],
      [`${b}/HĐ-KT`, '05/06/2022', 'Với nhà cung cấp', `Công ty ${a}`, String(project.code), 1_000_000 * (a + 1)],
    ])
  },
}

export const broughtMoves: readonly Move[] = [
  (_, { a, b }) => ['activities.saveRound', { ...fresh, round: round(a, b) }],
  (_, { a, b }, tables) => {
    const row = pick(tables, 'vote_round', a)
    return row === null ? null : ['activities.saveRound', { ...kept(row), round: round(a, b) }]
  },
  (_, { a }, tables) => {
    const row = pick(tables, 'vote_round', a)
    return row === null ? null : ['activities.removeRound', kept(row)]
  },
  (_, { a, b }, tables) => {
    const row = pick(tables, 'vote_round', a)
    if (row === null) return null
    return [
      'activities.saveProduct',
      { ...fresh, roundId: row.id, product: product(a, b, pick(tables, 'establishment', a)?.id) },
    ]
  },
  (_, { a, b }, tables) => {
    const row = pick(tables, 'vote_product', a)
    if (row === null) return null
    return ['activities.saveProduct', { ...kept(row), roundId: row.vote_round_id, product: product(b, a, null) }]
  },
  (_, { a }, tables) => {
    const row = pick(tables, 'vote_product', a)
    return row === null ? null : ['activities.removeProduct', kept(row)]
  },
  (_, { a, b }) => [
    'activities.recordCertificate',
    {
      level: 'province',
      year: 2022,
      owner: `HTX ${a % 7}`,
      name: `Miến ${b % 5}`,
      average: 9_000,
      number: `${a}/GCN`,
      date: '2022-09-01',
    },
  ],
  (_, { a, b }, tables) => ['activities.save', { ...fresh, activity: activity(a, b, tables) }],
  (_, { a, b }, tables) => {
    const row = pick(tables, 'activity', a)
    return row === null ? null : ['activities.save', { ...kept(row), activity: activity(b, a, tables) }]
  },
  (_, { a }, tables) => {
    const row = pick(tables, 'activity', a)
    return row === null ? null : ['activities.remove', kept(row)]
  },
  ...Object.values(imports),
]
