// The calls of the area.
import type { changesContract } from '../../shared/contract/changes'
import type { AreaHandlers } from '../database/access'
import { cancelDecision } from './cancelDecision'
import { removeChange, reopenChange, saveChange, submitChange, withdrawChange } from './commands'
import { decideChange } from './decide'
import { listChanges, readChange } from './reader'
import { rebaseChange } from './rebase'
import type { ChangeServices } from './services'
import { splitChange } from './split'

export function changesHandlers(services: ChangeServices): AreaHandlers<typeof changesContract> {
  return {
    list: (reader, input) => listChanges(reader, services, input),
    get: (reader, { id }) => readChange(reader, services, id),
    save: saveChange,
    remove: async (writer, input) => {
      await removeChange(writer, input)
      return { done: true }
    },
    submit: submitChange,
    reopen: reopenChange,
    withdraw: withdrawChange,
    split: (writer, input) => splitChange(writer, services, input),
    rebase: (writer, input) => rebaseChange(writer, services, input),
    decide: (writer, input) => decideChange(writer, services, input),
    cancelDecision,
  }
}
