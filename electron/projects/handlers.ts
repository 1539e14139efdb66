// The calls of the area.
import type { projectsContract } from '../../shared/contract/projects'
import type { AreaHandlers } from '../database/access'
import { lockVersion, removeProject, saveProject, startVersion } from './commands'
import { listProjects, readProject, suggestCode } from './reader'

export const projectsHandlers: AreaHandlers<typeof projectsContract> = {
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
}
