// A new record goes on in the form it was made in: once saved it has an address of its own, and the form stays as it stands.
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { navigate } from '../app/location'

interface Reading {
  readonly queryKey: QueryKey
  readonly queryFn: () => Promise<unknown>
}

interface MadeHere {
  /** Of the form: the same before and after its record got an id, another one for another record. */
  readonly key: string
  /** Shows the record just made under its own address, read before the form asks for it: nothing gives way to a waiting screen. */
  readonly goOn: (id: number, path: string, reading: Reading) => Promise<void>
}

/** `id` null: a new record. */
export function useMadeHere(id: number | null): MadeHere {
  const client = useQueryClient()
  const [made, setMade] = useState<{ readonly id: number; readonly count: number } | null>(null)
  const count = made?.count ?? 0
  return {
    key: id === null ? `new ${count}` : id === made?.id ? `new ${count - 1}` : String(id),
    goOn: async (newId, path, reading) => {
      await client.prefetchQuery(reading)
      setMade({ id: newId, count: count + 1 })
      await navigate(path, { replace: true, force: true })
    },
  }
}
