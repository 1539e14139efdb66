// The file operations of the program, of which the nth fails as a disk, a share or a virus scanner makes it fail.
import { type FileSystem, type FilesNow, machineFiles } from '../../electron/database/fileSystem'

export const faults = ['ENOSPC', 'EACCES', 'EIO', 'EBUSY'] as const
export type Fault = (typeof faults)[number]

type FileHandle = Awaited<ReturnType<FileSystem['open']>>

export interface FaultyFiles {
  readonly files: FileSystem
  /** From now on the nth operation fails once; null: none does. */
  readonly failAt: (n: number | null, fault: Fault) => void
  /** The operation that failed, such as 'rename'; null when there were not so many. */
  readonly failed: () => string | null
}

const handleWork = ['sync', 'write', 'writeFile', 'read', 'readFile', 'close'] as const

export function faultyFiles(): FaultyFiles {
  let left: number | null = null
  let fault: Fault = 'EIO'
  let failed: string | null = null

  /** Whether this one is to fail. */
  const strikes = (name: string): boolean => {
    if (left === null) return false
    left -= 1
    if (left !== 0) return false
    left = null
    failed = name
    return true
  }
  const problem = (name: string) =>
    Object.assign(new Error(`${fault}: made to fail, ${name}`), { code: fault, syscall: name })

  const handleOf = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, key) {
        const own: unknown = Reflect.get(target, key)
        if (typeof own !== 'function') return own
        const name = handleWork.find((one) => one === key)
        if (name === undefined) return own.bind(target)
        return async (...args: unknown[]) => {
          if (!strikes(name)) return own.apply(target, args)
          // A disk that fills up takes the first half; a handle is gone however its closing ends.
          if (name === 'writeFile' && Buffer.isBuffer(args[0]))
            await target.writeFile(args[0].subarray(0, args[0].length / 2))
          if (name === 'close') await target.close()
          throw problem(name)
        }
      },
    })

  const now = new Proxy(machineFiles.now, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key)
      if (typeof own !== 'function' || typeof key !== 'string') return own
      return (...args: unknown[]) => {
        if (!strikes(key)) return own.apply(target, args)
        if (key === 'writeFileSync') target.writeFileSync(String(args[0]), '')
        if (key === 'closeSync') own.apply(target, args)
        throw problem(key)
      }
    },
  }) satisfies FilesNow

  const files = new Proxy(machineFiles, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key)
      if (key === 'now') return now
      if (typeof own !== 'function' || typeof key !== 'string') return own
      return async (...args: unknown[]) => {
        if (strikes(key)) throw problem(key)
        const answer: unknown = await own.apply(target, args)
        return key === 'open' ? handleOf(answer as FileHandle) : answer
      }
    },
  })

  return {
    files,
    failAt: (n, what) => {
      left = n
      fault = what
      failed = null
    },
    failed: () => failed,
  }
}
