// The boxes of the office's form, shared by the first entry and the settings.
import { useFormContext } from 'react-hook-form'
import { signingAuthorities } from '../../shared/contract/office'
import { signingAuthorityLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { optionsOf, TextField } from '../components/fields'
import { PlaceFields } from '../components/PlaceFields'
import { namesOfProvince } from './officeForm'

export function OfficeNameFields() {
  const { getValues, setValue } = useFormContext()
  const provinces = useQueryCall('office.provinces', {})
  return (
    <FieldRow>
      <TextField name="centreName" label="Tên trung tâm" width={8} required autoFocus />
      <TextField name="centreShortName" label="Tên gọi tắt" width={4} hint="Ví dụ: TTKC" />
      <PlaceFields
        province="provinceCode"
        commune="communeCode"
        communeLabel="Xã, phường nơi đặt trụ sở"
        required
        width={6}
        onProvince={(name) => {
          const province = provinces.data?.find((one) => one.name === name)
          if (province === undefined) return
          const names = namesOfProvince(province)
          for (const field of ['departmentName', 'placeName'] as const)
            if (getValues(field) === '') setValue(field, names[field], { shouldDirty: true })
        }}
      />
      <TextField
        name="departmentName"
        label="Cơ quan chủ quản"
        width={8}
        required
        hint="Tên Sở Công Thương, như trên văn bản"
      />
      <TextField name="placeName" label="Địa danh ghi trên văn bản" width={4} required />
    </FieldRow>
  )
}

export function OfficeContactFields() {
  return (
    <FieldRow>
      <TextField name="address" label="Địa chỉ" width={12} />
      <TextField name="phone" label="Điện thoại" width={4} />
      <TextField name="email" label="Thư điện tử" width={4} />
      <TextField name="taxCode" label="Mã số thuế" width={4} />
    </FieldRow>
  )
}

export function OfficeAccountFields() {
  return (
    <FieldRow>
      <TextField name="bankAccount" label="Số tài khoản" width={4} />
      <TextField name="bankName" label="Tại ngân hàng" width={8} />
      <TextField name="budgetRelationCode" label="Mã quan hệ ngân sách" width={4} />
      <TextField name="treasuryName" label="Kho bạc giao dịch" width={8} />
    </FieldRow>
  )
}

const signerColumns: readonly GridColumn[] = [
  { name: 'name', label: 'Họ và tên', kind: 'text', width: 200, grow: true },
  { name: 'position', label: 'Chức vụ', kind: 'text', width: 160 },
  {
    name: 'authority',
    label: 'Ký',
    kind: 'choice',
    width: 180,
    options: optionsOf(signingAuthorities, signingAuthorityLabels),
  },
  { name: 'onBehalfOf', label: 'Thay cho (sau TM., KT., …)', kind: 'text', width: 210 },
  { name: 'isDefault', label: 'Mặc định', kind: 'check', width: 80 },
]

export function SignerGrid() {
  return (
    <EditGrid
      name="signers"
      label="Người ký"
      columns={signerColumns}
      newRow={() => ({ id: null, name: '', position: '', authority: 'none', onBehalfOf: '', isDefault: false })}
      addLabel="Thêm người ký"
      empty="Chưa có người ký. Văn bản sẽ để trống phần họ tên dưới chữ ký."
    />
  )
}

export function SymbolGrid() {
  const forms = useQueryCall('documents.forms', {})
  const columns: readonly GridColumn[] = [
    {
      name: 'form',
      label: 'Mẫu văn bản',
      kind: 'choice',
      width: 360,
      grow: true,
      options: (forms.data ?? []).map((form) => ({ value: form.id, label: form.shortTitle })),
    },
    { name: 'symbol', label: 'Ký hiệu sau số', kind: 'text', width: 220 },
  ]
  if (forms.data === undefined) return null
  return (
    <EditGrid
      name="symbols"
      label="Ký hiệu văn bản"
      columns={columns}
      newRow={() => ({ form: forms.data[0]?.id ?? '', symbol: '' })}
      addLabel="Thêm ký hiệu"
      empty="Chưa đặt ký hiệu riêng: văn bản dùng ký hiệu của mẫu. Ví dụ số 12/HĐ-KC thì ký hiệu là HĐ-KC."
    />
  )
}
