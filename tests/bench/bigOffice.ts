// A data file with many establishments, made through the program's own command.
import path from 'node:path'
import { createDataFile } from '../../electron/database/dataFile'
import { Session } from '../../electron/database/session'
import { saveEstablishment } from '../../electron/establishments/commands'
import { createAdminUnits } from '../../electron/office/adminUnits'
import { machineClock } from '../../electron/program/machine'
import { blankEstablishment } from '../../shared/contract/establishments'
import { establishmentName } from './establishmentNames'

export const resourcesDir = path.resolve('resources')

export function openBench(file: string): Session {
  return Session.open(file, { actor: { name: 'bench', host: 'bench' }, clock: machineClock })
}

export async function makeBigOffice(file: string, count: number): Promise<void> {
  createDataFile(file)
  const session = openBench(file)
  const units = createAdminUnits({ overlay: path.join(resourcesDir, 'administrativeUnits.json') })
  const communes = units.communes('19')
  await session.write('bench.fill', async (writer) => {
    for (let index = 0; index < count; index += 1) {
      const commune = communes[index % communes.length]
      const establishment = {
        ...blankEstablishment,
        code: `CS-${String(index + 1).padStart(5, '0')}`,
        name: establishmentName(index),
        taxCode: String(4_700_000_000 + index),
        productionProvinceCode: '19',
        productionCommuneCode: commune?.code ?? null,
        industry: 'Chế biến nông sản',
        years: [
          {
            year: 2025,
            employees: index % 90,
            revenue: index * 1_000_000,
            taxPaid: null,
            exportValue: null,
            capital: null,
            averageIncome: null,
          },
        ],
      }
      await saveEstablishment(writer, units, { id: null, rowVersion: null, establishment, acceptDuplicates: true })
    }
  })
  await session.close()
}
