// Long work lets the rest of the process go on: the window stays alive, its questions are answered.

/** Other work of the process waits no longer than this. */
const longestMilliseconds = 20

/** To be called between small steps: now and then it waits until what else there is to do was done. */
export function startPauses(): () => Promise<void> {
  let pausedAt = performance.now()
  return async () => {
    if (performance.now() - pausedAt < longestMilliseconds) return
    await new Promise((resolve) => setImmediate(resolve))
    pausedAt = performance.now()
  }
}
