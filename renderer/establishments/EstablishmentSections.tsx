// The parts of a cơ sở's form.
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { areaFlags, certificateKinds, establishmentStatuses, legalForms } from '../../shared/domain/establishments'
import {
  areaFlagLabels,
  certificateKindLabels,
  certificateLabels,
  establishmentLabels,
  establishmentStatusLabels,
  genderLabels,
  legalFormLabels,
} from '../../shared/labels'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import {
  CheckField,
  DateField,
  ManyChoicesField,
  optionsOf,
  ParagraphField,
  SelectField,
  TextField,
} from '../components/fields'
import { PlaceFields } from '../components/PlaceFields'
import styles from './EstablishmentForm.module.css'
import { nextFiguresYear, producesAtHeadOffice, productionFields } from './establishmentForm'
import { OldAddressFinder } from './OldAddressFinder'

const names = establishmentLabels

export function IdentitySection({ isNew }: { readonly isNew: boolean }) {
  return (
    <FieldRow>
      <TextField name="name" label={names.name} width={7} required autoFocus={isNew} />
      <TextField name="code" label={names.code} width={2} {...(isNew ? { placeholder: 'tự đặt' } : {})} />
      <SelectField
        name="status"
        label={names.status}
        width={3}
        options={optionsOf(establishmentStatuses, establishmentStatusLabels)}
      />
      <SelectField
        name="legalForm"
        label={names.legalForm}
        width={4}
        required
        emptyLabel="Chọn loại hình…"
        options={optionsOf(legalForms, legalFormLabels)}
      />
      <TextField name="shortName" label={names.shortName} width={4} />
      <TextField name="taxCode" label={names.taxCode} width={4} />
      <TextField name="registrationNumber" label={names.registrationNumber} width={4} />
      <DateField name="registrationDate" label={names.registrationDate} width={4} />
      <TextField name="registrationPlace" label={names.registrationPlace} width={4} />
    </FieldRow>
  )
}

export function AddressSection() {
  const { getValues, setValue } = useFormContext()
  const [atHeadOffice, setAtHeadOffice] = useState(() =>
    producesAtHeadOffice(
      Object.fromEntries(productionFields.map((field) => [field, getValues(field)])) as Parameters<
        typeof producesAtHeadOffice
      >[0],
    ),
  )
  return (
    <>
      <h3 className={styles.subtitle}>Trụ sở</h3>
      <FieldRow>
        <PlaceFields province="provinceCode" commune="communeCode" />
        <TextField name="headOfficeAddress" label={names.headOfficeAddress} width={4} />
      </FieldRow>
      <h3 className={styles.subtitle}>Nơi sản xuất</h3>
      <FieldRow>
        <label className={styles.same}>
          <input
            type="checkbox"
            checked={atHeadOffice}
            onChange={(event) => {
              setAtHeadOffice(event.currentTarget.checked)
              setValue('productionAddress', '', { shouldDirty: true })
              setValue('productionCommuneCode', null, { shouldDirty: true })
              const province: unknown = event.currentTarget.checked ? null : getValues('provinceCode')
              setValue('productionProvinceCode', province, { shouldDirty: true })
            }}
          />
          Sản xuất tại trụ sở
        </label>
        {!atHeadOffice && (
          <>
            <PlaceFields province="productionProvinceCode" commune="productionCommuneCode" />
            <TextField name="productionAddress" label={names.headOfficeAddress} width={4} />
          </>
        )}
      </FieldRow>
      <h3 className={styles.subtitle}>Địa chỉ trên giấy tờ cũ</h3>
      <FieldRow>
        <TextField
          name="oldAddressText"
          label={names.oldAddress}
          width={12}
          placeholder="Thôn, xã, huyện, tỉnh như giấy tờ cũ"
        />
        <OldAddressFinder atHeadOffice={atHeadOffice} />
      </FieldRow>
      <h3 className={styles.subtitle}>Địa bàn, làng nghề, cụm công nghiệp</h3>
      <FieldRow>
        <ManyChoicesField name="areaFlags" label={names.areaFlags} options={optionsOf(areaFlags, areaFlagLabels)} />
        <CheckField name="inCraftVillage" label={names.inCraftVillage} width={3} />
        <OnlyWhen ticked="inCraftVillage">
          <TextField name="craftVillageName" label={names.craftVillageName} width={4} />
          <TextField name="craftVillageDecision" label={names.craftVillageDecision} width={5} />
        </OnlyWhen>
      </FieldRow>
      <FieldRow>
        <CheckField name="inIndustrialCluster" label={names.inIndustrialCluster} width={3} />
        <OnlyWhen ticked="inIndustrialCluster">
          <TextField name="industrialClusterName" label={names.industrialClusterName} width={9} />
        </OnlyWhen>
      </FieldRow>
    </>
  )
}

function OnlyWhen({ ticked, children }: { readonly ticked: string; readonly children: React.ReactNode }) {
  const { control } = useFormContext()
  return useWatch({ control, name: ticked }) === true ? children : null
}

export function PeopleSection() {
  return (
    <FieldRow>
      <TextField name="representativeName" label={names.representativeName} width={4} />
      <TextField name="representativeTitle" label={names.representativeTitle} width={3} />
      <SelectField
        name="representativeGender"
        label={names.representativeGender}
        width={2}
        options={optionsOf(['unknown', 'female', 'male'], genderLabels)}
      />
      <TextField name="representativeEthnicity" label={names.representativeEthnicity} width={3} />
      <TextField name="representativeIdNumber" label={names.representativeIdNumber} width={4} />
      <TextField name="phone" label={names.phone} width={4} />
      <TextField name="email" label={names.email} width={4} />
      <CheckField name="womenOwned" label={names.womenOwned} width={4} />
      <CheckField name="employsEthnicMinority" label={names.employsEthnicMinority} width={8} />
      <TextField name="bankAccount" label={names.bankAccount} width={4} />
      <TextField name="bankName" label={names.bankName} width={4} />
      <TextField name="bankBranch" label={names.bankBranch} width={4} />
    </FieldRow>
  )
}

export function IndustrySection() {
  return (
    <FieldRow>
      <TextField name="industry" label={names.industry} width={6} />
      <TextField name="industryCode" label={names.industryCode} width={2} />
      <TextField name="capacity" label={names.capacity} width={4} />
      <ParagraphField name="mainProducts" label={names.mainProducts} rows={2} />
      <ParagraphField name="note" label={names.note} rows={2} />
    </FieldRow>
  )
}

const yearColumns: readonly GridColumn[] = [
  { name: 'year', label: 'Năm', kind: 'year', width: 70 },
  { name: 'employees', label: names.employees, kind: 'number', width: 90 },
  { name: 'revenue', label: `${names.revenue} (đ)`, kind: 'money', width: 150 },
  { name: 'taxPaid', label: `${names.taxPaid} (đ)`, kind: 'money', width: 140 },
  { name: 'exportValue', label: `${names.exportValue} (đ)`, kind: 'money', width: 140 },
  { name: 'capital', label: `${names.capital} (đ)`, kind: 'money', width: 150 },
  { name: 'averageIncome', label: names.averageIncome, kind: 'money', width: 160 },
]

export function YearsSection() {
  const { getValues } = useFormContext()
  return (
    <EditGrid
      name="years"
      label="Số liệu từng năm"
      columns={yearColumns}
      newRow={() => ({
        year: nextFiguresYear(getValues('years'), new Date().getFullYear()),
        employees: null,
        revenue: null,
        taxPaid: null,
        exportValue: null,
        capital: null,
        averageIncome: null,
      })}
      addLabel="Thêm năm"
      empty="Chưa có số liệu năm nào. Số liệu này dùng để so sánh trước và sau khi được hỗ trợ."
    />
  )
}

const certificateColumns: readonly GridColumn[] = [
  {
    name: 'kind',
    label: certificateLabels.kind,
    kind: 'choice',
    width: 190,
    options: optionsOf(certificateKinds, certificateKindLabels),
  },
  { name: 'name', label: certificateLabels.name, kind: 'text', width: 220, grow: true },
  { name: 'level', label: certificateLabels.level, kind: 'text', width: 120 },
  { name: 'number', label: certificateLabels.number, kind: 'text', width: 130 },
  { name: 'date', label: certificateLabels.date, kind: 'date', width: 110 },
  { name: 'expiryDate', label: certificateLabels.expiryDate, kind: 'date', width: 110 },
]

export function CertificatesSection() {
  return (
    <EditGrid
      name="certificates"
      label="Chứng nhận"
      columns={certificateColumns}
      newRow={() => ({ kind: 'typicalProduct', name: '', level: '', number: '', date: null, expiryDate: null })}
      addLabel="Thêm chứng nhận"
      empty="Chưa có chứng nhận nào."
    />
  )
}
