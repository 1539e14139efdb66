// Machines, schedule, legal bases and repayments of a locked version: to be read, not changed.
import type { ReactNode } from 'react'
import type { ProjectContent, ProjectIdentity } from '../../shared/contract/projects'
import { labels, proposalLabels, supportModeLabels } from '../../shared/labels'
import { formatDate, formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { moneyInWords } from '../../shared/vietnamese/words'
import { useQueryCall } from '../app/calls'
import { formatQuantity } from './budgetRows'
import styles from './ProjectForm.module.css'
import { equipmentTotal, FlagshipNote } from './ProposalSections'

interface ReadingProps {
  readonly content: ProjectContent
}

export function ProposalReading({ content, identity }: ReadingProps & { readonly identity: ProjectIdentity }) {
  return (
    <>
      {content.equipment.length > 0 && <EquipmentReading content={content} />}
      {content.scheduleSteps.length > 0 && (
        <ReadTable
          label={proposalLabels.scheduleSteps}
          columns={[proposalLabels.stepContent, proposalLabels.from, proposalLabels.to, proposalLabels.inCharge]}
          rows={content.scheduleSteps.map((one) => [
            one.content,
            one.startMonth === null ? '' : formatMonth(one.startMonth),
            one.endMonth === null ? '' : formatMonth(one.endMonth),
            one.inCharge,
          ])}
        />
      )}
      <FlagshipNote {...content} kind={identity.kind} steps={content.scheduleSteps.length} />
      {content.legalBases.length > 0 && <BasesReading content={content} />}
    </>
  )
}

function EquipmentReading({ content }: ReadingProps) {
  const total = equipmentTotal(content.equipment)
  return (
    <>
      <ReadTable
        label={proposalLabels.equipment}
        columns={[
          proposalLabels.equipmentName,
          proposalLabels.origin,
          proposalLabels.unit,
          proposalLabels.quantity,
          proposalLabels.unitPrice,
          labels.note,
        ]}
        rows={content.equipment.map((one) => [
          one.name,
          one.origin,
          one.unit,
          one.quantityThousandths === null ? '' : formatQuantity(one.quantityThousandths),
          one.unitPrice === null ? '' : formatMoney(one.unitPrice),
          one.note,
        ])}
        figures={[3, 4]}
      />
      {total > 0 && <ReadSum label={proposalLabels.equipmentTotal} dong={total} />}
    </>
  )
}

function BasesReading({ content }: ReadingProps) {
  const catalogue = useQueryCall('projects.legalBases', {})
  // An id says nothing to a reader: the list waits for the names.
  if (catalogue.data === undefined) return null
  return (
    <>
      <h3>{proposalLabels.legalBases}</h3>
      <ol className={styles.bases} aria-label={proposalLabels.legalBases}>
        {content.legalBases.map((id) => (
          <li key={id}>{catalogue.data.find((one) => one.id === id)?.citation ?? id}</li>
        ))}
      </ol>
    </>
  )
}

export function SupportReading({ content }: ReadingProps) {
  if (content.supportMode === 'grant') return null
  const total = content.repayments.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <>
      <p className={styles.sum}>
        {proposalLabels.supportMode}: {supportModeLabels[content.supportMode]}
      </p>
      {content.repayments.length > 0 && (
        <>
          <ReadTable
            label={proposalLabels.repayments}
            columns={[proposalLabels.dueOn, proposalLabels.repaymentAmount]}
            rows={content.repayments.map((one) => [formatDate(one.dueOn), formatMoney(one.amount)])}
            figures={[1]}
          />
          <ReadSum label={proposalLabels.repaymentTotal} dong={total} />
        </>
      )}
    </>
  )
}

function ReadSum({ label, dong }: { readonly label: string; readonly dong: number }) {
  return (
    <p className={styles.sum}>
      {label}: <strong>{formatMoney(dong)} đồng</strong> ({moneyInWords(dong)})
    </p>
  )
}

interface ReadTableProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns that hold amounts. */
  readonly figures?: readonly number[]
}

function ReadTable({ label, columns, rows, figures = [] }: ReadTableProps): ReactNode {
  return (
    <>
      <h3>{label}</h3>
      <table className={styles.small} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a locked version never changes its order
            <tr key={row}>
              {columns.map((column, index) => (
                <td key={column} className={figures.includes(index) ? styles.figure : styles.text}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
