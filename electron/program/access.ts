// Who is at the keyboard, and what may be asked of the program meanwhile. Held here and not in a screen: whatever shell a call
// comes from, it passes this door. A file that names nobody is open to whoever sits there, as it always was.
import type { Call } from '../../shared/contract/call'
import { Refusal } from '../../shared/contract/errors'
import { mayDo, type Role } from '../../shared/domain/roles'
import type { Clock, Session } from '../database/session'
import type { Person } from '../people/commands'
import { type Naming, readNaming } from '../people/reader'
import type { DataFiles } from './dataFiles'

interface Seat {
  /** The file signed into: another file, or the same one restored from a backup, asks anew. */
  readonly session: Session
  readonly person: Person
  readonly lastSeen: number
}

export class Access {
  readonly #files: () => DataFiles
  readonly #clock: Clock
  #naming = new WeakMap<Session, Promise<Naming>>()
  #seat: Seat | null = null

  /** The files are asked for late: they themselves ask who has signed in. */
  constructor(files: () => DataFiles, clock: Clock) {
    this.#files = files
    this.#clock = clock
  }

  /** @throws Refusal signin.needed, role.insufficient */
  async check(call: Call): Promise<void> {
    const session = this.#session()
    if (session === null || call.role === 'anyone') return
    const naming = await this.namingOf(session)
    if (!naming.named) return
    const seat = this.#seatOf(session, naming)
    if (seat === null) throw new Refusal('signin.needed')
    if (!mayDo(seat.person.role, call.role)) throw new Refusal('role.insufficient', call.summary)
    // A screen reads by itself; only doing something says that somebody is there.
    if (call.kind === 'command') this.#seat = { ...seat, lastSeen: this.#now() }
  }

  namingOf(session: Session): Promise<Naming> {
    const known = this.#naming.get(session)
    if (known !== undefined) return known
    const naming = session.read(readNaming)
    this.#naming.set(session, naming)
    // What could not be read is asked for again.
    naming.catch(() => this.#naming.delete(session))
    return naming
  }

  /** After names, roles or the idle time changed. Whoever lost his name or changed his role is so at once. */
  async namesChanged(session: Session): Promise<void> {
    this.#naming.delete(session)
    const { people } = await this.namingOf(session)
    const person = people.find(({ id }) => id === this.#seat?.person.id)
    this.#seat = this.#seat === null || person === undefined ? null : { ...this.#seat, person }
  }

  signIn(session: Session, person: Person): void {
    this.#seat = { session, person, lastSeen: this.#now() }
  }

  signOut(): void {
    this.#seat = null
  }

  async signedIn(): Promise<Person | null> {
    const session = this.#session()
    return session === null ? null : (this.#seatOf(session, await this.namingOf(session))?.person ?? null)
  }

  /** For the audit; null where nobody is named or signed in. */
  name(): string | null {
    return this.#seat?.person.name ?? null
  }

  /** Of who was let through by `check`. */
  role(): Role {
    return this.#seat?.person.role ?? 'administer'
  }

  #session(): Session | null {
    return this.#files().current() === null ? null : this.#files().session
  }

  /** Empties the seat where it belongs to another file or has been still too long, a clock set back included. */
  #seatOf(session: Session, { named, idleMinutes }: Naming): Seat | null {
    const seat = this.#seat
    if (seat === null) return null
    const idle = this.#now() - seat.lastSeen
    if (named && seat.session === session && idle >= 0 && idle < idleMinutes * 60_000) return seat
    this.#seat = null
    return null
  }

  #now(): number {
    return Date.parse(this.#clock.instant())
  }
}
