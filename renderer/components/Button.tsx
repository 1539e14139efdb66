// The buttons: one primary a screen, plain ones, quiet ones inside text, dangerous ones that destroy.
import type { ComponentProps, MouseEvent } from 'react'
import styles from './Button.module.css'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind
  /** Work under way: the button waits and says so to screen readers. */
  readonly busy?: boolean
}

/**
 * Pressing a button of a form in a dialog leaves the focus in its box: leaving the box would take away the error under it,
 * move the button from under the mouse and lose the click.
 */
function keepFocus(event: MouseEvent<HTMLButtonElement>): void {
  if (event.currentTarget.closest('[role="dialog"] form') !== null) event.preventDefault()
}

export function Button({ kind = 'plain', busy = false, className, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      onMouseDown={keepFocus}
      {...rest}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      className={[styles.button, styles[kind], className].filter(Boolean).join(' ')}
    />
  )
}
