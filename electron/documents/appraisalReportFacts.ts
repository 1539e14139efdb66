// From a year's base appraisals to the report on them: of each đề án the file that was sent last, as its appraisal left it.
import { Refusal } from '../../shared/contract/errors'
import type { OfficeDetails, Signer } from '../../shared/contract/office'
import { appraisalOf, type ProjectStatus } from '../../shared/domain/lifecycle'
import { budgetTotals, type Programme, supportSource } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import { appraisedVersion, findAppraisal, readHistory } from '../projects/lifecycleReader'
import { readVersionContent } from '../projects/reader'
import type { AppraisalReportData } from './forms/appraisalReport'
import { basesInForce, citations } from './legalBases'
import { departmentOf, documentNumber, paperSigner, referenceDate, symbolOf } from './paperFacts'
import type { PaperResources } from './resources'
import { textOrNull } from './wording'

export type YearAppraisals = Pick<AppraisalReportData, 'programme' | 'year' | 'appraised' | 'waiting' | 'givenBack'>

/** @throws Refusal document.incomplete while no appraisal of the year is concluded */
export async function readYearAppraisals(reader: Reader, year: number, programme: Programme): Promise<YearAppraisals> {
  const rows = await reader.db
    .selectFrom('project')
    .select(['id', 'status'])
    .where('plan_year', '=', year)
    .where('programme', '=', programme)
    .orderBy('code')
    .execute()
  const own = supportSource(programme)
  const appraised: AppraisalReportData['appraised'][number][] = []
  const waiting: string[] = []
  const givenBack: string[] = []
  for (const { id, status } of rows) {
    const sent = appraisedVersion(await readHistory(reader, id), 'base')
    if (sent === null) continue
    const { name, implementingUnit, budget } = await readVersionContent(reader, sent.versionId)
    const stored = await findAppraisal(reader, sent.versionId, 'base')
    const conclusion = stored?.sheet.conclusion ?? null
    if (stored !== null && stored.concludedOn !== null && conclusion !== null) {
      const after = stored.appraisedVersionId ?? sent.versionId
      const proposed = conclusion === 'refuse' ? 0 : budgetTotals((await readVersionContent(reader, after)).budget)[own]
      appraised.push({ name, implementingUnit, conclusion, asked: budgetTotals(budget)[own], proposed })
    } else if ((status as ProjectStatus) === appraisalOf.base.waiting) waiting.push(name)
    else if (status === 'returned' || status === 'draft') givenBack.push(name)
  }
  if (appraised.length === 0)
    throw new Refusal(
      'document.incomplete',
      `chưa có đề án ${programmeLabels[programme].long.toLowerCase()} nào của năm ${year} được kết luận thẩm định cấp cơ sở. Hãy kết luận ở mục Thẩm định của từng đề án rồi lập báo cáo.`,
    )
  return { programme, year, appraised, waiting, givenBack }
}

export function appraisalReportFacts(
  source: {
    readonly office: OfficeDetails
    readonly provinceName: string | null
    readonly resources: PaperResources
    readonly today: PlainDate
    readonly appraisals: YearAppraisals
  },
  {
    date,
    number,
    signer,
  }: { readonly date: PlainDate | null; readonly number: string; readonly signer: Signer | null },
): AppraisalReportData {
  const { office, resources, appraisals, today } = source
  const department = departmentOf(source)
  const day = referenceDate(date, appraisals.year, today)
  const topics = ['base', appraisals.programme === 'national' ? 'nationalProgramme' : 'details'] as const
  return {
    ...appraisals,
    parentOrganisation: department.parent,
    department: department.name,
    number: documentNumber(number, symbolOf(office, 'appraisal-report')),
    place: textOrNull(office.placeName),
    date,
    legalBases: citations(basesInForce(resources.legalBases, topics, day), resources.legalBases),
    signer: signer === null ? { authority: null, position: 'Giám đốc', name: null } : paperSigner(signer),
  }
}
