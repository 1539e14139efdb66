// The first screen: a new file, an existing one, the sample, or one of the recent ones.
import { useState } from 'react'
import { productName } from '../../shared/labels'
import { api } from '../app/api'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { FolderPicker, type FolderPickerMode } from './FolderPicker'
import styles from './start.module.css'
import { type DataFile, sampleName } from './useDataFile'

type DataFileMode = Exclude<FolderPickerMode, 'folder'>

const newFileName = 'so-khuyen-cong.skc'

export function StartScreen({ dataFile }: { readonly dataFile: DataFile }) {
  const recent = useQueryCall('files.recent', {})
  const folder = useQueryCall('files.defaultFolder', {})
  const [picking, setPicking] = useState<DataFileMode | null>(null)

  async function choose(mode: DataFileMode): Promise<void> {
    try {
      const answer =
        mode === 'open'
          ? await api.shell.chooseDataFile({})
          : await api.shell.chooseNewDataFile({ suggestedName: newFileName })
      if (answer.kind === 'in-page') setPicking(mode)
      if (answer.kind === 'chosen') await use(mode, answer.path)
    } catch (error) {
      notifyProblem(error)
    }
  }

  function use(mode: DataFileMode, path: string): Promise<void> {
    setPicking(null)
    return mode === 'open' ? dataFile.open(path) : dataFile.create(path)
  }

  return (
    <main className={styles.page}>
      <section className={styles.panel} aria-label="Chọn tệp dữ liệu">
        <h1 className={styles.title}>{productName}</h1>
        <p className={styles.lead}>Mọi số liệu của trung tâm nằm trong một tệp .skc. Chọn tệp để bắt đầu làm việc.</p>
        <ul className={styles.ways}>
          <li>
            <Button kind="primary" busy={dataFile.busy} autoFocus onClick={() => void choose('create')}>
              Tạo tệp mới…
            </Button>
            <span>Bắt đầu sổ của đơn vị: đặt tên tệp, chọn nơi lưu, nhập thông tin đơn vị.</span>
          </li>
          <li>
            <Button busy={dataFile.busy} onClick={() => void choose('open')}>
              Mở tệp có sẵn…
            </Button>
            <span>Tệp .skc trên máy này, ổ USB hoặc ổ mạng.</span>
          </li>
          <li>
            <Button busy={dataFile.busy} onClick={() => void dataFile.openSample()}>
              Mở dữ liệu mẫu
            </Button>
            <span>
              Kế hoạch khuyến công năm 2022 đã công bố, để xem và thử.
              {folder.data !== undefined && ` Lưu ở ${folder.data.path}${folder.data.separator}${sampleName}.`}
            </span>
          </li>
        </ul>
        {recent.data !== undefined && recent.data.length > 0 && (
          <>
            <h2 className={styles.recentTitle}>Mở gần đây</h2>
            <ul className={styles.recent}>
              {recent.data.map((file) => (
                <li key={file.path}>
                  <button
                    type="button"
                    disabled={!file.exists || dataFile.busy}
                    onClick={() => void dataFile.open(file.path)}
                  >
                    <strong>{file.name}</strong>
                    <span>{file.exists ? file.path : `${file.path} (không còn ở đó)`}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {picking !== null && (
        <FolderPicker
          mode={picking}
          suggestedName={newFileName}
          onClose={() => setPicking(null)}
          onChosen={(path) => void use(picking, path)}
        />
      )}
    </main>
  )
}
