// What can be asked of the history.
import type { CallOutput } from '../../shared/contract/index'
import type { Reader } from '../database/access'
import { whyFinal } from './commands'
import { commandWords } from './commandWords'
import { findCommand, readStacks } from './pastWork'

export async function readState(reader: Reader, openedAfter: number): Promise<CallOutput<'history', 'state'>> {
  const stacks = await readStacks(reader)
  const undo = stacks.undo.at(-1)
  const redo = stacks.redo.at(-1)
  return {
    undo:
      undo === undefined
        ? null
        : {
            ...(await describe(reader, undo.root)),
            inThisSession: undo.head > openedAfter,
            refusal: whyFinal(await findCommand(reader, undo.root)),
          },
    redo: redo === undefined ? null : await describe(reader, redo.root),
  }
}

async function describe(reader: Reader, commandId: number) {
  const work = await findCommand(reader, commandId)
  return { commandId, what: await commandWords(reader, work), at: work.at, person: work.actor }
}
