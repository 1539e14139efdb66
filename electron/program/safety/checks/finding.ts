// What a check finds, in words, and how it calls the records it speaks of.
import type { Finding } from '../../../../shared/contract/safety'
import type { Reader } from '../../../database/access'

export type DomainFinding = Finding

export interface Names {
  /** As in “KCDP-2026-001 “Máy sấy””. */
  readonly project: (id: number) => string
  readonly version: (id: number) => string
  readonly projectOfVersion: (id: number) => number | null
}

export type Check = (reader: Reader, names: Names) => Promise<DomainFinding[]>

const called = (code: string, name: string) => `${code === '' ? 'Đề án' : code} “${name}”`

export async function readNames({ db }: Reader): Promise<Names> {
  const rows = await db
    .selectFrom('project_version as version')
    .innerJoin('project', 'project.id', 'version.project_id')
    .select(['version.id', 'version.number', 'version.name', 'version.project_id', 'project.code'])
    .orderBy('version.number')
    .execute()
  const versions = new Map(rows.map((row) => [row.id, row]))
  // The newest name is how people know it.
  const projects = new Map(rows.map((row) => [row.project_id, row]))
  return {
    project: (id) => {
      const known = projects.get(id)
      return known === undefined ? `đề án #${id}` : called(known.code, known.name)
    },
    version: (id) => {
      const known = versions.get(id)
      return known === undefined
        ? `phiên bản đề án #${id}`
        : `${called(known.code, known.name)}, phiên bản ${known.number}`
    },
    projectOfVersion: (id) => versions.get(id)?.project_id ?? null,
  }
}

export function ofProject(names: Names, id: number, message: string): DomainFinding {
  return { where: names.project(id), message, open: { screen: 'project', id } }
}

export function ofVersion(names: Names, id: number, message: string): DomainFinding {
  const projectId = names.projectOfVersion(id)
  return {
    where: names.version(id),
    message,
    open: projectId === null ? null : { screen: 'project', id: projectId },
  }
}
