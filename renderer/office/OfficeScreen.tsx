// Thiết lập: who the office is, who signs, the symbols of its papers.
import { useState } from 'react'
import type { OfficeDetails } from '../../shared/contract/office'
import { labels, menuLabels } from '../../shared/labels'
import { useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { HistoryButton } from '../history/HistoryButton'
import { OfficeAccountFields, OfficeContactFields, OfficeNameFields, SignerGrid, SymbolGrid } from './OfficeFields'
import { officeSchema } from './officeForm'

export function OfficeScreen() {
  const read = useRecordCall('office.get', {})
  if (read.error !== null) return <QueryProblem error={read.error} retry={() => void read.refetch()} />
  if (read.data === undefined || read.data.office === null) return null
  return <OfficeForm rowVersion={read.data.rowVersion} office={read.data.office} />
}

function OfficeForm(initial: { readonly rowVersion: number; readonly office: OfficeDetails }) {
  const [rowVersion, setRowVersion] = useState(initial.rowVersion)
  const form = useContractForm(officeSchema, initial.office)
  const save = useCommandCall('office.save')
  const read = useQueryCall('office.get', {})
  return (
    <RecordForm
      form={form}
      label="Thông tin đơn vị"
      problemPrefix="office."
      header={(saveNow, saving) => (
        <PageHeader
          title={menuLabels.office}
          detail="Đơn vị, người ký và ký hiệu văn bản"
          actions={<HistoryButton record={{ kind: 'office', id: 1 }} />}
          primary={
            <Button kind="primary" busy={saving} onClick={saveNow} title="Ctrl+S">
              {labels.save}
            </Button>
          }
        />
      )}
      sections={[
        {
          id: 'names',
          title: 'Đơn vị',
          fields: ['centreName', 'centreShortName', 'provinceCode', 'communeCode', 'departmentName', 'placeName'],
          content: <OfficeNameFields />,
        },
        {
          id: 'contact',
          title: 'Liên hệ',
          fields: ['address', 'phone', 'email', 'taxCode'],
          content: <OfficeContactFields />,
        },
        {
          id: 'accounts',
          title: 'Tài khoản, kho bạc',
          fields: ['bankAccount', 'bankName', 'budgetRelationCode', 'treasuryName'],
          content: <OfficeAccountFields />,
        },
        { id: 'signers', title: 'Người ký', fields: ['signers'], content: <SignerGrid /> },
        { id: 'symbols', title: 'Ký hiệu văn bản', fields: ['symbols'], content: <SymbolGrid /> },
      ]}
      onSave={async (office) => {
        const saved = await save.mutateAsync({ rowVersion, office })
        setRowVersion(saved.rowVersion)
        // Signers just added have got their ids: what is on screen must be what was saved.
        const now = await read.refetch()
        notifyDone('Đã lưu thông tin đơn vị')
        return now.data?.office ?? office
      }}
      onBack={() => void navigate(paths.overview)}
    />
  )
}
