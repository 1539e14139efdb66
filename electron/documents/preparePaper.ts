import { Refusal } from '../../shared/contract/errors'
import { assertNever } from '../../shared/domain/assertNever'
import { agencyContractOf } from '../contracts/records'
import type { Reader } from '../database/access'
import { readEstablishment } from '../establishments/reader'
import { chooseSigner, readOffice } from '../office/reader'
import { readAppraisal } from '../projects/lifecycleReader'
import { readProject } from '../projects/reader'
import type { PaperDocument } from './blocks'
import { asOnRecord, type OtherProject } from './contractRecordFacts'
import { type FormId, type FormInfo, findForm, type ProjectFormId } from './forms'
import { buildAgencyContract } from './forms/agencyContract'
import { buildBaseAppraisalSheet } from './forms/baseAppraisalSheet'
import { buildBeneficiaryAppraisalSheet } from './forms/beneficiaryAppraisalSheet'
import { buildBudgetEstimate } from './forms/budgetEstimate'
import { buildCouncilMinutes } from './forms/councilMinutes'
import { buildProjectProposal } from './forms/projectProposal'
import { buildReturnLetter } from './forms/returnLetter'
import {
  appraisalFacts,
  beneficiaryAppraisalFacts,
  contractFacts,
  estimateFacts,
  type PaperOptions,
  type PaperSource,
  projectFacts,
  proposalFacts,
} from './paperFacts'
import { isRecordForm } from './recordForms'
import { buildRecordPaper } from './recordPapers'
import type { PaperResources } from './resources'
import { councilFacts, type Review, readReview, returnFacts } from './reviewFacts'
import type { DocumentServices } from './services'

/** A paper ready to be rendered: what it says, as blocks, and what it will be called. */
export interface PreparedPaper {
  readonly form: FormInfo
  readonly document: PaperDocument
  /** Without its ending. */
  readonly fileStem: string
  readonly signerName: string
}

export interface PaperRequest {
  readonly form: string
  readonly projectId: number
  /** What the paper speaks of; null: the newest of its kind. */
  readonly recordId: number | null
  readonly options: { readonly date: string | null; readonly number: string; readonly signerId: number | null }
}

/** @throws Refusal record.missing, document.incomplete */
export async function preparePaper(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  request: PaperRequest,
): Promise<PreparedPaper> {
  const form = findForm(request.form)
  return paperOf(reader, services, await openProject(reader, services, resources, request.projectId), {
    ...request,
    form: form.id,
  })
}

/** What every paper of a đề án draws on, read once for all of them. */
export interface OpenProject {
  readonly source: PaperSource
  readonly review: Review
}

export async function openProject(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  projectId: number,
): Promise<OpenProject> {
  return {
    source: await gather(reader, services, resources, projectId),
    review: await readReview(reader, projectId),
  }
}

/** @throws Refusal record.missing, document.incomplete */
export async function paperOf(
  reader: Reader,
  services: DocumentServices,
  { source, review }: OpenProject,
  { form: formId, projectId, recordId, options }: PaperRequest,
): Promise<PreparedPaper> {
  const form = findForm(formId)
  const { date, number, signerId } = options
  const signer = signerOf(form.id, source, signerId)
  const signed = { date, number, signer }
  return {
    form,
    document: isRecordForm(form.id)
      ? await buildRecordPaper(reader, services, source, { form: form.id, projectId, recordId, options: signed })
      : buildForm(
          form.id,
          source,
          review,
          signed,
          form.id === 'agency-contract' ? await otherProjects(reader, services, source) : [],
        ),
    fileStem: `${form.fileStem}-${safeName(source.identity.code)}`,
    signerName: signer?.name ?? '',
  }
}

/** The contract of a đề án may carry others too: it is one paper over all of them. */
async function otherProjects(
  reader: Reader,
  services: DocumentServices,
  { contract, resources }: PaperSource,
): Promise<OtherProject[]> {
  const others: OtherProject[] = []
  for (const { projectId } of contract?.record.details.lines ?? [])
    if (projectId !== contract?.projectId)
      others.push({ projectId, project: projectFacts(await gather(reader, services, resources, projectId)) })
  return others
}

function buildForm(
  form: ProjectFormId,
  source: PaperSource,
  review: Review,
  options: PaperOptions,
  others: readonly OtherProject[],
): PaperDocument {
  switch (form) {
    case 'project-proposal':
      return buildProjectProposal(proposalFacts(source, options))
    case 'budget-estimate-1':
      return buildBudgetEstimate(estimateFacts(source, options))
    case 'base-appraisal-4a':
      return buildBaseAppraisalSheet(appraisalFacts(source, options))
    case 'base-appraisal-4b':
      return buildBeneficiaryAppraisalSheet(beneficiaryAppraisalFacts(source, options))
    case 'council-minutes':
      return buildCouncilMinutes(councilFacts(source, review, options))
    case 'return-letter':
      return buildReturnLetter(returnFacts(source, review, options))
    case 'agency-contract':
      return buildAgencyContract(asOnRecord(contractFacts(source, options), source, options, others))
    default:
      return assertNever(form, 'every form of the registry is built here')
  }
}

/** Papers of the Sở take only a signer chosen for them; our own take the office's usual one. */
const departmentForms: ReadonlySet<FormId> = new Set<FormId>([
  'base-appraisal-4a',
  'base-appraisal-4b',
  'council-minutes',
  'return-letter',
  'change-confirmation',
  'acceptance-5a',
  'acceptance-5b',
  'acceptance-5c',
])

function signerOf(form: FormId, { office }: PaperSource, signerId: number | null) {
  if (signerId === null && departmentForms.has(form)) return null
  return chooseSigner(office, signerId)
}

async function gather(
  reader: Reader,
  { units, contentGroups }: DocumentServices,
  resources: PaperResources,
  projectId: number,
): Promise<PaperSource> {
  const { office } = await readOffice(reader)
  if (office === null)
    throw new Refusal(
      'document.incomplete',
      'chưa có thông tin đơn vị. Hãy nhập tên trung tâm, tên Sở và tỉnh ở mục Thiết lập.',
    )
  const { identity, content, versions } = await readProject(reader, projectId)
  const appraisal = await readAppraisal(reader, { id: projectId, level: 'base' })
  const record = await agencyContractOf(reader, projectId)
  const establishments: Map<
    number,
    { details: Awaited<ReturnType<typeof readEstablishment>>['establishment']; address: string; workplace: string }
  > = new Map()
  const unitNames = (communeCode: string | null, provinceCode: string | null) => [
    communeCode === null ? null : (units.findCommune(communeCode)?.name ?? null),
    provinceCode === null ? null : (units.findProvince(provinceCode)?.name ?? null),
  ]
  for (const { establishmentId } of content.beneficiaries)
    if (establishmentId !== null && !establishments.has(establishmentId)) {
      const { establishment } = await readEstablishment(reader, establishmentId)
      const { headOfficeAddress, communeCode, provinceCode } = establishment
      const { productionAddress, productionCommuneCode, productionProvinceCode } = establishment
      const address = fullAddress(headOfficeAddress, unitNames(communeCode, provinceCode))
      const workplace = fullAddress(productionAddress, unitNames(productionCommuneCode, productionProvinceCode))
      // A cơ sở is taken to work at its head office where no other place is given.
      establishments.set(establishmentId, {
        details: establishment,
        address,
        workplace: workplace === '' ? address : workplace,
      })
    }
  return {
    office,
    provinceName: units.findProvince(office.provinceCode)?.name ?? null,
    identity,
    content,
    versions,
    establishments,
    contract: record === null ? null : { record, projectId },
    appraisal: appraisal === null || appraisal.rowVersion === 0 ? null : appraisal.sheet,
    contentGroups: contentGroups(),
    resources,
    today: reader.today,
  }
}

/** Commune and province after the street, unless the typed address already names them. */
function fullAddress(typed: string, unitNames: readonly (string | null)[]): string {
  const names = unitNames.filter(
    (name) => name !== null && !typed.toLocaleLowerCase('vi').includes(name.toLocaleLowerCase('vi')),
  )
  return [typed, ...names].filter((part) => part !== '').join(', ')
}

/** A code as part of a file name. */
export function safeName(code: string): string {
  return code.replace(/[^\p{L}\p{N}._-]+/gu, '-')
}
