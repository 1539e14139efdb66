// How zod behaves in the window: no generated code (the page forbids it), and Vietnamese where a schema says nothing itself.
import { z } from 'zod'
import vi from 'zod/v4/locales/vi.js'

export function setUpValidation(): void {
  z.config({ ...vi(), jitless: true })
}
