// The calls of the area: which forms there are, a paper of a đề án, a paper of a year's plan.
import type { documentsContract, FormEntry } from '../../shared/contract/documents'
import { Refusal } from '../../shared/contract/errors'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { FileOut } from '../../shared/contract/values'
import { assertNever } from '../../shared/domain/assertNever'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { MakePaper, PaperSubject } from '../archive/outgoing'
import { agencyContractOf } from '../contracts/records'
import { type AreaHandlers, Later, type Reader } from '../database/access'
import { readEstablishment } from '../establishments/reader'
import type { AdminUnits } from '../office/adminUnits'
import { chooseSigner, readOffice } from '../office/reader'
import { readAppraisal } from '../projects/lifecycleReader'
import { readProject } from '../projects/reader'
import type { PaperDocument } from './blocks'
import { asOnRecord } from './contractRecordFacts'
import { type FormId, type FormInfo, findForm, forms, type PlanFormInfo, planForms } from './forms'
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
  proposalFacts,
} from './paperFacts'
import { preparePlanPaper } from './planPapers'
import type { PaperFormat } from './renderPaper'
import type { RenderService } from './renderService'
import { loadPaperResources, type PaperResources } from './resources'
import { councilFacts, type Review, readReview, returnFacts } from './reviewFacts'

export interface DocumentServices {
  readonly resourcesDir: string
  readonly units: Pick<AdminUnits, 'findProvince' | 'findCommune'>
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly renderer: RenderService
}

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

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
  readonly options: { readonly date: string | null; readonly number: string; readonly signerId: number | null }
}

async function preparePaper(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  { form: formId, projectId, options }: PaperRequest,
): Promise<PreparedPaper> {
  const form = findForm(formId)
  const source = await gather(reader, services, resources, projectId)
  const { date, number, signerId } = options
  const signer = signerOf(form.id, source, signerId)
  return {
    form,
    document: buildForm(form.id, source, await readReview(reader, projectId), { date, number, signer }),
    fileStem: `${form.fileStem}-${safeName(source.identity.code)}`,
    signerName: signer?.name ?? '',
  }
}

function createdAt(reader: Reader): number {
  return Date.parse(`${reader.today}T00:00:00Z`)
}

export function documentsHandlers(services: DocumentServices): AreaHandlers<typeof documentsContract> {
  const resources = keptPaperResources(services)
  return {
    forms: async () => [
      ...forms.map((form) => entryOf(form, { subject: 'project', programme: null })),
      ...planForms.map((form) => entryOf(form, { subject: 'plan', programme: form.programme })),
    ],
    render: async (reader, input) => {
      const { document, fileStem } = await preparePaper(reader, services, resources(), input)
      return rendered(reader, services, { document, fileStem, format: input.format })
    },
    renderPlan: async (reader, input) => {
      const { document, fileStem } = await preparePlanPaper(reader, services, resources(), input)
      return rendered(reader, services, { document, fileStem, format: input.format })
    },
  }
}

function entryOf(
  { id, title, shortTitle, legalBasis, effectiveFrom, layout }: FormInfo | PlanFormInfo,
  made: Pick<FormEntry, 'subject' | 'programme'>,
): FormEntry {
  return { id, title, shortTitle, legalBasis, effectiveFrom, layout, ...made }
}

/** The records have been read: the paper itself is made outside the reading. */
function rendered(
  reader: Reader,
  services: DocumentServices,
  {
    document,
    fileStem,
    format,
  }: { readonly document: PaperDocument; readonly fileStem: string; readonly format: PaperFormat },
): Later<FileOut> {
  const made = createdAt(reader)
  return new Later(async () => {
    const bytes = await services.renderer.render(format, document, made)
    return {
      fileName: `${fileStem}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    }
  })
}

/** For the register of outgoing papers: the PDF at once, with the blocks it was made from. */
export function paperMaker(services: DocumentServices): MakePaper {
  const resources = keptPaperResources(services)
  return async (reader, { form, subject, date, number, signerId }) => {
    const options = { date, number, signerId }
    const paper = await prepareFor(reader, services, resources(), { form, subject, options })
    return {
      title: paper.title,
      signer: paper.signerName,
      fileName: `${paper.fileStem}-${safeName(number)}.pdf`,
      data: { options, document: paper.document },
      bytes: await services.renderer.render('pdf', paper.document, createdAt(reader)),
    }
  }
}

async function prepareFor(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  { form, subject, options }: { readonly form: string; readonly subject: PaperSubject } & Pick<PaperRequest, 'options'>,
) {
  switch (subject.kind) {
    case 'project': {
      const paper = await preparePaper(reader, services, resources, { form, projectId: subject.projectId, options })
      return { ...paper, title: paper.form.title }
    }
    case 'plan': {
      const { year, programme } = subject
      const paper = await preparePlanPaper(reader, services, resources, { form, year, programme, options })
      return { ...paper, title: planPaperTitle(paper.form, year, programme) }
    }
    default:
      return assertNever(subject, 'every kind of paper is prepared here')
  }
}

function planPaperTitle({ title, programme: only }: PlanFormInfo, year: number, programme: Programme): string {
  const ofYear = /năm$/u.test(title) ? `${title} ${year}` : `${title} năm ${year}`
  return only === null ? `${ofYear} (${programmeLabels[programme].short})` : ofYear
}

function keptPaperResources({ resourcesDir }: DocumentServices): () => PaperResources {
  let resources: PaperResources | null = null
  return () => {
    resources ??= loadPaperResources(resourcesDir)
    return resources
  }
}

function buildForm(form: FormId, source: PaperSource, review: Review, options: PaperOptions): PaperDocument {
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
      return buildAgencyContract(asOnRecord(contractFacts(source, options), source, options))
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
function safeName(code: string): string {
  return code.replace(/[^\p{L}\p{N}._-]+/gu, '-')
}
