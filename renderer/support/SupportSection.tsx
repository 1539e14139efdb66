// Which program this is, the id of its last unexpected error, and the bundle for those who help.
import { useState } from 'react'
import { api } from '../app/api'
import { onDesktop } from '../app/bridge'
import { runQuery, useQueryCall } from '../app/calls'
import { mayLeave } from '../app/unsaved'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import styles from '../safety/Safety.module.css'

export function SupportSection() {
  const about = useQueryCall('support.about', {})
  const [making, setMaking] = useState(false)
  const [updating, setUpdating] = useState(false)
  if (about.data === undefined) return null
  const { version, schemaVersion, system, lastError } = about.data

  async function save(): Promise<void> {
    setMaking(true)
    try {
      await saveFile(await runQuery('support.bundle', {}))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setMaking(false)
    }
  }

  async function update(): Promise<void> {
    if (!(await mayLeave())) return
    setUpdating(true)
    try {
      // Once the installer has begun the program ends by itself.
      await api.shell.updateFromFile({})
    } catch (error) {
      notifyProblem(error)
    } finally {
      setUpdating(false)
    }
  }

  return (
    <section className={styles.support} aria-label="Hỗ trợ">
      <h2>Hỗ trợ</h2>
      <dl className={styles.facts}>
        <dt>Phiên bản</dt>
        <dd>{`${version} (dữ liệu phiên bản ${schemaVersion})`}</dd>
        <dt>Máy này</dt>
        <dd>{system}</dd>
        <dt>Mã lỗi gần nhất</dt>
        <dd>{lastError === null ? 'Không có lỗi ngoài dự kiến từ khi mở chương trình' : lastError.id}</dd>
        {onDesktop && (
          <>
            <dt>Cập nhật</dt>
            <dd>
              <span>Chọn tệp cài đặt phiên bản mới (kèm tệp chữ ký). Tệp dữ liệu được sao lưu trước khi cài.</span>
              <Button busy={updating} onClick={() => void update()}>
                Cập nhật từ tệp…
              </Button>
            </dd>
          </>
        )}
        <dt>Gói hỗ trợ</dt>
        <dd>
          <span>Nhật ký, phiên bản, cấu trúc bảng và số dòng. Không có số liệu hay tên riêng nào của đơn vị.</span>
          <Button busy={making} onClick={() => void save()}>
            Lưu gói hỗ trợ…
          </Button>
        </dd>
      </dl>
    </section>
  )
}
