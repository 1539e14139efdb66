// From reports, minutes and visits on record to the papers made of them.
import type { AcceptanceDetails } from '../../shared/contract/executionAcceptance'
import type { ProgressReport, VolumeReport } from '../../shared/contract/executionProgress'
import type { AcceptanceSide } from '../../shared/domain/executionAcceptance'
import { effectFigures } from '../../shared/domain/executionInspection'
import { noAmounts, sumAmounts, supportOf, totalOf } from '../../shared/domain/money'
import { sumMovements } from '../../shared/domain/payments'
import { lineAmount, supportSource } from '../../shared/domain/projects'
import type { PlainMonth } from '../../shared/vietnamese/dates'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { movementsOf, valueFor } from '../contracts/records'
import type { readInspection } from '../execution/inspectionReader'
import type { FormId } from './forms'
import type { AcceptanceMinutesData, AcceptanceParty } from './forms/acceptanceMinutes'
import type { CompletedVolumeData } from './forms/completedVolume'
import type { CoverLetterData } from './forms/executionLetters'
import type { ProgressReportData } from './forms/progressReport'
import type { VisitMinutesData } from './forms/visitMinutes'
import { citedBases, type PaperOptions, programmeTopic, projectFacts } from './paperFacts'
import {
  agencyOf,
  centreHead,
  contractReference,
  departmentHead,
  giverAndDepartment,
  giverHead,
  giverName,
  leadingContract,
  type RecordSource,
  signerOrHead,
} from './recordFacts'
import { lines, money, textOrNull, upperFirst } from './wording'

export function progressFacts(
  source: RecordSource,
  { month, report }: { readonly month: PlainMonth; readonly report: ProgressReport },
  options: PaperOptions,
): ProgressReportData {
  const { identity, content, office, projectId } = source
  const head = centreHead(source, 'progress-3a', options, { number: '', date: report.reportedOn })
  const contract = leadingContract(source)
  const own = supportSource(identity.programme)
  const project = projectFacts(source)
  const done = [
    lines(report.workDone).join('; '),
    report.valueDone === null ? '' : `giá trị ${money(report.valueDone)}`,
  ].filter((part) => part !== '')
  return {
    head,
    programme: identity.programme,
    month,
    unit: office.centreName,
    addressees: giverAndDepartment(source, head.date),
    contracts: [
      {
        contract: contractReference(contract),
        projectName: content.name,
        support: contract === null ? project.amounts[own] : valueFor(contract, projectId)[own],
        works: report.lines.map((line, index) => ({
          content: line.content,
          // What was done is told of the đề án as a whole: it stands beside the first of its contents.
          done: [line.note, index === 0 ? upperFirst(done.join('; ')) : ''].filter((part) => part !== '').join('; '),
          basisPoints: line.percent,
        })),
        advanced: contract === null ? null : sumMovements(movementsOf(contract, projectId), 'advance')[own],
        asked: report.advanceRequested,
        difficulties: lines(report.difficulties).join('; '),
        finishedBy: report.expectedEnd,
      },
    ],
    department: office.departmentName,
    signer: signerOrHead(options.signer),
  }
}

export function volumeFacts(source: RecordSource, report: VolumeReport, options: PaperOptions): CompletedVolumeData {
  const { identity, content, office } = source
  return {
    head: centreHead(source, 'volume-3b', options, { number: report.documentNumber, date: report.date }),
    project: { name: content.name, programme: identity.programme, planYear: identity.planYear },
    contract: contractReference(leadingContract(source)),
    unit: office.centreName,
    department: office.departmentName,
    lines: report.lines.map((line) => ({
      content: line.content,
      unit: line.unit,
      contracted: { quantityThousandths: line.plannedQuantity, amounts: line.planned },
      // Nothing entered yet is not the same as nothing done.
      done:
        line.doneQuantity === null && totalOf(line.done) === 0
          ? null
          : { quantityThousandths: line.doneQuantity, amounts: line.done },
      note: line.note,
    })),
    signer: signerOrHead(options.signer),
  }
}

// ── acceptance ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type AcceptanceOnRecord = {
  readonly details: AcceptanceDetails
  /** Of 5b and 5c: the places accepted one by one. */
  readonly places: readonly AcceptanceDetails[]
}

const acceptanceFormIds = { '5a': 'acceptance-5a', '5b': 'acceptance-5b', '5c': 'acceptance-5c' } as const

export function acceptanceFacts(
  source: RecordSource,
  { details, places }: AcceptanceOnRecord,
  options: PaperOptions,
): AcceptanceMinutesData {
  const { establishments } = source
  const form: FormId = acceptanceFormIds[details.form]
  const own = { number: details.documentNumber, date: details.date }
  const head =
    details.form === '5c' ? giverHead(source, form, options, own) : departmentHead(source, form, options, own)
  const known = details.establishmentId === null ? undefined : establishments.get(details.establishmentId)
  const planned = sumAmounts([noAmounts, ...details.costs.map((cost) => cost.planned)])
  const done = sumAmounts([noAmounts, ...details.costs.map((cost) => cost.done)])
  return {
    form: details.form,
    head,
    legalBases: citedBases(source, head.date, ['base', programmeTopic(source), 'funding']),
    contract: contractReference(leadingContract(source)),
    project: projectFacts(source),
    beneficiary:
      details.beneficiary === ''
        ? null
        : {
            name: details.beneficiary,
            address: known === undefined ? textOrNull(details.place) : textOrNull(upperFirst(known.workplace)),
          },
    meeting: { date: details.date, place: textOrNull(details.place) },
    parties: partiesOf(source, details),
    papers: lines(details.basis),
    outputs: details.outputs.map(({ indicator, unit, planned: plan, done: made, note }) => ({
      content: indicator,
      unit,
      planned: plan,
      done: made,
      remark: note,
    })),
    machines: details.machines.map((machine) => ({
      name: [machine.name, machine.specification].filter((part) => part !== '').join(', '),
      serial: machine.serial,
      origin: [machine.origin, machine.madeIn === null ? '' : `sản xuất năm ${machine.madeIn}`]
        .filter((part) => part !== '')
        .join(', '),
      quantityThousandths: machine.quantity,
      value:
        machine.quantity === null || machine.unitPrice === null
          ? null
          : lineAmount(machine.quantity, machine.unitPrice),
      isNew: machine.isNew,
      works: machine.works,
    })),
    places: places.map((place) => ({
      beneficiary: place.beneficiary,
      place: place.place,
      minutes: place.documentNumber === '' ? null : { number: place.documentNumber, date: place.date },
      passed: place.conclusion === null ? null : place.conclusion === 'pass',
      amounts: place.costs.length === 0 ? null : sumAmounts([noAmounts, ...place.costs.map((cost) => cost.done)]),
    })),
    cost: {
      planned: totalOf(planned) === 0 ? projectFacts(source).amounts : planned,
      done: totalOf(done) === 0 ? null : done,
    },
    finishedOn: null,
    timing: details.timing,
    quality: details.quality,
    passed: details.conclusion === null ? null : details.conclusion === 'pass',
    recommendation: [details.conclusion === 'fail' ? details.mend : '', details.shortfallReason, details.suggestion]
      .filter((part) => part !== '')
      .join('\n'),
  }

  function partiesOf(of: RecordSource, { members, place }: AcceptanceDetails): AcceptanceParty[] {
    const sides: readonly AcceptanceSide[] = [
      ...(details.form === '5c' ? (['agency'] as const) : []),
      'department',
      'commune',
      'implementer',
      'beneficiary',
      ...(members.some(({ side }) => side === 'expert') ? (['expert'] as const) : []),
      ...(details.form !== '5c' && members.some(({ side }) => side === 'agency') ? (['agency'] as const) : []),
    ]
    const usual: Readonly<Record<AcceptanceSide, string>> = {
      agency: agencyOf(of, details.date).name,
      department: of.office.departmentName,
      commune: place === '' ? 'Ủy ban nhân dân cấp xã' : `Ủy ban nhân dân cấp xã nơi thực hiện`,
      implementer: of.office.centreName,
      beneficiary: details.beneficiary === '' ? 'đơn vị thụ hưởng' : details.beneficiary,
      expert: 'chuyên gia',
    }
    return sides.map((side) => {
      const own = members.filter((member) => member.side === side)
      const named = own.find(({ organisation }) => organisation !== '')?.organisation
      return {
        organisation: named ?? usual[side],
        members: own.map(({ name, position }) => ({ name, position })),
      }
    })
  }
}

// ── visits ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const effectLabels: Readonly<
  Record<(typeof effectFigures)[number], { readonly label: string; readonly unit: string }>
> = {
  jobs: { label: 'Số lao động', unit: 'người' },
  revenue: { label: 'Doanh thu', unit: 'đồng' },
  taxPaid: { label: 'Nộp ngân sách', unit: 'đồng' },
  averageIncome: { label: 'Thu nhập bình quân người/tháng', unit: 'đồng' },
}

type Visit = Awaited<ReturnType<typeof readInspection>>

export function visitFacts(source: RecordSource, visit: Visit, options: PaperOptions): VisitMinutesData {
  const { inspection, machines } = visit
  const { content, identity, office, projectId } = source
  const contract =
    source.contracts.findLast(
      ({ details }) =>
        details.kind === 'beneficiary' &&
        (inspection.establishmentId === null || details.receiver.establishmentId === inspection.establishmentId),
    ) ?? leadingContract(source)
  const shown = (figure: (typeof effectFigures)[number], value: number | null) =>
    value === null ? '' : `${formatInteger(value)} ${effectLabels[figure].unit}`
  return {
    head: centreHead(source, 'visit-minutes', options, {
      number: inspection.documentNumber,
      date: inspection.visitedOn,
    }),
    programme: identity.programme,
    projectName: content.name,
    contract: contractReference(contract),
    beneficiary: inspection.beneficiary === '' ? (content.beneficiaries[0]?.name ?? '') : inspection.beneficiary,
    place: textOrNull(inspection.place),
    date: options.date ?? inspection.visitedOn,
    kind: inspection.kind === 'afterOneYear' || inspection.kind === 'afterTwoYears' ? 'afterSupport' : 'inspection',
    visitors: lines(inspection.team).map(personOf),
    hosts: lines(inspection.met).map(personOf),
    support: contract === null ? null : supportOf(valueFor(contract, projectId)),
    progress: inspection.content,
    machines: machines.map(({ machineId, name, serial }) => {
      const seen = inspection.machines.find((one) => one.machineId === machineId)
      return {
        name,
        serial,
        present: seen?.present ?? null,
        inUse: seen?.inUse ?? null,
        remark: seen?.note ?? '',
      }
    }),
    effects: effectFigures
      .filter((figure) => inspection.before[figure] !== null || inspection.after[figure] !== null)
      .map((figure) => ({
        indicator: effectLabels[figure].label,
        before: shown(figure, inspection.before[figure]),
        now: shown(figure, inspection.after[figure]),
      })),
    findings: inspection.findings.map(({ finding, dueOn, resolvedOn, note }) => ({
      finding,
      remedy: note,
      dueOn,
      doneOn: resolvedOn,
    })),
    conclusion: inspection.conclusion,
    unit: office.centreName,
  }
}

/** "Nguyễn Văn A, Phó Giám đốc" as it is typed, a person to a line. */
function personOf(line: string): { readonly name: string; readonly position: string } {
  const [name = '', ...rest] = line.split(/\s*[,–-]\s+/u)
  return { name, position: rest.join(', ') }
}

// ── cover letters ────────────────────────────────────────────────────────────────────────────────────────────────────

const coverForms = {
  'acceptance-request': { purpose: 'acceptance', toDepartment: true },
  'settlement-letter': { purpose: 'settlement', toDepartment: false },
  'detailed-plan-letter': { purpose: 'detailedPlan', toDepartment: true },
} as const

export function coverFacts(
  source: RecordSource,
  form: keyof typeof coverForms,
  papers: readonly string[],
  options: PaperOptions,
): CoverLetterData {
  const { identity, content, office, projectId } = source
  const { purpose, toDepartment } = coverForms[form]
  const head = centreHead(source, form, options)
  const contract = leadingContract(source)
  return {
    head,
    unit: office.centreName,
    department: office.departmentName,
    addressees: [toDepartment ? office.departmentName : giverName(source, head.date)],
    programme: identity.programme,
    planYear: identity.planYear,
    projectNames: [content.name],
    contract: contractReference(contract),
    papers,
    signer: signerOrHead(options.signer),
    purpose,
    amounts: contract === null ? projectFacts(source).amounts : valueFor(contract, projectId),
  }
}
