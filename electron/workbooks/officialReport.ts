// What stands before and after a report that goes out as a paper: letterhead, name, and who signs it for whom.
import type { OfficeDetails } from '../../shared/contract/office'
import { reportLabels } from '../../shared/labels'
import { BLANK, type Block } from '../documents/blocks'
import { letterheadOf } from '../documents/forms/paper'
import { paperSigner } from '../documents/paperFacts'
import { chooseSigner } from '../office/reader'

export interface ReportFrame {
  readonly before: readonly Block[]
  readonly after: readonly Block[]
}

export function officialReport(office: OfficeDetails | null, about: string): ReportFrame {
  const department = office?.departmentName ?? `Sở Công Thương ${BLANK}`
  const centre = office?.centreName ?? `Trung tâm Khuyến công ${BLANK}`
  const signer = office === null ? null : chooseSigner(office, null)
  const { authority, position, name } =
    signer === null ? { authority: null, position: 'Giám đốc', name: null } : paperSigner(signer)
  return {
    before: [
      letterheadOf({
        parentOrganisation: department,
        issuer: centre,
        number: null,
        place: office?.placeName ?? null,
        date: null,
      }),
      { kind: 'heading', typeName: reportLabels.paper, abstract: about, note: null },
    ],
    after: [
      {
        kind: 'signatures',
        recipients: [department, reportLabels.filed],
        signers: [{ caption: null, authority, position, note: null, name }],
      },
    ],
  }
}
