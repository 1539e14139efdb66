// One đề án of a request: what is in force beside what is asked for, typed in place; every changed field asks why.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { FormProvider } from 'react-hook-form'
import type { ChangeItem } from '../../shared/contract/changes'
import type { ContentGroupEntry } from '../../shared/contract/office'
import type { ProjectContent } from '../../shared/contract/projects'
import { problemOf } from '../app/bridge'
import { markUnsaved } from '../app/unsaved'
import { FieldScope, resetAfterSaving, useContractForm, valuesOf } from '../components/form'
import { ProblemSummary } from '../components/ProblemSummary'
import { nextBoxOnEnter } from '../components/RecordForm'
import { budgetOf, createBudgetStore } from '../projects/budgetStore'
import { type ProjectFormInput, projectFormSchema, textsForForm } from '../projects/projectForm'
import { AskedSections } from './AskedSections'
import styles from './Changes.module.css'
import { LiveChanges, type Reasons } from './liveChanges'
import { type ItemInput, itemAsSaved, withUnitTexts } from './requestInput'

export interface ItemHandle {
  /** What was typed; null when something is still wrong, which is then told where. */
  readonly read: () => Promise<(ItemInput & { readonly id: number }) | null>
  readonly saved: () => void
  /** Whether the refusal names fields of this item, which then show it. */
  readonly show: (error: unknown, prefix: string) => boolean
}

interface AdjustEditorProps {
  readonly item: ChangeItem
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly register: (handle: ItemHandle | null) => void
}

/** Another title than "Đề nghị" where a decision says what it approves. */
interface ContentEditorProps {
  readonly item: ChangeItem
  readonly start: ProjectContent
  readonly reasons: Reasons | null
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly register: (handle: ContentHandle | null) => void
}

export interface ContentHandle {
  readonly read: () => Promise<ProjectContent | null>
  readonly saved: () => void
  readonly show: (error: unknown, prefix: string) => boolean
}

export function ContentEditor({ item, start, reasons, contentGroups, register }: ContentEditorProps) {
  const { project, base } = item
  const identity = { code: project.code, programme: project.programme, kind: project.kind, planYear: project.planYear }
  const form = useContractForm(projectFormSchema, { identity, content: textsForForm(start) })
  const [store] = useState(() => createBudgetStore(start.budget, start.beneficiaries))
  const budgetChanged = useSyncExternalStore(store.subscribe, store.changed)
  const { isDirty } = form.formState
  const unsaved = isDirty || budgetChanged
  const release = useRef<() => void>(() => {})
  useEffect(() => {
    if (!unsaved) return
    release.current = markUnsaved()
    return () => release.current()
  }, [unsaved])

  const sent = useRef<{ readonly edition: number; readonly values: ProjectFormInput } | null>(null)
  useEffect(() => {
    register({
      read: async () => {
        store.tellAll()
        const wrong = store.lines().filter(({ reading }) => reading.problems.length > 0 || reading.difference !== 0)
        const edition = store.edition()
        const typed = valuesOf(form)
        let content: ProjectContent | null = null
        await form.handleSubmit((values) => {
          const lines = budgetOf(store, values.content.beneficiaries)
          content = withUnitTexts({ ...values.content, budget: lines }, base.content)
        })()
        if (wrong.length > 0) {
          const rows = wrong.map(({ number }) => number).join(', ')
          form.setError('root.budget', {
            message: `Dự toán còn chỗ chưa đúng ở dòng ${rows}; lý do ghi ngay dưới mỗi dòng.`,
          })
          return null
        }
        sent.current = content === null ? null : { edition, values: typed }
        return content
      },
      saved: () => {
        if (sent.current === null) return
        store.markSaved(sent.current.edition)
        const rest = resetAfterSaving(form, sent.current.values, sent.current.values)
        if (rest === 'clean' && !store.changed()) release.current()
      },
      show: (error, prefix) => {
        const named = problemOf(error).fields.filter(({ path }) => path.startsWith(prefix))
        for (const { path, message } of named)
          form.setError(path.slice(prefix.length) as never, { type: 'program', message })
        return named.length > 0
      },
    })
    return () => register(null)
  }, [form, store, register, base])

  return (
    <FieldScope value={`${item.id}-`}>
      <FormProvider {...form}>
        <form
          className={styles.editor}
          aria-label={`Nội dung đề nghị của đề án ${project.code}`}
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={nextBoxOnEnter}
        >
          <ProblemSummary />
          <LiveChanges base={base.content} store={store} contentGroups={contentGroups} reasons={reasons}>
            <AskedSections base={base.content} store={store} contentGroups={contentGroups} />
          </LiveChanges>
        </form>
      </FormProvider>
    </FieldScope>
  )
}

export function AdjustEditor({ item, contentGroups, register }: AdjustEditorProps) {
  const typed = useRef(new Map(item.changes.map(({ path, reason }) => [path, reason])))
  const release = useRef<() => void>(() => {})
  // How often a reason was typed into, and how often when what is being saved was read.
  const strokes = useRef({ typed: 0, sent: 0 })
  const reasons = useMemo<Reasons>(
    () => ({
      of: (path) => typed.current.get(path) ?? '',
      type: (path, text) => {
        typed.current.set(path, text)
        strokes.current.typed += 1
        release.current()
        release.current = markUnsaved()
      },
    }),
    [],
  )
  useEffect(() => () => release.current(), [])
  const content = useRef<ContentHandle | null>(null)
  const asSaved = useRef(item)
  asSaved.current = item
  useEffect(() => {
    register({
      read: async () => {
        const read = (await content.current?.read()) ?? null
        if (read === null) return null
        strokes.current.sent = strokes.current.typed
        const said = [...typed.current].map(([path, reason]) => ({ path, reason }))
        return { ...itemAsSaved(asSaved.current), id: asSaved.current.id, content: read, reasons: said }
      },
      saved: () => {
        if (strokes.current.sent === strokes.current.typed) release.current()
        content.current?.saved()
      },
      show: (error, prefix) => content.current?.show(error, prefix) ?? false,
    })
    return () => register(null)
  }, [register])
  const keep = useMemo(
    () => (handle: ContentHandle | null) => {
      content.current = handle
    },
    [],
  )
  const [start] = useState(item.content ?? item.base.content)
  return <ContentEditor item={item} start={start} reasons={reasons} contentGroups={contentGroups} register={keep} />
}
