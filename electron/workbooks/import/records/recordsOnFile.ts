// What stands on file that lines are held against, as plain data that can cross to another thread.
import type { CertificateToRecord } from '../../../../shared/contract/activities'
import type { EstablishmentDetails, NeedDetails } from '../../../../shared/contract/establishments'
import type { TrainingClass } from '../../../../shared/contract/executionGroup'
import type { PaymentDetails } from '../../../../shared/contract/payments'
import type { ProjectContent, ProjectIdentity } from '../../../../shared/contract/projects'
import type { ContractKind, ContractLine, ContractState } from '../../../../shared/domain/contracts'
import type { Programme } from '../../../../shared/domain/projects'
import type { PlainDate } from '../../../../shared/vietnamese/dates'
import type { ExistingEstablishment } from '../sameAs'

/** What tells a đề án on file apart. */
export interface ExistingProject {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly programme: Programme
  readonly planYear: number
  readonly beneficiaries: readonly string[]
}

/** A đề án that a line is the same as, read whole. */
export interface ProjectOnFile {
  readonly id: number
  readonly rowVersion: number
  readonly locked: boolean
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
}

export interface NeedOnFile {
  readonly id: number
  readonly rowVersion: number
  readonly need: NeedDetails
  /** Of the đề án that took it; empty while it is open. */
  readonly takenBy: string
}

export interface ContractOnFile {
  readonly id: number
  readonly number: string
  readonly kind: ContractKind
  readonly state: ContractState
  readonly signedOn: string | null
  readonly receiver: string
  readonly rowVersion: number
  /** Whoever signs with the centre. */
  readonly otherParty: string
  /** What it is worth now, after its appendices. */
  readonly lines: readonly ContractLine[]
  readonly subject: string
  readonly startOn: PlainDate | null
  readonly endOn: PlainDate | null
  readonly liquidationBy: PlainDate | null
  readonly note: string
  readonly projects: readonly {
    readonly id: number
    readonly code: string
    readonly name: string
    readonly programme: Programme
  }[]
  readonly payments: readonly { readonly id: number; readonly rowVersion: number; readonly details: PaymentDetails }[]
}

export interface ClassOnFile {
  readonly id: number
  readonly rowVersion: number
  readonly projectId: number
  readonly projectCode: string
  readonly projectName: string
  readonly name: string
  readonly trainees: TrainingClass['trainees']
}

export interface CertificateOnFile {
  readonly id: number
  readonly certificate: CertificateToRecord
  /** As its paper says, else as the rule does. */
  readonly heldUntil: PlainDate | null
}

export interface RecordsOnFile {
  readonly establishments: readonly ExistingEstablishment[]
  readonly projects: readonly ExistingProject[]
  /** Those with a decided version: only they are carried out. */
  readonly decidedProjects: readonly number[]
  /** Years whose books are closed: nothing of them is written. */
  readonly lockedYears: readonly number[]
  readonly needs: readonly NeedOnFile[]
  readonly contracts: readonly ContractOnFile[]
  readonly classes: readonly ClassOnFile[]
  readonly certificates: readonly CertificateOnFile[]
}

export const noRecords: RecordsOnFile = {
  establishments: [],
  projects: [],
  decidedProjects: [],
  lockedYears: [],
  needs: [],
  contracts: [],
  classes: [],
  certificates: [],
}

/** Of cơ sở and đề án only what tells them apart is on hand: by id, those that have to be read whole. */
export interface WantedRecords {
  readonly establishments: readonly number[]
  readonly projects: readonly number[]
}

export interface RecordDetails {
  readonly establishments: ReadonlyMap<number, EstablishmentDetails>
  readonly projects: ReadonlyMap<number, ProjectOnFile>
}

export function wholeRecord<T>(records: ReadonlyMap<number, T>, id: number): T {
  const record = records.get(id)
  if (record === undefined) throw new Error(`record ${id} was matched but not read`)
  return record
}
