// The one way out of the window: the preload bridge on the desktop, a loopback POST in a browser. Both carry Results.
import type { DesktopBridge } from '../../shared/contract/bridge'
import type { Problem, Result } from '../../shared/contract/errors'
import { noteSignInNeeded } from './signInNeeded'

declare global {
  interface Window {
    readonly skc?: DesktopBridge
  }
}

export const onDesktop = window.skc !== undefined

/** A refusal, or an answer that never came, as an exception that carries its Problem. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { code: 'internal', message: 'Màn hình gặp lỗi ngoài dự kiến. Dữ liệu đã lưu vẫn an toàn.', fields: [] }
}

const noAnswer: Problem = {
  code: 'internal',
  message:
    'Không liên lạc được với chương trình: cửa sổ lệnh chạy chương trình có thể đã bị đóng. Dữ liệu đã lưu vẫn an toàn; hãy mở lại chương trình.',
  fields: [],
}

export async function callProgram(name: string, input: unknown): Promise<unknown> {
  const result = await (window.skc === undefined ? post(name, input) : window.skc.call(name, input))
  if (result.ok) return result.value
  if (result.error.code === 'signin.needed') noteSignInNeeded()
  throw new ProblemError(result.error)
}

async function post(name: string, input: unknown): Promise<Result<unknown>> {
  try {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, input }),
    })
    const result: unknown = await response.json()
    return isResult(result) ? result : { ok: false, error: noAnswer }
  } catch {
    return { ok: false, error: noAnswer }
  }
}

function isResult(value: unknown): value is Result<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value
}
