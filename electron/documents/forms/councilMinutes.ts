// The minutes of the council that appraises a đề án at base level. The circular prescribes no form for them: they follow
// the minutes of Decree 30/2020/NĐ-CP (Mẫu 1.9) and speak of the five contents of Article 9 of the circular.
import type { CheckResult, MemberRole } from '../../../shared/domain/lifecycle'
import { totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { appraisalLabels, sourceLabels } from '../../../shared/labels'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { BLANK, type Block, type PaperDocument, type TableRow } from '../blocks'
import { lines, lowerFirst, money, moneyWithWords, orBlank, period, sentence, twoDigits } from '../wording'
import { type AppraisalConclusion, conclusionTexts } from './baseAppraisalSheet'
import { dayInWords, letterheadOf, listed, type PaperProject, paper, programmeName, textBlocks } from './paper'

export type CouncilMember = {
  readonly name: string
  readonly organisation: string
  readonly role: MemberRole
  readonly opinion: string
}

export type CouncilMinutesData = {
  readonly parentOrganisation: string
  readonly department: string
  readonly number: string | null
  readonly place: string | null
  /** Of the meeting. */
  readonly date: PlainDate | null
  readonly legalBases: readonly string[]
  /** As it was sent: `amounts` are what the unit asks for. */
  readonly project: PaperProject
  readonly members: readonly CouncilMember[]
  /** The five contents, in the order of the law. */
  readonly checks: readonly { readonly result: CheckResult; readonly opinion: string }[]
  readonly votes: { readonly agreed: number; readonly against: number } | null
  readonly conclusion: AppraisalConclusion | null
  readonly opinion: string
  /** Support from the programme's own money that the council proposes. */
  readonly proposed: number
}

const HAND_HOUR = '...... giờ ...... phút'

export function buildCouncilMinutes(data: CouncilMinutesData): PaperDocument {
  const { project, members } = data
  const programme = programmeName[project.programme]
  const chair = members.find((one) => one.role === 'chair')
  const secretary = members.find((one) => one.role === 'secretary')
  const day = dayInWords(data.date)
  const blocks: Block[] = [
    letterheadOf({
      parentOrganisation: data.parentOrganisation,
      issuer: data.department,
      number: data.number,
      place: data.place,
      date: data.date,
    }),
    {
      kind: 'heading',
      typeName: 'Biên bản',
      abstract: `Họp Hội đồng thẩm định cấp cơ sở đề án ${programme} năm ${project.planYear}`,
      note: null,
    },
    {
      kind: 'legalBases',
      items: [
        ...data.legalBases,
        `Quyết định số ${BLANK} ${dayInWords(null)} của ${data.department} về việc thành lập Hội đồng thẩm định đề án khuyến công cấp cơ sở`,
      ],
    },
    {
      kind: 'keyValues',
      rows: [
        { label: 'Thời gian bắt đầu', value: `${HAND_HOUR}, ${day}` },
        { label: 'Địa điểm', value: null },
        { label: 'Chủ trì', value: chair === undefined ? null : person(chair) },
        { label: 'Thư ký', value: secretary === undefined ? null : person(secretary) },
      ],
    },
    { kind: 'section', label: 'I.', title: 'THÀNH PHẦN THAM DỰ' },
    {
      kind: 'paragraph',
      text: `Hội đồng thẩm định có ${twoDigits(members.length)} thành viên:`,
      keepWithNext: true,
    },
    memberTable(members),
    { kind: 'section', label: 'II.', title: 'NỘI DUNG ĐỀ ÁN TRÌNH HỘI ĐỒNG' },
    projectFacts(project, programme),
    { kind: 'section', label: 'III.', title: 'Ý KIẾN CỦA CÁC THÀNH VIÊN' },
    ...members.flatMap(opinionOf),
    { kind: 'section', label: 'IV.', title: 'KẾT QUẢ XEM XÉT CÁC NỘI DUNG THẨM ĐỊNH' },
    checkTable(data),
    { kind: 'section', label: 'V.', title: 'BIỂU QUYẾT VÀ KẾT LUẬN' },
    { kind: 'paragraph', text: voteSentence(data) },
    { kind: 'paragraph', text: 'Hội đồng kết luận:', keepWithNext: true },
    { kind: 'checks', items: conclusionTexts(project, data.conclusion) },
    { kind: 'paragraph', text: [{ text: 'Ý kiến kết luận: ' }, { text: opinionText(data.opinion) }] },
    { kind: 'paragraph', text: moneySentence(data, programme) },
    {
      kind: 'paragraph',
      text: `Cuộc họp kết thúc vào ${HAND_HOUR}, ${day}./.`,
    },
    {
      kind: 'signatures',
      recipients: null,
      signers: [
        {
          caption: null,
          authority: null,
          position: 'Thư ký',
          note: '(Ký, ghi rõ họ tên)',
          name: secretary?.name ?? null,
        },
        {
          caption: null,
          authority: null,
          position: 'Chủ tọa',
          note: '(Ký, ghi rõ họ tên)',
          name: chair?.name ?? null,
        },
      ],
    },
  ]
  return paper(`Biên bản họp Hội đồng thẩm định cấp cơ sở: ${project.name}`, 13, blocks)
}

function person({ name, organisation }: CouncilMember): string {
  return organisation === '' ? name : `${name}, ${organisation}`
}

function memberTable(members: readonly CouncilMember[]): Block {
  return {
    kind: 'table',
    columns: [
      { weight: 0.6, align: 'center' },
      { weight: 3, align: 'left' },
      { weight: 4.4, align: 'left' },
      { weight: 2, align: 'left' },
    ],
    header: [
      [
        { text: 'TT' },
        { text: appraisalLabels.personName },
        { text: appraisalLabels.organisation },
        { text: 'Vai trò trong Hội đồng' },
      ],
    ],
    rows: members.map(
      (member, index): TableRow => ({
        kind: 'row',
        cells: [String(index + 1), member.name, orBlank(member.organisation), appraisalLabels.role[member.role]],
      }),
    ),
  }
}

function projectFacts(project: PaperProject, programme: string): Block {
  const asked = project.amounts[supportSource(project.programme)]
  return {
    kind: 'keyValues',
    rows: [
      { label: 'Tên đề án', value: [{ text: project.name, bold: true }] },
      { label: 'Nội dung khuyến công', value: project.contentName },
      { label: 'Đơn vị thực hiện', value: project.implementingUnit },
      { label: 'Đơn vị thụ hưởng', value: listed(project.beneficiaries.map((one) => one.name)) },
      { label: 'Địa điểm thực hiện', value: listed(project.places) },
      { label: 'Thời gian thực hiện', value: period(project.startMonth, project.endMonth) },
      { label: 'Mục tiêu, quy mô chính', value: project.summary === '' ? null : project.summary },
      { label: 'Tổng kinh phí', value: money(totalOf(project.amounts)) },
      { label: `Kinh phí ${programme} đề nghị`, value: money(asked) },
    ],
  }
}

/** A member who said nothing on record has room to have it written in. */
function opinionOf(member: CouncilMember): Block[] {
  const role = lowerFirst(appraisalLabels.role[member.role])
  const [first, ...others] = lines(member.opinion)
  const speaker = `${member.name} (${role}): `
  if (first === undefined) return [{ kind: 'bullets', items: [`${speaker}${BLANK.repeat(3)}`] }]
  return [{ kind: 'bullets', items: [`${speaker}${first}`] }, ...others.flatMap((line) => textBlocks(line))]
}

function checkTable({ checks }: CouncilMinutesData): Block {
  return {
    kind: 'table',
    columns: [
      { weight: 0.6, align: 'center' },
      { weight: 5.4, align: 'left' },
      { weight: 1.4, align: 'center' },
      { weight: 3.6, align: 'left' },
    ],
    header: [[{ text: 'TT' }, { text: 'Nội dung thẩm định' }, { text: 'Kết quả' }, { text: 'Ý kiến' }]],
    rows: appraisalLabels.points.map((point, index): TableRow => {
      const check = checks[index]
      const result = check === undefined || check.result === 'pending' ? BLANK : appraisalLabels.result[check.result]
      return { kind: 'row', cells: [String(index + 1), point, result, orBlank(check?.opinion ?? null)] }
    }),
  }
}

function voteSentence({ votes, members }: CouncilMinutesData): string {
  if (votes === null) return `Kết quả biểu quyết: ${BLANK} phiếu đồng ý, ${BLANK} phiếu không đồng ý.`
  const { agreed, against } = votes
  return `Kết quả biểu quyết: ${agreed}/${members.length} phiếu đồng ý, ${against}/${members.length} phiếu không đồng ý.`
}

function opinionText(opinion: string): string {
  const typed = lines(opinion)
  return typed.length === 0 ? BLANK.repeat(3) : sentence(typed.join(' '))
}

function moneySentence({ project, conclusion, proposed }: CouncilMinutesData, programme: string): string {
  const asked = project.amounts[supportSource(project.programme)]
  const source = sourceLabels[supportSource(project.programme)].long
  if (conclusion === 'refused') return `Hội đồng không đề nghị hỗ trợ kinh phí ${programme} cho đề án.`
  return `${source} đơn vị đề nghị: ${money(asked)}. Hội đồng đề nghị hỗ trợ: ${moneyWithWords(proposed)}.`
}
