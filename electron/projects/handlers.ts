// The calls of the area.
import type { projectsContract } from '../../shared/contract/projects'
import type { AreaHandlers } from '../database/access'
import { concludeAppraisal, saveAppraisal } from './appraisals'
import { answerChecks, overrideCheck } from './checks'
import { lockVersion, removeProject, saveProject, startVersion } from './commands'
import { type JudgingServices, judgeProject } from './judging'
import { readAppraisal, readPeople, readSteps, readWaitingAppraisals } from './lifecycleReader'
import { listProjects, readProject, suggestCode } from './reader'
import { takeStep } from './steps'

export function projectsHandlers(services: JudgingServices): AreaHandlers<typeof projectsContract> {
  return {
    list: listProjects,
    get: (reader, { id, versionId }) => readProject(reader, id, versionId),
    suggestCode: async (reader, { programme, year }) => ({ code: await suggestCode(reader, programme, year) }),
    save: saveProject,
    remove: async (writer, input) => {
      await removeProject(writer, input)
      return { done: true }
    },
    lockVersion,
    startVersion,
    steps: readSteps,
    takeStep,
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
