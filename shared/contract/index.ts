// The whole contract. A call's name is `area.call`; everything that carries calls is made from this object by a loop.
import { activitiesContract } from './activities'
import { archiveContract } from './archive'
import type { AreaContract, Call, InputOf, OutputOf, ParsedInputOf } from './call'
import { changesContract } from './changes'
import { consolidationContract } from './consolidation'
import { contractsContract } from './contracts'
import { documentsContract } from './documents'
import { establishmentsContract } from './establishments'
import { executionContract } from './execution'
import { filesContract } from './files'
import { historyContract } from './history'
import { officeContract } from './office'
import { packagesContract } from './packages'
import { peopleContract } from './people'
import { plansContract } from './plans'
import { programmesContract } from './programmes'
import { projectsContract } from './projects'
import { reportsContract } from './reports'
import { safetyContract } from './safety'
import { searchContract } from './search'
import { shellContract } from './shell'
import { supportContract } from './support'
import { workbooksContract } from './workbooks'

export const contract = {
  files: filesContract,
  office: officeContract,
  establishments: establishmentsContract,
  projects: projectsContract,
  plans: plansContract,
  changes: changesContract,
  programmes: programmesContract,
  contracts: contractsContract,
  execution: executionContract,
  activities: activitiesContract,
  reports: reportsContract,
  packages: packagesContract,
  consolidation: consolidationContract,
  workbooks: workbooksContract,
  documents: documentsContract,
  archive: archiveContract,
  safety: safetyContract,
  history: historyContract,
  support: supportContract,
  search: searchContract,
  people: peopleContract,
  shell: shellContract,
} as const satisfies Record<string, AreaContract>

export type Contract = typeof contract
export type AreaName = keyof Contract

/** What a caller holds: every call as a function. */
export type Api = {
  readonly [A in AreaName]: {
    readonly [C in keyof Contract[A]]: Contract[A][C] extends Call
      ? (input: InputOf<Contract[A][C]>) => Promise<OutputOf<Contract[A][C]>>
      : never
  }
}

export type CallInput<A extends AreaName, C extends keyof Contract[A]> = Contract[A][C] extends Call
  ? ParsedInputOf<Contract[A][C]>
  : never
export type CallOutput<A extends AreaName, C extends keyof Contract[A]> = Contract[A][C] extends Call
  ? OutputOf<Contract[A][C]>
  : never

/** Every call with its full name. */
export function allCalls(): { name: string; call: Call }[] {
  return Object.entries(contract).flatMap(([area, calls]) =>
    Object.entries(calls as AreaContract).map(([name, call]) => ({ name: `${area}.${name}`, call })),
  )
}

export function findCall(name: string): Call | null {
  const [area, call, ...rest] = name.split('.')
  if (area === undefined || call === undefined || rest.length > 0) return null
  if (!Object.hasOwn(contract, area)) return null
  const calls: AreaContract = contract[area as AreaName]
  return Object.hasOwn(calls, call) ? (calls[call] ?? null) : null
}
