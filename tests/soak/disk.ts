// A disk of which the power may be cut at any moment. It holds what was synced for certain; of what was only written it keeps
// whatever chance says: nothing, all, the first so many writes, or any of them, each torn between its sectors of 512 bytes.
// The same with names: a file made, renamed or removed is there, or not yet, until its folder was synced.
//
// What this models: a kernel and a disk that may put off and reorder everything between two syncs, and a sector that is written
// whole or not at all. What it does not: a disk that says "synced" and has not, sectors that rot (the damaged copies of this
// soak), and folders themselves, which once made are there.
import fs from 'node:fs'
import path from 'node:path'
import type { Chance } from './random'

const sector = 512

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly size: number }

interface Inode {
  durable: Buffer
  pending: Change[]
}

interface Naming {
  readonly folder: string
  /** What each name stands for from then on; null: for nothing. */
  readonly names: readonly (readonly [name: string, inode: Inode | null])[]
}

function apply(content: Buffer, change: Change): Buffer {
  if (change.kind === 'size') {
    if (change.size <= content.length) return content.subarray(0, change.size)
    return Buffer.concat([content, Buffer.alloc(change.size - content.length)])
  }
  const end = change.offset + change.bytes.length
  const grown = Buffer.alloc(Math.max(end, content.length))
  content.copy(grown)
  change.bytes.copy(grown, change.offset)
  return grown
}

/** The pieces between sector borders, of which some arrive. */
function torn(change: Change, chance: Chance): Change[] {
  if (change.kind === 'size') return [change]
  const pieces: Change[] = []
  for (let start = 0; start < change.bytes.length; ) {
    const end = Math.min(change.bytes.length, start + sector - ((change.offset + start) % sector))
    if (chance.often(0.5))
      pieces.push({ kind: 'write', offset: change.offset + start, bytes: change.bytes.subarray(start, end) })
    start = end
  }
  return pieces
}

type Manner = 'nothing' | 'everything' | 'first' | 'any'

function arriving(pending: readonly Change[], manner: Manner, chance: Chance): Change[] {
  switch (manner) {
    case 'nothing':
      return []
    case 'everything':
      return [...pending]
    case 'first': {
      const count = chance.below(pending.length + 1)
      const last = pending[count]
      return [...pending.slice(0, count), ...(last === undefined ? [] : torn(last, chance))]
    }
    case 'any':
      return pending.flatMap((change) =>
        chance.often(0.4) ? [change] : chance.often(0.5) ? torn(change, chance) : ([] as Change[]),
      )
  }
}

export class Disk {
  readonly #durable = new Map<string, Inode>()
  readonly #now = new Map<string, Inode>()
  #pending: Naming[] = []

  constructor(folder: string) {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const file = path.join(entry.parentPath, entry.name)
      const inode = { durable: fs.readFileSync(file), pending: [] }
      this.#durable.set(file, inode)
      this.#now.set(file, inode)
    }
  }

  find(file: string): Inode | null {
    return this.#now.get(file) ?? null
  }

  filesNow(): Map<string, Buffer> {
    return new Map([...this.#now].map(([file, inode]) => [file, contentNow(inode)]))
  }

  create(file: string): Inode {
    const inode: Inode = { durable: Buffer.alloc(0), pending: [] }
    this.#name(path.dirname(file), [[file, inode]])
    return inode
  }

  remove(file: string): void {
    this.#name(path.dirname(file), [[file, null]])
  }

  rename(from: string, to: string): void {
    const inode = this.find(from)
    if (inode === null) throw new Error(`${from} was renamed and had never been made`)
    if (path.dirname(from) !== path.dirname(to)) throw new Error('nothing here is moved between folders')
    this.#name(path.dirname(to), [
      [from, null],
      [to, inode],
    ])
  }

  #name(folder: string, names: Naming['names']): void {
    this.#pending.push({ folder, names })
    settle(this.#now, names)
  }

  /** What was asked of a folder before its sync began is on the disk when it ends. */
  namingsOf(folder: string): readonly Naming[] {
    return this.#pending.filter((one) => one.folder === folder)
  }

  syncNamings(synced: readonly Naming[]): void {
    for (const { names } of synced) settle(this.#durable, names)
    this.#pending = this.#pending.filter((one) => !synced.includes(one))
  }

  /** Writes one of the disks there could be after a cut into a folder of its own. */
  writeAfterCut(from: string, to: string, chance: Chance): void {
    const names = new Map(this.#durable)
    const prefix = chance.often(0.5)
    const until = chance.below(this.#pending.length + 1)
    for (const [index, naming] of this.#pending.entries())
      if (prefix ? index < until : chance.often(0.5)) settle(names, naming.names)
    const manner = chance.pick<Manner>(['nothing', 'everything', 'first', 'first', 'any', 'any', 'any'])
    for (const [file, inode] of names) {
      const changes = arriving(inode.pending, manner, chance)
      const target = path.join(to, path.relative(from, file))
      fs.mkdirSync(path.dirname(target), { recursive: true })
      fs.writeFileSync(target, changes.reduce(apply, inode.durable))
    }
  }
}

function settle(names: Map<string, Inode>, changes: Naming['names']): void {
  for (const [name, inode] of changes) {
    if (inode === null) names.delete(name)
    else names.set(name, inode)
  }
}

export function contentNow(inode: Inode): Buffer {
  return inode.pending.reduce(apply, inode.durable)
}

export function change(inode: Inode, one: Change): void {
  inode.pending.push(one)
}

/** The first so many changes, those asked for before the sync began, are on the disk. */
export function sync(inode: Inode, count: number): void {
  inode.durable = inode.pending.slice(0, count).reduce(apply, inode.durable)
  inode.pending = inode.pending.slice(count)
}

export type { Inode, Naming }
