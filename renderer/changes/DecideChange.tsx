// Recording a decision: its paper, what it says of each đề án, field by field where it approves in part.
import { useRef, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { InputOf } from '../../shared/contract/call'
import { authority, type ChangeItem, type ChangeRequest } from '../../shared/contract/changes'
import type { Contract } from '../../shared/contract/index'
import type { ContentGroupEntry } from '../../shared/contract/office'
import { dong, line, paragraphs, plainDate, requiredLine } from '../../shared/contract/values'
import { authorities } from '../../shared/domain/changeAuthority'
import { type ChangeOutcome, changeOutcomes } from '../../shared/domain/changes'
import { applyChanges } from '../../shared/domain/comparison'
import {
  authorityLabels,
  changeItemKindLabels,
  changeLabels,
  changeOutcomeLabels,
  labels,
  programmeLabels,
} from '../../shared/labels'
import { problemOf } from '../app/bridge'
import { useCommandCall } from '../app/calls'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { FieldRow, inputClass } from '../components/Field'
import { DateField, MoneyField, optionsOf, ParagraphField, SelectField, TextField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { notifyDone } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { ProblemSummary } from '../components/ProblemSummary'
import { nextBoxOnEnter } from '../components/RecordForm'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import formStyles from '../projects/ProjectForm.module.css'
import { ContentEditor, type ContentHandle } from './AdjustEditor'
import { Authorities, ChangeChecks, PlanEffects } from './ChangeFoot'
import styles from './Changes.module.css'
import { changeDetail, changeTitle } from './changeWords'

type Decision = InputOf<Contract['changes']['decide']>

const schema = z.strictObject({
  number: requiredLine('số quyết định', 60),
  date: plainDate,
  signer: line(200),
  authority: authority.nullable(),
  overReason: paragraphs(2_000),
  added: dong.nullable(),
})

interface Said {
  readonly outcome: ChangeOutcome
  readonly refused: ReadonlySet<string>
  /** The approved content is typed out, not only ticked. */
  readonly typed: boolean
  readonly note: string
}

const nothingSaid: Said = { outcome: 'approved', refused: new Set(), typed: false, note: '' }

interface DecideChangeProps {
  readonly request: ChangeRequest
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly onClose: () => void
}

export function DecideChange({ request, contentGroups, onClose }: DecideChangeProps) {
  const command = useCommandCall('changes.decide')
  const [said, setSaid] = useState<ReadonlyMap<number, Said>>(new Map())
  const [warned, setWarned] = useState<string | null>(null)
  const editors = useRef(new Map<number, ContentHandle>())
  const form = useContractForm(schema, {
    number: '',
    date: '',
    signer: '',
    authority: request.mixed ? null : (request.authorities[0]?.authority ?? null),
    overReason: '',
    added: null,
  })
  useUnsavedGuard(form.control)
  const of = (item: ChangeItem) => said.get(item.id) ?? nothingSaid
  const say = (item: ChangeItem, part: Partial<Said>) =>
    setSaid((before) => new Map(before).set(item.id, { ...(before.get(item.id) ?? nothingSaid), ...part }))
  const plan = request.plans[0]

  /** null while something typed is still wrong. */
  async function itemsSaid(): Promise<Decision['items'] | null> {
    const items: Decision['items'] = []
    for (const item of request.items) {
      const { outcome, refused, typed, note } = of(item)
      const partly = outcome === 'partly'
      const content = partly && typed ? ((await editors.current.get(item.id)?.read()) ?? null) : null
      if (partly && typed && content === null) return null
      items.push({ itemId: item.id, outcome, refused: partly && !typed ? [...refused] : [], content, note })
    }
    return items
  }

  const submit = form.handleSubmit(async ({ added, ...paper }) => {
    const items = await itemsSaid()
    if (items === null) return
    try {
      await command.mutateAsync({
        id: request.id,
        rowVersion: request.rowVersion,
        ...paper,
        items,
        addedAllocation:
          added === null || added === 0 || plan === undefined
            ? null
            : { year: plan.year, programme: plan.programme, amount: added },
      })
      for (const editor of editors.current.values()) editor.saved()
      notifyDone(`Đã ghi quyết định ${paper.number}.`)
      onClose()
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'change.warned') setWarned(problem.message)
      const at = request.items.findIndex((_, index) =>
        problem.fields.some(({ path }) => path.startsWith(`items.${index}.`)),
      )
      const item = request.items[at]
      const shown = item !== undefined && editors.current.get(item.id)?.show(error, `items.${at}.`) === true
      if (!shown) showProblem(form, error)
    }
  })
  useShortcuts({ 'Ctrl+S': () => void submit() })

  return (
    <div className={formStyles.screen}>
      <PageHeader
        title={`Ghi quyết định: ${changeTitle(request)}`}
        detail={changeDetail(request)}
        actions={
          <Button title="Esc" onClick={onClose}>
            {labels.cancel}
          </Button>
        }
        primary={
          <Button kind="primary" title="Ctrl+S" busy={command.isPending} onClick={() => void submit()}>
            Ghi quyết định
          </Button>
        }
      />
      <div className={formStyles.body}>
        <FormProvider {...form}>
          <form
            className={styles.letter}
            aria-label={changeLabels.decision}
            noValidate
            onSubmit={(event) => event.preventDefault()}
            onKeyDown={nextBoxOnEnter}
          >
            <ProblemSummary />
            <FieldRow>
              <TextField name="number" label="Số quyết định" required autoFocus width={3} />
              <DateField name="date" label="Ngày quyết định" required width={2} />
              <TextField name="signer" label="Người ký" width={3} />
              <SelectField
                name="authority"
                label={changeLabels.decides}
                options={optionsOf(authorities, authorityLabels)}
                emptyLabel="Chọn cấp đã quyết định"
                width={4}
              />
              {plan !== undefined && (
                <MoneyField
                  name="added"
                  label="Kinh phí bổ sung kèm quyết định (đồng)"
                  hint={`Thành một đợt phân bổ mới của kế hoạch ${programmeLabels[plan.programme].short} ${plan.year}; để trống nếu không có.`}
                  width={4}
                />
              )}
              {warned !== null && (
                <ParagraphField name="overReason" label="Vẫn tiếp tục vì" rows={2} width={8} required />
              )}
            </FieldRow>
          </form>
        </FormProvider>
        <ChangeChecks request={request} />
        {request.items.map((item) => (
          <ItemVerdict
            key={item.id}
            item={item}
            said={of(item)}
            say={(part) => say(item, part)}
            contentGroups={contentGroups}
            register={(handle) => {
              if (handle === null) editors.current.delete(item.id)
              else editors.current.set(item.id, handle)
            }}
          />
        ))}
        <div className={styles.foot}>
          <Authorities request={request} />
          <PlanEffects request={request} />
        </div>
      </div>
    </div>
  )
}

interface ItemVerdictProps {
  readonly item: ChangeItem
  readonly said: Said
  readonly say: (part: Partial<Said>) => void
  readonly contentGroups: readonly ContentGroupEntry[]
  readonly register: (handle: ContentHandle | null) => void
}

function ItemVerdict({ item, said, say, contentGroups, register }: ItemVerdictProps) {
  const [keep] = useState(() => register)
  const title = `${item.project.code} ${item.project.name}`
  const outcomes = changeOutcomes.filter((one) => one !== 'partly' || item.kind === 'adjust')
  const partly = said.outcome === 'partly'
  const kept = new Set(item.changes.map(({ path }) => path).filter((path) => !said.refused.has(path)))
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        {changeItemKindLabels[item.kind]}: {title}
      </h2>
      <div className={styles.verdict}>
        <label>
          {changeLabels.outcome}{' '}
          <select
            aria-label={`${changeLabels.outcome} đề án ${item.project.code}`}
            className={inputClass}
            value={said.outcome}
            onChange={(event) =>
              say({ outcome: changeOutcomes.find((one) => one === event.target.value) ?? 'approved', typed: false })
            }
          >
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {changeOutcomeLabels[one]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.wide}>
          {labels.note}{' '}
          <input
            className={inputClass}
            defaultValue={said.note}
            onBlur={(event) => say({ note: event.currentTarget.value })}
          />
        </label>
      </div>
      {item.kind === 'adjust' && !(partly && said.typed) && (
        <table className={styles.changes} aria-label={`Thay đổi của đề án ${item.project.code}`}>
          <thead>
            <tr>
              {partly && <th scope="col">Duyệt</th>}
              <th scope="col">{changeLabels.field}</th>
              <th scope="col">{changeLabels.inForce}</th>
              <th scope="col">{changeLabels.asked}</th>
              <th scope="col">{changeLabels.reason}</th>
            </tr>
          </thead>
          <tbody>
            {item.changes.map((change) => (
              <tr key={change.path}>
                {partly && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`Duyệt ${change.label}`}
                      checked={!said.refused.has(change.path)}
                      onChange={(event) => {
                        const refused = new Set(said.refused)
                        if (event.currentTarget.checked) refused.delete(change.path)
                        else refused.add(change.path)
                        say({ refused })
                      }}
                    />
                  </td>
                )}
                <th scope="row">{change.label}</th>
                <td className={styles.old}>{change.before ?? '(không có)'}</td>
                <td className={styles.fresh}>{change.after ?? '(bỏ)'}</td>
                <td>{change.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {partly && !said.typed && (
        <Button onClick={() => say({ typed: true })}>Duyệt giá trị khác: sửa nội dung được duyệt</Button>
      )}
      {partly && said.typed && (
        <>
          <p className={styles.hint}>
            Bên phải là nội dung được duyệt; sửa đến đúng như quyết định. Chỗ nào giống bản đang có hiệu lực là không
            duyệt.
          </p>
          <ContentEditor
            item={item}
            start={applyChanges(item.base.content, item.content ?? item.base.content, kept)}
            reasons={null}
            contentGroups={contentGroups}
            register={keep}
          />
        </>
      )}
    </section>
  )
}
