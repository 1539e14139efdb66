// How sure we are of a rule: what was read in its source, what only repeats it, what is remembered, what is not known.

export const confidences = ['S', 'S?', 'I', 'M', 'M-low', 'UNKNOWN'] as const
/** S: seen in a source; S?: seen indirectly; I: inferred; M, M-low: remembered; UNKNOWN: no number is known. */
export type Confidence = (typeof confidences)[number]

/** The least sure of several, since a verdict is no surer than its weakest part. */
export function weakest(first: Confidence, ...others: readonly Confidence[]): Confidence {
  return others.reduce((weak, one) => (confidences.indexOf(one) > confidences.indexOf(weak) ? one : weak), first)
}

/** The mark beside a rule; null where there is nothing to warn of. */
export function confidenceMark(confidence: Confidence): string | null {
  switch (confidence) {
    case 'S':
      return null
    case 'S?':
      return 'nguồn gián tiếp'
    case 'I':
    case 'M':
    case 'M-low':
    case 'UNKNOWN':
      return 'chưa kiểm chứng'
  }
}

/** For the end of a verdict; empty where there is nothing to warn of. */
export function confidenceSentence(confidence: Confidence): string {
  const mark = confidenceMark(confidence)
  return mark === null
    ? ''
    : `Quy định này ${mark === 'nguồn gián tiếp' ? 'lấy từ nguồn gián tiếp' : mark}, cần đối chiếu với văn bản.`
}
