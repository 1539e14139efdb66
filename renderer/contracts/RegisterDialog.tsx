// The registers of the year, to look at and print or to keep as a workbook.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { contractRegisters } from '../../shared/contract/workbooks'
import { contractRegisterLabels, labels } from '../../shared/labels'
import { type CallOutput, runQuery } from '../app/calls'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { notifyProblem } from '../components/notices'
import { saveFile } from '../documents/fileOut'
import { PdfDialog } from '../documents/PdfDialog'
import styles from './Contracts.module.css'

type Register = (typeof contractRegisters)[number]

export function RegisterDialog({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const [shown, setShown] = useState<CallOutput<'workbooks.exportContractRegister'> | null>(null)

  async function make(register: Register, format: 'xlsx' | 'pdf'): Promise<void> {
    try {
      const file = await runQuery('workbooks.exportContractRegister', { register, year, format })
      if (format === 'xlsx') await saveFile(file)
      else setShown(file)
    } catch (error) {
      notifyProblem(error)
    }
  }

  if (shown !== null)
    return <PdfDialog title={shown.fileName} file={shown} waiting={false} error={null} onClose={() => setShown(null)} />
  return (
    <Modal opened onClose={onClose} title={`Sổ theo dõi năm ${year}`} size={620} transitionProps={{ duration: 0 }}>
      <table className={styles.table} aria-label="Sổ theo dõi">
        <tbody>
          {contractRegisters.map((register) => (
            <tr key={register}>
              <th scope="row">{contractRegisterLabels.names[register]}</th>
              <td>
                <Button
                  aria-label={`Xem và in: ${contractRegisterLabels.names[register]}`}
                  onClick={() => void make(register, 'pdf')}
                >
                  {labels.print}
                </Button>{' '}
                <Button
                  aria-label={`${labels.exportExcel}: ${contractRegisterLabels.names[register]}`}
                  onClick={() => void make(register, 'xlsx')}
                >
                  {labels.exportExcel}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={dialogStyles.buttons}>
        <Button onClick={onClose}>{labels.close}</Button>
      </div>
    </Modal>
  )
}
