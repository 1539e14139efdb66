// The sections of a đề án as they are asked for, each beside what is in force: the same boxes and grids as the đề án itself.
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ProjectContent } from '../../shared/contract/projects'
import type { ContentField } from '../../shared/domain/comparison'
import { fundingSources, totalOf } from '../../shared/domain/money'
import { budgetTotals, contentGroups as contentGroupCodes } from '../../shared/domain/projects'
import {
  changeLabels,
  labels,
  participantRoleLabels,
  projectLabels,
  proposalLabels,
  sourceLabels,
} from '../../shared/labels'
import { formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { Button } from '../components/Button'
import { MonthField, ParagraphField, SelectField, TextField } from '../components/fields'
import { useFieldId } from '../components/form'
import { BeneficiariesSection } from '../projects/BeneficiariesSection'
import { formatQuantity } from '../projects/budgetRows'
import type { BudgetStore } from '../projects/budgetStore'
import { OutputsSection } from '../projects/OutputsSection'
import { OwnedBudgetGrid } from '../projects/OwnedBudgetGrid'
import { ParticipantsSection } from '../projects/ParticipantsSection'
import { PlacesSection } from '../projects/PlacesSection'
import { EquipmentSection, LegalBasesSection, ScheduleSection, SupportModeSection } from '../projects/ProposalSections'
import { type ProjectFormInput, projectSectionLabels } from '../projects/projectForm'
import styles from './Changes.module.css'
import { ChangesOf, useLiveChanges } from './liveChanges'

interface AskedSectionsProps {
  readonly base: ProjectContent
  readonly store: BudgetStore
  readonly contentGroups: readonly ContentGroupEntry[]
}

const sections = {
  identity: ['name', 'contentGroup', 'subContent', 'startMonth', 'endMonth'],
  people: ['implementingUnit', 'cooperatingUnits', 'participants', 'beneficiaries', 'places'],
  budget: ['budget', 'supportMode', 'repayments'],
  content: [
    'summary',
    'necessity',
    'objective',
    'scale',
    'schedule',
    'organisation',
    'effect',
    'superiority',
    'note',
    'equipment',
    'scheduleSteps',
    'legalBases',
  ],
  outputs: ['outputs'],
} as const satisfies Record<string, readonly ContentField[]>
type SectionName = keyof typeof sections

export function AskedSections({ base, store, contentGroups }: AskedSectionsProps) {
  const group = contentGroups.find((one) => one.code === base.contentGroup)
  return (
    <>
      <SectionAnchors />
      <Section name="identity">
        <Pair text={base.name}>
          <TextField name="content.name" label={projectLabels.name} required width={12} />
        </Pair>
        <ContentPair base={base} contentGroups={contentGroups} group={group} />
        <Pair text={base.startMonth === null ? '' : formatMonth(base.startMonth)}>
          <MonthField name="content.startMonth" label={projectLabels.startMonth} width={6} />
        </Pair>
        <Pair text={base.endMonth === null ? '' : formatMonth(base.endMonth)}>
          <MonthField name="content.endMonth" label={projectLabels.endMonth} width={6} />
        </Pair>
      </Section>
      <Section name="people">
        <Pair
          text={base.participants.map((one) => `${participantRoleLabels[one.role]}: ${one.name}`).join('\n')}
          title="Đơn vị thực hiện, phối hợp"
        >
          <ParticipantsSection />
        </Pair>
        <Pair text={base.beneficiaries.map(({ name }) => name).join('\n')} title={projectLabels.beneficiaries}>
          <BeneficiariesSection store={store} />
        </Pair>
        <Pair text={base.places.map(({ text }) => text).join('\n')} title={projectLabels.places}>
          <PlacesSection />
        </Pair>
      </Section>
      <Section name="budget">
        <BudgetInForce base={base} />
        <h4 className={styles.side}>{changeLabels.asked}</h4>
        <OwnedBudgetGrid store={store} />
        <SupportModeSection store={store} />
      </Section>
      <Section name="content">
        {texts.map((field) => (
          <Pair key={field} text={base[field]}>
            <ParagraphField
              name={`content.${field}`}
              label={
                field === 'superiority'
                  ? proposalLabels.superiority
                  : field === 'note'
                    ? labels.note
                    : projectLabels[field]
              }
              rows={3}
              width={12}
            />
          </Pair>
        ))}
        <InForceTable
          title={proposalLabels.equipment}
          columns={[
            proposalLabels.equipmentName,
            proposalLabels.origin,
            proposalLabels.quantity,
            proposalLabels.unitPrice,
          ]}
          rows={base.equipment.map((one) => [
            one.name,
            one.origin,
            one.quantityThousandths === null ? '' : `${formatQuantity(one.quantityThousandths)} ${one.unit}`,
            one.unitPrice === null ? '' : formatMoney(one.unitPrice),
          ])}
        />
        <EquipmentSection />
        <InForceTable
          title={proposalLabels.scheduleSteps}
          columns={[proposalLabels.stepContent, proposalLabels.from, proposalLabels.to, proposalLabels.inCharge]}
          rows={base.scheduleSteps.map((one) => [
            one.content,
            one.startMonth === null ? '' : formatMonth(one.startMonth),
            one.endMonth === null ? '' : formatMonth(one.endMonth),
            one.inCharge,
          ])}
        />
        <ScheduleSection />
        <LegalBasesSection />
      </Section>
      <Section name="outputs">
        <Pair
          text={base.outputs
            .map((one) => `${one.indicator}: ${formatQuantity(one.quantityThousandths)} ${one.unit}`)
            .join('\n')}
          title={projectLabels.outputs}
        >
          <OutputsSection />
        </Pair>
      </Section>
    </>
  )
}

const texts = [
  'summary',
  'necessity',
  'objective',
  'scale',
  'schedule',
  'organisation',
  'effect',
  'superiority',
  'note',
] as const

function SectionAnchors() {
  const fieldId = useFieldId()
  const changes = useLiveChanges()
  return (
    <nav className={styles.anchors} aria-label="Các phần của đề nghị">
      {(Object.keys(sections) as SectionName[]).map((name) => {
        const fields: readonly ContentField[] = sections[name]
        const count = changes.filter(({ group }) => fields.includes(group)).length
        return (
          <Button
            key={name}
            kind="quiet"
            onClick={() => {
              const section = document.getElementById(fieldId(`section.${name}`))
              section?.scrollIntoView({ block: 'start' })
              section?.focus({ preventScroll: true })
            }}
          >
            {projectSectionLabels[name]}
            {count > 0 && <span className={styles.count}> ({count} thay đổi)</span>}
          </Button>
        )
      })}
    </nav>
  )
}

function Section({ name, children }: { readonly name: SectionName; readonly children: ReactNode }) {
  const id = useFieldId()(`section.${name}`)
  return (
    <section id={id} className={styles.section} tabIndex={-1} aria-label={projectSectionLabels[name]}>
      <h2>{projectSectionLabels[name]}</h2>
      {children}
      <ChangesOf fields={sections[name]} />
    </section>
  )
}

interface PairProps {
  /** What is in force. */
  readonly text: string
  readonly title?: string
  readonly children: ReactNode
}

function Pair({ text, title, children }: PairProps) {
  return (
    <div className={styles.pair}>
      <div className={styles.inForce}>
        <span className={styles.side}>
          {title === undefined ? changeLabels.inForce : `${changeLabels.inForce}: ${title}`}
        </span>
        <p>{text === '' ? '(chưa ghi)' : text}</p>
      </div>
      <div className={styles.asked}>{children}</div>
    </div>
  )
}

interface ContentPairProps {
  readonly base: ProjectContent
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly group: ContentGroupEntry | undefined
}

function ContentPair({ base, contentGroups, group }: ContentPairProps) {
  const { setValue } = useFormContext<ProjectFormInput>()
  const chosen = useWatch<ProjectFormInput, 'content.contentGroup'>({ name: 'content.contentGroup' })
  const shown = useRef(chosen)
  useEffect(() => {
    if (shown.current === chosen) return
    shown.current = chosen
    setValue('content.subContent', null, { shouldDirty: true })
  }, [chosen, setValue])
  const options = useMemo(
    () =>
      contentGroupCodes.map((code) => ({
        value: code,
        label: contentGroups.find((entry) => entry.code === code)?.shortName ?? code,
      })),
    [contentGroups],
  )
  const entry = contentGroups.find((one) => one.code === chosen)
  return (
    <>
      <Pair text={group?.shortName ?? base.contentGroup}>
        <SelectField name="content.contentGroup" label={projectLabels.contentGroup} options={options} width={12} />
      </Pair>
      <Pair text={group?.subContents.find((one) => one.code === base.subContent)?.name ?? ''}>
        <SelectField
          name="content.subContent"
          label={projectLabels.subContent}
          options={(entry?.subContents ?? []).map((one) => ({ value: one.code, label: one.name }))}
          emptyLabel="Chưa chọn"
          width={12}
        />
      </Pair>
    </>
  )
}

function BudgetInForce({ base }: { readonly base: ProjectContent }) {
  const sums = budgetTotals(base.budget)
  const money = (amount: number) => (amount === 0 ? '' : formatMoney(amount))
  return (
    <InForceTable
      title={projectLabels.budget}
      columns={['Nội dung chi', labels.total, ...fundingSources.map((source) => sourceLabels[source].short)]}
      rows={[
        ...base.budget.map((one) => [
          one.content,
          formatMoney(totalOf(one.amounts)),
          ...fundingSources.map((source) => money(one.amounts[source])),
        ]),
        [labels.total, formatMoney(totalOf(sums)), ...fundingSources.map((source) => money(sums[source]))],
      ]}
      figures
    />
  )
}

interface InForceTableProps {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Every column but the first holds figures. */
  readonly figures?: boolean
}

function InForceTable({ title, columns, rows, figures = false }: InForceTableProps) {
  if (rows.length === 0) return null
  return (
    <table className={styles.read}>
      <caption className={styles.side}>
        {changeLabels.inForce}: {title}
      </caption>
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
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is in force never changes its order
          <tr key={index}>
            {row.map((cell, place) => (
              <td key={columns[place]} className={figures && place > 0 ? styles.figure : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
