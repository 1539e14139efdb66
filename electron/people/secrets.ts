// PINs, passwords and the recovery code: kept as scrypt hashes with their salt and parameters, so that later programs can use
// stronger ones and still know the old.
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** 32 MB and about a tenth of a second a try. */
const parameters = { n: 2 ** 15, r: 8, p: 1 } as const
const keyLength = 32

const kept = z.strictObject({
  n: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  salt: z.string(),
  hash: z.string(),
})

function derive(secret: string, salt: Buffer, { n, r, p }: { n: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, keyLength, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** As text, for a column. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(secret, salt, parameters)
  return JSON.stringify({ ...parameters, salt: salt.toString('base64'), hash: hash.toString('base64') })
}

export async function isSecret(given: string, hashed: string): Promise<boolean> {
  const { salt, hash, ...used } = kept.parse(JSON.parse(hashed))
  const wanted = Buffer.from(hash, 'base64')
  return timingSafeEqual(await derive(given, Buffer.from(salt, 'base64'), used), wanted)
}

/** Without letters and digits that look alike on paper. */
const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const codeGroups = 5
const groupLength = 5

/** "K7QFM-…", 125 bits. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: groupLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')
  return Array.from({ length: codeGroups }, group).join('-')
}

/** As hashed: small letters, blanks and missing dashes are forgiven. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
