// What stands on file that lines of needs, payments, trainees and certificates are held against, as plain data that can cross to
// another thread.
import type { CertificateToRecord } from '../../../../shared/contract/activities'
import type { NeedDetails } from '../../../../shared/contract/establishments'
import type { TrainingClass } from '../../../../shared/contract/executionGroup'
import type { PaymentDetails } from '../../../../shared/contract/payments'
import type { ContractKind, ContractState } from '../../../../shared/domain/contracts'
import type { Programme } from '../../../../shared/domain/projects'
import type { PlainDate } from '../../../../shared/vietnamese/dates'
import type { ExistingProject } from '../planWork'
import type { ExistingEstablishment } from '../sameAs'

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
