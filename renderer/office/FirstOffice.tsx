// A new data file asks once who the office is; every paper begins with these names.

import { blankOffice } from '../../shared/contract/office'
import { useCommandCall } from '../app/calls'
import { Button } from '../components/Button'
import { useContractForm } from '../components/form'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import type { DataFile } from '../start/useDataFile'
import styles from './FirstOffice.module.css'
import { OfficeContactFields, OfficeNameFields } from './OfficeFields'
import { officeSchema } from './officeForm'

export function FirstOffice({ dataFile }: { readonly dataFile: DataFile }) {
  const save = useCommandCall('office.save')
  const form = useContractForm(officeSchema, blankOffice)
  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <RecordForm
          form={form}
          label="Thông tin đơn vị"
          problemPrefix="office."
          header={(saveNow, saving) => (
            <PageHeader
              title="Thông tin đơn vị"
              detail="Ghi một lần; các văn bản, bảng biểu lấy tên từ đây. Sửa lại lúc nào cũng được ở mục Thiết lập."
              actions={<Button onClick={() => void dataFile.close()}>Đóng tệp</Button>}
              primary={
                <Button kind="primary" busy={saving} onClick={saveNow} title="Ctrl+S">
                  Lưu và bắt đầu
                </Button>
              }
            />
          )}
          sections={[
            { id: 'names', title: 'Tên đơn vị', fields: [], content: <OfficeNameFields /> },
            { id: 'contact', title: 'Liên hệ (điền sau cũng được)', fields: [], content: <OfficeContactFields /> },
          ]}
          onSave={async (office) => {
            // The frame takes this form's place as soon as the office is read again.
            await save.mutateAsync({ rowVersion: 0, office })
            return office
          }}
          onBack={() => {}}
        />
      </div>
    </main>
  )
}
