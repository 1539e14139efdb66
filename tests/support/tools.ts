// Which system programs a test may use. Their absence skips a test on a bare machine and fails it where REQUIRE_TOOLS=1.
import { execFileSync } from 'node:child_process'

export type Tool = 'soffice' | 'pdftotext' | 'pdftoppm' | 'pdffonts' | 'pdfinfo' | 'chromium' | 'strace' | 'convert'

export function hasTool(tool: Tool): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [tool], { stdio: 'ignore' })
    return true
  } catch {
    if (process.env.REQUIRE_TOOLS === '1')
      throw new Error(`${tool} is required by REQUIRE_TOOLS=1 and is not installed`)
    return false
  }
}
