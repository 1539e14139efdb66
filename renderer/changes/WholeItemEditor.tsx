// A đề án asked to be added to the plan or stopped: no field of it changes, only why, and for a stop the money to recover.
import { useEffect, useRef } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { type ChangeItem, changeItemInput } from '../../shared/contract/changes'
import { changeItemKindLabels, changeLabels } from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { problemOf } from '../app/bridge'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { FieldRow } from '../components/Field'
import { MoneyField, ParagraphField } from '../components/fields'
import { resetAfterSaving, useContractForm, valuesOf } from '../components/form'
import { ProblemSummary } from '../components/ProblemSummary'
import { nextBoxOnEnter } from '../components/RecordForm'
import { useUnsavedGuard } from '../components/UnsavedGuard'
import type { ItemHandle } from './AdjustEditor'
import styles from './Changes.module.css'
import { itemAsSaved } from './requestInput'

/** Under a name of its own: the letter above has a reason too, and a label leads to one box alone. */
const schema = z.strictObject({ item: changeItemInput.pick({ reason: true, advanced: true, recovery: true }) })

interface WholeItemEditorProps {
  readonly item: ChangeItem
  readonly register: (handle: ItemHandle | null) => void
}

export function WholeItemEditor({ item, register }: WholeItemEditorProps) {
  const { reason, advanced, recovery } = item
  const form = useContractForm(schema, { item: { reason, advanced, recovery } })
  const allSaved = useUnsavedGuard(form.control)
  const asSaved = useRef(item)
  asSaved.current = item
  const sent = useRef<z.input<typeof schema> | null>(null)
  useEffect(() => {
    register({
      read: async () => {
        sent.current = valuesOf(form)
        let typed: Awaited<ReturnType<ItemHandle['read']>> = null
        await form.handleSubmit((values) => {
          typed = { ...itemAsSaved(asSaved.current), id: asSaved.current.id, ...values.item }
        })()
        return typed
      },
      saved: () => {
        if (sent.current === null) return
        if (resetAfterSaving(form, sent.current, sent.current) === 'clean') allSaved()
      },
      show: (error, prefix) => {
        const named = problemOf(error).fields.filter(({ path }) => path.startsWith(prefix))
        for (const { path, message } of named)
          form.setError(`item.${path.slice(prefix.length)}` as never, { type: 'program', message })
        return named.length > 0
      },
    })
    return () => register(null)
  }, [form, register, allSaved])
  const stop = item.kind === 'stop'
  return (
    <FormProvider {...form}>
      <form
        className={styles.editor}
        aria-label={`${changeItemKindLabels[item.kind]} đề án ${item.project.code}`}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={nextBoxOnEnter}
      >
        <section className={styles.section}>
          <h2>
            {changeItemKindLabels[item.kind]}: {item.project.name}
          </h2>
          <p>
            {stop
              ? 'Khi có quyết định ngừng, đề án dừng ở đây và ra khỏi kế hoạch hiện hành từ ngày quyết định; các bản và chứng từ vẫn giữ nguyên.'
              : 'Khi có quyết định, đề án được phê duyệt theo bản đang có và vào cuối danh mục kế hoạch. Nội dung sửa ngay trong đề án.'}
          </p>
          <ProblemSummary />
          <FieldRow>
            <ParagraphField name="item.reason" label={changeLabels.reason} rows={3} width={12} />
            {stop && <MoneyField name="item.advanced" label={changeLabels.advanced} width={4} />}
            {stop && <MoneyField name="item.recovery" label={changeLabels.recovery} width={4} />}
          </FieldRow>
          {item.openAdvances.map((one) => (
            <p key={one.level}>
              {one.level === 'received' ? 'Theo hợp đồng với cơ quan giao: đã nhận' : 'Theo hợp đồng hỗ trợ: đã chi'}{' '}
              {formatMoney(one.given)} đồng, đã thu hồi {formatMoney(one.recovered)} đồng, còn lại{' '}
              <strong>{formatMoney(one.left)} đồng</strong>.
            </p>
          ))}
          <Button onClick={() => void navigate(paths.project(item.project.id))}>Mở đề án</Button>
        </section>
      </form>
    </FormProvider>
  )
}
