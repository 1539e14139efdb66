// Records on file as lines of our own forms: what goes out this way and comes back unchanged changes nothing.
import type { ContentGroupEntry } from '../../../shared/contract/office'
import type { ImportKind } from '../../../shared/contract/workbooks'
import { assertNever } from '../../../shared/domain/assertNever'
import { everyDay, linesOn } from '../../../shared/domain/contracts'
import { type AmountsBySource, fundingSources } from '../../../shared/domain/money'
import { budgetTotals } from '../../../shared/domain/projects'
import {
  contractKindLabels,
  legalFormLabels,
  paymentKindLabels,
  productGroupLabels,
  programmeLabels,
  projectKindLabels,
  voteLevelLabels,
  voucherKindLabels,
} from '../../../shared/labels'
import { formatMonth } from '../../../shared/vietnamese/dates'
import { formatDecimal } from '../../../shared/vietnamese/numbers'
import { readCertified } from '../../activities/products'
import { listContractsWithPayments } from '../../contracts/paymentBatch'
import type { Reader } from '../../database/access'
import { listNeedsWhole } from '../../establishments/needs'
import { readEstablishment, readEstablishmentKeys } from '../../establishments/reader'
import { listClassesWithTrainees } from '../../execution/trainees'
import { listProjects, readProject } from '../../projects/reader'
import { type TemplateRow, templateUnit } from './templateBook'

export interface ExistingRows {
  /** Of the figures, or of the lines. */
  readonly year: number | null
  readonly rows: readonly TemplateRow[]
}

export async function existingRows(
  reader: Reader,
  kind: ImportKind,
  year: number | null,
  contentGroups: readonly ContentGroupEntry[],
): Promise<ExistingRows> {
  const contents = contentNames(contentGroups)
  switch (kind) {
    case 'establishments':
      return establishmentRows(reader, year)
    case 'plan':
    case 'projects':
      return { year, rows: await projectRows(reader, kind, year, contents) }
    case 'needs':
      return { year, rows: await needRows(reader, year, contents) }
    case 'payments':
      return { year: null, rows: await paymentRows(reader, year) }
    case 'trainees':
      return { year: null, rows: await traineeRows(reader, year) }
    case 'certificates':
      return { year: null, rows: await certificateRows(reader, year) }
    case 'contracts':
      return { year: null, rows: await contractRows(reader, year) }
    default:
      return assertNever(kind, 'every kind has its records')
  }
}

type ContentName = (group: string, sub: string | null) => string

function contentNames(groups: readonly ContentGroupEntry[]): ContentName {
  const names = new Map(
    groups.flatMap((group) => [
      [group.code, group.shortName] as const,
      ...group.subContents.map((sub) => [sub.code, sub.name] as const),
    ]),
  )
  return (group, sub) => names.get(sub ?? '') ?? names.get(group) ?? ''
}

const million = 1_000_000
const inUnit = (kind: ImportKind, dong: number | null): number | null =>
  dong === null ? null : templateUnit(kind) === 'dong' ? dong : dong / million
const dateOf = (date: string | null) => (date === null ? null : { date })

/** Figures of one year: the year asked for, else the newest anyone has. */
async function establishmentRows(reader: Reader, asked: number | null): Promise<ExistingRows> {
  const all = []
  for (const { id } of await readEstablishmentKeys(reader))
    all.push((await readEstablishment(reader, id)).establishment)
  const years = all.flatMap((one) => one.years.map(({ year }) => year))
  const figuresYear = asked === null ? (years.length === 0 ? null : Math.max(...years)) : asked - 1
  const rows = all.map((one): TemplateRow => {
    const figures = one.years.find(({ year }) => year === figuresYear)
    const money = (dong: number | null | undefined) => inUnit('establishments', dong ?? null)
    return {
      code: one.code,
      name: one.name,
      legalForm: legalFormLabels[one.legalForm],
      taxCode: one.taxCode,
      registrationNumber: one.registrationNumber,
      registrationDate: dateOf(one.registrationDate),
      registrationPlace: one.registrationPlace,
      address: one.headOfficeAddress,
      productionAddress: one.productionAddress,
      representativeName: one.representativeName,
      representativeTitle: one.representativeTitle,
      representativeGender: { female: 'Nữ', male: 'Nam', unknown: '' }[one.representativeGender],
      representativeEthnicity: one.representativeEthnicity,
      representativeIdNumber: one.representativeIdNumber,
      phone: one.phone,
      email: one.email,
      industry: one.industry,
      mainProducts: one.mainProducts,
      capacity: one.capacity,
      employees: figures?.employees ?? null,
      revenue: money(figures?.revenue),
      taxPaid: money(figures?.taxPaid),
      exportValue: money(figures?.exportValue),
      capital: money(figures?.capital),
      averageIncome: money(figures?.averageIncome),
      bankAccount: one.bankAccount,
      bankName: one.bankName,
      note: one.note,
    }
  })
  return { year: figuresYear === null ? null : figuresYear + 1, rows }
}

const everyRow = { programme: null, contentGroup: null, text: '', offset: 0, limit: 1_000_000 }

async function projectRows(
  reader: Reader,
  kind: 'plan' | 'projects',
  year: number | null,
  contentOf: ContentName,
): Promise<TemplateRow[]> {
  const rows: TemplateRow[] = []
  for (const { id } of (await listProjects(reader, { ...everyRow, year })).rows) {
    const { identity, content } = await readProject(reader, id)
    const head: TemplateRow = {
      code: identity.code,
      name: content.name,
      year: identity.planYear,
      programme: programmeLabels[identity.programme].long,
      kind: projectKindLabels[identity.kind],
      content: contentOf(content.contentGroup, content.subContent),
      implementingUnit: content.implementingUnit,
      cooperatingUnits: content.cooperatingUnits,
      beneficiaries: content.beneficiaries.map(({ name }) => name).join('\n'),
      place: content.places.map(({ text }) => text).join('\n'),
      startMonth: content.startMonth === null ? '' : formatMonth(content.startMonth),
      endMonth: content.endMonth === null ? '' : formatMonth(content.endMonth),
      summary: content.summary,
      note: content.note,
    }
    if (kind === 'plan') rows.push({ ...head, ...sources(kind, budgetTotals(content.budget)) })
    else if (content.budget.length === 0) rows.push(head)
    else
      content.budget.forEach((line, index) => {
        const own: TemplateRow = {
          lineContent: line.content,
          unit: line.unit,
          quantity:
            line.quantityThousandths === null
              ? ''
              : formatDecimal({ units: BigInt(line.quantityThousandths), scale: 3 }, 3),
          unitPrice: inUnit(kind, line.unitPrice),
          lineBeneficiary: line.beneficiary,
          ...sources(kind, line.amounts),
          lineNote: line.note,
        }
        rows.push(index === 0 ? { ...head, ...own } : own)
      })
  }
  return rows
}

function sources(kind: ImportKind, amounts: AmountsBySource): TemplateRow {
  return Object.fromEntries(fundingSources.map((source) => [source, inUnit(kind, amounts[source])]))
}

async function needRows(reader: Reader, year: number | null, contentOf: ContentName): Promise<TemplateRow[]> {
  const taxCodes = new Map((await readEstablishmentKeys(reader)).map((one) => [one.id, one.taxCode]))
  return (await listNeedsWhole(reader))
    .filter(({ need }) => year === null || need.year === year)
    .map(({ need }) => ({
      year: need.year,
      name: need.asker,
      taxCode: need.establishmentId === null ? '' : (taxCodes.get(need.establishmentId) ?? ''),
      content: contentOf(need.contentGroup, need.subContent),
      activity: need.activity,
      totalInvestment: inUnit('needs', need.totalInvestment),
      wishedSupport: inUnit('needs', need.wishedSupport),
      receivedOn: dateOf(need.receivedOn),
      note: need.note,
    }))
}

async function paymentRows(reader: Reader, year: number | null): Promise<TemplateRow[]> {
  const codes = new Map((await listProjects(reader, { ...everyRow, year: null })).rows.map((one) => [one.id, one.code]))
  return (await listContractsWithPayments(reader)).flatMap(({ contract, payments }) =>
    payments
      .filter(({ details }) => year === null || details.onDate.startsWith(`${year}-`))
      .flatMap(({ details }) =>
        details.lines.map((line) => ({
          contractNumber: contract.number,
          projectCode: codes.get(line.projectId) ?? '',
          kind: paymentKindLabels[details.kind],
          round: details.round,
          onDate: dateOf(details.onDate),
          ...sources('payments', line.amounts),
          voucherKind: voucherKindLabels[details.voucherKind],
          voucherNumber: details.voucherNumber,
          voucherDate: dateOf(details.voucherDate),
          payee: details.payee,
          content: details.content,
          donePercent: details.doneBasisPoints === null ? '' : formatDecimal(details.doneBasisPoints / 100, 2),
          confirmationNumber: details.confirmationNumber,
          confirmedOn: dateOf(details.confirmedOn),
          note: details.note,
        })),
      ),
  )
}

/** One line for each đề án; drafts have no number yet, and are told apart by one of their own. */
async function contractRows(reader: Reader, year: number | null): Promise<TemplateRow[]> {
  const codes = new Map((await listProjects(reader, { ...everyRow, year: null })).rows.map((one) => [one.id, one.code]))
  const contracts = (await listContractsWithPayments(reader)).filter(
    ({ contract }) => year === null || contract.details.year === year,
  )
  const drafts = contracts.filter(({ contract }) => contract.number === '').map(({ contract }) => contract.id)
  return contracts.flatMap(({ contract: { id, number, signedOn, details, appendices } }) =>
    linesOn(
      details.lines,
      appendices.map((one) => ({ signedOn: one.signedOn, lines: one.details.lines })),
      everyDay,
    ).map((line) => ({
      number: number === '' ? `Dự thảo ${drafts.indexOf(id) + 1}` : number,
      signedOn: dateOf(signedOn),
      kind: contractKindLabels[details.kind],
      otherParty: (details.kind === 'agency' ? details.giver : details.receiver).name,
      project: codes.get(line.projectId) ?? '',
      ...sources('contracts', line.amounts),
      subject: details.subject,
      startOn: dateOf(details.startOn),
      endOn: dateOf(details.endOn),
      liquidationBy: dateOf(details.liquidationBy),
      note: details.note,
    })),
  )
}

async function traineeRows(reader: Reader, year: number | null): Promise<TemplateRow[]> {
  const projects = new Map((await listProjects(reader, { ...everyRow, year })).rows.map((one) => [one.id, one.code]))
  return (await listClassesWithTrainees(reader)).flatMap((one) => {
    const projectCode = projects.get(one.projectId)
    if (projectCode === undefined) return []
    return one.trainees.map((person) => ({
      projectCode,
      className: one.name,
      name: person.name,
      bornIn: person.bornIn === null ? '' : String(person.bornIn),
      gender: person.gender,
      ethnicity: person.ethnicity,
      address: person.address,
      idNumber: person.idNumber,
      certificateNumber: person.certificateNumber,
      employer: person.employer,
      note: person.note,
    }))
  })
}

async function certificateRows(reader: Reader, year: number | null): Promise<TemplateRow[]> {
  const taxCodes = new Map((await readEstablishmentKeys(reader)).map((one) => [one.id, one.taxCode]))
  return (await readCertified(reader))
    .filter(({ round }) => year === null || round.year === year)
    .map(({ round, product }) => ({
      name: product.name,
      establishment: product.owner,
      taxCode: product.establishmentId === null ? '' : (taxCodes.get(product.establishmentId) ?? ''),
      level: voteLevelLabels[round.level],
      place: round.place,
      year: round.year,
      group: productGroupLabels[product.group],
      number: product.certificateNumber,
      decisionNumber: round.decisionNumber,
      decisionDate: dateOf(round.decisionDate),
      date: dateOf(product.certificateDate),
      validUntil: dateOf(product.validUntil),
      overReason: product.overReason,
    }))
}
