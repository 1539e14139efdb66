// Reads what strace saw a process ask of the disk, in the order in which the kernel answered: every write with its bytes,
// every sync with when it began and when it ended.
import fs from 'node:fs'

const tracedCalls =
  'openat,close,read,write,pread64,pwrite64,writev,lseek,ftruncate,fsync,fdatasync,unlink,rename,mkdir,copy_file_range,sendfile'

/** To be put before a command. The bytes are written as \xNN, whole. */
export function traceArguments(file: string): string[] {
  return ['-f', '-qq', '--seccomp-bpf', '-xx', '-s', '4194304', '-e', `trace=${tracedCalls}`, '-o', file]
}

export interface SystemCall {
  readonly name: string
  /** As strace wrote them: numbers, names of constants, "\xNN…" in quotes. */
  readonly args: readonly string[]
  readonly result: number
}

export type TraceEvent =
  | { readonly kind: 'begun'; readonly call: Omit<SystemCall, 'result'>; readonly thread: string }
  | { readonly kind: 'done'; readonly call: SystemCall; readonly thread: string; readonly wasBegun: boolean }

/** Commas inside quotes or braces part nothing; there are no quotes inside bytes written as \xNN. */
function splitArguments(text: string): string[] {
  const args: string[] = []
  let start = 0
  let depth = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index]
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '{' || sign === '[')) depth += 1
    else if (!quoted && (sign === '}' || sign === ']')) depth -= 1
    else if (!quoted && depth === 0 && sign === ',') {
      args.push(text.slice(start, index).trim())
      start = index + 1
    }
  }
  args.push(text.slice(start).trim())
  return args
}

export function bytesOf(argument: string): Buffer {
  if (argument.endsWith('...')) throw new Error('strace cut a write short')
  return Buffer.from(argument.slice(1, -1).replaceAll('\\x', ''), 'hex')
}

export function textOf(argument: string): string {
  return bytesOf(argument).toString('utf8')
}

const whole = /^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+|\?)/
const unfinished = /^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$/
const resumed = /^(\d+)\s+<\.\.\. (\w+) resumed>(.*)\)\s+= (-?\d+|\?)/

export function readTrace(file: string): TraceEvent[] {
  const events: TraceEvent[] = []
  const begun = new Map<string, string>()
  for (const line of fs.readFileSync(file, 'latin1').split('\n')) {
    const done = whole.exec(line)
    if (done !== null) {
      const [, thread = '', name = '', args = '', result = ''] = done
      const call = { name, args: splitArguments(args), result: Number(result) }
      events.push({ kind: 'done', thread, call, wasBegun: false })
      continue
    }
    const half = unfinished.exec(line)
    if (half !== null) {
      const [, thread = '', name = '', args = ''] = half
      begun.set(thread, args)
      events.push({ kind: 'begun', thread, call: { name, args: splitArguments(args) } })
      continue
    }
    const rest = resumed.exec(line)
    if (rest === null) continue
    const [, thread = '', name = '', tail = '', result = ''] = rest
    const args = splitArguments(`${begun.get(thread) ?? ''}${tail}`)
    events.push({ kind: 'done', thread, call: { name, args, result: Number(result) }, wasBegun: true })
  }
  return events
}
