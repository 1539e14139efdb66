// What a reader has to know before trusting the figures of a report: drafts among the plans, đề án that were ended, even splits.
import { formatInteger } from '../vietnamese/numbers'
import type { ProjectFigures } from './reportFigures'

const codesOf = (figures: readonly ProjectFigures[]) => {
  const shown = figures.slice(0, 5).map(({ code }) => code)
  const more = figures.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` và ${formatInteger(more)} đề án khác` : ''}`
}

export function planNotices(figures: readonly ProjectFigures[]): string[] {
  const own = figures.filter(({ carriedOver }) => !carriedOver)
  const told = (standing: 'draft' | 'registered' | 'ended', words: (count: string, codes: string) => string) => {
    const found = own.filter(({ fact }) => fact.standing === standing)
    return found.length === 0 ? [] : [words(formatInteger(found.length), codesOf(found))]
  }
  return [
    ...told(
      'draft',
      (count, codes) => `${count} đề án lấy số kế hoạch từ bản đang soạn, chưa đăng ký, chưa có quyết định: ${codes}.`,
    ),
    ...told(
      'registered',
      (count, codes) => `${count} đề án lấy số kế hoạch từ bản đã đăng ký, chưa có quyết định: ${codes}.`,
    ),
    ...told(
      'ended',
      (count, codes) =>
        `${count} đề án đã ngừng không còn trong kế hoạch; số đã thực hiện trước khi ngừng vẫn được tính: ${codes}.`,
    ),
  ]
}

export function splitNotices(figures: readonly ProjectFigures[]): string[] {
  const even = figures.filter(({ counts, fact }) => counts && fact.split === 'evenly')
  if (even.length === 0) return []
  return [`${formatInteger(even.length)} đề án nhóm chưa phân bổ cho từng cơ sở, tạm chia đều: ${codesOf(even)}.`]
}
