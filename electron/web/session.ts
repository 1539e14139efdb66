// Who may talk to the loopback server: the browser that opened a one-time link, and after that its cookie.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const cookieName = 'skc'

export interface Session {
  /** The path of a link that works once. A new one is made when the last has been used. */
  link(): string
  /** Spends the token of a link; true only the first time. */
  spend(token: string): boolean
  holds(cookieHeader: string | undefined): boolean
  readonly setCookie: string
}

export function createSession(secret: string = newSecret()): Session {
  let token: string | null = newSecret()
  return {
    link: () => {
      token ??= newSecret()
      return `/?token=${token}`
    },
    spend: (given) => {
      if (token === null || !same(given, token)) return false
      token = null
      return true
    },
    holds: (header) => cookiesNamed(header, cookieName).some((value) => same(value, secret)),
    setCookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

function newSecret(): string {
  return randomBytes(32).toString('hex')
}

/** Equal in a time that does not tell how much was right. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function cookiesNamed(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
