// The two stacks against an editor's own: whatever is done, undone and redone, both take the same thing next.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PastCommand, undoStacks } from '../../shared/domain/undoStacks'

describe('undoStacks', () => {
  it('take what a text editor would take, over random work, undoes and redoes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('work', 'undo', 'redo')), (keys) => {
        const history: PastCommand[] = []
        const done: number[] = []
        const undone: number[] = []
        let next = 1
        for (const key of keys) {
          const { undo, redo } = undoStacks(history)
          expect(undo.map(({ root }) => root)).toEqual(done)
          expect(redo.map(({ root }) => root)).toEqual(undone)
          const target = key === 'undo' ? undo.at(-1) : redo.at(-1)
          if (key !== 'work' && target === undefined) continue
          history.push({ id: next, undoes: key === 'work' ? null : (target?.head ?? null) })
          if (key === 'work') {
            done.push(next)
            undone.length = 0
          } else if (key === 'undo') undone.push(done.pop() ?? 0)
          else done.push(undone.pop() ?? 0)
          next += 1
        }
      }),
    )
  })

  it('leave work that is older than what was asked for where it is', () => {
    expect(undoStacks([{ id: 9, undoes: 2 }])).toEqual({ undo: [], redo: [] })
  })
})
