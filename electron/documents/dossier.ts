// "In bộ hồ sơ": every paper of a stage or of a whole đề án, as one PDF with a table of contents, as files in one
// packet, or as a folder of files.
import { Refusal } from '../../shared/contract/errors'
import type { FileOut } from '../../shared/contract/values'
import type { PaperStage } from '../../shared/domain/papers'
import type { Reader } from '../database/access'
import type { PaperDocument } from './blocks'
import { findForm } from './forms'
import { buildDossierContents, type DossierContentsData } from './forms/dossierContents'
import { countPages, mergePdfs } from './mergePdf'
import { type PackedFile, packFiles } from './packFiles'
import { readPaperEntries } from './paperEntries'
import { openProject, paperOf, safeName } from './preparePaper'
import type { PaperFormat } from './renderPaper'
import type { RenderService } from './renderService'
import type { PaperResources } from './resources'
import type { DocumentServices } from './services'
import { textOrNull } from './wording'
import { checkParent, type FolderPlace, windowsName, writeFolder } from './writeFolder'

export interface DossierRequest {
  readonly projectId: number
  readonly stage: PaperStage | null
  /** Null: all that can be made. */
  readonly papers: readonly { readonly form: string; readonly recordId: number | null }[] | null
  readonly as: 'pdf' | 'files'
  /** Of the files in the packet. */
  readonly formats: readonly PaperFormat[]
}

interface DossierPaper {
  readonly stage: PaperStage
  readonly title: string
  readonly record: string
  readonly fileStem: string
  readonly document: PaperDocument
}

/** What is left out, and why. */
export interface LeftOut {
  readonly title: string
  readonly reason: string
}

export interface PreparedDossier {
  readonly request: DossierRequest
  readonly head: Omit<DossierContentsData, 'papers'>
  readonly papers: readonly DossierPaper[]
  readonly leftOut: readonly LeftOut[]
  readonly createdAt: number
}

/** All that is read for a dossier, in one reading; a paper whose facts are not there is left out with its reason. */
export async function prepareDossier(
  reader: Reader,
  services: DocumentServices,
  resources: PaperResources,
  request: DossierRequest,
): Promise<PreparedDossier> {
  const { projectId, stage } = request
  const known = await readPaperEntries(reader, projectId)
  const wanted = (request.papers ?? known)
    .map(({ form, recordId }) => {
      const entry = known.findLast((one) => one.form === form && (recordId === null || one.recordId === recordId))
      if (entry === undefined) throw new Refusal('record.missing', findForm(form).shortTitle)
      return entry
    })
    .filter((entry) => stage === null || entry.stage === stage)
  const project = await openProject(reader, services, resources, projectId)
  const papers: DossierPaper[] = []
  const leftOut: LeftOut[] = []
  for (const { form, recordId, record, stage: own } of wanted) {
    const { title } = findForm(form)
    try {
      const options = { date: null, number: '', signerId: null }
      const made = await paperOf(reader, services, project, { form, projectId, recordId, options })
      papers.push({ stage: own, title, record, fileStem: made.fileStem, document: made.document })
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.code !== 'document.incomplete') throw error
      leftOut.push({ title, reason: error.problem.message })
    }
  }
  if (papers.length === 0)
    throw new Refusal('document.incomplete', 'chưa có văn bản nào của bộ hồ sơ này lập được. Hãy nhập dữ liệu trước.')
  const { office, content, identity } = project.source
  return {
    request,
    papers,
    leftOut,
    head: {
      parentOrganisation: office.departmentName,
      unit: office.centreName,
      place: textOrNull(office.placeName),
      date: reader.today,
      projectName: content.name,
      projectCode: identity.code,
    },
    createdAt: Date.parse(`${reader.today}T00:00:00Z`),
  }
}

export interface DossierWatch {
  /** Told after each paper. */
  readonly onDone: (papers: number) => void
  readonly signal: AbortSignal
}

/** How many files of the dossier are made: what progress is counted in. */
export function dossierSteps({ papers, request }: PreparedDossier): number {
  return request.as === 'pdf' ? papers.length : papers.length * request.formats.length
}

/** @throws the signal's reason when it is cancelled: nothing is left of what was made until then */
export async function makeDossier(
  dossier: PreparedDossier,
  renderer: RenderService,
  watch: DossierWatch,
): Promise<FileOut> {
  const stem = stemOf(dossier)
  return dossier.request.as === 'pdf'
    ? fileOut(`${stem}.pdf`, 'application/pdf', await onePdf(dossier, renderer, watch))
    : fileOut(`${stem}.zip`, 'application/zip', await packet(dossier, renderer, watch))
}

/** A folder, and what lies in it. */
export interface DossierFolder {
  readonly folder: string
  readonly files: readonly string[]
}

/** @throws as writeFolder does; the signal's reason when it is cancelled: nothing is left of what was made until then */
export async function makeDossierFolder(
  dossier: PreparedDossier,
  renderer: RenderService,
  place: FolderPlace,
  watch: DossierWatch,
): Promise<DossierFolder> {
  await checkParent(place)
  const files = await packetFiles(dossier, renderer, watch)
  const folder = await writeFolder(place, stemOf(dossier), files, watch.signal)
  return { folder, files: files.map(({ name }) => name) }
}

function stemOf({ request, head }: PreparedDossier): string {
  return `ho-so-${safeName(head.projectCode)}${request.stage === null ? '' : `-${stageStems[request.stage]}`}`
}

const stageStems: Readonly<Record<PaperStage, string>> = {
  registration: 'dang-ky-tham-dinh',
  change: 'dieu-chinh',
  contract: 'hop-dong',
  progress: 'tien-do',
  acceptance: 'nghiem-thu',
  settlement: 'quyet-toan',
  inspection: 'kiem-tra',
}

function fileOut(fileName: string, mediaType: string, bytes: Buffer): FileOut {
  return { fileName, mediaType, base64: bytes.toString('base64') }
}

/** So many papers wait at the renderer at once that each of its threads always has one. */
const IN_HAND = 4

async function renderAll(
  orders: readonly { readonly format: PaperFormat; readonly document: PaperDocument }[],
  { createdAt }: PreparedDossier,
  renderer: RenderService,
  { onDone, signal }: DossierWatch,
): Promise<Uint8Array[]> {
  const made: Uint8Array[] = []
  let next = 0
  let done = 0
  const work = async () => {
    for (let index = next; index < orders.length; index = next) {
      next += 1
      signal.throwIfAborted()
      const order = orders[index]
      if (order === undefined) return
      made[index] = await renderer.render(order.format, order.document, createdAt)
      signal.throwIfAborted()
      done += 1
      onDone(done)
    }
  }
  await Promise.all(Array.from({ length: Math.min(IN_HAND, orders.length) }, work))
  return made
}

async function onePdf(dossier: PreparedDossier, renderer: RenderService, watch: DossierWatch): Promise<Buffer> {
  const { papers, head, createdAt } = dossier
  const bytes = await renderAll(
    papers.map(({ document }) => ({ format: 'pdf', document })),
    dossier,
    renderer,
    watch,
  )
  const pages = bytes.map(countPages)
  // The contents say where each paper begins, which depends on how long the contents are: as a rule one page.
  let contents = await contentsOf(1)
  const length = countPages(contents)
  if (length > 1) contents = await contentsOf(length)
  watch.signal.throwIfAborted()
  const title = `Hồ sơ đề án ${head.projectCode}: ${head.projectName}`
  return mergePdfs(
    [
      { title: 'Mục lục hồ sơ', bytes: contents },
      ...bytes.map((part, index) => ({ title: nameOf(papers[index]), bytes: part })),
    ],
    { title, createdAt: new Date(createdAt) },
  )

  function contentsOf(own: number): Promise<Uint8Array> {
    let first = own + 1
    const listed = papers.map(({ stage, title: name, record }, index) => {
      const count = pages[index] ?? 0
      const entry = { stage, title: name, record, pages: count, firstPage: first }
      first += count
      return entry
    })
    return renderer.render('pdf', buildDossierContents({ ...head, papers: listed }), createdAt)
  }
}

function nameOf(paper: DossierPaper | undefined): string {
  if (paper === undefined) return ''
  return paper.record === '' ? paper.title : `${paper.title} – ${paper.record}`
}

async function packet(dossier: PreparedDossier, renderer: RenderService, watch: DossierWatch): Promise<Buffer> {
  return packFiles(await packetFiles(dossier, renderer, watch), new Date(dossier.createdAt))
}

/** Numbered in the order of the dossier, so that a folder lists them the same way. */
async function packetFiles(
  dossier: PreparedDossier,
  renderer: RenderService,
  watch: DossierWatch,
): Promise<PackedFile[]> {
  const { papers, request } = dossier
  const files = papers.flatMap(({ document, fileStem }, index) =>
    request.formats.map((format) => ({
      format,
      document,
      name: windowsName(`${String(index + 1).padStart(2, '0')}-${fileStem}`, `.${format}`),
    })),
  )
  const bytes = await renderAll(files, dossier, renderer, watch)
  return files.map(({ name }, index) => ({ name, bytes: bytes[index] ?? new Uint8Array() }))
}
