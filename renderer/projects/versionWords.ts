// How a version of a đề án is named on screen.
import type { ProjectVersionHead } from '../../shared/contract/projects'
import { versionStageLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'

export function versionName(version: ProjectVersionHead): string {
  return `Bản ${version.number} – ${versionStageLabels[version.stage]}${version.locked ? '' : ' (đang soạn)'}`
}

/** Such as "Bản 1 – Được phê duyệt đã khóa theo QĐ 12/QĐ-UBND ngày 05/01/2027". */
export function lockedInWords(version: ProjectVersionHead): string {
  const decision = [
    version.decisionNumber === '' ? '' : `theo QĐ ${version.decisionNumber}`,
    version.decisionDate === null ? '' : `ngày ${formatDate(version.decisionDate)}`,
  ].filter((part) => part !== '')
  const when = decision.length > 0 || version.lockedOn === null ? decision : [`ngày ${formatDate(version.lockedOn)}`]
  return ['Bản', String(version.number), '–', versionStageLabels[version.stage], 'đã khóa', ...when].join(' ')
}
