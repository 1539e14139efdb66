// The band under the head of a đề án: which version this is, whether it can be changed, and the way to the others.
import type { ReactNode } from 'react'
import type { ProjectVersionHead } from '../../shared/contract/projects'
import { comparisonLabels } from '../../shared/labels'
import { Button } from '../components/Button'
import styles from './ProjectForm.module.css'
import { lockedInWords, versionName } from './versionWords'

function howToChange(isNewest: boolean, byVersion: boolean, byRequest: boolean): string {
  if (!isNewest) return 'chỉ xem được.'
  if (byRequest) return 'muốn sửa: lập điều chỉnh.'
  return byVersion ? 'muốn sửa: lập phiên bản mới.' : 'chỉ xem được.'
}

interface VersionBandProps {
  readonly version: ProjectVersionHead
  readonly versions: readonly ProjectVersionHead[]
  readonly onShow: (versionId: number) => void
  readonly onCompare: () => void
  /** Only a locked version asks for the next one. */
  readonly onStart: (() => void) | null
  /** What was decided is changed by a request alone. */
  readonly change: ReactNode
}

export function VersionBand({ version, versions, onShow, onCompare, onStart, change }: VersionBandProps) {
  const newest = versions.at(-1) ?? version
  const isNewest = version.id === newest.id
  // The first version, still being drafted: there is nothing to tell and nowhere else to go.
  if (!version.locked && versions.length < 2) return null
  return (
    <div className={styles.band}>
      <p>
        {version.locked
          ? `${lockedInWords(version)}; ${howToChange(isNewest, onStart !== null, change !== null)}`
          : `${versionName(version)}. Các bản trước đã khóa, vẫn giữ nguyên.`}
      </p>
      {versions.filter(({ locked }) => locked).length > 1 && (
        <Button kind="quiet" onClick={onCompare}>
          {comparisonLabels.ofProject}
        </Button>
      )}
      {versions.length > 1 && (
        <label>
          Xem bản{' '}
          <select value={version.id} onChange={(event) => onShow(Number(event.currentTarget.value))}>
            {[...versions].reverse().map((one) => (
              <option key={one.id} value={one.id}>
                {versionName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {version.locked && isNewest && onStart !== null && <Button onClick={onStart}>Lập phiên bản mới</Button>}
      {isNewest && change}
    </div>
  )
}
