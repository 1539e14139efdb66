// Unsaved work and leaving it: the one place that knows whether the screen has changes, and that asks before they are lost.

type Ask = () => Promise<boolean>

let dirtyForms = 0
let saving: Promise<void> | null = null
let ask: Ask = async () => true

export function hasUnsavedWork(): boolean {
  return dirtyForms > 0
}

/** Counts a form with changes until the returned function is called. */
export function markUnsaved(): () => void {
  dirtyForms += 1
  let open = true
  return () => {
    if (open) dirtyForms -= 1
    open = false
  }
}

/** The dialog that asks; set once by the component that shows it. */
export function setUnsavedQuestion(question: Ask): () => void {
  ask = question
  return () => {
    ask = async () => true
  }
}

/** Going on right after Ctrl+S waits for the saving instead of asking about what is just being saved. */
export async function whileSaving(work: Promise<void>): Promise<void> {
  saving = work
  try {
    await work
  } finally {
    if (saving === work) saving = null
  }
}

/** What is being saved right now is saved, or refused. */
export async function afterSaving(): Promise<void> {
  await saving
}

/** True when the user lets go of what is not saved. */
export function askToLetGo(): Promise<boolean> {
  return ask()
}

/** True when there is nothing to lose or the user lets it go. */
export async function mayLeave(): Promise<boolean> {
  await afterSaving()
  return dirtyForms === 0 || (await ask())
}

export function warnBeforeUnload(): void {
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsavedWork()) event.preventDefault()
  })
}
