// Where the keys go when a screen opens.

/** The part of the frame that holds the screen. */
export const screenId = 'screen'

/** Nothing that is being used has the focus: a screen may take it. */
export function focusIsFree(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.id === screenId
}

/** The screen that opens takes the keys: whatever had the focus lets it go. */
export function leaveMenu(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
