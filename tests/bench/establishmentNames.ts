// Twenty thousand plausible names, the same in every run.
const forms = [
  'Hợp tác xã',
  'HTX',
  'Công ty TNHH',
  'Công ty cổ phần',
  'Hộ kinh doanh',
  'Tổ hợp tác',
  'Doanh nghiệp tư nhân',
]
const crafts = [
  'Miến dong',
  'Gỗ',
  'Chè',
  'Mây tre đan',
  'Cơ khí',
  'Gạch không nung',
  'Dệt thổ cẩm',
  'Nông sản',
  'Dược liệu',
  'May mặc',
]
const places = [
  'Yến Dương',
  'Vũ Loan',
  'Phi Đoàn',
  'Đồng Phúc',
  'Quang Phong',
  'Chợ Rã',
  'Cường Lợi',
  'Đức Xuân',
  'Thượng Minh',
  'Văn Lang',
]
const people = ['Ước', 'Đạt', 'Hằng', 'Thủy', 'Bằng', 'Nhị', 'Quyết', 'Loan', 'Đoàn', 'Phượng', 'Hiệp', 'Ánh']

const pick = <T>(list: readonly T[], index: number): T => {
  const chosen = list[index % list.length]
  if (chosen === undefined) throw new Error('an empty list has nothing to pick')
  return chosen
}

export function establishmentName(index: number): string {
  const form = pick(forms, index)
  const craft = pick(crafts, Math.floor(index / 7))
  const place = pick(places, Math.floor(index / 70))
  return `${form} ${craft} ${place} ${pick(people, Math.floor(index / 3))} ${index}`
}

/** What people type: beginnings of words, without marks, sometimes a number. */
export function searchTexts(count: number): string[] {
  const texts = [
    'vu loan',
    'yen du',
    'htx che',
    'cong ty go',
    'dong phuc 1',
    'phi doan',
    'mien dong uoc',
    '4700',
    'det tho',
    'duc xuan',
  ]
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? pick(texts, index / 2) : `${pick(people, index)} ${index * 37}`,
  )
}
