// A request being drafted: the letter above, one đề án at a time below it, what is in force beside what is asked for.
import { useCallback, useRef, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { type ChangeRequest, changeLetter } from '../../shared/contract/changes'
import type { ContentGroupEntry } from '../../shared/contract/office'
import { changeItemKindLabels, changeLabels, labels } from '../../shared/labels'
import { useCommandCall } from '../app/calls'
import { useShortcuts } from '../app/shortcuts'
import { whileSaving } from '../app/unsaved'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { FieldRow } from '../components/Field'
import { DateField, ParagraphField, TextField, YearField } from '../components/fields'
import { resetAfterSaving, showProblem, useContractForm, valuesOf } from '../components/form'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { ProblemSummary } from '../components/ProblemSummary'
import { nextBoxOnEnter } from '../components/RecordForm'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import formStyles from '../projects/ProjectForm.module.css'
import { AdjustEditor, type ItemHandle } from './AdjustEditor'
import { ChangeFoot } from './ChangeFoot'
import styles from './Changes.module.css'
import { ChooseProjectsDialog } from './ChooseProjectsDialog'
import { BackToChanges, changeDetail, changeTitle, toChanges } from './changeWords'
import { RequestPapers } from './RequestPapers'
import { type ItemInput, itemAsSaved, letterOf } from './requestInput'
import { SubmitDialog } from './StateDialogs'
import { WholeItemEditor } from './WholeItemEditor'

interface DraftChangeProps {
  readonly request: ChangeRequest
  readonly contentGroups: readonly ContentGroupEntry[]
}

export function DraftChange({ request, contentGroups }: DraftChangeProps) {
  const [dialog, setDialog] = useState<'add' | 'submit' | 'papers' | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  // The reading in which the program, not the user, changed what is asked: the boxes wait for it, then show it anew.
  const [edition, setEdition] = useState(0)
  const rowVersion = useRef(request.rowVersion)
  const save = useCommandCall('changes.save')
  const remove = useCommandCall('changes.remove')
  const rebase = useCommandCall('changes.rebase')
  const split = useCommandCall('changes.split')
  const form = useContractForm(changeLetter, letterOf(request))
  const letterSaved = useUnsavedGuard(form.control)
  const editor = useRef<ItemHandle | null>(null)
  const register = useCallback((handle: ItemHandle | null) => {
    editor.current = handle
  }, [])
  const active = request.items.find(({ id }) => id === chosen) ?? request.items[0]

  /** Answers whether everything is saved. */
  async function saveAll(without: number | null = null): Promise<boolean> {
    let saved = false
    const work = form.handleSubmit(async (letter) => {
      const typed = editor.current === null ? null : await editor.current.read()
      if (editor.current !== null && typed === null) return
      const sent = valuesOf(form)
      const items = request.items
        .filter(({ id }) => id !== without)
        .map((item): ItemInput => (typed !== null && item.id === typed.id ? typed : itemAsSaved(item)))
      try {
        const answer = await save.mutateAsync({ id: request.id, rowVersion: rowVersion.current, letter, items })
        rowVersion.current = answer.rowVersion
        if (resetAfterSaving(form, sent, letter) === 'clean') letterSaved()
        editor.current?.saved()
        saved = true
      } catch (error) {
        const at = items.findIndex(({ id }) => id !== null && id === typed?.id)
        if (editor.current?.show(error, `items.${at}.`) !== true) showProblem(form, error, 'letter.')
      }
    })()
    void whileSaving(work)
    await work
    return saved
  }

  async function saveByHand(): Promise<void> {
    if (await saveAll()) notifyDone('Đã lưu đề nghị.')
  }
  useShortcuts({ 'Ctrl+S': () => void saveByHand() })

  async function show(itemId: number): Promise<void> {
    if (itemId !== active?.id && (await saveAll())) setChosen(itemId)
  }

  async function takeOut(itemId: number, code: string): Promise<void> {
    const yes = await askUser({
      title: `Bỏ đề án ${code} khỏi đề nghị?`,
      text: 'Những gì đã soạn cho đề án này trong đề nghị sẽ mất. Đề án và bản đang có hiệu lực không bị động đến.',
      yes: 'Bỏ khỏi đề nghị',
      no: 'Giữ lại',
      destroys: true,
    })
    if (yes && (await saveAll(itemId))) setChosen(null)
  }

  async function afterSaving(run: () => Promise<void>): Promise<void> {
    if (!(await saveAll())) return
    try {
      await run()
    } catch (error) {
      notifyProblem(error)
    }
  }

  const which = () => ({ id: request.id, rowVersion: rowVersion.current })
  const rework = () =>
    afterSaving(async () => {
      const { rowVersion: next, collisions } = await rebase.mutateAsync(which())
      rowVersion.current = next
      setEdition(next)
      notifyDone(
        collisions.length === 0
          ? 'Đã chuyển mọi thay đổi sang bản hiện hành.'
          : `Đã làm lại trên bản hiện hành. Giữ như hiện hành: ${collisions.map(({ label }) => label).join('; ')}.`,
      )
    })
  const splitUp = () =>
    afterSaving(async () => {
      const { rowVersion: next, ids } = await split.mutateAsync(which())
      rowVersion.current = next
      setEdition(next)
      notifyDone(`Đã tách thành ${ids.length} đề nghị, mỗi cấp quyết định một đề nghị.`)
    })

  async function removeAll(): Promise<void> {
    const yes = await askUser({
      title: 'Xóa đề nghị đang soạn?',
      text: 'Đề nghị chưa trình nên xóa được. Các đề án và bản đang có hiệu lực không bị động đến.',
      yes: 'Xóa đề nghị',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!yes) return
    try {
      await remove.mutateAsync(which())
      letterSaved()
      editor.current?.saved()
      notifyDone('Đã xóa đề nghị.')
      toChanges()
    } catch (error) {
      notifyProblem(error)
    }
  }

  const stale = request.items.some(({ newer }) => newer !== null)
  return (
    <div className={formStyles.screen}>
      <PageHeader
        title={changeTitle(request)}
        detail={changeDetail(request)}
        {...(request.items.length === 0 ? {} : { onPrint: () => void afterSaving(async () => setDialog('papers')) })}
        actions={
          <>
            <Button kind="danger" onClick={() => void removeAll()}>
              {labels.remove}
            </Button>
            <BackToChanges />
            <Button onClick={() => void afterSaving(async () => setDialog('add'))}>{changeLabels.addItems}</Button>
            {request.mixed && <Button onClick={() => void splitUp()}>{changeLabels.split}</Button>}
            <Button title="Ctrl+S" busy={save.isPending} onClick={() => void saveByHand()}>
              {labels.save}
            </Button>
          </>
        }
        primary={
          stale ? (
            <Button kind="primary" onClick={() => void rework()}>
              {changeLabels.rebase}
            </Button>
          ) : (
            <Button kind="primary" onClick={() => void afterSaving(async () => setDialog('submit'))}>
              {changeLabels.submit}
            </Button>
          )
        }
      />
      <div className={formStyles.body}>
        <FormProvider {...form}>
          <form
            className={styles.letter}
            aria-label="Văn bản đề nghị"
            noValidate
            onSubmit={(event) => event.preventDefault()}
            onKeyDown={nextBoxOnEnter}
          >
            <ProblemSummary />
            <FieldRow>
              <TextField name="letterNumber" label={changeLabels.letterNumber} width={3} autoFocus />
              <DateField name="letterDate" label={changeLabels.letterDate} width={2} />
              <TextField name="askedBy" label={changeLabels.askedBy} width={5} />
              <YearField name="year" label="Năm kế hoạch" width={2} />
              <ParagraphField
                name="reason"
                label="Lý do chung"
                rows={2}
                width={12}
                hint="Lý do riêng của từng chỉ tiêu ghi ngay bên chỉ tiêu thay đổi."
              />
            </FieldRow>
          </form>
        </FormProvider>
        <nav className={styles.items} aria-label="Các đề án trong đề nghị">
          {request.items.map((item) => (
            <span key={item.id} className={item.id === active?.id ? styles.activeItem : undefined}>
              <Button
                kind="quiet"
                aria-current={item.id === active?.id ? 'true' : undefined}
                onClick={() => void show(item.id)}
              >
                {item.project.code} · {changeItemKindLabels[item.kind]}
                {item.kind === 'adjust' && ` (${item.changes.length} thay đổi)`}
              </Button>
              <Button
                kind="quiet"
                aria-label={`Bỏ đề án ${item.project.code} khỏi đề nghị`}
                onClick={() => void takeOut(item.id, item.project.code)}
              >
                Bỏ
              </Button>
            </span>
          ))}
        </nav>
        {active !== undefined &&
          request.rowVersion >= edition &&
          (active.kind === 'adjust' ? (
            <AdjustEditor
              key={`${active.id} ${edition}`}
              item={active}
              contentGroups={contentGroups}
              register={register}
            />
          ) : (
            <WholeItemEditor key={`${active.id} ${edition}`} item={active} register={register} />
          ))}
        <ChangeFoot request={request} />
      </div>
      {dialog === 'add' && (
        <ChooseProjectsDialog
          request={{ ...request, rowVersion: rowVersion.current }}
          onClose={() => setDialog(null)}
          onMade={(_, next) => {
            rowVersion.current = next
          }}
        />
      )}
      {dialog === 'papers' && <RequestPapers request={request} onClose={() => setDialog(null)} />}
      {dialog === 'submit' && (
        <SubmitDialog request={{ ...request, rowVersion: rowVersion.current }} onClose={() => setDialog(null)} />
      )}
    </div>
  )
}
