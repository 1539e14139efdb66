// Keyboard shortcuts of screens. The screen shown last answers first; composing letters (Unikey, TSF) are never a shortcut.
import { useLayoutEffect, useRef } from 'react'

export type ShortcutKey =
  | `Ctrl+${'E' | 'K' | 'N' | 'P' | 'S' | 'Y' | 'Z'}`
  | `Alt+${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `Alt+${'ArrowUp' | 'ArrowDown'}`
  | 'Escape'
  | 'F2'
  | 'PageUp'
  | 'PageDown'

export type Shortcuts = Partial<Record<ShortcutKey, () => void>>

const layers: { readonly current: Shortcuts }[] = []

const plainKeys: readonly string[] = ['Escape', 'F2', 'PageUp', 'PageDown'] satisfies ShortcutKey[]

/** The name of a pressed combination, or null for ordinary typing. */
export function shortcutOf(event: KeyboardEvent): string | null {
  if (event.isComposing || event.key === 'Process') return null
  const control = event.ctrlKey || event.metaKey
  if (control && !event.altKey && !event.shiftKey) return `Ctrl+${event.key.toUpperCase()}`
  // With Alt the letter of the key may be another one (Alt+1 is "¡" on some layouts), its place is not.
  if (event.altKey && !control && !event.shiftKey)
    return `Alt+${/^(?:Digit|Numpad)\d$/.test(event.code) ? event.code.slice(-1) : event.key}`
  if (!event.altKey && !control && !event.shiftKey && plainKeys.includes(event.key)) return event.key
  return null
}

/** In a box these keys belong to what is being typed there. */
const keysOfFields: readonly string[] = ['Ctrl+Z', 'Ctrl+Y'] satisfies ShortcutKey[]

function isTypedInto(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}

// A dialog has its own keys and the screen behind it none; a list under a box closes on Escape. By the time a key arrives
// here it may have closed them already, so what was open is noted on the key's way in.
let dialogOpen = false
let listOpen = false

function noteWhatIsOpen(): void {
  dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
  listOpen = document.activeElement?.getAttribute('aria-expanded') === 'true'
}

function onKeyDown(event: KeyboardEvent): void {
  const name = shortcutOf(event)
  if (name === null || event.defaultPrevented) return
  // Ctrl+S and Ctrl+P of the browser would save or print the page of the program itself.
  if (name === 'Ctrl+S' || name === 'Ctrl+P') event.preventDefault()
  if (keysOfFields.includes(name) && isTypedInto(event.target)) return
  if (dialogOpen || (name === 'Escape' && listOpen)) return
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const run = layers[index]?.current[name as ShortcutKey]
    if (run === undefined) continue
    event.preventDefault()
    run()
    return
  }
}

export function startShortcuts(): void {
  window.addEventListener('keydown', noteWhatIsOpen, { capture: true })
  window.addEventListener('keydown', onKeyDown)
}

/** Answers these keys while the component is shown: from the moment it is seen, or a quick Ctrl+S would be lost. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useLayoutEffect(() => {
    latest.current = shortcuts
  })
  useLayoutEffect(() => {
    layers.push(latest)
    return () => {
      layers.splice(layers.indexOf(latest), 1)
    }
  }, [])
}
