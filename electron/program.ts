// The program without a window: answers every call of the contract over one data file. All shells stand on this.
import path from 'node:path'
import type { Call } from '../shared/contract/call'
import { problemText, Refusal, type Result } from '../shared/contract/errors'
import { type Contract, findCall } from '../shared/contract/index'
import { checkInput } from '../shared/contract/wording'
import type { PlainDate } from '../shared/vietnamese/dates'
import { activitiesHandlers } from './activities/handlers'
import { loadVoteRules } from './activities/voteRules'
import { loadDossierPapers } from './archive/catalogue'
import { archiveHandlers } from './archive/handlers'
import { loadAuthorities } from './changes/authorities'
import { changesHandlers } from './changes/handlers'
import type { ChangeServices } from './changes/services'
import { contractsHandlers } from './contracts/handlers'
import { type AreaHandlers, Later, type Reader, type Writer } from './database/access'
import { type FileSystem, machineFiles } from './database/fileSystem'
import type { Clock } from './database/session'
import { agencyOn } from './documents/agencies'
import { documentsHandlers, paperMaker } from './documents/handlers'
import { citedCatalogue } from './documents/legalBases'
import { inProcessRenderer, type RenderService } from './documents/renderService'
import { loadPaperResources } from './documents/resources'
import { establishmentsHandlers } from './establishments/handlers'
import { executionHandlers } from './execution/handlers'
import { historyHandlers } from './history/handlers'
import { createAdminUnits } from './office/adminUnits'
import { loadContentGroups } from './office/contentGroups'
import { officeHandlers } from './office/handlers'
import { loadEligibilityRules, loadNationalNorms } from './office/norms'
import { plansHandlers } from './plans/handlers'
import { Access } from './program/access'
import { DataFiles } from './program/dataFiles'
import { filesHandlers } from './program/filesHandlers'
import { historyCatalogues } from './program/historyCatalogues'
import { machineActor, machineClock } from './program/machine'
import { once } from './program/once'
import { peopleHandlers } from './program/peopleHandlers'
import { problemOf } from './program/problems'
import { RecentFiles } from './program/recentFiles'
import { BackupKeeper, type BackupMode } from './program/safety/backupKeeper'
import { type FileWork, inProcessFileWork } from './program/safety/fileWork'
import { safetyHandlers } from './program/safety/handlers'
import { supportHandlers } from './program/support/handlers'
import { LastError } from './program/support/lastError'
import { programmesHandlers } from './programmes/handlers'
import { loadDeadlines } from './programmes/shippedDeadlines'
import { loadSignalRules } from './programmes/signals'
import { projectsHandlers } from './projects/handlers'
import { reportsHandlers } from './reports/handlers'
import { loadResultIndicators } from './reports/indicators'
import { searchHandlers } from './search/handlers'
import { consolidationHandlers } from './workbooks/consolidation/handlers'
import { workbooksHandlers } from './workbooks/handlers'
import { type CheckService, inProcessChecks } from './workbooks/import/checkService'
import { checkResources } from './workbooks/import/fileCheck'
import { loadImportRules } from './workbooks/import/loadRules'
import { journalFile } from './workbooks/journalFile'
import { packagesHandlers } from './workbooks/packages/handlers'
import { reportFile } from './workbooks/reportFile'

export interface ProgramOptions {
  readonly resourcesDir: string
  /** Where what belongs to the user and not to a data file is kept, such as the list of recent files. */
  readonly userDataDir: string
  readonly clock?: Clock
  /** Makes papers; in this process unless the shell gives a worker. */
  readonly renderer?: RenderService
  /** When the open file is backed up without being asked. */
  readonly backups?: BackupMode
  /** Reads whole files; in this process unless the shell gives a worker. */
  readonly fileWork?: FileWork
  /** Reads and checks files to be imported; in this process unless the shell gives a worker. */
  readonly checks?: CheckService
  /** The operations behind backups and restores; a test makes the nth fail. */
  readonly fileSystem?: FileSystem
  readonly log?: (message: string) => void
  /** What the log holds, for the support bundle. */
  readonly readLog?: () => string
  readonly version?: string
  /** Also checks every answer against the contract; for tests. */
  readonly checkOutput?: boolean
}

export interface Program {
  call(name: string, input: unknown): Promise<Result<unknown>>
  close(): Promise<void>
}

type Handlers = { readonly [A in Exclude<keyof Contract, 'shell'>]: AreaHandlers<Contract[A]> }
/** Seen from the loop that calls them, all handlers are alike; their shapes were checked where they were written. */
type AnyHandler = (...args: unknown[]) => Promise<unknown>

export function createProgram(options: ProgramOptions): Program {
  const log = options.log ?? ((message: string) => process.stderr.write(`${message}\n`))
  const clock = options.clock ?? machineClock
  const fileSystem = options.fileSystem ?? machineFiles
  const recent = new RecentFiles(options.userDataDir, fileSystem.now)
  const access = new Access(() => files, clock)
  const sessionOptions = {
    actor: machineActor(),
    clock,
    files: fileSystem,
    signedIn: () => access.name(),
    onSlowQuery: (sql: string, milliseconds: number) => log(`chậm ${Math.round(milliseconds)} ms: ${sql}`),
  }
  const lastError = new LastError(clock.instant)
  const fileWork = options.fileWork ?? inProcessFileWork(fileSystem)
  const keeper = new BackupKeeper({
    mode: options.backups ?? 'only-when-asked',
    files: fileSystem,
    work: fileWork,
    clock,
    host: sessionOptions.actor.host,
    log,
  })
  const files: DataFiles = new DataFiles(sessionOptions, recent, keeper)
  const units = createAdminUnits({ overlay: path.join(options.resourcesDir, 'administrativeUnits.json') })
  const contentGroups = once(() => loadContentGroups(options.resourcesDir))
  const norms = once(() => loadNationalNorms(options.resourcesDir))
  const paperResources = once(() => loadPaperResources(options.resourcesDir))
  const legalBases = (onDate: PlainDate) => citedCatalogue(paperResources().legalBases, onDate)
  const dossierPapers = once(() => loadDossierPapers(options.resourcesDir))
  const eligibility = once(() => loadEligibilityRules(options.resourcesDir))
  const voteRules = once(() => loadVoteRules(options.resourcesDir))
  const deadlines = once(() => loadDeadlines(options.resourcesDir))
  const renderer = options.renderer ?? inProcessRenderer()
  const checks = options.checks ?? inProcessChecks(checkResources(options.resourcesDir, units, contentGroups))
  const changes: ChangeServices = {
    units,
    contentGroups,
    legalBases,
    authorities: once(() => loadAuthorities(options.resourcesDir)),
    agencyName: (onDate) => agencyOn(paperResources().agencies, onDate).name,
  }
  const services = { resourcesDir: options.resourcesDir, units, contentGroups, changes, renderer, files: fileSystem }
  const handlers: Handlers = {
    files: filesHandlers(files, recent, services, keeper),
    office: officeHandlers(units, contentGroups, norms, clock.today),
    establishments: establishmentsHandlers(units, contentGroups),
    projects: projectsHandlers({ units, contentGroups, norms, eligibility, legalBases }),
    plans: plansHandlers({ units, contentGroups, legalBases }),
    changes: changesHandlers(changes),
    programmes: programmesHandlers(
      deadlines,
      once(() => loadSignalRules(options.resourcesDir)),
    ),
    execution: executionHandlers(deadlines),
    reports: reportsHandlers({
      units,
      contentGroups,
      indicators: once(() => loadResultIndicators(options.resourcesDir)),
      deadlines,
      changes,
      makeFile: (reader, made, as) => reportFile(reader, made, as, services),
    }),
    packages: packagesHandlers({ ...services, instant: clock.instant }),
    consolidation: consolidationHandlers({ ...services, checks }),
    activities: activitiesHandlers(voteRules),
    workbooks: workbooksHandlers({
      ...services,
      checks,
      legalBases,
      deadlines,
      voteRules,
      importRules: once(() => loadImportRules(options.resourcesDir)),
      payments: { terms: () => paperResources().contractTerms, dossierPapers },
      proposals: {
        units,
        terms: () => paperResources().contractTerms,
        agencyOn: (day) => agencyOn(paperResources().agencies, day),
      },
    }),
    documents: documentsHandlers(services),
    archive: archiveHandlers({
      dossierPapers,
      makePaper: paperMaker(services),
    }),
    safety: safetyHandlers({ dataFiles: files, keeper, files: fileSystem, work: fileWork, session: sessionOptions }),
    contracts: contractsHandlers({
      units,
      contentGroups,
      norms,
      eligibility,
      terms: () => paperResources().contractTerms,
      agencyOn: (day) => agencyOn(paperResources().agencies, day),
      dossierPapers,
    }),
    history: historyHandlers({
      role: () => access.role(),
      openedAfter: () => files.session.openedAfter,
      units,
      contentGroups,
      catalogues: historyCatalogues({
        papers: dossierPapers,
        legalBases: () => paperResources().legalBases,
        deadlines,
      }),
      makeFile: journalFile,
    }),
    support: supportHandlers({
      dataFiles: files,
      files: fileSystem,
      clock,
      version: options.version ?? '',
      readLog: options.readLog ?? (() => ''),
      log,
      lastError,
    }),
    people: peopleHandlers(files, access, clock),
    search: searchHandlers(units),
  }

  function handlerOf(name: string): AnyHandler | null {
    const [area = '', call = ''] = name.split('.')
    const own = (handlers as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[area]?.[call]
    return typeof own === 'function' ? (own as AnyHandler) : null
  }

  async function run(name: string, call: Call, input: unknown): Promise<unknown> {
    const handler = handlerOf(name)
    if (handler === null) throw new Refusal('call.unknown', name)
    const answer = await runHandler(name, call, handler, input)
    const value = answer instanceof Later ? await answer.run((read) => files.session.read(read)) : answer
    return options.checkOutput === true ? call.output.parse(value) : value
  }

  async function runHandler(name: string, call: Call, handler: AnyHandler, input: unknown): Promise<unknown> {
    if (call.copyFirst !== null) await keeper.takeBefore(files.session, call.copyFirst)
    if (call.needs !== 'file') return handler(input)
    if (call.kind === 'command') await keeper.beforeChange(files.session)
    return call.kind === 'command'
      ? files.session.write(name, (writer: Writer) => handler(writer, input))
      : files.session.read((reader: Reader) => handler(reader, input))
  }

  return {
    async call(name, input) {
      const call = findCall(name)
      if (call === null || call.needs === 'shell')
        return {
          ok: false,
          error: { code: 'call.unknown', message: problemText('call.unknown', name.slice(0, 100)), fields: [] },
        }
      try {
        await access.check(call)
        const checked = checkInput(call.input, input)
        if (!checked.ok)
          return {
            ok: false,
            error: { code: 'input.invalid', message: problemText('input.invalid'), fields: checked.fields },
          }
        return { ok: true, value: await run(name, call, checked.value) }
      } catch (error) {
        const problem = problemOf(error, log)
        if (problem.id !== undefined) lastError.note(problem.id)
        return { ok: false, error: problem }
      }
    },
    async close() {
      await files.close()
      await renderer.close()
      await fileWork.close()
      await checks.close()
    },
  }
}
