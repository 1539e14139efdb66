// The second place for backups: chosen once, copied to by itself once a day while it can be reached, or at a press.
import { useState } from 'react'
import { formatDate } from '../../shared/vietnamese/dates'
import { api } from '../app/api'
import { type CallOutput, useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import { notifyDone, notifyProblem } from '../components/notices'
import { FolderPicker } from '../start/FolderPicker'
import styles from './Safety.module.css'

type Place = CallOutput<'safety.status'>['secondPlace']

export function SecondPlace({ place }: { readonly place: Place }) {
  const set = useCommandCall('safety.setSecondPlace')
  const copy = useCommandCall('safety.copyToSecondPlace')
  const [picking, setPicking] = useState(false)

  async function choose(): Promise<void> {
    try {
      const answer = await api.shell.chooseFolder({ title: 'Chọn nơi sao lưu thứ hai' })
      if (answer.kind === 'in-page') setPicking(true)
      if (answer.kind === 'chosen') await use(answer.path)
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function use(folder: string | null): Promise<void> {
    setPicking(false)
    try {
      const { sameDisk } = await set.mutateAsync({ folder })
      if (folder === null) notifyDone('Đã thôi dùng nơi sao lưu thứ hai. Các bản đã chép vẫn còn ở đó.')
      else if (sameDisk)
        notifyDone(
          'Đã chọn, nhưng nơi này cùng ổ đĩa với tệp dữ liệu: hỏng ổ đĩa là mất cả hai. Nên chọn USB hoặc máy khác.',
        )
      else notifyDone('Đã chọn nơi sao lưu thứ hai. Mỗi ngày chương trình tự chép một bản sang đó.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function copyNow(): Promise<void> {
    try {
      await copy.mutateAsync({})
      notifyDone('Đã chép bản sao lưu mới nhất sang nơi thứ hai và đối chiếu từng byte.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <>
      {place === null ? (
        <>
          <span>Chưa chọn. Nên chọn một USB hoặc ổ của máy khác, phòng khi hỏng ổ đĩa hoặc mất máy.</span>
          <Button onClick={() => void choose()}>Chọn nơi…</Button>
        </>
      ) : (
        <>
          <span>{place.folder}</span>
          <span className={place.failed ? styles.problem : styles.soft}>
            {place.failed && 'Lần chép gần nhất không thành. '}
            {place.copiedOn === null ? 'Chưa chép lần nào.' : `Chép ngày ${formatDate(place.copiedOn)}.`}
          </span>
          <Button busy={copy.isPending} onClick={() => void copyNow()}>
            Chép ngay
          </Button>
          <Button kind="quiet" onClick={() => void choose()}>
            Chọn nơi khác…
          </Button>
          <Button kind="quiet" onClick={() => void use(null)}>
            Thôi dùng
          </Button>
        </>
      )}
      {picking && (
        <FolderPicker
          mode="folder"
          suggestedName=""
          onClose={() => setPicking(false)}
          onChosen={(folder) => void use(folder)}
        />
      )}
    </>
  )
}
