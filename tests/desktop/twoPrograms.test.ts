// The window and another program over one data file, each way round, and two windows of different users of the machine.
import { join } from 'node:path'
import { beforeEach, describe, it } from 'vitest'
import { commandLine, type Opened, type ProgramKind, webProgram } from '../support/programProcesses'
import { tempFolders } from '../support/tempFolder'
import { expectKilledKnown, expectSecondRefused } from '../support/twoPrograms'
import { callFromPage, hasElectron, startDesktopProgram } from './support/desktopProgram'

const temp = tempFolders()

const desktop: ProgramKind = {
  name: 'cửa sổ',
  hold: async (file) => {
    const program = await startDesktopProgram()
    const opened = (await callFromPage(program.page, 'files.open', { path: file })) as Opened
    if (!opened.ok) throw new Error(opened.error.message)
    return {
      close: program.stop,
      kill: async () => {
        const main = program.app.process()
        const gone = new Promise((resolve) => main.once('exit', resolve))
        main.kill('SIGKILL')
        await gone
      },
    }
  },
  tryToOpen: async (file) => {
    const program = await startDesktopProgram()
    try {
      return (await callFromPage(program.page, 'files.open', { path: file })) as Opened
    } finally {
      await program.stop()
    }
  },
}

const others = [webProgram, commandLine]
const pairs = [
  ...others.flatMap((other) => [
    [desktop.name, other.name, desktop, other] as const,
    [other.name, desktop.name, other, desktop] as const,
  ]),
  [desktop.name, `${desktop.name} khác`, desktop, desktop] as const,
]

let file = ''
beforeEach(async () => {
  if (!hasElectron) return
  file = join(temp(), 'so.skc')
  const program = await startDesktopProgram()
  await callFromPage(program.page, 'files.createSample', { path: file })
  await program.stop()
})

describe.skipIf(!hasElectron)('a data file that one program has open', () => {
  it.each(pairs)('%s, is refused to another, %s, which says who has it', (_first, _second, first, second) =>
    expectSecondRefused({ first, second, file, newFolder: temp }),
  )

  it.each(pairs)('%s, that was killed, is opened by %s, which says whose it was', (_first, _second, first, second) =>
    expectKilledKnown({ first, second, file, newFolder: temp }),
  )
})
