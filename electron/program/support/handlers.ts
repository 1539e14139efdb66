// The calls for those who help.
import { randomBytes } from 'node:crypto'
import type { supportContract } from '../../../shared/contract/support'
import type { AreaHandlers } from '../../database/access'
import { backupFolderOf, listBackups } from '../../database/backups/backupFolder'
import type { FileSystem } from '../../database/fileSystem'
import { migrations } from '../../database/migrations'
import type { Clock } from '../../database/session'
import type { DataFiles } from '../dataFiles'
import { supportBundle, systemWords } from './bundle'
import type { LastError } from './lastError'

export interface SupportParts {
  readonly dataFiles: DataFiles
  readonly files: FileSystem
  readonly clock: Clock
  readonly version: string
  readonly readLog: () => string
  readonly log: (message: string) => void
  readonly lastError: LastError
}

export function supportHandlers(parts: SupportParts): AreaHandlers<typeof supportContract> {
  const { dataFiles, files, clock, version, readLog, log, lastError } = parts
  return {
    about: async () => ({
      version,
      schemaVersion: migrations.length,
      system: systemWords(),
      lastError: lastError.current,
    }),
    bundle: async () => {
      const open = dataFiles.current()
      const backups = open === null ? [] : await listBackups(files, backupFolderOf(open.path), clock.today())
      const bytes = supportBundle({
        version,
        schemaVersion: open?.schemaVersion ?? migrations.length,
        system: systemWords(),
        log: readLog(),
        tables: open === null ? [] : await dataFiles.session.shape(),
        backups: backups.map(({ takenAt, reason, sizeBytes }) => ({ takenAt, reason, sizeBytes })),
        fileSizeBytes: open?.sizeBytes ?? null,
        lastError: lastError.current,
      })
      return {
        fileName: `goi-ho-tro-${clock.today()}.zip`,
        mediaType: 'application/zip',
        base64: Buffer.from(bytes).toString('base64'),
      }
    },
    reportScreenError: async ({ message }) => {
      const id = randomBytes(4).toString('hex')
      log(`[${id}] màn hình: ${message}`)
      lastError.note(id)
      return { id }
    },
  }
}
