// Mẫu 4b of Circular 36/2013/TT-BCT: the base appraisal with what is known of each beneficiary.
import { BLANK, type Block, type PaperDocument } from '../blocks'
import { money } from '../wording'
import { appraisalSheet, type BaseAppraisalSheetData } from './baseAppraisalSheet'
import { subheading } from './paper'

/** What the records say of a beneficiary; null is written by hand at the place. */
export type BeneficiaryProfile = {
  readonly name: string
  readonly legalForm: string | null
  readonly taxCode: string | null
  readonly industry: string | null
  /** Where it produces and what kind of area that is. */
  readonly area: string | null
  /** With the year it is of. */
  readonly capital: string | null
  readonly employees: string | null
  readonly support: number | null
}

export type BeneficiaryAppraisalSheetData = BaseAppraisalSheetData & {
  readonly profiles: readonly BeneficiaryProfile[]
}

export function buildBeneficiaryAppraisalSheet(data: BeneficiaryAppraisalSheetData): PaperDocument {
  const profiles = data.profiles.length === 0 ? [unknown] : data.profiles
  return appraisalSheet(data, {
    abstract: ' theo đối tượng cụ thể',
    afterGeneral: [{ title: 'THÔNG TIN VỀ ĐƠN VỊ THỤ HƯỞNG', body: profiles.flatMap(profileBlocks) }],
  })
}

const unknown: BeneficiaryProfile = {
  name: BLANK,
  legalForm: null,
  taxCode: null,
  industry: null,
  area: null,
  capital: null,
  employees: null,
  support: null,
}

function profileBlocks(profile: BeneficiaryProfile, index: number): Block[] {
  return [
    subheading(`${index + 1}. ${profile.name}`),
    {
      kind: 'keyValues',
      rows: [
        { label: 'Loại hình', value: profile.legalForm },
        { label: 'Mã số thuế', value: profile.taxCode },
        { label: 'Ngành nghề', value: profile.industry },
        { label: 'Địa bàn sản xuất', value: profile.area },
        { label: 'Vốn', value: profile.capital },
        { label: 'Lao động', value: profile.employees },
        { label: 'Kinh phí đề nghị hỗ trợ', value: profile.support === null ? null : money(profile.support) },
        // Seen at the place, never taken from the records.
        { label: 'Tình trạng đầu tư thực tế', value: null },
      ],
    },
    {
      kind: 'checks',
      items: [
        { checked: false, text: 'Phù hợp đối tượng thụ hưởng chính sách khuyến công.' },
        { checked: false, text: `Không phù hợp. Lý do: ${BLANK}` },
      ],
    },
  ]
}
