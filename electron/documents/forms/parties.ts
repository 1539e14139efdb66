// The parties of a contract as papers name them, and what every paper of a contract begins and ends with.
import type { PlainDate } from '../../../shared/vietnamese/dates'
import type { Block, LetterheadBlock, Signer } from '../blocks'
import { orBlank } from '../wording'
import { dayInWords, letterheadOf, type PaperSigner } from './paper'

export type ContractParty = {
  readonly name: string
  readonly signer: PaperSigner
  /** The paper by which somebody else than the head signs. */
  readonly authorisation?: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly account: string | null
  readonly treasury: string | null
  readonly taxCode: string | null
  readonly budgetRelationCode: string | null
}

/** Who issues a paper, its number, place and date. */
export type PaperHead = {
  readonly parentOrganisation: string | null
  readonly issuer: string
  readonly number: string | null
  readonly place: string | null
  readonly date: PlainDate | null
}

/** A paper another one speaks of. */
export type PaperReference = { readonly number: string | null; readonly date: PlainDate | null }

export function headOf(head: PaperHead, about?: string): LetterheadBlock {
  return letterheadOf(about === undefined ? head : { ...head, about })
}

/** "số 05/QĐ-SCT ngày 05 tháng 3 năm 2027", dotted where it is not known. */
export function referenceOf(paper: PaperReference | null): string {
  const number = paper?.number ?? null
  return `số ${number === null || number === '' ? '......../........' : number} ${dayInWords(paper?.date ?? null)}`
}

export function partyBlocks(
  role: string,
  { name, signer, authorisation = null, ...facts }: ContractParty,
  kind: 'publicUnit' | 'establishment' = 'publicUnit',
): Block[] {
  return [
    {
      kind: 'paragraph',
      text: [{ text: `${role}: ` }, { text: name.toLocaleUpperCase('vi'), bold: true }],
      align: 'left',
      keepWithNext: true,
    },
    {
      kind: 'keyValues',
      rows: [
        { label: 'Đại diện', value: `Ông (Bà) ${orBlank(signer.name)}` },
        { label: 'Chức vụ', value: signer.position },
        ...(authorisation === null ? [] : [{ label: 'Văn bản ủy quyền', value: authorisation }]),
        { label: 'Địa chỉ', value: facts.address },
        { label: 'Điện thoại', value: facts.phone },
        { label: 'Tài khoản số', value: facts.account },
        { label: 'Mở tại', value: facts.treasury },
        { label: 'Mã số thuế', value: facts.taxCode },
        // Only what lives on the State's budget has such a code.
        ...(kind === 'publicUnit' ? [{ label: 'Mã quan hệ ngân sách', value: facts.budgetRelationCode }] : []),
      ],
    },
  ]
}

export function sealedBy(caption: string | null, signer: PaperSigner): Signer {
  return {
    caption,
    authority: signer.authority,
    position: signer.position,
    note: '(Ký tên, đóng dấu)',
    name: signer.name,
  }
}

export function writtenBy(caption: string, name: string | null = null): Signer {
  return { caption: null, authority: null, position: caption, note: '(Ký, ghi rõ họ tên)', name }
}

/** A letter or a report: recipients on the left, its signer on the right. */
export function signedLetter(recipients: readonly string[], signer: PaperSigner): Block {
  return {
    kind: 'signatures',
    recipients,
    signers: [{ caption: null, authority: signer.authority, position: signer.position, note: null, name: signer.name }],
  }
}

export function signedBy(...signers: readonly Signer[]): Block {
  return { kind: 'signatures', recipients: null, signers }
}
