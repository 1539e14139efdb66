// Writing cơ sở: tens of thousands, each through the command a person's typing goes through.
import { z } from 'zod'
import { type EstablishmentDetails, establishmentDetails } from '../../../../shared/contract/establishments'
import type { Writer } from '../../../database/access'
import { saveEstablishment } from '../../../establishments/commands'
import type { AdminUnits } from '../../../office/adminUnits'
import { atRow } from '../atRow'
import type { RecordWork } from '../records/recordKind'
import type { Wrote } from './writeRecords'

export interface WrittenEstablishment {
  readonly id: number
  readonly rowVersion: number
}

const coded = z.looseObject({ code: z.string() })

/** By the key of their row. */
export async function writeEstablishments(
  writer: Writer,
  units: AdminUnits,
  works: Iterable<RecordWork>,
  wrote: Wrote,
): Promise<{ byRow: ReadonlyMap<string, WrittenEstablishment>; created: number; updated: number }> {
  const byRow = new Map<string, WrittenEstablishment>()
  const versions = new Map<number, number>()
  const codes = new CodeSequence()
  for (const { record } of works) {
    codes.take(coded.parse(record).code)
    await wrote(0)
  }
  let created = 0
  let updated = 0
  for (const work of works) {
    const details: EstablishmentDetails = establishmentDetails.parse(work.record)
    const target = work.joins === null ? work.target : (byRow.get(work.joins) ?? null)
    const establishment = target === null ? { ...details, code: codes.next(details.code) } : details
    const saved = await atRow(work.key, () =>
      saveEstablishment(writer, units, {
        id: target?.id ?? null,
        rowVersion: target === null ? null : (versions.get(target.id) ?? target.rowVersion),
        establishment,
        acceptDuplicates: true,
      }),
    )
    if (target === null) {
      created += 1
      codes.assigned(saved.code)
    } else updated += 1
    versions.set(saved.id, saved.rowVersion)
    byRow.set(work.key, saved)
    await wrote(byRow.size)
  }
  return { byRow, created, updated }
}

/** After the first code the office's numbering gave, the following ones are counted here: asking thousands of times is slow. */
class CodeSequence {
  readonly #taken = new Set<string>()
  #prefix = ''
  #number: number | null = null
  #width = 0

  /** A code the file itself gives. */
  take(written: string): void {
    if (written !== '') this.#taken.add(written)
  }

  next(written: string): string {
    if (written !== '' || this.#number === null) return written
    let number = this.#number + 1
    let code = this.#format(number)
    while (this.#taken.has(code)) {
      number += 1
      code = this.#format(number)
    }
    return code
  }

  assigned(code: string): void {
    if (this.#taken.has(code)) return
    const match = /^(.*?)(\d+)$/.exec(code)
    if (match === null) return
    this.#prefix = match[1] ?? ''
    this.#number = Number(match[2])
    this.#width = match[2]?.length ?? 0
  }

  #format(number: number): string {
    return this.#prefix + String(number).padStart(this.#width, '0')
  }
}
