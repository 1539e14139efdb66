// The law of undo over votes, activities and imports of every kind: what came in a hundred rows at once goes as one piece of work.
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createProgram } from '../../electron/program'
import { importKinds } from '../../shared/contract/workbooks'
import { answerOf } from '../support/answers'
import { broughtMoves, imports } from '../support/broughtMoves'
import { carriedOffice } from '../support/carriedMoves'
import { tablesOf } from '../support/dump'
import { tempFolders } from '../support/tempFolder'
import { holdsFor, sequences, sequencesOf } from '../support/undoLaw'

const folder = tempFolders()

it('undo and redo put back everything of votes, activities and imports', async () => {
  const place = folder()
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => '2023-11-21', instant: () => '2023-11-21T03:00:00.000Z' },
    log: () => undefined,
  })
  const base = path.join(place, 'base.skc')
  const done = new Map<string, number>()
  const broughtIn: string[] = []
  try {
    await carriedOffice(program, base)
    const first = { kind: 0, a: 3, b: 2 }
    // So that every kind of work has something to be done to.
    for (const move of [0, 3, 7]) {
      const asked = await broughtMoves[move]?.(program, first, tablesOf(base))
      if (asked == null) throw new Error('nothing to do it to')
      await answerOf(program, ...asked)
    }
    for (const kind of importKinds) {
      const asked = await imports[kind](program, first, tablesOf(base))
      if (asked === null) throw new Error(`${kind}: nothing to bring in`)
      const { created } = await answerOf<{ created: number }>(program, ...asked)
      if (created > 0) broughtIn.push(kind)
    }
    await program.call('files.close', {})
    const all = sequences(sequencesOf(broughtMoves.length * 2), broughtMoves.length)
    const file = path.join(place, 'so.skc')
    fs.copyFileSync(base, file)
    await program.call('files.open', { path: file })
    for (const [name, count] of await holdsFor(program, { file, kinds: broughtMoves, thereAndBack: true }, all))
      done.set(name, count)
  } finally {
    await program.close()
  }
  // Every kind was really brought in, and every kind of work really done and undone, not only refused.
  expect(broughtIn).toEqual([...importKinds])
  expect([...done.keys()].sort()).toEqual([
    'activities.recordCertificate',
    'activities.remove',
    'activities.removeProduct',
    'activities.removeRound',
    'activities.save',
    'activities.saveProduct',
    'activities.saveRound',
    'workbooks.runImport',
  ])
}, 600_000)
