// The registry of forms: what each is called, what it rests on, since when, and how sure its layout is.
import { Refusal } from '../../shared/contract/errors'
import type { PaperStage } from '../../shared/domain/papers'
import type { Programme } from '../../shared/domain/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import { type RecordFormId, recordForms } from './recordForms'

/** Made of the đề án itself and its appraisal. */
export type ProjectFormId =
  | 'project-proposal'
  | 'budget-estimate-1'
  | 'base-appraisal-4a'
  | 'base-appraisal-4b'
  | 'council-minutes'
  | 'return-letter'
  | 'agency-contract'
export type FormId = ProjectFormId | RecordFormId
export type PlanFormId = 'appraisal-report' | 'local-plan' | 'local-plan-submission' | 'registration-letter'

export type FormFacts = {
  readonly title: string
  readonly shortTitle: string
  /** Without marks and spaces, so that a file can be mailed and copied anywhere. */
  readonly fileStem: string
  readonly legalBasis: string
  readonly effectiveFrom: PlainDate | null
  /** `suggested`: the circular's own layout was not at hand; the office compares it with the issued form once. */
  readonly layout: 'official' | 'suggested'
  readonly stage: PaperStage
}

/** Made for one đề án, of either programme. */
export type FormInfo = FormFacts & { readonly id: FormId }

/** Made for a year of one programme; null: of either. */
export type PlanFormInfo = FormFacts & { readonly id: PlanFormId; readonly programme: Programme | null }

const projectForms: readonly FormInfo[] = [
  {
    id: 'project-proposal',
    title: 'Đề án khuyến công',
    shortTitle: 'Đề án',
    fileStem: 'de-an',
    legalBasis: 'Điều 5 Thông tư số 36/2013/TT-BCT (nội dung của đề án; không quy định mẫu)',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'budget-estimate-1',
    title: 'Dự toán kinh phí (Mẫu 1)',
    shortTitle: 'Dự toán kinh phí (Mẫu 1)',
    fileStem: 'du-toan-kinh-phi',
    legalBasis: 'Điều 5 và Mẫu 1 Phụ lục 1 Thông tư số 36/2013/TT-BCT',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'base-appraisal-4a',
    title: 'Phiếu thẩm định đề án khuyến công cấp cơ sở (Mẫu 4a)',
    shortTitle: 'Phiếu thẩm định 4a',
    fileStem: 'phieu-tham-dinh-4a',
    legalBasis: 'Điều 9, Điều 10 và Mẫu 4a Phụ lục 1 Thông tư số 36/2013/TT-BCT',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'base-appraisal-4b',
    title: 'Phiếu thẩm định đề án khuyến công cấp cơ sở theo đối tượng cụ thể (Mẫu 4b)',
    shortTitle: 'Phiếu thẩm định 4b',
    fileStem: 'phieu-tham-dinh-4b',
    legalBasis: 'Điều 9, Điều 10 và Mẫu 4b Phụ lục 1 Thông tư số 36/2013/TT-BCT',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'council-minutes',
    title: 'Biên bản họp Hội đồng thẩm định cấp cơ sở',
    shortTitle: 'Biên bản họp Hội đồng thẩm định',
    fileStem: 'bien-ban-hoi-dong-tham-dinh',
    legalBasis: 'Điều 9, Điều 10 Thông tư số 36/2013/TT-BCT (không quy định mẫu); Mẫu 1.9 Nghị định số 30/2020/NĐ-CP',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'return-letter',
    title: 'Công văn trả lại, đề nghị bổ sung hồ sơ đề án',
    shortTitle: 'Công văn trả lại hồ sơ',
    fileStem: 'cong-van-tra-lai-ho-so',
    legalBasis: 'Điều 10 Thông tư số 36/2013/TT-BCT (không quy định mẫu)',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'agency-contract',
    title: 'Hợp đồng thực hiện đề án khuyến công',
    shortTitle: 'Hợp đồng thực hiện đề án',
    fileStem: 'hop-dong-thuc-hien-de-an',
    legalBasis: 'Thông tư số 36/2013/TT-BCT (không quy định mẫu hợp đồng)',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'contract',
  },
]

export const forms: readonly FormInfo[] = [...projectForms, ...recordForms]

export const planForms: readonly PlanFormInfo[] = [
  {
    id: 'local-plan',
    programme: 'local',
    title: 'Kế hoạch khuyến công địa phương năm',
    shortTitle: 'Kế hoạch KCĐP',
    fileStem: 'ke-hoach-khuyen-cong-dia-phuong',
    legalBasis: 'Nghị định số 45/2012/NĐ-CP (không quy định mẫu)',
    effectiveFrom: '2012-07-05',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'local-plan-submission',
    programme: 'local',
    title: 'Tờ trình phê duyệt Kế hoạch khuyến công địa phương',
    shortTitle: 'Tờ trình kế hoạch KCĐP',
    fileStem: 'to-trinh-ke-hoach-khuyen-cong-dia-phuong',
    legalBasis: 'Nghị định số 45/2012/NĐ-CP (không quy định mẫu)',
    effectiveFrom: '2012-07-05',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'registration-letter',
    programme: 'national',
    title: 'Công văn đăng ký kế hoạch khuyến công quốc gia',
    shortTitle: 'Công văn đăng ký KCQG',
    fileStem: 'cong-van-dang-ky-khuyen-cong-quoc-gia',
    legalBasis: 'Thông tư số 36/2013/TT-BCT (không quy định mẫu công văn)',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
  {
    id: 'appraisal-report',
    programme: null,
    title: 'Báo cáo kết quả thẩm định cấp cơ sở',
    shortTitle: 'Báo cáo thẩm định',
    fileStem: 'bao-cao-tham-dinh',
    legalBasis: 'Thông tư số 36/2013/TT-BCT (không quy định mẫu)',
    effectiveFrom: '2014-02-10',
    layout: 'suggested',
    stage: 'registration',
  },
]

/** @throws Refusal record.missing, naming the forms there are */
export function findForm(id: string): FormInfo {
  return findIn(forms, id)
}

/** @throws Refusal record.missing, naming the forms there are */
export function findPlanForm(id: string): PlanFormInfo {
  return findIn(planForms, id)
}

function findIn<F extends FormInfo | PlanFormInfo>(registry: readonly F[], id: string): F {
  const form = registry.find((one) => one.id === id)
  if (form !== undefined) return form
  const known = registry.map((one) => `${one.id} (${one.shortTitle})`).join(', ')
  throw new Refusal('record.missing', `mẫu văn bản “${id}”`, [{ path: 'form', message: `Các mẫu có: ${known}.` }])
}
