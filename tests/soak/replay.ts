// Plays a trace on a disk of ours, call by call, and stops wherever it is asked to: there the power is cut.
import path from 'node:path'
import { change, contentNow, Disk, type Inode, type Naming, sync } from './disk'
import { bytesOf, type SystemCall, type TraceEvent, textOf } from './trace'
import type { Said } from './victim'

interface Handle {
  readonly file: string
  /** Null for a folder. */
  readonly inode: Inode | null
  offset: number
}

type Synced = { readonly inode: Inode; readonly count: number } | { readonly namings: readonly Naming[] }

export class Replay {
  readonly disk: Disk
  readonly said: Said[] = []
  readonly #folder: string
  readonly #handles = new Map<number, Handle>()
  readonly #syncing = new Map<string, Synced>()
  readonly #lying: boolean
  #rest = ''
  #changes = 0

  /** `lying`: a disk that says it has synced and has not, to see that such a one is found out. */
  constructor(folder: string, lying = false) {
    this.#folder = folder
    this.#lying = lying
    this.disk = new Disk(folder)
  }

  /** How much has been asked of the disk so far. */
  get changes(): number {
    return this.#changes
  }

  play(event: TraceEvent): void {
    const { name } = event.call
    if (name === 'fsync' || name === 'fdatasync') this.#sync(event)
    else if (event.kind === 'done' && event.call.result >= 0) this.#done(event.call)
  }

  #sync(event: TraceEvent): void {
    const handle = this.#handles.get(Number(event.call.args[0]))
    if (handle === undefined) return
    if (event.kind === 'begun') {
      this.#syncing.set(event.thread, this.#asked(handle))
      return
    }
    const synced = event.wasBegun ? this.#syncing.get(event.thread) : this.#asked(handle)
    if (event.call.result !== 0 || synced === undefined) return
    this.#changes += 1
    if (this.#lying) return
    if ('namings' in synced) this.disk.syncNamings(synced.namings)
    else sync(synced.inode, synced.count)
  }

  #asked({ file, inode }: Handle): Synced {
    return inode === null ? { namings: this.disk.namingsOf(file) } : { inode, count: inode.pending.length }
  }

  #done(call: SystemCall): void {
    const [first = '', second = '', third = ''] = call.args
    const handle = this.#handles.get(Number(first))
    switch (call.name) {
      case 'openat':
        this.#open(path.resolve(textOf(second)), third, call.result)
        break
      case 'close':
        this.#handles.delete(Number(first))
        break
      case 'write':
        if (first === '1') this.#hear(bytesOf(second))
        else if (handle !== undefined) this.#write(handle, bytesOf(second).subarray(0, call.result), null)
        break
      case 'pwrite64':
        if (handle !== undefined) this.#write(handle, bytesOf(second).subarray(0, call.result), Number(call.args[3]))
        break
      case 'read':
        if (handle !== undefined) handle.offset += call.result
        break
      case 'lseek':
        if (handle !== undefined) handle.offset = call.result
        break
      case 'ftruncate':
        if (handle?.inode != null) this.#change(handle.inode, { kind: 'size', size: Number(second) })
        break
      case 'copy_file_range':
        this.#copy(Number(first), Number(third), call.result)
        break
      case 'sendfile':
        this.#copy(Number(second), Number(first), call.result)
        break
      case 'unlink':
        this.#named(textOf(first), (file) => this.disk.remove(file))
        break
      case 'rename':
        this.#named(textOf(first), (file) => this.disk.rename(file, path.resolve(textOf(second))))
        break
      case 'mkdir':
      case 'pread64':
        break
      default:
        throw new Error(`the disk does not know ${call.name}`)
    }
  }

  #open(file: string, flags: string, descriptor: number): void {
    if (!this.#isOurs(file) && file !== this.#folder) return
    const known = this.disk.find(file)
    if (known === null && !flags.includes('O_CREAT')) {
      this.#handles.set(descriptor, { file, inode: null, offset: 0 })
      return
    }
    const inode = known ?? this.disk.create(file)
    this.#handles.set(descriptor, { file, inode, offset: 0 })
    if (known !== null && flags.includes('O_TRUNC')) this.#change(inode, { kind: 'size', size: 0 })
  }

  #isOurs(file: string): boolean {
    return file.startsWith(`${this.#folder}${path.sep}`)
  }

  #named(name: string, work: (file: string) => void): void {
    const file = path.resolve(name)
    if (!this.#isOurs(file)) return
    this.#changes += 1
    work(file)
  }

  #write(handle: Handle, bytes: Buffer, at: number | null): void {
    if (handle.inode === null) return
    const offset = at ?? handle.offset
    if (at === null) handle.offset += bytes.length
    this.#change(handle.inode, { kind: 'write', offset, bytes })
  }

  #copy(from: number, to: number, length: number): void {
    const source = this.#handles.get(from)
    const target = this.#handles.get(to)
    if (source?.inode == null || target?.inode == null) return
    const bytes = contentNow(source.inode).subarray(source.offset, source.offset + length)
    source.offset += length
    this.#write(target, bytes, null)
  }

  #change(inode: Inode, one: Parameters<typeof change>[1]): void {
    this.#changes += 1
    change(inode, one)
  }

  #hear(bytes: Buffer): void {
    const lines = (this.#rest + bytes.toString('utf8')).split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.said.push(JSON.parse(line) as Said)
  }
}
