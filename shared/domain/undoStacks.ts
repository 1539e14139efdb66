// What Ctrl+Z and Ctrl+Y would take: a text editor's two stacks, worked out from the history of commands. An undo is a
// command that takes another back, a redo takes an undo back; a new piece of work ends what could be redone.

export interface PastCommand {
  readonly id: number
  /** The command this one took back. */
  readonly undoes: number | null
}

export interface Undoable {
  /** The piece of work itself. */
  readonly root: number
  /** The last of its undoes and redoes, or itself: what the next one takes back. */
  readonly head: number
}

export interface UndoStacks {
  /** The last is taken first. */
  readonly undo: readonly Undoable[]
  readonly redo: readonly Undoable[]
}

/** @param commands oldest first */
export function undoStacks(commands: readonly PastCommand[]): UndoStacks {
  let undo: readonly Undoable[] = []
  let redo: readonly Undoable[] = []
  for (const { id, undoes } of commands) {
    if (undoes === null) {
      undo = [...undo, { root: id, head: id }]
      redo = []
      continue
    }
    const undone = undo.find(({ head }) => head === undoes)
    const redone = redo.find(({ head }) => head === undoes)
    if (undone !== undefined) {
      undo = undo.filter((one) => one !== undone)
      redo = [...redo, { root: undone.root, head: id }]
    } else if (redone !== undefined) {
      redo = redo.filter((one) => one !== redone)
      undo = [...undo, { root: redone.root, head: id }]
    }
  }
  return { undo, redo }
}
