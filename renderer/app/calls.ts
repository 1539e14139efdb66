// Calls as React hooks: a query is kept until a command touches its area, a command says which areas it touched.

import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Call, InputOf, OutputOf } from '../../shared/contract/call'
import { type AreaName, type Contract, findCall } from '../../shared/contract/index'
import { callProgram, ProblemError, problemOf } from './bridge'
import { noteSaved } from './lastSaved'
import { offerUndo } from './undoOffer'

export type CallName = { [A in AreaName]: `${A}.${keyof Contract[A] & string}` }[AreaName]

type CallAt<N extends CallName> = N extends `${infer A extends AreaName}.${infer C}`
  ? C extends keyof Contract[A]
    ? Extract<Contract[A][C], Call>
    : never
  : never

type NameOfKind<K extends Call['kind']> = {
  [N in CallName]: CallAt<N>['kind'] extends K ? N : never
}[CallName]

export type QueryName = NameOfKind<'query'>
export type CommandName = NameOfKind<'command'>
export type CallInput<N extends CallName> = InputOf<CallAt<N>>
export type CallOutput<N extends CallName> = OutputOf<CallAt<N>>

/** Whose queries are stale after a command of an area. */
const touched: Readonly<Record<AreaName, readonly AreaName[] | 'all'>> = {
  files: 'all',
  // Papers and exported workbooks say what the records said when they were made.
  office: ['office', 'reports', 'packages', 'documents', 'workbooks', 'archive'],
  establishments: [
    'establishments',
    'reports',
    'packages',
    'projects',
    'plans',
    'search',
    'documents',
    'workbooks',
    'archive',
  ],
  projects: [
    'projects',
    'reports',
    'packages',
    'plans',
    'changes',
    'establishments',
    'search',
    'documents',
    'workbooks',
    'archive',
    'execution',
    'programmes',
  ],
  plans: [
    'programmes',
    'plans',
    'reports',
    'packages',
    'changes',
    'projects',
    'establishments',
    'workbooks',
    'documents',
    'archive',
  ],
  changes: [
    'changes',
    'reports',
    'packages',
    'projects',
    'plans',
    'programmes',
    'establishments',
    'search',
    'documents',
    'workbooks',
    'archive',
    'contracts',
    'execution',
  ],
  workbooks: [
    'workbooks',
    'reports',
    'packages',
    'establishments',
    'projects',
    'plans',
    'programmes',
    'search',
    'documents',
  ],
  documents: ['documents'],
  archive: ['archive', 'execution'],
  programmes: ['programmes', 'reports', 'execution'],
  safety: ['safety'],
  history: 'all',
  people: 'all',
  contracts: [
    'contracts',
    'reports',
    'packages',
    'projects',
    'programmes',
    'search',
    'documents',
    'workbooks',
    'archive',
    'execution',
  ],
  execution: [
    'execution',
    'reports',
    'packages',
    'projects',
    'contracts',
    'programmes',
    'documents',
    'workbooks',
    'archive',
  ],
  activities: ['activities', 'reports', 'search', 'workbooks', 'documents', 'archive'],
  reports: ['reports'],
  packages: ['packages'],
  consolidation: ['consolidation'],
  support: ['support'],
  search: ['search', 'establishments', 'projects', 'contracts'],
  shell: [],
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

export async function runQuery<N extends QueryName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  return (await callProgram(name, input)) as CallOutput<N>
}

function queryKey(name: CallName, input: unknown): readonly unknown[] {
  const [area, call] = name.split('.')
  return [area, call, input]
}

/** Key and function of a query, for places that need react-query itself (useQueries, fetchQuery). */
export function queryOf<N extends QueryName>(name: N, input: CallInput<N>) {
  return { queryKey: queryKey(name, input), queryFn: () => runQuery(name, input) }
}

export interface QueryCallOptions<N extends QueryName = QueryName> {
  readonly enabled?: boolean
  /** Go on showing the answer to the previous input until the new one is here: for searching while typing. */
  readonly keepPrevious?: boolean
  /** Asked again by itself: for what changes without a command, such as the last backup. Milliseconds. */
  readonly refreshEvery?: (answer: CallOutput<N> | undefined) => number
}

export function useQueryCall<N extends QueryName>(
  name: N,
  input: CallInput<N>,
  options: QueryCallOptions<N> = {},
): UseQueryResult<CallOutput<N>, ProblemError> {
  const { refreshEvery } = options
  return useQuery<CallOutput<N>, ProblemError>({
    ...queryOf(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(refreshEvery === undefined ? {} : { refetchInterval: (asked) => refreshEvery(asked.state.data) }),
  })
}

/**
 * What a form is to begin with: an answer kept from before something changed is not shown while the new one is being read, or
 * the form would begin with it and keep it.
 */
export function useRecordCall<N extends QueryName>(
  name: N,
  input: CallInput<N>,
  options: QueryCallOptions<N> = {},
): Pick<UseQueryResult<CallOutput<N>, ProblemError>, 'data' | 'error' | 'refetch'> {
  const { data, error, refetch, isStale } = useQueryCall(name, input, options)
  const asked = JSON.stringify([name, input])
  const begun = useRef<string | null>(null)
  if (!isStale) begun.current = asked
  return { data: begun.current === asked ? data : undefined, error, refetch }
}

export function useCommandCall<N extends CommandName>(
  name: N,
): UseMutationResult<CallOutput<N>, ProblemError, CallInput<N>> {
  const client = useQueryClient()
  return useMutation<CallOutput<N>, ProblemError, CallInput<N>>({
    mutationFn: async (input) => {
      try {
        return (await callProgram(name, input)) as CallOutput<N>
      } catch (error) {
        throw error instanceof ProblemError ? error : new ProblemError(problemOf(error))
      }
    },
    onSuccess: () => {
      const call = findCall(name)
      if (call?.needs === 'file') noteSaved()
      if (call?.needs === 'file' && call.undo === 'possible') offerUndo(lastWork())
      return refreshAfter(client, name)
    },
  })
}

/** What Ctrl+Z would take: the work that was just done. */
async function lastWork(): Promise<number | null> {
  const { undo } = await runQuery('history.state', {})
  return undo?.commandId ?? null
}

/** Marks stale what a command of this name may have changed, and waits until what is on screen is read again. */
export async function refreshAfter(client: QueryClient, name: CommandName): Promise<void> {
  const areas = touched[name.split('.')[0] as AreaName]
  await client.invalidateQueries({
    predicate: (query) =>
      areas === 'all' || query.queryKey[0] === 'history' || areas.some((area) => area === query.queryKey[0]),
  })
}
