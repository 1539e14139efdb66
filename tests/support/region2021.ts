// The fifteen provinces of the Central–Highlands region in 2021, with plans and results that add up to what was published.
import { type ContentGroup, contentGroups } from '../../shared/domain/projects'
import type { Centre } from './centres'

const million = 1_000_000

const provinces = [
  ['Thanh Hóa', '38'],
  ['Nghệ An', '40'],
  ['Hà Tĩnh', '42'],
  ['Quảng Trị', '44'],
  ['Huế', '46'],
  ['Đà Nẵng', '48'],
  ['Quảng Ngãi', '51'],
  ['Khánh Hòa', '56'],
  ['Gia Lai', '52'],
  ['Đắk Lắk', '66'],
  ['Lâm Đồng', '68'],
  ['Đồng Nai', '75'],
  ['Tây Ninh', '80'],
  ['Đồng Tháp', '82'],
  ['Cà Mau', '96'],
] as const

/** A total in parts that nobody would guess: each a little more than the one before, the last one what is left. */
function parted(total: number, count: number): number[] {
  const step = Math.floor(total / (count * (count + 1)))
  const parts = Array.from({ length: count - 1 }, (_, index) => step * (index + 2) + index)
  return [...parts, total - parts.reduce((sum, one) => sum + one, 0)]
}

/** In triệu đồng: what the conference printed. */
const published = { national: [11_140, 11_070], local: [40_090, 37_730] } as const

export function centresOf2021(): Centre[] {
  const split = (triệu: number) => parted(triệu * million, provinces.length)
  const [nationalPlan, nationalDone] = published.national.map(split)
  const [localPlan, localDone] = published.local.map(split)
  const content = (index: number): ContentGroup => contentGroups[index % 9] ?? 'ND3'
  return provinces.map(([name, code], index) => ({
    name,
    code,
    year: 2021,
    projects: [
      {
        programme: 'national',
        contentGroup: content(index),
        planned: nationalPlan?.[index] ?? 0,
        done: nationalDone?.[index] ?? 0,
      },
      {
        programme: 'local',
        contentGroup: content(index + 4),
        planned: localPlan?.[index] ?? 0,
        done: localDone?.[index] ?? 0,
        counterpart: 1_000 * index,
      },
    ],
  }))
}
