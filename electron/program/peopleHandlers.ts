// The calls over people: each try is written first, and only then is the answer given or refused.
import { Refusal } from '../../shared/contract/errors'
import type { peopleContract } from '../../shared/contract/people'
import type { AreaHandlers, Writer } from '../database/access'
import type { Clock } from '../database/session'
import {
  type Outcome,
  saveAccount,
  setIdle,
  setUp,
  tryChangeSecret,
  tryRecover,
  trySignIn,
  tryTurnOff,
} from '../people/commands'
import { readAccounts } from '../people/reader'
import type { Access } from './access'
import type { DataFiles } from './dataFiles'

const done = { done: true } as const

function granted<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Refusal(outcome.code, outcome.detail)
  return outcome.value
}

export function peopleHandlers(files: DataFiles, access: Access, clock: Clock): AreaHandlers<typeof peopleContract> {
  const now = () => clock.instant()

  /** Committed whatever the outcome; what screens may ask next follows the file. */
  async function write<T>(name: string, run: (writer: Writer) => Promise<T>): Promise<T> {
    const { session } = files
    const value = await session.write(name, run)
    await access.namesChanged(session)
    return value
  }

  async function me(): Promise<number> {
    const person = await access.signedIn()
    if (person === null) throw new Refusal('people.unnamed')
    return person.id
  }

  return {
    current: async () => {
      if (files.current() === null) return { named: false, signedIn: null, people: [], idleMinutes: 0 }
      const { named, people, idleMinutes } = await access.namingOf(files.session)
      return {
        named,
        signedIn: await access.signedIn(),
        people: people.map(({ id, name }) => ({ id, name })),
        idleMinutes,
      }
    },
    signIn: async (input) => {
      const { session } = files
      const outcome = await session.write('people.signIn', (writer) => trySignIn(writer, { ...input, now: now() }))
      const person = granted(outcome)
      access.signIn(session, person)
      return person
    },
    signOut: async () => {
      access.signOut()
      return done
    },
    stillHere: async () => done,
    accounts: readAccounts,
    setUp: async (input) => {
      const { person, recoveryCode } = await write('people.setUp', (writer) => setUp(writer, input))
      access.signIn(files.session, person)
      return { recoveryCode }
    },
    save: (input) => write('people.save', (writer) => saveAccount(writer, input)),
    changeSecret: async (input) => {
      const id = await me()
      granted(await write('people.changeSecret', (writer) => tryChangeSecret(writer, { ...input, id, now: now() })))
      return done
    },
    setIdle: async ({ minutes }) => {
      await write('people.setIdle', (writer) => setIdle(writer, minutes))
      return done
    },
    recover: async (input) => {
      const outcome = await write('people.recover', (writer) => tryRecover(writer, { ...input, now: now() }))
      const { person, recoveryCode } = granted(outcome)
      access.signIn(files.session, person)
      return { recoveryCode }
    },
    turnOff: async ({ secret }) => {
      const id = await me()
      granted(await write('people.turnOff', (writer) => tryTurnOff(writer, { id, secret, now: now() })))
      access.signOut()
      return done
    },
  }
}
