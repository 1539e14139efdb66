// What strace saw a program and all its children send to: every address of a connection or datagram that is not this machine.
import { readFileSync } from 'node:fs'

/** To be put before a command; follows threads and children into the file. */
export function straceArguments(file: string): string[] {
  return ['-f', '-qq', '-s', '0', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', file]
}

const loopback = /^(127\.|::1$|::ffff:127\.|0\.0\.0\.0$|::$)/

export interface SeenSockets {
  /** Such as "sendto 8.8.8.8:53". */
  readonly outside: readonly string[]
  /** How many connections and datagrams to this machine itself were seen: proof that seeing works. */
  readonly inside: number
}

export function seenSockets(file: string): SeenSockets {
  const outside: string[] = []
  let inside = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const call = /\b(connect|sendto|sendmsg|sendmmsg)\(/.exec(line)?.[1]
    const address = /inet_addr\("([^"]+)"\)/.exec(line)?.[1] ?? /inet_pton\(AF_INET6, "([^"]+)"/.exec(line)?.[1]
    if (call === undefined || address === undefined) continue
    const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1] ?? '?'
    if (loopback.test(address)) inside += 1
    else outside.push(`${call} ${address}:${port}`)
  }
  return { outside, inside }
}
