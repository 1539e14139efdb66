// The đề án form: the version being drafted, all on one page, the sections above as ways to jump.
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { FormProvider, useFormContext, useWatch } from 'react-hook-form'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ProjectContent } from '../../shared/contract/projects'
import { contentGroups as contentGroupCodes, programmes, projectKinds } from '../../shared/domain/projects'
import { labels, programmeLabels, projectKindLabels, projectLabels, proposalLabels } from '../../shared/labels'
import { useCommandCall, useQueryCall } from '../app/calls'
import { useShortcuts } from '../app/shortcuts'
import { markUnsaved, whileSaving } from '../app/unsaved'
import { DossierAnchor, DossierSection } from '../archive/DossierSection'
import { Button } from '../components/Button'
import { FieldRow } from '../components/Field'
import { MonthField, optionsOf, ParagraphField, SelectField, TextField, YearField } from '../components/fields'
import { resetAfterSaving, showProblem, useContractForm, useFieldId, valuesOf } from '../components/form'
import { notifyDone } from '../components/notices'
import { ProblemSummary } from '../components/ProblemSummary'
import { nextBoxOnEnter } from '../components/RecordForm'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import { BeneficiariesSection } from './BeneficiariesSection'
import { type BudgetStore, budgetOf, createBudgetStore } from './budgetStore'
import { NormChecks, NormChecksAnchor } from './NormChecks'
import { OutputsSection } from './OutputsSection'
import { OwnedBudgetGrid } from './OwnedBudgetGrid'
import { ParticipantsSection } from './ParticipantsSection'
import { PlacesSection } from './PlacesSection'
import styles from './ProjectForm.module.css'
import { EquipmentSection, LegalBasesSection, ScheduleSection, SupportModeSection } from './ProposalSections'
import {
  missingIn,
  type ProjectFormInput,
  type ProjectSection,
  projectFormSchema,
  projectSectionLabels,
  projectSections,
} from './projectForm'
import { TypedSplitTable } from './SplitTable'
import { LifecycleAnchors } from './StepsBar'

const textSections = ['necessity', 'objective', 'scale', 'schedule', 'organisation', 'effect'] as const

export interface FormHead {
  readonly saveButton: ReactNode
  readonly unsaved: boolean
  /** False when something is still wrong; it is then told where. */
  readonly save: () => Promise<boolean>
}

export interface ProjectFormProps {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly values: ProjectFormInput
  readonly budget: ProjectContent['budget']
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly onSaved: (saved: { id: number; rowVersion: number }) => Promise<void>
  /** The head of the screen, which holds the button that saves. */
  readonly head: (parts: FormHead) => ReactNode
  /** What stands under the version itself. */
  readonly below?: (parts: FormHead) => ReactNode
}

export function ProjectForm({ id, rowVersion, values, budget, contentGroups, onSaved, head, below }: ProjectFormProps) {
  const fieldId = useFieldId()
  const form = useContractForm(projectFormSchema, values)
  const [store] = useState(() => createBudgetStore(budget, values.content.beneficiaries))
  // Conflicts are judged against what was read when the form was opened, not against what the cache holds by now.
  const readVersion = useRef(rowVersion)
  const command = useCommandCall('projects.save')
  const budgetChanged = useSyncExternalStore(store.subscribe, store.changed)
  const releaseBudget = useRef<() => void>(() => {})
  useEffect(() => {
    if (!budgetChanged) return
    releaseBudget.current = markUnsaved()
    return () => releaseBudget.current()
  }, [budgetChanged])
  const releaseForm = useUnsavedGuard(form.control)

  function budgetProblem(): string | null {
    const wrong = store.lines().filter(({ reading }) => reading.problems.length > 0 || reading.difference !== 0)
    if (wrong.length === 0) return null
    return `Dự toán còn chỗ chưa đúng ở dòng ${wrong.map(({ number }) => number).join(', ')}; lý do ghi ngay dưới mỗi dòng.`
  }

  function tellBudget(): boolean {
    store.tellAll()
    const problem = budgetProblem()
    if (problem !== null) form.setError('root.budget', { message: problem })
    return problem === null
  }

  const saved = useRef(false)
  const submit = form.handleSubmit(
    async ({ identity, content }) => {
      if (!tellBudget()) return
      const sent = valuesOf(form)
      const edition = store.edition()
      try {
        const answer = await command.mutateAsync({
          id,
          rowVersion: readVersion.current,
          identity,
          content: { ...content, budget: budgetOf(store, content.beneficiaries) },
        })
        readVersion.current = answer.rowVersion
        saved.current = true
        store.markSaved(edition)
        if (!store.changed()) releaseBudget.current()
        const known = { identity: { ...identity, code: answer.code }, content }
        if (resetAfterSaving(form, sent, known) === 'clean') releaseForm()
        await onSaved(answer)
        notifyDone(`Đã lưu đề án ${answer.code}.`)
      } catch (error) {
        showProblem(form, error)
      }
    },
    () => {
      tellBudget()
    },
  )
  async function save(): Promise<boolean> {
    if (form.formState.isSubmitting) return false
    saved.current = false
    const work = submit()
    void whileSaving(work)
    await work
    return saved.current
  }
  const element = useRef<HTMLFormElement>(null)
  useShortcuts({
    'Ctrl+S': () => void save(),
    F2: () => element.current?.querySelector('input')?.focus(),
  })

  const saveButton = (
    // On a đề án already on record the one primary button is its next step.
    <Button
      kind={id === null ? 'primary' : 'plain'}
      title="Ctrl+S"
      busy={command.isPending}
      onClick={() => void save()}
    >
      {labels.save}
    </Button>
  )
  const parts: FormHead = { saveButton, unsaved: form.formState.isDirty || budgetChanged, save }
  return (
    <FormProvider {...form}>
      {head(parts)}
      <SectionBar store={store} projectId={id} />
      <form
        ref={element}
        className={styles.body}
        aria-label={values.content.name === '' ? projectLabels.new : values.content.name}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={nextBoxOnEnter}
      >
        <ProblemSummary />
        <Section name="identity">
          <IdentityFields contentGroups={contentGroups} isNew={id === null} />
        </Section>
        <Section name="people">
          <ParticipantsSection />
          <BeneficiariesSection store={store} />
          <PlacesSection />
        </Section>
        <Section name="budget">
          <div id={fieldId('root.budget')} tabIndex={-1}>
            <OwnedBudgetGrid store={store} />
          </div>
          <TypedSplitTable store={store} />
          <SupportModeSection store={store} />
        </Section>
        <Section name="content">
          <FieldRow>
            <ParagraphField name="content.summary" label={projectLabels.summary} rows={3} />
            {textSections.map((field) => (
              <ParagraphField key={field} name={`content.${field}`} label={projectLabels[field]} rows={4} />
            ))}
            <ParagraphField name="content.superiority" label={proposalLabels.superiority} rows={2} />
            <ParagraphField name="content.note" label={labels.note} rows={2} />
          </FieldRow>
          <EquipmentSection />
          <ScheduleSection />
          <LegalBasesSection />
        </Section>
        <Section name="outputs">
          <OutputsSection />
        </Section>
        {id !== null && <NormChecks projectId={id} draft newest />}
        {id !== null && <DossierSection projectId={id} />}
        {below?.(parts)}
      </form>
    </FormProvider>
  )
}

function sectionId(name: ProjectSection): string {
  return `phan-${name}`
}

function Section({ name, children }: { readonly name: ProjectSection; readonly children: ReactNode }) {
  return (
    <section id={sectionId(name)} className={styles.section} tabIndex={-1} aria-label={projectSectionLabels[name]}>
      <h2>{projectSectionLabels[name]}</h2>
      {children}
    </section>
  )
}

function SectionBar({ store, projectId }: { readonly store: BudgetStore; readonly projectId: number | null }) {
  const content = useWatch<ProjectFormInput, 'content'>({ name: 'content' })
  useSyncExternalStore(store.subscribe, store.sums)
  const kind = useWatch<ProjectFormInput, 'identity.kind'>({ name: 'identity.kind' })
  const missing = missingIn(content, store.lines().length, kind)
  return (
    <nav className={styles.sections} aria-label="Các phần của đề án">
      {projectSections.map((name) => (
        <Button
          key={name}
          kind="quiet"
          title={missing[name].length === 0 ? 'Đã có đủ' : `Chưa có: ${missing[name].join(', ')}`}
          onClick={() => {
            const section = document.getElementById(sectionId(name))
            section?.scrollIntoView({ block: 'start' })
            section?.focus({ preventScroll: true })
          }}
        >
          {projectSectionLabels[name]}
          {missing[name].length > 0 && <span className={styles.lacking}>(thiếu {missing[name].length})</span>}
        </Button>
      ))}
      {projectId !== null && <NormChecksAnchor />}
      {projectId !== null && <DossierAnchor projectId={projectId} />}
      {projectId !== null && <LifecycleAnchors />}
    </nav>
  )
}

interface IdentityFieldsProps {
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly isNew: boolean
}

function IdentityFields({ contentGroups, isNew }: IdentityFieldsProps) {
  const { setValue } = useFormContext<ProjectFormInput>()
  const [programme, year, group] = useWatch<
    ProjectFormInput,
    ['identity.programme', 'identity.planYear', 'content.contentGroup']
  >({ name: ['identity.programme', 'identity.planYear', 'content.contentGroup'] })
  const suggestion = useQueryCall(
    'projects.suggestCode',
    { programme, year },
    { enabled: isNew && Number.isInteger(year) },
  )
  const shownGroup = useRef(group)
  useEffect(() => {
    if (shownGroup.current === group) return
    shownGroup.current = group
    setValue('content.subContent', null, { shouldDirty: true })
  }, [group, setValue])
  const groupOptions = useMemo(
    () =>
      contentGroupCodes.map((code) => ({
        value: code,
        label: contentGroups.find((entry) => entry.code === code)?.shortName ?? code,
      })),
    [contentGroups],
  )
  const entry = contentGroups.find((one) => one.code === group)
  return (
    <FieldRow>
      <TextField name="content.name" label={projectLabels.name} required autoFocus={isNew} width={12} />
      <SelectField
        name="identity.programme"
        label={projectLabels.programme}
        options={programmes.map((value) => ({ value, label: programmeLabels[value].long }))}
        width={3}
      />
      <YearField name="identity.planYear" label={projectLabels.planYear} width={2} required />
      <SelectField
        name="identity.kind"
        label={projectLabels.kind}
        options={optionsOf(projectKinds, projectKindLabels)}
        width={3}
      />
      <TextField
        name="identity.code"
        label={projectLabels.code}
        placeholder={suggestion.data === undefined ? '' : `${suggestion.data.code} nếu để trống`}
        width={4}
      />
      <SelectField
        name="content.contentGroup"
        label={projectLabels.contentGroup}
        options={groupOptions}
        {...(entry === undefined ? {} : { hint: entry.name })}
        width={6}
      />
      <SelectField
        name="content.subContent"
        label={projectLabels.subContent}
        options={(entry?.subContents ?? []).map((one) => ({ value: one.code, label: one.name }))}
        emptyLabel="Chưa chọn"
        width={6}
      />
      <MonthField name="content.startMonth" label={projectLabels.startMonth} width={3} />
      <MonthField name="content.endMonth" label={projectLabels.endMonth} width={3} />
    </FieldRow>
  )
}
