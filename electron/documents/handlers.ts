// The calls of the area: which forms there are, a paper of a đề án, a paper of a year's plan.
import type { documentsContract, FormEntry } from '../../shared/contract/documents'
import type { FileOut } from '../../shared/contract/values'
import { assertNever } from '../../shared/domain/assertNever'
import type { Programme } from '../../shared/domain/projects'
import { programmeLabels } from '../../shared/labels'
import type { MakePaper, PaperSubject } from '../archive/outgoing'
import { type AreaHandlers, Later, type Reader } from '../database/access'
import type { PaperDocument } from './blocks'
import { type DossierRequest, makeDossier, makeDossierFolder, prepareDossier } from './dossier'
import { DossierJobs } from './dossierJobs'
import { type FormInfo, forms, type PlanFormInfo, planForms } from './forms'
import { readPaperEntries } from './paperEntries'
import { preparePlanPaper } from './planPapers'
import { type PaperRequest, preparePaper, safeName } from './preparePaper'
import type { PaperFormat } from './renderPaper'
import { loadPaperResources, type PaperResources } from './resources'
import type { DocumentServices } from './services'
import { prepareYearPaper } from './yearPapers'

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

function createdAt(reader: Reader): number {
  return Date.parse(`${reader.today}T00:00:00Z`)
}

export function documentsHandlers(services: DocumentServices): AreaHandlers<typeof documentsContract> {
  const resources = keptPaperResources(services)
  const jobs = new DossierJobs(services.renderer)
  return {
    forms: async () => [
      ...forms.map((form) => entryOf(form, { subject: 'project', programme: null })),
      ...planForms.map((form) => entryOf(form, { subject: 'plan', programme: form.programme })),
    ],
    papers: (reader, { projectId }) => readPaperEntries(reader, projectId),
    render: async (reader, input) => {
      const { document, fileStem } = await preparePaper(reader, services, resources(), input)
      return rendered(reader, services, { document, fileStem, format: input.format })
    },
    dossier: async (reader, input) => {
      const dossier = await prepareDossier(reader, services, resources(), input)
      return new Later(async () => {
        const watch = { onDone: () => undefined, signal: new AbortController().signal }
        const file = await makeDossier(dossier, services.renderer, watch)
        return { file, papers: dossier.papers.length, leftOut: [...dossier.leftOut] }
      })
    },
    startDossier: async (reader, input) => {
      const dossier = await prepareDossier(reader, services, resources(), input)
      return { ...jobs.start(dossier), leftOut: [...dossier.leftOut] }
    },
    writeDossier: async (reader, { folder: parent, ...asked }) => {
      const request: DossierRequest = { ...asked, as: 'files' }
      const dossier = await prepareDossier(reader, services, resources(), request)
      return new Later(async () => {
        const watch = { onDone: () => undefined, signal: new AbortController().signal }
        const place = { files: services.files, parent }
        const { folder, files } = await makeDossierFolder(dossier, services.renderer, place, watch)
        return { folder, files: [...files], papers: dossier.papers.length, leftOut: [...dossier.leftOut] }
      })
    },
    startDossierFolder: async (reader, { folder: parent, ...asked }) => {
      const request: DossierRequest = { ...asked, as: 'files' }
      const dossier = await prepareDossier(reader, services, resources(), request)
      return { ...jobs.start(dossier, { files: services.files, parent }), leftOut: [...dossier.leftOut] }
    },
    dossierProgress: async ({ job }) => jobs.progress(job),
    cancelDossier: async ({ job }) => {
      jobs.cancel(job)
      return { done: true }
    },
    dossierFile: async ({ job }) => jobs.take(job),
    renderYear: async (reader, input) => {
      const { document, fileStem } = await prepareYearPaper(reader, services, resources(), input)
      return rendered(reader, services, { document, fileStem, format: input.format })
    },
    renderPlan: async (reader, input) => {
      const { document, fileStem } = await preparePlanPaper(reader, services, resources(), input)
      return rendered(reader, services, { document, fileStem, format: input.format })
    },
  }
}

function entryOf(
  { id, title, shortTitle, legalBasis, effectiveFrom, layout, stage }: FormInfo | PlanFormInfo,
  made: Pick<FormEntry, 'subject' | 'programme'>,
): FormEntry {
  return { id, title, shortTitle, legalBasis, effectiveFrom, layout, stage, ...made }
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
      const { projectId, recordId } = subject
      const paper = await preparePaper(reader, services, resources, { form, projectId, recordId, options })
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
