// Two programs and one data file, in processes of their own: the second is told in words who has it, and what the first left when
// it was killed is known for what it is.
import { beforeEach, describe, it } from 'vitest'
import { asked } from '../support/openProgram'
import { commandLine, type ProgramKind, webProgram } from '../support/programProcesses'
import { samplePrograms } from '../support/sampleProgram'
import { tempFolders } from '../support/tempFolder'
import { expectKilledKnown, expectSecondRefused } from '../support/twoPrograms'

const temp = tempFolders()
const openSample = samplePrograms('2023-12-20')
const kinds: readonly ProgramKind[] = [webProgram, commandLine]
const pairs = kinds.flatMap((first) => kinds.map((second) => [first.name, second.name, first, second] as const))

let file = ''
beforeEach(async () => {
  const program = asked(await openSample())
  file = (await program.ask('files.current', {})).file?.path ?? ''
  await program.ask('files.close', {})
})

describe('a data file that one program has open', () => {
  it.each(pairs)('%s, is refused to another, %s, which says who has it', (_first, _second, first, second) =>
    expectSecondRefused({ first, second, file, newFolder: temp }),
  )

  it.each(pairs)('%s, that was killed, is opened by %s, which says whose it was', (_first, _second, first, second) =>
    expectKilledKnown({ first, second, file, newFolder: temp }),
  )
})
