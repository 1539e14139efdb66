// A Node too old for SQLite's binary is refused by its number, before anything is loaded.
import { describe, expect, it } from 'vitest'
import { nodeIsTooOld } from '../../electron/hosting/nodeGuard'

describe('nodeIsTooOld', () => {
  it.each(['12.22.12', '18.20.4', '20.20.2', '21.7.3', '22.0.0', '22.11.9'])('refuses %s', (version) => {
    expect(nodeIsTooOld(version)).toBe(true)
  })

  it.each(['22.12.0', '22.21.1', '23.0.0', '24.0.0', '26.1.0-nightly'])('takes %s', (version) => {
    expect(nodeIsTooOld(version)).toBe(false)
  })
})
