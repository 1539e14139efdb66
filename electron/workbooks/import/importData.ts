// What an import needs to know of the data file: what each row is compared with, and the records that rows are the same as.
import type { EstablishmentDetails } from '../../../shared/contract/establishments'
import { everyDay, linesOn } from '../../../shared/domain/contracts'
import { heldUntil, type VoteRules } from '../../../shared/domain/productVotes'
import { readCertified } from '../../activities/products'
import { listContractsWithPayments } from '../../contracts/paymentBatch'
import type { PaymentServices } from '../../contracts/paymentFacts'
import type { ProposalServices } from '../../contracts/proposals'
import type { Reader } from '../../database/access'
import { readLockedYears } from '../../database/lockedYears'
import { listNeedsWhole } from '../../establishments/needs'
import { readEstablishment, readEstablishmentKeys } from '../../establishments/reader'
import { listClassesWithTrainees } from '../../execution/trainees'
import type { AdminUnits } from '../../office/adminUnits'
import { readOffice } from '../../office/reader'
import { readDecidedIds } from '../../projects/inForce'
import { listProjects, readProject } from '../../projects/reader'
import type { CheckService } from './checkService'
import { readRememberedColumns } from './columnMemory'
import type { FileFacts } from './fileCheck'
import type {
  ExistingProject,
  ProjectOnFile,
  RecordDetails,
  RecordsOnFile,
  WantedRecords,
} from './records/recordsOnFile'

export interface ImportServices {
  readonly units: AdminUnits
  /** Reads and checks files, here or in a thread of its own. */
  readonly checks: CheckService
  /** What payments are judged by. */
  readonly payments: PaymentServices
  readonly voteRules: () => VoteRules
  /** What a contract is filled in from. */
  readonly proposals: ProposalServices
}

export async function readFileFacts(
  reader: Reader,
  { voteRules }: Pick<ImportServices, 'voteRules'>,
): Promise<FileFacts> {
  const { office } = await readOffice(reader)
  return {
    officeProvinceCode: office?.provinceCode ?? null,
    today: reader.today,
    existing: await readExistingRecords(reader, voteRules()),
    remembered: await readRememberedColumns(reader),
  }
}

const mostProjects = 1_000_000

async function readExistingRecords(reader: Reader, votes: VoteRules): Promise<RecordsOnFile> {
  const establishments = await readEstablishmentKeys(reader)
  const { rows } = await listProjects(reader, {
    year: null,
    programme: null,
    contentGroup: null,
    text: '',
    offset: 0,
    limit: mostProjects,
  })
  return {
    establishments: establishments.map(
      ({ id, rowVersion, code, establishmentName, communeCode, taxCode, registrationNumber, name }) => ({
        id,
        rowVersion,
        code,
        name: establishmentName,
        communeCode,
        keys: { taxCode, registrationNumber, name },
      }),
    ),
    projects: rows,
    decidedProjects: await readDecidedIds(reader),
    lockedYears: await readLockedYears(reader.db),
    ...(await readOtherRecords(reader, rows, votes)),
  }
}

async function readOtherRecords(
  reader: Reader,
  projects: readonly ExistingProject[],
  votes: VoteRules,
): Promise<Pick<RecordsOnFile, 'needs' | 'contracts' | 'classes' | 'certificates'>> {
  const byId = new Map(projects.map((one) => [one.id, one]))
  const needs = await listNeedsWhole(reader)
  const contracts = await listContractsWithPayments(reader)
  const classes = await listClassesWithTrainees(reader)
  return {
    needs,
    contracts: contracts.map(({ contract, payments }) => ({
      id: contract.id,
      number: contract.number,
      kind: contract.details.kind,
      state: contract.state,
      signedOn: contract.signedOn,
      receiver: contract.details.receiver.name,
      rowVersion: contract.rowVersion,
      otherParty: (contract.details.kind === 'agency' ? contract.details.giver : contract.details.receiver).name,
      lines: linesOn(
        contract.details.lines,
        contract.appendices.map((one) => ({ signedOn: one.signedOn, lines: one.details.lines })),
        everyDay,
      ),
      subject: contract.details.subject,
      startOn: contract.details.startOn,
      endOn: contract.details.endOn,
      liquidationBy: contract.details.liquidationBy,
      note: contract.details.note,
      projects: contract.details.lines.flatMap(({ projectId }) => byId.get(projectId) ?? []),
      payments,
    })),
    certificates: (await readCertified(reader)).map(({ id, round, product }) => ({
      id,
      heldUntil: heldUntil(votes, { issuedOn: product.certificateDate, validUntil: product.validUntil }),
      certificate: {
        ...round,
        establishmentId: product.establishmentId,
        owner: product.owner,
        name: product.name,
        group: product.group,
        average: product.average,
        number: product.certificateNumber,
        date: product.certificateDate,
        validUntil: product.validUntil,
        overReason: product.overReason,
      },
    })),
    classes: classes.flatMap((one) => {
      const project = byId.get(one.projectId)
      return project === undefined ? [] : [{ ...one, projectCode: project.code, projectName: project.name }]
    }),
  }
}

/** Only what some row is the same as is read whole. */
export async function readWantedRecords(reader: Reader, wanted: WantedRecords): Promise<RecordDetails> {
  const establishments = new Map<number, EstablishmentDetails>()
  for (const id of wanted.establishments) establishments.set(id, (await readEstablishment(reader, id)).establishment)
  const projects = new Map<number, ProjectOnFile>()
  for (const wantedId of wanted.projects) {
    const { id, rowVersion, version, identity, content } = await readProject(reader, wantedId)
    projects.set(id, { id, rowVersion, locked: version.locked, identity, content })
  }
  return { establishments, projects }
}
