// Where a contract begins: which kind, for which đề án; the rest is filled in from what is on record.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { type ContractKind, contractKinds } from '../../shared/domain/contracts'
import { contractKindLabels, contractLabels, labels, programmeLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FilterSearch } from '../components/filters'
import { matches } from './matching'
import styles from './NewContractDialog.module.css'

const kindWords: Readonly<Record<ContractKind, string>> = {
  agency: 'Cục (KCQG) hoặc Sở (KCĐP) giao, Trung tâm thực hiện; một hợp đồng có thể gồm nhiều đề án.',
  beneficiary: 'Trung tâm hỗ trợ cơ sở; mỗi đơn vị thụ hưởng một hợp đồng, của một đề án.',
  supplier: 'Trung tâm thuê, mua phục vụ đề án: tư vấn, in ấn, gian hàng, truyền thông…',
}

export function NewContractDialog({ onClose }: { readonly onClose: () => void }) {
  const { year } = useYear()
  const board = useQueryCall('contracts.board', { year })
  const [kind, setKind] = useState<ContractKind>('agency')
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [text, setText] = useState('')
  const rows = (board.data?.rows ?? []).filter((row) => matches(text, `${row.code} ${row.name}`))
  const first = board.data?.rows.find((row) => row.projectId === chosen[0])
  const several = kind !== 'beneficiary'

  function toggle(id: number): void {
    if (!several) setChosen([id])
    else setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  }

  return (
    <Modal opened onClose={onClose} title={contractLabels.new} size={760} transitionProps={{ duration: 0 }}>
      <fieldset className={styles.kinds}>
        <legend>{contractLabels.kind}</legend>
        {contractKinds.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => {
                setKind(one)
                setChosen(one === 'beneficiary' ? chosen.slice(0, 1) : chosen)
              }}
            />
            <span>
              <strong>{contractKindLabels[one]}</strong>
              <br />
              <span className={styles.words}>{kindWords[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.search}>
        <FilterSearch label="Tìm đề án" placeholder="Tìm đề án (không cần dấu)" value={text} onChange={setText} />
      </div>
      <ul className={styles.projects} aria-label="Đề án được giao">
        {rows.map((row) => (
          <li key={row.projectId}>
            <label>
              <input
                type={several ? 'checkbox' : 'radio'}
                name="project"
                checked={chosen.includes(row.projectId)}
                disabled={several && first !== undefined && first.programme !== row.programme}
                onChange={() => toggle(row.projectId)}
              />
              <span>
                {row.code} · {programmeLabels[row.programme].short} · {row.name}
              </span>
            </label>
          </li>
        ))}
        {board.data !== undefined && board.data.rows.length === 0 && (
          <li className={styles.words}>
            Năm {year} chưa có đề án nào được phê duyệt. Ghi quyết định phê duyệt ở đề án hoặc khóa kế hoạch năm trước
            khi lập hợp đồng.
          </li>
        )}
      </ul>
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.cancel}</Button>
        <Button
          kind="primary"
          disabled={chosen.length === 0}
          onClick={() => {
            onClose()
            void navigate(paths.newContract(kind, chosen))
          }}
        >
          Điền sẵn hợp đồng
        </Button>
      </div>
    </Modal>
  )
}
