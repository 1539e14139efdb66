// How zod behaves in the window: no generated code (the page forbids it), and the program's own words where a schema says
// nothing itself.
import { z } from 'zod'
import { wordIssue } from '../../shared/contract/wording'

export function setUpValidation(): void {
  z.config({ customError: wordIssue, jitless: true })
}
