// From an address before 01/7/2025 to the commune of today: said when certain, asked when not, never guessed.
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import styles from './EstablishmentForm.module.css'

export function OldAddressFinder({ atHeadOffice }: { readonly atHeadOffice: boolean }) {
  const { control, setValue } = useFormContext()
  const text: unknown = useWatch({ control, name: 'oldAddressText' })
  const [asked, setAsked] = useState<string | null>(null)
  const found = useQueryCall('office.resolveAddress', { text: asked ?? '' }, { enabled: asked !== null })
  if (typeof text !== 'string' || text.trim() === '') return null

  function choose(provinceCode: string, communeCode: string | null): void {
    const [province, commune] = atHeadOffice
      ? ['provinceCode', 'communeCode']
      : ['productionProvinceCode', 'productionCommuneCode']
    setValue(province, provinceCode, { shouldDirty: true })
    setValue(commune, communeCode, { shouldDirty: true })
    setAsked(null)
  }

  const answer = asked === text && found.data !== undefined ? found.data : null
  return (
    <div className={styles.finder} aria-live="polite">
      <Button busy={asked === text && found.isFetching} onClick={() => setAsked(text)}>
        Tìm địa chỉ mới
      </Button>
      {answer !== null && (
        <>
          {answer.reason !== '' && <span>{answer.reason}</span>}
          {answer.choices.length === 0 && <span>Không tìm thấy xã mới tương ứng; hãy chọn tay ở trên.</span>}
          {answer.choices.map((choice) => (
            <Button
              key={`${choice.provinceCode}-${choice.communeCode}`}
              onClick={() => choose(choice.provinceCode, choice.communeCode)}
            >
              Chọn {choice.communeName === '' ? choice.provinceName : `${choice.communeName}, ${choice.provinceName}`}
            </Button>
          ))}
        </>
      )}
    </div>
  )
}
