// Who a record is of: a cơ sở on record, or a name that is on no record.
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../components/Button'
import { FieldRow } from '../components/Field'
import { TextField } from '../components/fields'
import { EstablishmentPicker } from './EstablishmentPicker'
import styles from './NamedEstablishment.module.css'

interface NamedEstablishmentProps {
  /** The field of the name; the link stands in `establishmentId` beside it. */
  readonly name: string
  readonly label: string
  readonly pickerLabel: string
}

export function NamedEstablishment({ name, label, pickerLabel }: NamedEstablishmentProps) {
  const { setValue } = useFormContext()
  const establishmentId: number | null = useWatch({ name: 'establishmentId' })
  const put = (id: number | null, text: string) => {
    setValue('establishmentId', id, { shouldDirty: true })
    setValue(name, text, { shouldDirty: true, shouldValidate: text !== '' })
  }
  return (
    <div className={styles.whole}>
      <FieldRow>
        <TextField
          name={name}
          label={label}
          required
          width={6}
          disabled={establishmentId !== null}
          hint={
            establishmentId === null ? (
              'Chưa gắn với sổ cơ sở.'
            ) : (
              <>
                Lấy từ sổ cơ sở.{' '}
                <Button kind="quiet" onClick={() => put(null, '')}>
                  Chọn lại
                </Button>
              </>
            )
          }
        />
        <div className={styles.picker}>
          <EstablishmentPicker
            label={pickerLabel}
            taken={establishmentId === null ? [] : [establishmentId]}
            onPick={(chosen) => put(chosen.establishmentId, chosen.name)}
          />
        </div>
      </FieldRow>
    </div>
  )
}
