// Clearing removed attachments away for good: a copy first, then their bytes, then the room they took.
import { Refusal } from '../../../shared/contract/errors'
import { type Purge, purgeRemovedFiles } from '../../archive/removedFiles'
import { storageRefusal } from '../../database/fileProblems'
import type { SafetyParts } from './handlers'

export interface Purged {
  readonly freed: number
  readonly sizeBefore: number
  readonly sizeAfter: number
  readonly backup: string
}

/** @throws Refusal record.missing, call.refused; backup.failed, disk.full before anything is cleared away */
export async function purgeFiles({ dataFiles, keeper, work }: SafetyParts, purge: Purge): Promise<Purged> {
  const { path } = dataFiles.session.file
  const sizeBefore = dataFiles.current()?.sizeBytes ?? 0
  const { id: backup } = await keeper.take(dataFiles.session, 'before-bulk')
  const { freed } = await dataFiles.session.write('safety.purgeFiles', (writer) => purgeRemovedFiles(writer, purge))
  // The bytes are gone whatever comes now; that the file does not shrink yet costs only room.
  await dataFiles
    .replace(path, async (_, letGo) => {
      await letGo()
      await work.run({ kind: 'compact', file: path })
    })
    .catch((error: unknown) => {
      if (!(error instanceof Refusal) && storageRefusal(error, path) === null) throw error
    })
  return { freed, sizeBefore, sizeAfter: dataFiles.current()?.sizeBytes ?? sizeBefore, backup }
}
