// What the area needs from outside the data file.
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ChangeServices } from '../changes/services'
import type { FileSystem } from '../database/fileSystem'
import type { AdminUnits } from '../office/adminUnits'
import type { RenderService } from './renderService'

export interface DocumentServices {
  readonly resourcesDir: string
  readonly units: Pick<AdminUnits, 'findProvince' | 'findCommune'>
  readonly contentGroups: () => readonly ContentGroupEntry[]
  readonly changes: ChangeServices
  readonly renderer: RenderService
  /** Through which a dossier is written as a folder. */
  readonly files: FileSystem
}
