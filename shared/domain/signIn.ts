// How wrong tries are slowed, and what a PIN or password must be. The count and the time of the last wrong try are kept in
// the data file, so that starting the program again does not help.

/** Slips of the finger cost nothing. */
const freeTries = 4
const firstWaitSeconds = 30
const longestWaitSeconds = 15 * 60

/** Seconds to wait after so many wrong tries in a row: 30, 60, 120 … at most a quarter of an hour. */
export function waitAfter(wrongTries: number): number {
  if (wrongTries <= freeTries) return 0
  // A power too large to hold is larger than the longest wait as well.
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(wrongTries - freeTries - 1, 20))
}

export interface WrongTries {
  readonly count: number
  /** Milliseconds; null when there was none. */
  readonly lastAt: number | null
}

/** Seconds still to wait. A clock that was set back does not make the wait longer than it ever was, nor shorter. */
export function stillToWait({ count, lastAt }: WrongTries, now: number): number {
  if (lastAt === null) return 0
  const wait = waitAfter(count)
  const passed = Math.max(0, (now - lastAt) / 1_000)
  return Math.ceil(Math.max(0, wait - passed))
}

export function waitInWords(seconds: number): string {
  if (seconds < 60) return `${seconds} giây`
  return `${Math.ceil(seconds / 60)} phút`
}

const shortestPin = 4
const shortestPassword = 8
const longestSecret = 100

/** What is wrong with a chosen PIN or password, as a sentence; null when nothing is. */
export function secretProblem(secret: string): string | null {
  if (secret.length > longestSecret) return `Mật khẩu dài quá ${longestSecret} ký tự.`
  if (!/^\d+$/.test(secret))
    return secret.length < shortestPassword
      ? `Mật khẩu phải có ít nhất ${shortestPassword} ký tự (mã PIN chỉ gồm chữ số thì ít nhất ${shortestPin} số).`
      : null
  if (secret.length < shortestPin) return `Mã PIN phải có ít nhất ${shortestPin} chữ số.`
  return isGuessedFirst(secret) ? 'Mã PIN này ai cũng thử đầu tiên; hãy chọn mã khác.' : null
}

/** One digit repeated, or digits in a row up or down. */
function isGuessedFirst(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}
