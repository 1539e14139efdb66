// Province and commune, one after the other: the commune's list follows the province.
import { useFormContext, useWatch } from 'react-hook-form'
import { useQueryCall } from '../app/calls'
import type { FieldWidth } from './Field'
import { SearchSelectField } from './fields'

interface PlaceFieldsProps {
  readonly province: string
  readonly commune: string
  readonly provinceLabel?: string
  readonly communeLabel?: string
  readonly required?: boolean
  readonly width?: FieldWidth
  readonly onProvince?: (name: string) => void
}

export function PlaceFields(props: PlaceFieldsProps) {
  const { province, commune, required, onProvince, width = 4 } = props
  const { provinceLabel = 'Tỉnh, thành phố', communeLabel = 'Xã, phường, đặc khu' } = props
  const { control, setValue } = useFormContext()
  const provinceCode: unknown = useWatch({ control, name: province })
  const chosen = typeof provinceCode === 'string' && /^\d{2}$/.test(provinceCode) ? provinceCode : null
  const provinces = useQueryCall('office.provinces', {})
  const communes = useQueryCall('office.communes', { provinceCode: chosen ?? '00' }, { enabled: chosen !== null })
  return (
    <>
      <SearchSelectField
        name={province}
        label={provinceLabel}
        width={width}
        {...(required === undefined ? {} : { required })}
        options={(provinces.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        onChosen={(code) => {
          setValue(commune, null, { shouldDirty: true })
          const name = provinces.data?.find((one) => one.code === code)?.name
          if (name !== undefined) onProvince?.(name)
        }}
      />
      <SearchSelectField
        name={commune}
        label={communeLabel}
        width={width}
        disabled={chosen === null}
        placeholder={chosen === null ? 'Chọn tỉnh trước' : ''}
        options={(communes.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}
