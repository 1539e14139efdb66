// The calls of the area.
import type { ProjectComparison } from '../../shared/contract/comparison'
import type { projectsContract } from '../../shared/contract/projects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { AreaHandlers } from '../database/access'
import { concludeAppraisal, saveAppraisal } from './appraisals'
import { changeOutput } from './changeOutput'
import { answerChecks, overrideCheck } from './checks'
import { saveProject } from './commands'
import { type ComparedProject, type ComparedVersion, compareProject, readProjectStates } from './comparing'
import { copyProject } from './copy'
import { correctStep } from './corrections'
import { versionOnDay } from './inForce'
import { type JudgingServices, judgeProject } from './judging'
import { refuseUnknownPlaces } from './knownPlaces'
import { type LegalBasisEntry, refuseUnknownBases } from './legalBases'
import { readAppraisal, readPeople, readSteps, readWaitingAppraisals } from './lifecycleReader'
import { listProjects, readProject, suggestCode } from './reader'
import { removeProject } from './removal'
import { takeStep } from './steps'
import { readTimeline } from './timeline'
import { lockVersion, startVersion } from './versions'

export interface ProjectServices extends JudgingServices {
  readonly legalBases: (onDate: PlainDate) => LegalBasisEntry[]
}

export function projectsHandlers(services: ProjectServices): AreaHandlers<typeof projectsContract> {
  return {
    list: listProjects,
    get: async (reader, { id, versionId, asOf }) =>
      readProject(reader, id, asOf === undefined ? versionId : await versionOnDay(reader, id, asOf)),
    timeline: (reader, { id }) => readTimeline(reader, id),
    states: readProjectStates,
    compare: async (reader, input) => comparisonOutput(await compareProject(reader, services, input)),
    legalBases: async (reader, { onDate }) => services.legalBases(onDate ?? reader.today),
    suggestCode: async (reader, { programme, year }) => ({ code: await suggestCode(reader, programme, year) }),
    save: (writer, input) => {
      refuseUnknownBases(services.legalBases(writer.today), input.content.legalBases)
      refuseUnknownPlaces(services.units, input.content.places)
      return saveProject(writer, input)
    },
    remove: async (writer, input) => {
      await removeProject(writer, input)
      return { done: true }
    },
    lockVersion,
    startVersion,
    steps: readSteps,
    takeStep,
    correctStep,
    copy: copyProject,
    waitingAppraisals: readWaitingAppraisals,
    appraisal: readAppraisal,
    saveAppraisal,
    concludeAppraisal,
    people: readPeople,
    judge: (reader, input) => judgeProject(reader, services, input),
    answerChecks,
    overrideCheck: async (writer, input) => {
      await overrideCheck(writer, services, input)
      return { done: true }
    },
  }
}

function comparisonOutput({ id, code, name, before, after, changes, totals }: ComparedProject): ProjectComparison {
  const side = ({ label, head }: ComparedVersion): ProjectComparison['before'] => ({
    label,
    versionId: head.id,
    number: head.number,
    stage: head.stage,
    decisionNumber: head.decisionNumber,
    decisionDate: head.decisionDate,
    amounts: head.amounts,
  })
  return {
    id,
    code,
    name,
    before: side(before),
    after: side(after),
    changes: changes.map(changeOutput),
    totals: totals.map((one) => ({ ...one })),
  }
}
