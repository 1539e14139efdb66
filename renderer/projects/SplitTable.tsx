// Phân bổ theo đơn vị thụ hưởng: who gets what of each source, by the lines of the budget or by the shares typed.
import { useMemo, useSyncExternalStore } from 'react'
import { useWatch } from 'react-hook-form'
import {
  type BeneficiarySplit,
  type SharingBeneficiary,
  sharesBesideLines,
  splitByBeneficiary,
  sumOfParts,
} from '../../shared/domain/beneficiarySplit'
import { type AmountsBySource, fundingSources, totalOf } from '../../shared/domain/money'
import { budgetLabels, labels, projectLabels, splitLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import type { BudgetStore } from './budgetStore'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

/** Of the budget and the beneficiaries as they are being typed; names may still be missing or alike. */
export function useTypedSplit(store: BudgetStore): BeneficiarySplit | null {
  const beneficiaries = useWatch<ProjectFormInput, 'content.beneficiaries'>({ name: 'content.beneficiaries' })
  const edition = useSyncExternalStore(store.subscribe, store.edition)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the edition stands for what the store holds
  return useMemo(() => {
    const lines = store.lines().map(({ reading: { line, owner } }) => ({
      amounts: line.amounts,
      beneficiary: owner === null ? '' : String(owner),
    }))
    const split = splitByBeneficiary(
      lines,
      beneficiaries.map(({ shareBasisPoints }, index) => ({
        name: String(index),
        shareBasisPoints: Number.isSafeInteger(shareBasisPoints) ? shareBasisPoints : null,
      })),
    )
    if (split === null) return null
    return { ...split, parts: split.parts.map((part, index) => ({ ...part, name: beneficiaries[index]?.name ?? '' })) }
  }, [store, edition, beneficiaries])
}

/** Of a group only: what a single beneficiary gets is the budget itself. */
export function TypedSplitTable({ store }: { readonly store: BudgetStore }) {
  const beneficiaries = useWatch<ProjectFormInput, 'content.beneficiaries'>({ name: 'content.beneficiaries' })
  const split = useTypedSplit(store)
  if (beneficiaries.length < 2) return null
  return <SplitTable split={split} beneficiaries={beneficiaries} />
}

interface SplitTableProps {
  readonly split: BeneficiarySplit | null
  readonly beneficiaries: readonly SharingBeneficiary[]
}

export function SplitTable({ split, beneficiaries }: SplitTableProps) {
  if (split === null)
    return (
      <div>
        <h3>{splitLabels.title}</h3>
        <p className={styles.hint}>
          Chưa phân bổ: chọn đơn vị ở cột “{budgetLabels.beneficiary}” của từng dòng dự toán, hoặc ghi{' '}
          {projectLabels.share} cho mọi đơn vị.
        </p>
      </div>
    )
  const differing = sharesBesideLines(split, beneficiaries)
  return (
    <div>
      <h3>{splitLabels.title}</h3>
      <p className={styles.hint}>{splitLabels.by[split.by]}</p>
      <table className={styles.small} aria-label={splitLabels.title}>
        <thead>
          <tr>
            <th scope="col" className={styles.ordinal}>
              TT
            </th>
            <th scope="col">{projectLabels.beneficiaries}</th>
            <th scope="col" className={styles.percentColumn}>
              {splitLabels.share}
            </th>
            {fundingSources.map((source) => (
              <th key={source} scope="col" className={styles.sumColumn}>
                {budgetLabels[source]}
              </th>
            ))}
            <th scope="col" className={styles.sumColumn}>
              {labels.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {split.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list of beneficiaries
            <SplitRow key={index} ordinal={index + 1} name={part.name} amounts={part.amounts}>
              {percent(part.shareBasisPoints)}
            </SplitRow>
          ))}
          {totalOf(split.common) > 0 && <SplitRow ordinal={null} name={splitLabels.common} amounts={split.common} />}
        </tbody>
        <tfoot>
          <SplitRow ordinal={null} name={labels.total} amounts={sumOfParts(split)} />
        </tfoot>
      </table>
      {differing.length > 0 && (
        <p className={styles.caution}>
          Cần xem lại {projectLabels.share}:{' '}
          {differing
            .map((one) => `${one.name} ghi ${percent(one.typed)}, theo dự toán là ${percent(one.byLines)}`)
            .join('; ')}
          . Vẫn lưu được.
        </p>
      )}
    </div>
  )
}

interface SplitRowProps {
  readonly ordinal: number | null
  readonly name: string
  readonly amounts: AmountsBySource
  readonly children?: string
}

function SplitRow({ ordinal, name, amounts, children = '' }: SplitRowProps) {
  return (
    <tr>
      <td className={styles.ordinal}>{ordinal}</td>
      <td className={styles.text}>{name}</td>
      <td className={styles.figure}>{children}</td>
      {fundingSources.map((source) => (
        <td key={source} className={styles.figure}>
          {amounts[source] === 0 ? '' : formatMoney(amounts[source])}
        </td>
      ))}
      <td className={styles.figure}>{formatMoney(totalOf(amounts))}</td>
    </tr>
  )
}

function percent(basisPoints: number): string {
  return `${formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)} %`
}
