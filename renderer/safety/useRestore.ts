// Restoring a backup from a screen: asked first, said afterwards, and taken back by one press.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../shared/contract/safety'
import { backupReasonLabels } from '../../shared/labels'
import { api } from '../app/api'
import { refreshAfter } from '../app/calls'
import { forgetSaved } from '../app/lastSaved'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { forgetKeptState } from '../app/settings'
import { mayLeave } from '../app/unsaved'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { timeWords } from './safetyWords'

export interface Restoring {
  readonly busy: boolean
  /** `path` where the file is not the open one. True when the backup is now the data file. */
  readonly restore: (backup: Backup, path?: string) => Promise<boolean>
}

export function useRestore(): Restoring {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)

  async function putBack(fileName: string, path: string | undefined, done: string): Promise<boolean> {
    setBusy(true)
    try {
      const where = path === undefined ? {} : { path }
      const { undoWith, keptDamaged } = await api.safety.restore({ ...where, fileName })
      forgetKeptState()
      forgetSaved()
      await navigate(paths.overview, { replace: true, force: true })
      notifyDone(
        keptDamaged === null ? done : `${done} Tệp hỏng được giữ nguyên ở ${keptDamaged}.`,
        undoWith === null
          ? null
          : {
              label: 'Hoàn tác phục hồi',
              run: () => void putBack(undoWith, undefined, 'Đã đưa tệp về như trước khi phục hồi.'),
            },
      )
      return true
    } catch (error) {
      notifyProblem(error)
      return false
    } finally {
      await refreshAfter(client, 'files.open')
      setBusy(false)
    }
  }

  return {
    busy,
    restore: async (backup, path) => {
      if (!(await mayLeave())) return false
      const when = timeWords(backup.takenAt)
      const why = [backupReasonLabels[backup.reason].toLocaleLowerCase('vi'), backup.label].filter(
        (word) => word !== '',
      )
      const yes = await askUser({
        title: 'Phục hồi từ bản sao lưu',
        text: `Tệp dữ liệu sẽ trở về như lúc ${when} (${why.join(': ')}). Những gì nhập sau lúc đó không còn trong tệp.\n\nTệp hiện tại được giữ lại trước, nên có thể hoàn tác việc phục hồi này.`,
        yes: 'Phục hồi',
      })
      return yes ? putBack(backup.fileName, path, `Đã phục hồi tệp dữ liệu như lúc ${when}.`) : false
    },
  }
}
