// The checks of one version: its facts are gathered here, the rules in shared/domain judge them.
import type { ContentGroupEntry } from '../../shared/contract/office'
import { splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import { type CheckAnswers, type CheckCode, noAnswers, type Verdict } from '../../shared/domain/checks'
import {
  type EarlierSupport,
  type EligibilityRules,
  judgeEligibility,
  oldPlaceQuestion,
  type Subject,
} from '../../shared/domain/eligibility'
import type { LegalForm } from '../../shared/domain/establishments'
import { totalOf } from '../../shared/domain/money'
import { findNorm, type NormSet, type PlaceTerritory } from '../../shared/domain/norms'
import { beneficiaryCount, judgeNorms, type NormFacts } from '../../shared/domain/normVerdicts'
import { budgetTotals, supportSource } from '../../shared/domain/projects'
import { legalFormLabels } from '../../shared/labels'
import { insideSentence } from '../../shared/vietnamese/addressBook'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { AdminUnits } from '../office/adminUnits'
import { asDomain, readOwnNormSets } from '../office/normSets'
import type { NationalNorms } from '../office/norms'
import { formerProvincesOf } from '../office/places'
import { type ProjectRecord, readProject } from './reader'

export interface JudgingServices {
  readonly units: AdminUnits
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly norms: () => NationalNorms
  readonly eligibility: () => EligibilityRules
}

export interface Override {
  readonly reason: string
  readonly actor: string
  readonly at: string
  readonly current: boolean
}

export interface Judgement {
  readonly versionId: number
  readonly rowVersion: number
  readonly date: PlainDate
  readonly answers: CheckAnswers
  readonly answersRowVersion: number
  readonly oldPlaceQuestion: string | null
  readonly asksCombineReason: boolean
  readonly choices: { readonly code: string; readonly name: string }[]
  readonly verdicts: (Verdict & { readonly override: Override | null })[]
}

export interface JudgeQuery {
  readonly id: number
  readonly versionId?: number | undefined
  readonly date?: PlainDate | undefined
}

export async function judgeProject(
  reader: Reader,
  services: JudgingServices,
  { id, versionId, date: asked }: JudgeQuery,
): Promise<Judgement> {
  const project = await readProject(reader, id, versionId)
  const { version } = project
  const date = asked ?? version.decisionDate ?? version.lockedOn ?? reader.today
  const { answers, rowVersion } = await readAnswers(reader, version.id)
  const establishments = await readEstablishments(reader, project)
  const sets = await setsFor(reader, services, project)
  const facts = normFacts(services, project, establishments, sets, answers, date)
  const found = findNorm(sets, { ...facts, chosenCode: answers.normCode })
  const choices = found.kind === 'row' || found.kind === 'choose' ? found.choices : []
  const eligibilityFacts = {
    date,
    kind: project.identity.kind,
    contentGroup: project.content.contentGroup,
    subContent: project.content.subContent,
    subjects: await subjectsOf(reader, services.units, project, establishments, date),
    answers,
  }
  const verdicts = [...judgeNorms(sets, facts), ...judgeEligibility(services.eligibility(), eligibilityFacts)]
  const overrides = await readOverrides(reader, version.id)
  return {
    versionId: version.id,
    rowVersion: project.rowVersion,
    date,
    answers,
    answersRowVersion: rowVersion,
    asksCombineReason: found.kind === 'row' && !found.row.combinesWithPriority,
    oldPlaceQuestion: oldPlaceQuestion(services.eligibility(), eligibilityFacts),
    choices: choices.length < 2 ? [] : choices.map(({ row }) => ({ code: row.code, name: row.name })),
    verdicts: verdicts.map((verdict) => ({ ...verdict, override: overrideOf(overrides, verdict) })),
  }
}

// ---- what was answered and set aside ---------------------------------------------------------------------------------

export async function readAnswers(
  reader: Reader,
  versionId: number,
): Promise<{ readonly answers: CheckAnswers; readonly rowVersion: number }> {
  const row = await reader.db
    .selectFrom('check_answers')
    .selectAll()
    .where('version_id', '=', versionId)
    .executeTakeFirst()
  if (row === undefined) return { answers: noAnswers, rowVersion: 0 }
  return {
    rowVersion: row.row_version,
    answers: {
      priority: row.priority === 1,
      combineReason: row.combine_reason,
      normCode: row.norm_code,
      baseAmount: row.base_amount,
      oldPlace: row.old_place as CheckAnswers['oldPlace'],
    },
  }
}

interface StoredOverride {
  readonly check_code: string
  readonly words: string
  readonly reason: string
  readonly actor: string
  readonly at: string
}

/** Newest first. */
function readOverrides(reader: Reader, versionId: number): Promise<StoredOverride[]> {
  return reader.db
    .selectFrom('check_override as override')
    .innerJoin('command', 'command.id', 'override.command_id')
    .where('override.version_id', '=', versionId)
    .select(['override.check_code', 'override.words', 'override.reason', 'command.actor', 'command.at'])
    .orderBy('override.id', 'desc')
    .execute()
}

function overrideOf(
  overrides: readonly StoredOverride[],
  verdict: { code: CheckCode; words: string },
): Override | null {
  const newest = overrides.find((one) => one.check_code === verdict.code)
  if (newest === undefined) return null
  return { reason: newest.reason, actor: newest.actor, at: newest.at, current: newest.words === verdict.words }
}

// ---- norms -----------------------------------------------------------------------------------------------------------

async function setsFor(
  reader: Reader,
  { norms, contentGroups }: JudgingServices,
  { identity }: ProjectRecord,
): Promise<readonly NormSet[]> {
  if (identity.programme === 'national') return norms().sets
  return (await readOwnNormSets(reader)).map((set) => asDomain(set, contentGroups()))
}

function normFacts(
  { units, norms }: JudgingServices,
  { identity, content }: ProjectRecord,
  establishments: ReadonlyMap<number, EstablishmentFacts>,
  sets: readonly NormSet[],
  answers: CheckAnswers,
  date: PlainDate,
): NormFacts {
  const amounts = budgetTotals(content.budget)
  const source = supportSource(identity.programme)
  const { beneficiaryUnits } = norms()
  return {
    programme: identity.programme,
    subContent: content.subContent,
    date,
    // Reading the old communes takes a while; without sets of old provinces nobody asks.
    places: sets.some((set) => set.territory !== null) ? territoriesOf(units, content, establishments) : [],
    answers,
    support: amounts[source],
    otherSupport: amounts[source === 'national' ? 'local' : 'national'],
    total: totalOf(amounts),
    beneficiaries: content.beneficiaries.map((one) => ({
      name: one.name,
      shareBasisPoints: one.shareBasisPoints,
      count: one.establishmentId === null ? beneficiaryCount(one.name, beneficiaryUnits) : 1,
    })),
    split: splitByBeneficiary(content.budget, content.beneficiaries),
    outputs: content.outputs,
    beneficiaryUnits,
  }
}

/** Where the đề án is done; where that is not said, where its beneficiaries produce. */
function territoriesOf(
  units: AdminUnits,
  content: ProjectRecord['content'],
  establishments: ReadonlyMap<number, EstablishmentFacts>,
): PlaceTerritory[] {
  const codes =
    content.places.length > 0
      ? content.places.map((place) => place.communeCode)
      : [...establishments.values()].map((one) => one.communeCode)
  return formerProvincesOf(units, codes).map((formerProvinces) => ({ formerProvinces }))
}

// ---- eligibility -----------------------------------------------------------------------------------------------------

interface EstablishmentFacts {
  readonly legalForm: LegalForm
  readonly communeCode: string | null
  readonly fromHeadOffice: boolean
  readonly inCraftVillage: boolean
  readonly craftVillageDecision: string
}

function namedIds({ content }: ProjectRecord): number[] {
  return content.beneficiaries.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))
}

async function readEstablishments(
  reader: Reader,
  project: ProjectRecord,
): Promise<ReadonlyMap<number, EstablishmentFacts>> {
  const ids = namedIds(project)
  if (ids.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('establishment')
    .select([
      'id',
      'legal_form',
      'production_commune_code',
      'commune_code',
      'in_craft_village',
      'craft_village_decision',
    ])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        legalForm: row.legal_form as LegalForm,
        communeCode: row.production_commune_code ?? row.commune_code,
        fromHeadOffice: row.production_commune_code === null,
        inCraftVillage: row.in_craft_village === 1,
        craftVillageDecision: row.craft_village_decision,
      },
    ]),
  )
}

interface OtherProject extends EarlierSupport {
  readonly establishmentId: number
  readonly sameContent: boolean
}

/** The other đề án, up to this one's year, that name one of its beneficiaries. */
async function readOtherProjects(reader: Reader, project: ProjectRecord): Promise<OtherProject[]> {
  const ids = namedIds(project)
  if (ids.length === 0) return []
  const { contentGroup, subContent } = project.content
  const rows = await reader.db
    .selectFrom('project_beneficiary as beneficiary')
    .innerJoin('project', 'project.current_version_id', 'beneficiary.version_id')
    .innerJoin('project_version as version', 'version.id', 'beneficiary.version_id')
    .where('beneficiary.establishment_id', 'in', ids)
    .where('project.id', '<>', project.id)
    .where('project.plan_year', '<=', project.identity.planYear)
    .select(['beneficiary.establishment_id', 'project.code', 'project.plan_year'])
    .select(['version.content_group', 'version.sub_content'])
    .orderBy('project.plan_year')
    .orderBy('project.code')
    .execute()
  return rows.flatMap((row) =>
    row.establishment_id === null
      ? []
      : [
          {
            establishmentId: row.establishment_id,
            code: row.code,
            year: row.plan_year,
            sameContent:
              row.sub_content === null || subContent === null
                ? row.content_group === contentGroup
                : row.sub_content === subContent,
          },
        ],
  )
}

async function subjectsOf(
  reader: Reader,
  units: AdminUnits,
  project: ProjectRecord,
  establishments: ReadonlyMap<number, EstablishmentFacts>,
  date: PlainDate,
): Promise<Subject[]> {
  const others = await readOtherProjects(reader, project)
  const { planYear } = project.identity
  return project.content.beneficiaries.map(({ name, establishmentId }) => {
    const facts = establishmentId === null ? undefined : establishments.get(establishmentId)
    if (facts === undefined) return { name, establishment: null }
    const commune = facts.communeCode === null ? null : units.findCommune(facts.communeCode, date)
    const province = commune === null ? null : units.findProvince(commune.provinceCode, date)
    const own = others.filter((one) => one.establishmentId === establishmentId)
    return {
      name,
      establishment: {
        legalForm: facts.legalForm,
        legalFormLabel: legalFormLabels[facts.legalForm],
        place: {
          communeKind: commune?.kind ?? null,
          provinceKind: province?.kind ?? null,
          name: commune === null || province === null ? '' : `${commune.name}, ${insideSentence(province.name)}`,
          inCraftVillage: facts.inCraftVillage,
          craftVillageDecision: facts.craftVillageDecision,
          fromHeadOffice: facts.fromHeadOffice,
        },
        before: own.filter((one) => one.sameContent && one.year < planYear),
        thisYear: own.filter((one) => one.year === planYear),
      },
    }
  })
}
