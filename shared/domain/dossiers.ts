// Thành phần hồ sơ of a đề án: which papers of the catalogue belong to it, where each goes, and what is still missing.
import { type Confidence, weakest } from './confidence'
import type { ContentGroup, Programme, ProjectKind } from './projects'

export const dossierStages = ['appraisal', 'registration', 'firstAdvance', 'restOfAdvance', 'settlement'] as const
/** TT 36/2013 Đ.10; Đ.8; Đ.13; Đ.14–15; Đ.19. */
export type DossierStage = (typeof dossierStages)[number]

export const destinations = ['kept', 'department', 'agency'] as const
/** Lưu tại đơn vị, gửi Sở, gửi Cục. */
export type Destination = (typeof destinations)[number]

export interface DossierScope {
  readonly contentGroups?: readonly ContentGroup[] | undefined
  readonly subContents?: readonly string[] | undefined
  readonly kinds?: readonly ProjectKind[] | undefined
}

export interface CataloguePaper {
  readonly code: string
  readonly name: string
  readonly stage: DossierStage
  /** Any of them; none given: every đề án. */
  readonly appliesTo: readonly DossierScope[]
  readonly exceptSubContents: readonly string[]
  readonly required: boolean
  readonly condition: string
  /** null where the law names no number. */
  readonly copies: number | null
  readonly destination: Destination
  /** Where it goes for a đề án nhóm, when that differs. */
  readonly groupDestination: Destination | null
  readonly destinationConfidence: Confidence
  readonly legalBasis: string
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly confidence: Confidence
  readonly note: string
}

export interface DossierSubject {
  readonly programme: Programme
  readonly kind: ProjectKind
  readonly contentGroup: ContentGroup
  readonly subContent: string | null
}

export interface ExpectedPaper {
  readonly code: string
  readonly title: string
  readonly stage: DossierStage
  readonly required: boolean
  readonly condition: string
  readonly copies: number | null
  readonly destination: Destination
  readonly destinationConfidence: Confidence
  readonly legalBasis: string
  readonly confidence: Confidence
  readonly note: string
}

function inScope(scope: DossierScope, subject: DossierSubject): boolean {
  const { contentGroups, subContents, kinds } = scope
  return (
    (contentGroups === undefined || contentGroups.includes(subject.contentGroup)) &&
    (subContents === undefined || (subject.subContent !== null && subContents.includes(subject.subContent))) &&
    (kinds === undefined || kinds.includes(subject.kind))
  )
}

function belongs(paper: CataloguePaper, subject: DossierSubject, date: string): boolean {
  if (date < paper.effectiveFrom || (paper.effectiveTo !== null && date > paper.effectiveTo)) return false
  if (subject.subContent !== null && paper.exceptSubContents.includes(subject.subContent)) return false
  return paper.appliesTo.length === 0 || paper.appliesTo.some((scope) => inScope(scope, subject))
}

/**
 * The circular rules KCQG only. For a KCĐP đề án its list is shown as something to go by: nothing is required, nothing is
 * sent to the Cục, and every line says it is not verified, until the office makes it its own.
 */
function asReference(paper: ExpectedPaper): ExpectedPaper {
  return {
    ...paper,
    required: false,
    destination: paper.destination === 'agency' ? 'department' : paper.destination,
    destinationConfidence: weakest(paper.destinationConfidence, 'I'),
    legalBasis: `Tham khảo ${paper.legalBasis}`,
    confidence: weakest(paper.confidence, 'I'),
  }
}

/** @param date names of papers and rules are those valid on it */
export function expectedPapers(
  catalogue: readonly CataloguePaper[],
  subject: DossierSubject,
  date: string,
): ExpectedPaper[] {
  return catalogue
    .filter((paper) => belongs(paper, subject, date))
    .map((paper) => {
      const expected: ExpectedPaper = {
        code: paper.code,
        title: paper.name,
        stage: paper.stage,
        required: paper.required,
        condition: paper.condition,
        copies: paper.copies,
        destination: (subject.kind === 'group' ? paper.groupDestination : null) ?? paper.destination,
        // Group papers kept at the unit were read in the circular itself.
        destinationConfidence:
          subject.kind === 'group' && paper.groupDestination !== null ? 'S' : paper.destinationConfidence,
        legalBasis: paper.legalBasis,
        confidence: paper.confidence,
        note: paper.note,
      }
      return subject.programme === 'national' ? expected : asReference(expected)
    })
}

export interface ReceivableItem {
  readonly stage: DossierStage
  readonly required: boolean
  readonly receivedOn: string | null
}

/** How many required papers are not here yet, by stage. */
export function missingPapers(items: readonly ReceivableItem[]): Readonly<Record<DossierStage, number>> {
  const missing: Record<DossierStage, number> = {
    appraisal: 0,
    registration: 0,
    firstAdvance: 0,
    restOfAdvance: 0,
    settlement: 0,
  }
  for (const item of items) if (item.required && item.receivedOn === null) missing[item.stage] += 1
  return missing
}

/** What a đề án still needs to get into the plan; papers of its execution come in their own time. */
export function missingForPlan(missing: Readonly<Record<DossierStage, number>>): number {
  return missing.appraisal + missing.registration
}
