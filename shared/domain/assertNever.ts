// The end of every switch over a closed set: adding a member without handling it is a compile error.

export function assertNever(value: never, why: string): never {
  throw new Error(`${why}: ${JSON.stringify(value)}`)
}
