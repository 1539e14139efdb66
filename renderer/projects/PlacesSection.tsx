// Where it happens: communes of today, free text, or an old three-tier address turned into a new one with the old text kept.
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { assertNever } from '../../shared/domain/assertNever'
import { projectLabels } from '../../shared/labels'
import { fold } from '../../shared/vietnamese/fold'
import { type CallOutput, runQuery, useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { inputClass } from '../components/Field'
import { TextField } from '../components/fields'
import { notifyProblem } from '../components/notices'
import { PickerBox, type PickerHit } from '../search/PickerBox'
import { PartList } from './PartList'
import styles from './ProjectForm.module.css'
import type { ProjectFormInput } from './projectForm'

const name = 'content.places'

type Place = ProjectFormInput['content']['places'][number]
type Resolved = CallOutput<'office.resolveAddress'>
type Choice = Resolved['choices'][number]

interface CommuneHit extends PickerHit {
  readonly code: string
}

export function PlacesSection() {
  const { control } = useFormContext<ProjectFormInput>()
  const { fields, append, remove } = useFieldArray({ control, name })
  const office = useQueryCall('office.get', {})
  const provinceCode = office.data?.office?.provinceCode ?? null
  const add = (place: Place) => append(place, { shouldFocus: false })

  return (
    <PartList
      label={projectLabels.places}
      rowName="địa điểm"
      rows={fields.map((field) => field.id)}
      onRemove={remove}
      columns={[
        {
          label: 'Địa điểm ghi trên văn bản',
          cell: (index) => <TextField bare name={`${name}.${index}.text`} label={`Địa điểm ${index + 1}`} />,
        },
        {
          label: 'Địa chỉ cũ',
          cell: (index) => (
            <TextField bare name={`${name}.${index}.oldText`} label={`Địa chỉ cũ của địa điểm ${index + 1}`} />
          ),
        },
      ]}
    >
      <div className={styles.addLine}>
        {provinceCode !== null && <CommunePicker provinceCode={provinceCode} onPick={add} />}
      </div>
      <OldAddress provinceCode={provinceCode} onPick={add} />
    </PartList>
  )
}

interface PickerProps {
  readonly onPick: (place: Place) => void
}

function CommunePicker({ provinceCode, onPick }: PickerProps & { readonly provinceCode: string }) {
  const [text, setText] = useState('')
  const communes = useQueryCall('office.communes', { provinceCode })
  const folded = useMemo(
    () => (communes.data ?? []).map((commune) => ({ commune, words: fold(commune.name) })),
    [communes.data],
  )
  const wanted = fold(text)
  const hits = folded
    .filter(({ words }) => words.includes(wanted))
    .slice(0, 30)
    .map(({ commune }): CommuneHit => ({ key: commune.code, code: commune.code, title: commune.name, detail: '' }))
  return (
    <PickerBox
      label="Thêm địa điểm"
      labelShown
      placeholder="Gõ tên xã, phường của tỉnh, hoặc địa điểm bất kỳ"
      hits={wanted === '' ? [] : hits}
      waiting={communes.isFetching}
      nothingFound="Không có xã, phường nào của tỉnh có tên như vậy."
      onText={setText}
      onPick={(hit) => onPick({ provinceCode, communeCode: hit.code, text: hit.title, oldText: '' })}
      typedChoice={{
        label: (typed) => `Ghi “${typed}”, không gắn với xã nào`,
        run: (typed) => onPick({ provinceCode: null, communeCode: null, text: typed, oldText: '' }),
      }}
    />
  )
}

function OldAddress({ provinceCode, onPick }: PickerProps & { readonly provinceCode: string | null }) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState<{ readonly text: string; readonly answer: Resolved } | null>(null)

  async function resolve(): Promise<void> {
    const text = box.current?.value.trim() ?? ''
    if (text === '') {
      box.current?.focus()
      return
    }
    try {
      const answer = await runQuery('office.resolveAddress', {
        text,
        ...(provinceCode === null ? {} : { provinceCode }),
      })
      setAsked({ text, answer })
    } catch (error) {
      notifyProblem(error)
    }
  }

  function take(place: Place): void {
    onPick(place)
    setAsked(null)
    if (box.current !== null) box.current.value = ''
    box.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void resolve()
  }

  return (
    <div className={styles.oldAddress}>
      <label htmlFor={id}>Đổi địa chỉ cũ (trước 01/7/2025) sang địa chỉ mới</label>
      <div className={styles.oldAddressLine}>
        <input
          ref={box}
          id={id}
          className={inputClass}
          placeholder="Ví dụ: xã Cao Minh, huyện Ba Bể, tỉnh Bắc Kạn"
          autoComplete="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
        <Button onClick={() => void resolve()}>Đổi</Button>
      </div>
      {asked !== null && (
        <div className={styles.answer} role="status">
          <div>
            {wordsOf(asked.answer)}
            {asked.answer.reason !== '' && ` ${asked.answer.reason}`}
          </div>
          <div className={styles.choices}>
            {asked.answer.choices.map((choice) => (
              <Button
                key={`${choice.provinceCode}-${choice.communeCode ?? ''}`}
                onClick={() => take(placeOf(choice, asked.answer.detail, asked.text))}
              >
                {nameOf(choice)}
              </Button>
            ))}
            <Button
              kind="quiet"
              onClick={() => take({ provinceCode: null, communeCode: null, text: asked.text, oldText: '' })}
            >
              Giữ nguyên như đã ghi
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

function nameOf(choice: Choice): string {
  return [choice.communeName, choice.provinceName].filter((part) => part !== '').join(', ')
}

function placeOf(choice: Choice, detail: string, oldText: string): Place {
  return {
    provinceCode: choice.provinceCode,
    communeCode: choice.communeCode,
    text: [detail, nameOf(choice)].filter((part) => part !== '').join(', '),
    oldText,
  }
}

function wordsOf(answer: Resolved): string {
  switch (answer.kind) {
    case 'exact':
      return 'Đây đã là địa chỉ mới. Bấm để ghi:'
    case 'converted':
      return 'Địa chỉ mới là (bấm để ghi, địa chỉ cũ vẫn được giữ):'
    case 'choices':
      return 'Có thể là một trong các nơi sau, hãy chọn đúng nơi:'
    case 'province-only':
      return 'Chỉ nhận ra tỉnh, chưa rõ xã.'
    case 'district-only':
      return 'Chỉ nhận ra huyện cũ, chưa rõ xã.'
    case 'unknown':
      return 'Không nhận ra địa chỉ này.'
    default:
      return assertNever(answer.kind, 'an answer without words')
  }
}
