// The id of the last unexpected error, for the screen that helps; what it was stands in the log.

export class LastError {
  #current: { readonly id: string; readonly at: string } | null = null
  readonly #instant: () => string

  constructor(instant: () => string) {
    this.#instant = instant
  }

  get current(): { readonly id: string; readonly at: string } | null {
    return this.#current
  }

  note(id: string): void {
    this.#current = { id, at: this.#instant() }
  }
}
