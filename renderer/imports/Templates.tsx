// Our own forms, for whoever has no workbook yet or wants to mend what is on file in Excel and bring it back.
import { useState } from 'react'
import { type ImportKind, importKinds } from '../../shared/contract/workbooks'
import { importLabels } from '../../shared/labels'
import { problemOf } from '../app/bridge'
import { runQuery } from '../app/calls'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { saveFile } from '../documents/fileOut'
import styles from './ImportScreen.module.css'

interface TemplatesProps {
  readonly onProblem: (words: string | null) => void
}

export function Templates({ onProblem }: TemplatesProps) {
  const { year } = useYear()
  const [kind, setKind] = useState<ImportKind>('establishments')
  const [busy, setBusy] = useState(false)

  async function take(filled: boolean): Promise<void> {
    setBusy(true)
    onProblem(null)
    try {
      await saveFile(
        await runQuery('workbooks.importTemplate', { kind, filled, year: filled && !ofYear(kind) ? null : year }),
      )
    } catch (error) {
      onProblem(problemOf(error).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className={styles.templates} aria-label="Mẫu của chương trình">
      <p>
        Chưa có bảng sẵn? Lấy mẫu của chương trình: có hướng dẫn, danh sách để chọn và dòng ví dụ (khi nhập được bỏ
        qua).
      </p>
      <div className={styles.options}>
        <label>
          Loại số liệu
          <select
            className={styles.select}
            value={kind}
            onChange={(event) => setKind(importKinds.find((one) => one === event.currentTarget.value) ?? kind)}
          >
            {importKinds.map((one) => (
              <option key={one} value={one}>
                {importLabels.kinds[one]}
              </option>
            ))}
          </select>
        </label>
        <Button disabled={busy} onClick={() => void take(false)}>
          Tải mẫu trống
        </Button>
        <Button disabled={busy} onClick={() => void take(true)}>
          {ofYear(kind) ? `Tải mẫu có số liệu năm ${year}` : 'Tải mẫu có số liệu đang có'}
        </Button>
      </div>
    </section>
  )
}

/** Lines that belong to the year in hand; the rest go out whole. */
function ofYear(kind: ImportKind): boolean {
  return kind === 'plan' || kind === 'projects' || kind === 'needs' || kind === 'payments'
}
