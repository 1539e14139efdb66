// What two versions of a đề án are compared by, as the rules see it; the contract holds that nothing is left out.
import type { AmountsBySource } from './money'
import type { ParticipantRole } from './participants'
import type { ContentGroup, SupportMode } from './projects'

export interface ComparedBudgetLine {
  readonly content: string
  readonly unit: string
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
  readonly amounts: AmountsBySource
  readonly note: string
  /** Name of whose cost it is; empty: common. */
  readonly beneficiary: string
}

export interface ComparedBeneficiary {
  readonly establishmentId: number | null
  readonly name: string
  readonly shareBasisPoints: number | null
}

export interface ComparedParticipant {
  readonly role: ParticipantRole
  readonly establishmentId: number | null
  readonly name: string
  readonly shareBasisPoints: number | null
}

export interface ComparedPlace {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly text: string
  readonly oldText: string
}

export interface ComparedOutput {
  readonly indicator: string
  readonly unit: string
  readonly quantityThousandths: number
}

export interface ComparedEquipment {
  readonly name: string
  readonly origin: string
  readonly unit: string
  readonly quantityThousandths: number | null
  readonly unitPrice: number | null
  readonly note: string
}

export interface ComparedScheduleStep {
  readonly content: string
  readonly startMonth: string | null
  readonly endMonth: string | null
  readonly inCharge: string
}

export interface ComparedRepayment {
  readonly dueOn: string
  readonly amount: number
}

/** In the order a reader of the đề án meets them. */
export interface ComparedContent {
  readonly name: string
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
  readonly implementingUnit: string
  readonly cooperatingUnits: string
  readonly participants: readonly ComparedParticipant[]
  readonly beneficiaries: readonly ComparedBeneficiary[]
  readonly places: readonly ComparedPlace[]
  readonly startMonth: string | null
  readonly endMonth: string | null
  readonly necessity: string
  readonly legalBases: readonly string[]
  readonly objective: string
  readonly scale: string
  readonly superiority: string
  readonly equipment: readonly ComparedEquipment[]
  readonly outputs: readonly ComparedOutput[]
  readonly schedule: string
  readonly scheduleSteps: readonly ComparedScheduleStep[]
  readonly budget: readonly ComparedBudgetLine[]
  readonly supportMode: SupportMode
  readonly repayments: readonly ComparedRepayment[]
  readonly organisation: string
  readonly effect: string
  readonly summary: string
  readonly note: string
}

export type ContentField = keyof ComparedContent
