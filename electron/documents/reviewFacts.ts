// From the appraisal and the steps of a đề án to the papers the Sở makes of them: the council's minutes, the letter that
// gives a file back. What these papers are about must be on record: a paper about nothing is refused in words.
import { Refusal } from '../../shared/contract/errors'
import type { Appraisal } from '../../shared/contract/lifecycle'
import { appraisalOf } from '../../shared/domain/lifecycle'
import { type AmountsBySource, noAmounts } from '../../shared/domain/money'
import { supportSource } from '../../shared/domain/projects'
import type { Reader } from '../database/access'
import { readAppraisal, readHistory, roundOf, type StepRecord } from '../projects/lifecycleReader'
import { agencyOn } from './agencies'
import type { CouncilMinutesData } from './forms/councilMinutes'
import type { ReturnLetterData } from './forms/returnLetter'
import {
  citedBases,
  conclusionOf,
  departmentOf,
  documentNumber,
  type PaperOptions,
  type PaperSource,
  paperSigner,
  programmeTopic,
  projectFacts,
  referenceDate,
  symbolOf,
} from './paperFacts'
import { textOrNull } from './wording'

export type Review = {
  /** Of the file as it was last sent; null while nothing is written down. */
  readonly appraisal: Pick<Appraisal, 'sheet' | 'comparison' | 'proposed'> | null
  readonly history: readonly StepRecord[]
}

export async function readReview(reader: Reader, projectId: number): Promise<Review> {
  const appraisal = await readAppraisal(reader, { id: projectId, level: 'base' })
  return {
    appraisal: appraisal === null || appraisal.rowVersion === 0 ? null : appraisal,
    history: await readHistory(reader, projectId),
  }
}

function askedAmounts({ totals }: Appraisal['comparison']): AmountsBySource {
  return { ...noAmounts, ...Object.fromEntries(totals.map(({ source, before }) => [source, before])) }
}

/** @throws Refusal document.incomplete without a council that has its chair and its secretary */
export function councilFacts(source: PaperSource, { appraisal }: Review, options: PaperOptions): CouncilMinutesData {
  if (appraisal === null)
    throw new Refusal(
      'document.incomplete',
      'đề án chưa có phiếu thẩm định cấp cơ sở. Hãy gửi đề án đi thẩm định rồi ghi ý kiến ở mục Thẩm định của đề án.',
    )
  const { sheet, comparison, proposed } = appraisal
  if (sheet.method !== 'council')
    throw new Refusal(
      'document.incomplete',
      'đề án do chuyên viên thẩm định, không có cuộc họp Hội đồng. Nếu có họp, hãy chọn “Hội đồng thẩm định” và nhập thành viên ở mục Thẩm định của đề án.',
    )
  const lacking = [
    ...(sheet.members.some(({ role }) => role === 'chair') ? [] : ['Chủ tịch']),
    ...(sheet.members.some(({ role }) => role === 'secretary') ? [] : ['Thư ký']),
  ]
  if (lacking.length > 0)
    throw new Refusal(
      'document.incomplete',
      `Hội đồng thẩm định chưa có ${lacking.join(' và ')}. Hãy nhập thành viên Hội đồng ở mục Thẩm định của đề án.`,
    )
  const department = departmentOf(source)
  const date = options.date ?? sheet.date
  const number = options.number === '' ? sheet.documentNumber : options.number
  const project = projectFacts(source)
  return {
    parentOrganisation: department.parent,
    department: department.name,
    number: documentNumber(number, symbolOf(source.office, 'council-minutes')),
    place: textOrNull(source.office.placeName),
    date,
    legalBases: citedBases(source, date, ['base', programmeTopic(source)]),
    project: { ...project, amounts: askedAmounts(comparison) },
    members: sheet.members,
    checks: sheet.checks,
    votes:
      sheet.votesFor === null || sheet.votesAgainst === null
        ? null
        : { agreed: sheet.votesFor, against: sheet.votesAgainst },
    conclusion: conclusionOf(sheet),
    opinion: sheet.opinion,
    proposed: proposed[supportSource(project.programme)],
  }
}

/**
 * Of the last time it was given back; for a file sent again since, of what its appraisal asks for. Before the step itself
 * is taken, the conclusion already says what the letter has to.
 * @throws Refusal document.incomplete where nothing was given back and nothing asked for
 */
export function returnFacts(
  source: PaperSource,
  { appraisal, history }: Review,
  options: PaperOptions,
): ReturnLetterData {
  const round = roundOf(history)
  const returned = history.findLast(({ step }) => step === 'return') ?? null
  const sheet = appraisal?.sheet ?? null
  const asks = sheet !== null && sheet.opinion !== '' && sheet.conclusion !== null && sheet.conclusion !== 'agree'
  const step = returned !== null && (returned.round === round || !asks) ? returned : null
  if (step === null && !asks)
    throw new Refusal(
      'document.incomplete',
      'đề án chưa bị trả lại lần nào và thẩm định chưa yêu cầu bổ sung. Hãy ghi bước “Trả lại để bổ sung” kèm lý do, hoặc ghi kết luận và nội dung phải bổ sung ở mục Thẩm định của đề án.',
    )
  const ofRound = step?.round ?? round
  const sent = history.findLast((one) => one.step === appraisalOf.base.sentBy && one.round === ofRound) ?? null
  const byAgency = step !== null && (step.from === 'registeredAgency' || step.from === 'appraisedMinistry')
  const own = byAgency ? null : step
  const department = departmentOf(source)
  const { office, identity, content, resources, today } = source
  const number = options.number === '' ? (own?.documentNumber ?? '') : options.number
  return {
    parentOrganisation: department.parent,
    department: department.name,
    number: documentNumber(number, symbolOf(office, 'return-letter')),
    place: textOrNull(office.placeName),
    date: options.date ?? own?.documentDate ?? null,
    unit: textOrNull(content.implementingUnit) ?? office.centreName,
    project: { name: content.name, programme: identity.programme, planYear: identity.planYear },
    kind: step !== null || sheet?.conclusion === 'refuse' ? 'returned' : 'supplement',
    round: ofRound,
    sentWith: sent === null ? null : { number: sent.documentNumber, date: sent.documentDate },
    agencyLetter: byAgency
      ? {
          number: step.documentNumber,
          date: step.documentDate,
          issuer: agencyOn(resources.agencies, referenceDate(step.documentDate, identity.planYear, today)).name,
        }
      : null,
    reason: step?.reason ?? sheet?.opinion ?? '',
    signer:
      options.signer === null ? { authority: null, position: 'Giám đốc', name: null } : paperSigner(options.signer),
  }
}
