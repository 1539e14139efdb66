// What is chosen about a paper before it is made: its form, date, number and signer. Of a đề án and of a plan alike.
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { documentOptions, type FormEntry } from '../../shared/contract/documents'
import { formatDate, isPlainDate, type PlainDate } from '../../shared/vietnamese/dates'
import type { CallOutput } from '../app/calls'
import { DateField, SelectField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import styles from './PdfDialog.module.css'

const formSchema = z.strictObject({
  form: z.string(),
  date: documentOptions.shape.date,
  number: documentOptions.shape.number,
  /** A select's value is text: the signer's id, or '' for the usual signer. */
  signer: z.string(),
})

export interface SignerOption {
  readonly value: string
  readonly label: string
}

export function signerOptions({ office }: CallOutput<'office.get'>): SignerOption[] {
  return (office?.signers ?? []).flatMap((signer) =>
    signer.id === null ? [] : [{ value: String(signer.id), label: `${signer.name}, ${signer.position}` }],
  )
}

/** What the preview shows: taken over when a box is left, so that no paper is made for every letter typed. */
export function usePaperChoice(forms: readonly FormEntry[]) {
  const form = useContractForm(formSchema, { form: forms[0]?.id ?? '', date: null, number: '', signer: '' })
  const [settled, setSettled] = useState(form.getValues())
  const [dateWrong, setDateWrong] = useState(false)
  const date: PlainDate | null = settled.date ?? null
  const chosen = forms.find((one) => one.id === settled.form)

  function settle(): void {
    const typed = form.getValues()
    const wrong = typeof typed.date === 'string' && !isPlainDate(typed.date)
    setDateWrong(wrong)
    setSettled(wrong ? { ...typed, date } : typed)
  }

  return {
    form,
    formId: settled.form,
    chosen,
    title: chosen?.shortTitle ?? 'Văn bản',
    dateWrong,
    settle,
    options: { date, number: settled.number, signerId: settled.signer === '' ? null : Number(settled.signer) },
  }
}

interface PaperOptionsProps {
  readonly choice: ReturnType<typeof usePaperChoice>
  readonly forms: readonly FormEntry[]
  readonly signers: readonly SignerOption[]
  /** Who signs when nobody is chosen. */
  readonly usualSigner: string
}

export function PaperOptions({ choice, forms, signers, usualSigner }: PaperOptionsProps) {
  const { form, chosen, dateWrong, settle, options } = choice

  function onChange(event: FormEvent): void {
    if (event.target instanceof HTMLSelectElement) settle()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) settle()
  }

  return (
    <FormProvider {...form}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the boxes inside are what is typed into */}
      <div className={styles.options} onBlur={settle} onChange={onChange} onKeyDown={onKeyDown}>
        <SelectField
          name="form"
          label="Mẫu văn bản"
          options={forms.map((one) => ({ value: one.id, label: one.shortTitle }))}
          width={12}
        />
        {chosen !== undefined && (
          <div className={styles.note}>
            <p>Theo {chosen.legalBasis}.</p>
            {chosen.layout === 'suggested' && <p>Bố cục gợi ý: đối chiếu với mẫu ban hành trước khi ký.</p>}
          </div>
        )}
        <DateField
          name="date"
          label="Ngày ghi trên văn bản"
          hint={
            dateWrong
              ? 'Chưa đúng dạng ngày/tháng/năm; bản xem trước vẫn theo ngày trước đó.'
              : options.date === null
                ? 'Để trống: chừa chỗ cho văn thư ghi ngày.'
                : `Tên cơ quan và căn cứ theo ngày ${formatDate(options.date)}.`
          }
          width={12}
        />
        <TextField name="number" label="Số văn bản" hint="Để trống: chừa chỗ cho văn thư ghi số." width={12} />
        <SelectField
          name="signer"
          label="Người ký"
          options={[{ value: '', label: usualSigner }, ...signers]}
          width={12}
        />
      </div>
    </FormProvider>
  )
}
