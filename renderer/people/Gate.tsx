// Stands before everything of an open file: shows the sign-in where people are named and nobody is signed in. What was being
// typed stays where it is while the screen is locked, and goes only when somebody else signs in.
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, type ReactNode, useCallback, useEffect, useRef } from 'react'
import { api } from '../app/api'
import { refreshAfter, useQueryCall } from '../app/calls'
import { onSignInNeeded } from '../app/signInNeeded'
import { FileProblemScreen } from '../start/FileProblemScreen'
import type { DataFile } from '../start/useDataFile'
import { SignInScreen } from './SignInScreen'
import { useIdleLock } from './useIdleLock'

export function Gate({ dataFile, children }: { readonly dataFile: DataFile; readonly children: ReactNode }) {
  const current = useQueryCall('people.current', {})
  const client = useQueryClient()
  const { refetch } = current
  const lastId = useRef<number | null>(null)
  const signedIn = current.data?.signedIn ?? null
  if (signedIn !== null) lastId.current = signedIn.id

  useEffect(() => onSignInNeeded(() => void refetch()), [refetch])
  const lock = useCallback(() => void api.people.signOut({}).then(() => refetch()), [refetch])
  useIdleLock(signedIn === null ? null : (current.data?.idleMinutes ?? null), lock)

  const locked = current.data?.named === true && signedIn === null
  useEffect(() => {
    document.body.toggleAttribute('data-locked', locked)
    return () => document.body.removeAttribute('data-locked')
  }, [locked])

  if (current.error !== null) return <FileProblemScreen problem={current.error.problem} dataFile={dataFile} />
  if (current.data === undefined) return null
  return (
    <>
      {locked && (
        <SignInScreen
          people={current.data.people}
          lastId={lastId.current}
          dataFile={dataFile}
          onDone={() => refreshAfter(client, 'people.signIn')}
        />
      )}
      {(!locked || lastId.current !== null) && (
        <div hidden={locked} style={{ display: locked ? 'none' : 'contents' }}>
          <Fragment key={lastId.current ?? 'nobody'}>{children}</Fragment>
        </div>
      )}
    </>
  )
}
