// The calls over data files themselves.
import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '../../shared/contract/errors'
import type { filesContract } from '../../shared/contract/files'
import { blankOffice, type OfficeDetails, officeDetails } from '../../shared/contract/office'
import { checkInput } from '../../shared/contract/wording'
import type { AreaHandlers } from '../database/access'
import { saveOffice } from '../office/commands'
import { type DataFiles, defaultDataFolder } from './dataFiles'
import type { RecentFiles } from './recentFiles'
import type { BackupKeeper } from './safety/backupKeeper'
import { fillSample, type SampleServices } from './sample'

const {
  centreName: _name,
  departmentName: _department,
  provinceCode: _province,
  placeName: _place,
  ...optional
} = blankOffice

/** What is given is completed with blanks; what every paper needs must be given. */
function wholeOffice(given: { readonly [Field in keyof OfficeDetails]?: unknown }): OfficeDetails {
  const checked = checkInput(officeDetails, { ...optional, ...given })
  if (checked.ok) return checked.value
  throw new Refusal(
    'input.invalid',
    '',
    checked.fields.map((field) => ({ ...field, path: `office.${field.path}` })),
  )
}

export function filesHandlers(
  files: DataFiles,
  recent: RecentFiles,
  services: SampleServices,
  keeper: BackupKeeper,
): AreaHandlers<typeof filesContract> {
  return {
    current: async () => ({ file: files.current() }),
    recent: async () =>
      recent.list().map((one) => ({ ...one, name: path.basename(one.path), exists: fs.existsSync(one.path) })),
    create: async ({ path: file, office }) => {
      const whole = office === undefined ? null : wholeOffice(office)
      const fill = async (session: Parameters<Parameters<DataFiles['create']>[1]>[0]) => {
        if (whole !== null)
          await session.write('office.save', (writer) => saveOffice(writer, { rowVersion: 0, office: whole }))
      }
      return { file: await files.create(file, fill) }
    },
    createSample: async ({ path: file }) => ({
      file: await files.create(file, (session) => fillSample(session, services)),
    }),
    open: async ({ path: file }) => ({ file: await files.open(file) }),
    close: async () => {
      await files.close()
      return { done: true }
    },
    prepareUpdate: async () => {
      if (files.current() !== null) {
        await keeper.take(files.session, 'before-update')
        await files.close()
      }
      return { done: true }
    },
    defaultFolder: async () => ({ path: defaultDataFolder(), separator: path.sep }),
  }
}
