// From the detailed plan of a group đề án, its classes and cluster reports to Mẫu 11, 12 and 13.
import type { ClusterReport, DetailPlan, TrainingClass } from '../../shared/contract/executionGroup'
import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import type { ClusterReportData } from './forms/clusterReport'
import type { DetailedPlanData, TrainingPlanData, TrainingProgrammeData } from './forms/detailedPlan'
import { citedBases, type PaperOptions, programmeTopic, projectFacts } from './paperFacts'
import { agencyOf, approvalOf, centreHead, type OwnNumber, type RecordSource, signerOrHead } from './recordFacts'
import { lines } from './wording'

function planFacts(
  source: RecordSource,
  form: 'detailed-plan-11' | 'training-plan-11',
  organisation: string,
  options: PaperOptions,
  own?: OwnNumber,
) {
  const { office, identity } = source
  const head = centreHead(source, form, options, own)
  return {
    head,
    unit: office.centreName,
    department: office.departmentName,
    agency: identity.programme === 'national' ? agencyOf(source, head.date).name : null,
    legalBases: citedBases(source, head.date, ['base', programmeTopic(source)]),
    approvedBy: approvalOf(source),
    project: projectFacts(source),
    organisation,
    signer: signerOrHead(options.signer),
  }
}

export function detailedPlanFacts(source: RecordSource, plan: DetailPlan, options: PaperOptions): DetailedPlanData {
  const own = { number: plan.documentNumber, date: plan.date }
  const facts = planFacts(source, 'detailed-plan-11', plan.organisation, options, own)
  return {
    ...facts,
    project: plan.purpose === '' ? facts.project : { ...facts.project, summary: plan.purpose },
    beneficiaries: plan.lines.map((line) => ({
      name: line.name,
      address: line.address === '' ? null : line.address,
      content: lines(line.content).join('; '),
      investment: line.support + line.counterpart === 0 ? null : line.support + line.counterpart,
      support: line.support + line.counterpart === 0 ? null : line.support,
      period: [line.startMonth, line.endMonth]
        .filter((month) => month !== null)
        .map((month) => formatMonth(month))
        .join(' - '),
      note: line.note,
    })),
  }
}

export function trainingPlanFacts(
  source: RecordSource,
  classes: readonly TrainingClass[],
  options: PaperOptions,
): TrainingPlanData {
  return {
    ...planFacts(source, 'training-plan-11', source.content.organisation, options),
    classes: classes.map((one) => ({
      trade: one.occupation === '' ? one.name : one.occupation,
      trainees: one.plannedTrainees,
      classes: 1,
      period: daysOf(one),
      place: one.place,
      teachers: one.teacher,
      programme: one.qualification,
    })),
  }
}

function daysOf({ startsOn, endsOn }: TrainingClass): string {
  return [startsOn, endsOn]
    .filter((day) => day !== null)
    .map((day) => formatDate(day))
    .join(' - ')
}

export function trainingProgrammeFacts(
  source: RecordSource,
  one: TrainingClass,
  options: PaperOptions,
): TrainingProgrammeData {
  return {
    head: centreHead(source, 'training-programme-12', options),
    unit: source.office.centreName,
    trade: one.occupation === '' ? one.name : one.occupation,
    level: one.qualification,
    trainees: '',
    period: daysOf(one),
    objective: one.objective,
    subjects: one.subjects.map(({ subject, theoryHours, practiceHours }) => ({
      name: subject,
      hours: theoryHours === null && practiceHours === null ? null : (theoryHours ?? 0) + (practiceHours ?? 0),
      theory: theoryHours,
      practice: practiceHours,
      tests: null,
    })),
    guidance: one.note,
    signer: signerOrHead(options.signer),
  }
}

export function clusterReportFacts(
  source: RecordSource,
  report: ClusterReport,
  options: PaperOptions,
): ClusterReportData {
  return {
    head: centreHead(source, 'cluster-report-13', options, { number: report.documentNumber, date: report.date }),
    cluster: report.cluster,
    place: report.place,
    investor: report.investor,
    // Thousandths of a hectare are tens of square metres.
    area: report.areaThousandths === null ? null : report.areaThousandths * 10,
    rentableArea: null,
    rentedArea: null,
    establishedBy: report.decision,
    detailedPlan: null,
    works: report.lines.map((line) => ({
      name: line.content,
      approved: line.planned,
      done: line.done,
      volume: line.note,
      source: '',
    })),
    situation: report.note,
    proposal: '',
    addressees: [source.office.departmentName],
    signer: signerOrHead(options.signer),
  }
}
