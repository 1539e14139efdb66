// A data file with something of every area: the sample, one đề án carried to its settlement, another's first money, needs, files,
// issued papers, imported lines, deadlines, an undone command.
import fs from 'node:fs'
import { answerOf } from '../support/answers'
import { carriedProject } from '../support/carriedProject'
import { workOn } from './mixedLoad'
import { soakProgram } from './paths'
import { chanceOf } from './random'

export async function makeFilledFile(file: string, userDataDir: string): Promise<void> {
  const program = soakProgram(userDataDir)
  try {
    await answerOf(program, 'files.createSample', { path: file })
    await carriedProject(program)
    const base64 = fs.readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
    await answerOf(program, 'workbooks.runImport', { fileName: 'a.xlsx', base64, year: 2031 })
    await answerOf(program, 'establishments.saveNeed', {
      id: null,
      rowVersion: null,
      need: {
        year: 2027,
        establishmentId: 1,
        asker: '',
        contentGroup: 'ND3',
        subContent: null,
        activity: 'Máy sấy',
        totalInvestment: 2,
        wishedSupport: 1,
        receivedOn: '2023-01-05',
        note: '',
      },
    })
    // Always the same work, so that a seed means the same file.
    const chance = chanceOf(2_022)
    for (let step = 0; step < 40; step += 1) await workOn(program, chance)
  } finally {
    await program.close()
  }
}
