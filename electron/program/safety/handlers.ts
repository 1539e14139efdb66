// The calls that keep the data file safe.
import path from 'node:path'
import { Refusal } from '../../../shared/contract/errors'
import type { Backup, safetyContract } from '../../../shared/contract/safety'
import { dayOf, safetyReminders } from '../../../shared/domain/backups'
import { readRemovedFiles } from '../../archive/removedFiles'
import type { AreaHandlers } from '../../database/access'
import {
  backupFolderOf,
  listBackups,
  readBackupName,
  readIndex,
  type StoredBackup,
  writeIndex,
} from '../../database/backups/backupFolder'
import { checkSecondPlace } from '../../database/backups/secondPlace'
import type { FileWork } from './fileWork'
import { refusePastItsPeople } from './namedFile'
import { purgeFiles } from './purgeFiles'
import { lostWords, rescueArchive } from './rescueFiles'
import { type RestoreParts, restoreFile } from './restoreFile'

export interface SafetyParts extends RestoreParts {
  readonly work: FileWork
}

function told(backup: StoredBackup): Backup {
  const { facts } = backup
  return {
    fileName: backup.id,
    takenAt: backup.takenAt,
    reason: backup.reason,
    label: backup.label,
    sizeBytes: backup.sizeBytes,
    counts:
      facts === null
        ? null
        : {
            establishments: facts.establishments,
            projects: facts.projects,
            plans: facts.plans,
            papers: facts.papers,
          },
  }
}

const nothingOpen = {
  folder: '',
  newest: null,
  running: false,
  lastProblem: null,
  checkedOn: null,
  secondPlace: null,
  reminders: [],
}

export function safetyHandlers(parts: SafetyParts): AreaHandlers<typeof safetyContract> {
  const { dataFiles, keeper, files, work } = parts
  const { clock, actor } = parts.session
  const openPath = () => dataFiles.session.file.path

  return {
    status: async () => {
      const open = dataFiles.current()
      if (open === null) return nothingOpen
      const folder = backupFolderOf(open.path)
      const [index, backups] = [await readIndex(files, folder), await listBackups(files, folder, clock.today())]
      const secondPlace = index.secondPlaces[actor.host] ?? null
      const newest = backups.at(0)
      const oldest = backups.map(({ takenAt }) => takenAt).sort()[0]
      return {
        folder,
        newest: newest === undefined ? null : told(newest),
        running: keeper.running,
        lastProblem: keeper.lastProblem,
        checkedOn: index.checkedOn,
        secondPlace,
        reminders: [
          ...safetyReminders({
            today: clock.today(),
            firstCopyOn: oldest === undefined ? null : dayOf(oldest),
            clockBehind: (await dataFiles.session.savedInTimeToCome()) !== null,
            lastCopyFailed: keeper.lastProblem !== null,
            secondPlaceSet: secondPlace !== null,
            secondCopyOn: secondPlace?.copiedOn ?? null,
            secondCopyFailed: secondPlace?.failed ?? false,
          }),
        ],
      }
    },
    backups: async ({ path: file }) => {
      const folder = backupFolderOf(file ?? openPath())
      return { folder, backups: (await listBackups(files, folder, clock.today())).map(told) }
    },
    backUp: async ({ label }) => ({ backup: told(await keeper.take(dataFiles.session, 'manual', label)) }),
    removeBackup: async ({ fileName }) => {
      const folder = backupFolderOf(openPath())
      if (readBackupName(fileName) === null) throw new Refusal('record.missing', 'bản sao lưu')
      await files.rm(path.join(folder, fileName)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT'
          ? new Refusal('record.missing', 'bản sao lưu')
          : new Refusal('file.readonly', fileName)
      })
      const index = await readIndex(files, folder)
      await writeIndex(files, folder, { ...index, entries: index.entries.filter((one) => one.fileName !== fileName) })
      return { done: true }
    },
    restore: async ({ path: file, fileName }) => {
      const wanted = path.resolve(file ?? openPath())
      await refusePastItsPeople(dataFiles, wanted, keeper.tools.inspect)
      return restoreFile(parts, wanted, fileName)
    },
    setSecondPlace: async ({ folder: wanted }) => {
      const file = openPath()
      const folder = backupFolderOf(file)
      const { sameDisk } = wanted === null ? { sameDisk: false } : await checkSecondPlace(files, file, wanted)
      const index = await readIndex(files, folder)
      const { [actor.host]: before, ...others } = index.secondPlaces
      const secondPlaces =
        wanted === null
          ? others
          : {
              ...others,
              [actor.host]: {
                folder: wanted,
                copiedOn: before?.folder === wanted ? before.copiedOn : null,
                failed: false,
              },
            }
      await writeIndex(files, folder, { ...index, secondPlaces })
      return { sameDisk }
    },
    copyToSecondPlace: async () => {
      // What was saved a minute ago goes there too.
      await keeper.take(dataFiles.session, 'interval')
      return { fileName: await keeper.copyToSecondPlace(openPath()) }
    },
    removedFiles: () => dataFiles.session.read(readRemovedFiles),
    purgeFiles: (input) => purgeFiles(parts, input),
    check: () => keeper.check(dataFiles.session),
    rescue: async ({ path: file }) => {
      const wanted = path.resolve(file)
      const stat = await files.stat(wanted).catch(() => null)
      if (stat === null || !stat.isFile()) throw new Refusal('file.missing', wanted)
      await refusePastItsPeople(dataFiles, wanted, keeper.tools.inspect)
      const rescue = await work.run({ kind: 'rescue', file: wanted })
      return {
        file: rescueArchive(rescue, `${path.parse(wanted).name}-cuu-du-lieu.zip`),
        tables: rescue.tables.length,
        rows: rescue.tables.reduce((sum, table) => sum + table.rows.length, 0),
        lost: lostWords(rescue),
      }
    },
  }
}
