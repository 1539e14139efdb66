// Which section of the guide tells of which screen: the longest beginning of its address decides.
import { menu } from '../app/menu'
import { paths } from '../app/paths'
import { sectionId } from './guide'

export const firstSection = 'bat-dau'

export const helpSections: readonly { readonly path: string; readonly section: string }[] = [
  { path: paths.overview, section: firstSection },
  { path: paths.establishments, section: 'co-so-cong-nghiep-nong-thon' },
  { path: paths.needs, section: 'co-so-cong-nghiep-nong-thon' },
  { path: paths.projects, section: 'de-an-va-du-toan' },
  { path: paths.appraisals, section: 'cac-buoc-cua-de-an-va-tham-dinh' },
  { path: paths.plan, section: 'ke-hoach-nam' },
  { path: paths.board, section: 'to-chuc-thuc-hien' },
  { path: paths.contracts, section: 'to-chuc-thuc-hien' },
  { path: paths.progress, section: 'tien-do-thang' },
  { path: paths.acceptances, section: 'nghiem-thu' },
  { path: paths.settlements, section: 'quyet-toan-thanh-ly' },
  { path: paths.inspections, section: 'kiem-tra-sau-ho-tro-may-moc' },
  { path: paths.machines, section: 'kiem-tra-sau-ho-tro-may-moc' },
  { path: '/ke-hoach-trien-khai', section: 'de-an-nhom-dao-tao-cum-cong-nghiep' },
  { path: '/dao-tao', section: 'de-an-nhom-dao-tao-cum-cong-nghiep' },
  { path: '/cum-cong-nghiep', section: 'de-an-nhom-dao-tao-cum-cong-nghiep' },
  { path: '/khoi-luong', section: 'tien-do-thang' },
  { path: paths.votes, section: 'hoat-dong-khac' },
  { path: paths.certificates, section: 'hoat-dong-khac' },
  { path: paths.activities, section: 'hoat-dong-khac' },
  { path: paths.review, section: 'bao-cao-giai-doan' },
  { path: paths.pictures, section: 'bieu-do' },
  { path: paths.outgoing, section: 'van-ban' },
  { path: paths.reports, section: 'bao-cao-tong-hop' },
  { path: paths.imports, section: 'dua-so-lieu-cu-vao' },
  { path: paths.packages, section: 'goi-gui-cap-tren' },
  { path: paths.consolidations, section: 'tong-hop-nhieu-don-vi' },
  { path: paths.norms, section: 'kiem-tra-dinh-muc' },
  { path: paths.deadlines, section: firstSection },
  { path: paths.safety, section: 'sao-luu-va-an-toan-du-lieu' },
  { path: paths.journal, section: 'hoan-tac-nhat-ky-thung-rac-khoa-nam' },
  { path: paths.people, section: 'nguoi-dung' },
  { path: paths.office, section: firstSection },
]

/** A screen that nobody named has the section whose heading says what its entry in the menu says. */
function sectionOfMenu(path: string, sectionIds: readonly string[]): string | null {
  const entry = menu
    .flatMap((one) => [...one.children, one])
    .find((one) => path === one.path || path.startsWith(`${one.path}/`))
  if (entry === undefined) return null
  return sectionIds.find((id) => id.includes(sectionId(entry.label))) ?? null
}

export function sectionOfPath(path: string, sectionIds: readonly string[]): string {
  const own = helpSections
    .filter((one) => path === one.path || (one.path !== paths.overview && path.startsWith(`${one.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)
  return own[0]?.section ?? sectionOfMenu(path, sectionIds) ?? firstSection
}
