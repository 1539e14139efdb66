// What was typed into a form between two readings of it: each changed value by its path, so that saving takes nothing back.

export interface TypedValue {
  /** As the form names it: 'years.0.revenue'. */
  readonly path: string
  readonly value: unknown
}

/** A list that grew or shrank counts as one value: its rows no longer stand where they stood. */
export function differences(before: unknown, after: unknown, path = ''): TypedValue[] {
  if (Object.is(before, after)) return []
  const inside = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return after.flatMap((value, index) => differences(before[index], value, inside(index)))
  if (isRecord(before) && isRecord(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(before[key], after[key], inside(key)),
    )
  return [{ path, value: after }]
}

/** The same value, or one inside the other. */
export function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
