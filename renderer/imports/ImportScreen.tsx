// Bringing in an office's own Excel file: file → columns → check → result. Nothing is written before the last press.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { errorColumnHeading, marksOf } from '../../shared/contract/importMarks'
import type { ImportKind, ImportMarks, ImportPreview } from '../../shared/contract/workbooks'
import { importLabels } from '../../shared/labels'
import { problemOf } from '../app/bridge'
import { type CallOutput, runQuery, useCommandCall } from '../app/calls'
import { undoWork } from '../app/undo'
import { takeUndoOffer } from '../app/undoOffer'
import { markUnsaved } from '../app/unsaved'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { PageHeader } from '../components/PageHeader'
import { saveFile } from '../documents/fileOut'
import { CheckStep } from './CheckStep'
import { ColumnsStep } from './ColumnsStep'
import styles from './ImportScreen.module.css'
import { hasAnswers, type ImportChoices, noChoices, type PreviewRow } from './importChoices'
import { takePastedList } from './pastedList'
import { ReadingProgress } from './ReadingProgress'
import { ResultStep } from './ResultStep'
import { readUpload, type Upload, whyNotTaken } from './readUpload'
import { Templates } from './Templates'

const steps = ['file', 'columns', 'check', 'result'] as const
type Step = (typeof steps)[number]

const stepLabels: Readonly<Record<Step, string>> = {
  file: '1. Tệp',
  columns: '2. Cột',
  check: '3. Kiểm tra',
  result: '4. Kết quả',
}

export function ImportScreen() {
  const { setYear } = useYear()
  const [step, setStep] = useState<Step>('file')
  const [upload, setUpload] = useState<Upload | null>(null)
  const [choices, setChoices] = useState<ImportChoices>(noChoices)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [result, setResult] = useState<CallOutput<'workbooks.runImport'> | null>(null)
  const run = useCommandCall('workbooks.runImport')
  const asked = useRef(0)
  const client = useQueryClient()
  const imported = useRef<Promise<number | null>>(Promise.resolve(null))
  /** What stood against each row before the import was run: afterwards every row is on file. */
  const [marks, setMarks] = useState<ImportMarks | null>(null)

  const unsaved = result === null && hasAnswers(choices)
  useEffect(() => (unsaved ? markUnsaved() : undefined), [unsaved])

  /** Reads the file again with these choices; an answer overtaken by a later question is dropped. */
  async function look(file: Upload, wanted: ImportChoices): Promise<boolean> {
    asked.current += 1
    const mine = asked.current
    setReading(true)
    setProblem(null)
    try {
      const answer = await runQuery('workbooks.previewImport', { ...file, ...wanted })
      if (mine !== asked.current) return false
      setPreview(answer)
      return true
    } catch (error) {
      if (mine === asked.current) setProblem(problemOf(error).message)
      return false
    } finally {
      if (mine === asked.current) setReading(false)
    }
  }

  async function take(file: File): Promise<void> {
    const refused = whyNotTaken(file)
    if (refused !== null) {
      setProblem(refused)
      return
    }
    setProblem(null)
    setResult(null)
    setPreview(null)
    setChoices(noChoices)
    try {
      const read = await readUpload(file)
      setUpload(read)
      if (await look(read, noChoices)) setStep('columns')
    } catch {
      setProblem(`Không đọc được “${file.name}”. Tệp có thể đang mở ở chương trình khác hoặc đã bị chuyển chỗ.`)
    }
  }

  // Rows pasted onto a list are a file already: they are looked at as the screen opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    const pasted = takePastedList()
    if (pasted === null) return
    const wanted = { ...noChoices, kind: pasted.kind }
    setUpload(pasted.upload)
    setChoices(wanted)
    void look(pasted.upload, wanted).then((seen) => {
      if (seen) setStep('check')
    })
  }, [])

  function change(wanted: ImportChoices): void {
    setChoices(wanted)
    if (upload !== null) void look(upload, wanted)
  }

  async function bringIn(): Promise<void> {
    if (upload === null || preview === null) return
    const rows = preview.sheets.flatMap((sheet) => sheet.rows)
    const doing = (action: PreviewRow['action']) => rows.filter((row) => row.action === action).length
    const sure = await askUser({
      title: `Nhập ${coming} dòng từ “${upload.fileName}”?`,
      text: `Thêm mới ${doing('create')}, cập nhật ${doing('update')}, không nhập ${doing('none')} dòng. Tất cả được ghi cùng lúc; nếu có lỗi thì không dòng nào được ghi.`,
      yes: 'Nhập',
      no: 'Xem lại',
    })
    if (!sure) return
    setProblem(null)
    setMarks(marksOf(preview))
    try {
      const answer = await run.mutateAsync({ ...upload, ...choices })
      imported.current = takeUndoOffer() ?? Promise.resolve(null)
      setResult(answer)
      setStep('result')
      const planYear = preview.sheets.find((sheet) => sheet.kind === 'plan' && sheet.year !== null)?.year
      if (answer.planItems > 0 && planYear !== undefined && planYear !== null) setYear(planYear)
    } catch (error) {
      const refused = problemOf(error)
      setProblem([refused.message, ...refused.fields.map((field) => field.message)].join(' '))
    }
  }

  async function giveBack(wanted: ImportMarks): Promise<void> {
    if (upload === null) return
    setProblem(null)
    try {
      await saveFile(await runQuery('workbooks.importErrorFile', { ...upload, ...choices, marks: wanted }))
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }

  async function takeBack(): Promise<void> {
    const commandId = await imported.current
    if (commandId !== null) await undoWork(client, commandId)
  }

  function again(): void {
    setStep('file')
    setUpload(null)
    setPreview(null)
    setResult(null)
    setChoices(noChoices)
  }

  const reachable = (one: Step): boolean => {
    switch (one) {
      case 'file':
        return true
      case 'columns':
      case 'check':
        return preview !== null && result === null
      case 'result':
        return result !== null
    }
  }
  const coming = preview?.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.action !== 'none').length ?? 0

  return (
    <div className={styles.screen}>
      <PageHeader
        title={importLabels.title}
        detail={
          upload === null
            ? 'Danh sách, kế hoạch, dự toán, sổ tạm ứng… của đơn vị, giữ nguyên như đang có'
            : `${upload.fileName}${reading ? ' · đang đọc…' : ''}`
        }
        primary={
          step === 'columns' ? (
            <Button key="check" kind="primary" disabled={preview === null} onClick={() => setStep('check')}>
              Tiếp tục: kiểm tra
            </Button>
          ) : step === 'check' && preview !== null ? (
            <Button
              key="bring-in"
              kind="primary"
              disabled={!preview.canImport || reading}
              busy={run.isPending}
              onClick={() => void bringIn()}
            >
              Nhập {coming} dòng
            </Button>
          ) : undefined
        }
      />
      <ol className={styles.steps}>
        {steps.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={styles.step}
              aria-current={one === step ? 'step' : undefined}
              disabled={!reachable(one)}
              onClick={() => setStep(one)}
            >
              {stepLabels[one]}
            </button>
          </li>
        ))}
      </ol>
      {problem !== null && (
        <div className={styles.problem} role="alert">
          {problem}
        </div>
      )}
      {(reading || run.isPending) && <ReadingProgress />}
      <div className={styles.body} aria-busy={reading}>
        {step === 'file' && (
          <>
            <FileStep reading={reading} onFile={(file) => void take(file)} />
            <Templates onProblem={setProblem} />
          </>
        )}
        {step === 'columns' && preview !== null && (
          <ColumnsStep preview={preview} choices={choices} onChange={change} />
        )}
        {step === 'check' && preview !== null && (
          <CheckStep
            preview={preview}
            choices={choices}
            onChange={change}
            onErrorFile={() => void giveBack(marksOf(preview))}
          />
        )}
        {step === 'result' && result !== null && (
          <ResultStep
            kinds={kindsOf(preview)}
            result={result}
            onAgain={again}
            onUndo={() => void takeBack()}
            onErrorFile={marks !== null && saysSomething(marks) ? () => void giveBack(marks) : null}
          />
        )}
      </div>
    </div>
  )
}

function kindsOf(preview: ImportPreview | null): ImportKind[] {
  return [...new Set((preview?.sheets ?? []).flatMap(({ kind }) => kind ?? []))]
}

/** A heading alone says nothing. */
function saysSomething(marks: ImportMarks): boolean {
  return marks.some(({ rows }) => rows.some(({ text }) => text !== '' && text !== errorColumnHeading))
}

interface FileStepProps {
  readonly reading: boolean
  readonly onFile: (file: File) => void
}

function FileStep({ reading, onFile }: FileStepProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <section
      className={styles.drop}
      data-over={over}
      aria-label="Chọn tệp Excel"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) onFile(file)
      }}
    >
      <label htmlFor={id}>Kéo tệp Excel (.xlsx) hoặc CSV thả vào đây, hoặc chọn tệp:</label>
      <input
        ref={input}
        id={id}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // The same file may be chosen again after it was mended in Excel.
          event.currentTarget.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <Button kind="primary" busy={reading} onClick={() => input.current?.click()}>
        {reading ? 'Đang đọc tệp…' : 'Chọn tệp Excel…'}
      </Button>
      <p className={styles.facts}>
        Không phải sửa tệp trước: đầu cột hai dòng, ô gộp, số dạng chữ, phông cũ (.VnTime, VNI), địa chỉ ba cấp đều được
        nhận ra và cho xem trước. Tệp gốc luôn được giữ nguyên; chưa có gì được ghi cho đến khi bấm Nhập.
      </p>
    </section>
  )
}
