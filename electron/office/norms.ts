// The national norms and the conditions of support, from resources/norms.json and eligibility.json.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { confidence } from '../../shared/contract/office'
import { contentGroup, dong, plainDate } from '../../shared/contract/values'
import type { EligibilityRules } from '../../shared/domain/eligibility'
import { legalForms } from '../../shared/domain/establishments'
import { type NormSet, normBases, normKinds } from '../../shared/domain/norms'

const where = {
  article: z.string().nullable(),
  clause: z.string().nullable(),
  point: z.string().nullable(),
}

const normsFile = z.strictObject({
  note: z.string(),
  beneficiaryUnits: z.array(z.string()),
  sets: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      document: z.string(),
      effectiveFrom: plainDate,
      effectiveTo: plainDate.nullable(),
      note: z.string(),
      priority: z.strictObject({
        code: z.string(),
        name: z.string(),
        multiplierThousandths: z.number().int().min(1000),
        ...where,
        confidence,
        note: z.string(),
      }),
      rows: z.array(
        z.strictObject({
          code: z.string(),
          subContents: z.array(z.string()).min(1),
          name: z.string(),
          maxPercentBasisPoints: z.number().int().min(0).max(10_000).nullable(),
          base: z.string(),
          baseFrom: z.enum(normBases).nullable(),
          maxAmount: dong.nullable(),
          unit: z.string(),
          kind: z.enum(normKinds),
          ...where,
          /** The clause is concluded from the order of the text, not read in it. */
          clauseInferred: z.boolean(),
          confidence,
          note: z.string(),
          effectiveFrom: plainDate.nullable(),
          effectiveTo: plainDate.nullable(),
          /** Where the row rests on another text than its set. */
          document: z.string().nullable(),
          fixedMultipleOf: z
            .strictObject({ code: z.string(), multiplierThousandths: z.number().int().positive() })
            .nullable(),
        }),
      ),
    }),
  ),
})
type NormsFile = z.output<typeof normsFile>

interface Where {
  readonly article: string | null
  readonly clause: string | null
  readonly point: string | null
}

/** "Điểm c khoản 2 Điều 6 Thông tư …" */
function cited({ article, clause, point }: Where, document: string, inferred = false): string {
  const parts = [
    point === null ? '' : `điểm ${point}`,
    clause === null || inferred ? '' : `khoản ${clause}`,
    article === null ? '' : `Điều ${article}`,
    inferred && clause !== null ? `(khoản ${clause}, theo suy luận)` : '',
    document,
  ]
  const text = parts.filter((part) => part !== '').join(' ')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function refuseWrongMultiples(sets: NormsFile['sets']): void {
  for (const { rows } of sets)
    for (const row of rows) {
      if (row.fixedMultipleOf === null) continue
      const { code, multiplierThousandths } = row.fixedMultipleOf
      const whole = rows.find((one) => one.code === code)?.maxAmount
      if (typeof whole !== 'number' || row.maxAmount !== (whole * multiplierThousandths) / 1000)
        throw new Error(`norm ${row.code} is not the said multiple of ${code}`)
    }
}

export interface NationalNorms {
  readonly sets: readonly NormSet[]
  /** Units of which each beneficiary is one. */
  readonly beneficiaryUnits: readonly string[]
}

function read(resourcesDir: string, name: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(resourcesDir, name), 'utf8'))
}

export function loadNationalNorms(resourcesDir: string): NationalNorms {
  const { sets, beneficiaryUnits } = normsFile.parse(read(resourcesDir, 'norms.json'))
  refuseWrongMultiples(sets)
  return {
    beneficiaryUnits,
    sets: sets.map((set) => ({
      key: set.code,
      name: set.name,
      programme: 'national',
      territory: null,
      effectiveFrom: set.effectiveFrom,
      effectiveTo: set.effectiveTo,
      priority: {
        multiplierThousandths: set.priority.multiplierThousandths,
        legalBasis: cited(set.priority, set.document),
        confidence: set.priority.confidence,
        note: set.priority.note,
      },
      rows: set.rows.map((row) => ({
        code: row.code,
        subContents: row.subContents,
        name: row.name,
        maxPercentBasisPoints: row.maxPercentBasisPoints,
        base: row.base,
        baseFrom: row.baseFrom,
        maxAmount: row.maxAmount,
        unit: row.unit,
        kind: row.kind,
        legalBasis: cited(row, row.document ?? set.document, row.clauseInferred),
        confidence: row.confidence,
        note: row.note,
        effectiveFrom: row.effectiveFrom,
        effectiveTo: row.effectiveTo,
        combinesWithPriority: row.fixedMultipleOf === null,
      })),
    })),
  }
}

const dated = {
  effectiveFrom: plainDate,
  effectiveTo: plainDate.nullable(),
  legalBasis: z.string().min(1),
  confidence,
  note: z.string(),
}

const eligibilityFile = z.strictObject({
  note: z.string(),
  withoutBeneficiaries: z.array(contentGroup),
  places: z.array(z.strictObject({ ...dated, method: z.enum(['manual', 'computed']), question: z.string() })),
  legalForms: z.array(z.strictObject({ ...dated, allowed: z.array(z.enum(legalForms)) })),
  placeExemptions: z.array(z.strictObject({ ...dated, subContents: z.array(z.string()), reason: z.string() })),
  history: z.array(z.strictObject({ ...dated, code: z.enum(['supportedBefore', 'supportedThisYear']) })),
})

export function loadEligibilityRules(resourcesDir: string): EligibilityRules {
  return eligibilityFile.parse(read(resourcesDir, 'eligibility.json'))
}
