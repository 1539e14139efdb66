// A file whose office has named its people is not read or put back past them while it is closed: it is opened and signed into
// first. What is damaged can ask nobody, and is let through.
import path from 'node:path'
import { Refusal } from '../../../shared/contract/errors'
import type { Inspection } from '../../database/backups/inspect'
import { readCopy } from '../../database/readCopy'
import { readNaming } from '../../people/reader'
import type { DataFiles } from '../dataFiles'

/** @throws Refusal signin.needed */
export async function refusePastItsPeople(
  dataFiles: DataFiles,
  file: string,
  inspect: (file: string) => Promise<Inspection>,
): Promise<void> {
  // The call's own role was asked of whoever has signed in.
  if (dataFiles.isOpen(file)) return
  const naming = await readCopy(path.resolve(file), '2000-01-01', readNaming).catch(() => null)
  if (naming?.named === true && (await inspect(file)).ok) throw new Refusal('signin.needed')
}
