// A locked version of a đề án: everything it says, nothing that can be changed.
import type { ReactNode } from 'react'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ProjectContent, ProjectIdentity } from '../../shared/contract/projects'
import { splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import { fundingSources, totalOf } from '../../shared/domain/money'
import { participantRoles } from '../../shared/domain/participants'
import { budgetTotals, lineAmount } from '../../shared/domain/projects'
import {
  budgetLabels,
  labels,
  participantRoleLabels,
  programmeLabels,
  projectKindLabels,
  projectLabels,
  proposalLabels,
} from '../../shared/labels'
import { formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { BudgetColumns } from './BudgetGrid'
import gridStyles from './BudgetGrid.module.css'
import { formatQuantity } from './budgetRows'
import styles from './ProjectForm.module.css'
import { ProposalReading, SupportReading } from './ProposalReading'
import { projectSectionLabels } from './projectForm'
import { SplitTable } from './SplitTable'

interface ProjectReadingProps {
  readonly identity: ProjectIdentity
  readonly content: ProjectContent
  readonly contentGroups: readonly ContentGroupEntry[]
  /** What stands under the version itself. */
  readonly children?: ReactNode
}

const texts = ['summary', 'necessity', 'objective', 'scale', 'schedule', 'organisation', 'effect', 'note'] as const

export function ProjectReading({ identity, content, contentGroups, children }: ProjectReadingProps) {
  const group = contentGroups.find((one) => one.code === content.contentGroup)
  const subContent = group?.subContents.find((one) => one.code === content.subContent)
  const amounts = budgetTotals(content.budget)
  const owned = content.beneficiaries.length > 1
  const split = splitByBeneficiary(content.budget, content.beneficiaries)
  return (
    <div className={styles.body}>
      <section className={styles.section}>
        <h2>{projectSectionLabels.identity}</h2>
        <dl className={styles.read}>
          <Item label={projectLabels.code} text={identity.code} />
          <Item label={projectLabels.name} text={content.name} />
          <Item label={projectLabels.programme} text={programmeLabels[identity.programme].long} />
          <Item label={projectLabels.kind} text={projectKindLabels[identity.kind]} />
          <Item label={projectLabels.planYear} text={String(identity.planYear)} />
          <Item label={projectLabels.contentGroup} text={group?.name ?? content.contentGroup} />
          <Item label={projectLabels.subContent} text={subContent?.name ?? content.subContent ?? ''} />
          <Item
            label={projectLabels.period}
            text={[content.startMonth, content.endMonth]
              .map((month) => (month === null ? '…' : formatMonth(month)))
              .join(' – ')}
          />
        </dl>
      </section>
      <section className={styles.section}>
        <h2>{projectSectionLabels.people}</h2>
        <dl className={styles.read}>
          {participantRoles.map((role) => (
            <Item
              key={role}
              label={participantRoleLabels[role]}
              text={content.participants
                .filter((one) => one.role === role)
                .map((one) =>
                  one.shareBasisPoints === null ? one.name : `${one.name}: ${percent(one.shareBasisPoints)}`,
                )
                .join('\n')}
            />
          ))}
          <Item
            label={projectLabels.beneficiaries}
            text={content.beneficiaries
              .map((one) =>
                one.shareBasisPoints === null ? one.name : `${one.name}: ${percent(one.shareBasisPoints)}`,
              )
              .join('\n')}
          />
          <Item
            label={projectLabels.places}
            text={content.places
              .map((place) => (place.oldText === '' ? place.text : `${place.text} (địa chỉ cũ: ${place.oldText})`))
              .join('\n')}
          />
        </dl>
      </section>
      <section className={styles.section}>
        <h2>{projectSectionLabels.content}</h2>
        <dl className={styles.read}>
          {texts.map((field) => (
            <Item key={field} label={field === 'note' ? labels.note : projectLabels[field]} text={content[field]} />
          ))}
          <Item label={proposalLabels.superiority} text={content.superiority} />
        </dl>
        <ProposalReading content={content} identity={identity} />
      </section>
      <section className={styles.section}>
        <h2>{projectSectionLabels.outputs}</h2>
        <dl className={styles.read}>
          {content.outputs.map((output) => (
            <Item
              key={output.indicator}
              label={output.indicator}
              text={`${formatQuantity(output.quantityThousandths)} ${output.unit}`}
            />
          ))}
        </dl>
      </section>
      <section className={styles.section}>
        <h2>{projectSectionLabels.budget}</h2>
        <div className={gridStyles.frame}>
          <table className={gridStyles.table} aria-label={projectSectionLabels.budget}>
            <BudgetColumns owned={owned} />
            <tbody>
              {content.budget.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a locked budget never changes its order
                <tr key={index}>
                  <td className={gridStyles.ordinal}>{index + 1}</td>
                  <td className={gridStyles.readText}>{line.content}</td>
                  <td className={gridStyles.readText}>{line.unit}</td>
                  <td className={gridStyles.figure}>
                    {line.quantityThousandths === null ? '' : formatQuantity(line.quantityThousandths)}
                  </td>
                  <td className={gridStyles.figure}>{line.unitPrice === null ? '' : formatMoney(line.unitPrice)}</td>
                  <td className={gridStyles.figure}>
                    {formatMoney(
                      line.quantityThousandths === null || line.unitPrice === null
                        ? totalOf(line.amounts)
                        : lineAmount(line.quantityThousandths, line.unitPrice),
                    )}
                  </td>
                  {fundingSources.map((source) => (
                    <td key={source} className={gridStyles.figure}>
                      {line.amounts[source] === 0 ? '' : formatMoney(line.amounts[source])}
                    </td>
                  ))}
                  <td className={gridStyles.readText}>{line.note}</td>
                  {owned && (
                    <td className={gridStyles.readText}>
                      {line.beneficiary === '' ? budgetLabels.commonLine : line.beneficiary}
                    </td>
                  )}
                  <td />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td />
                <td colSpan={4}>{labels.total}</td>
                <td className={gridStyles.figure}>{formatMoney(totalOf(amounts))}</td>
                {fundingSources.map((source) => (
                  <td key={source} className={gridStyles.figure} aria-label={`Tổng ${budgetLabels[source]}`}>
                    {formatMoney(amounts[source])}
                  </td>
                ))}
                <td colSpan={owned ? 3 : 2} />
              </tr>
            </tfoot>
          </table>
        </div>
        {owned && <SplitTable split={split} beneficiaries={content.beneficiaries} />}
        <SupportReading content={content} />
      </section>
      {children}
    </div>
  )
}

function percent(basisPoints: number): string {
  return `${formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)} %`
}

function Item({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}
