// Step 2: what was recognised in the file: sheets, year, unit, letters of old fonts, and which column feeds what.
import { useState } from 'react'
import { type ImportPreview, importKinds } from '../../shared/contract/workbooks'
import { importLabels } from '../../shared/labels'
import { unitLabel } from '../../shared/vietnamese/money'
import { Button } from '../components/Button'
import styles from './ImportScreen.module.css'
import { cellKey, type ImportChoices, type PreviewSheet, withLeftOut } from './importChoices'

interface ColumnsStepProps {
  readonly preview: ImportPreview
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

export function ColumnsStep({ preview, choices, onChange }: ColumnsStepProps) {
  return (
    <div className={styles.padded}>
      <div className={styles.options}>
        <label>
          Tệp này là
          <select
            className={styles.select}
            value={choices.kind ?? ''}
            onChange={(event) =>
              onChange({ ...choices, kind: importKinds.find((one) => one === event.currentTarget.value) ?? null })
            }
          >
            <option value="">để chương trình tự nhận</option>
            {importKinds.map((kind) => (
              <option key={kind} value={kind}>
                {importLabels.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <YearChoice year={choices.year} onYear={(year) => onChange({ ...choices, year })} />
      </div>
      {preview.notes.map((note) => (
        <p key={note} className={styles.facts}>
          {note}
        </p>
      ))}
      {preview.sheets.map((sheet) => (
        <Sheet key={sheet.name} sheet={sheet} choices={choices} onChange={onChange} />
      ))}
    </div>
  )
}

interface YearChoiceProps {
  readonly year: number | null
  readonly onYear: (year: number | null) => void
}

function YearChoice({ year, onYear }: YearChoiceProps) {
  const [wrong, setWrong] = useState(false)
  function take(text: string): void {
    const typed = text.trim()
    const read = Number(typed)
    const fits = typed === '' || (/^\d{4}$/.test(typed) && read >= 1990 && read <= 2100)
    setWrong(!fits)
    if (fits && (typed === '' ? null : read) !== year) onYear(typed === '' ? null : read)
  }
  return (
    <label>
      Năm
      <input
        className={`${styles.select} ${styles.year}`}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={year ?? ''}
        aria-invalid={wrong || undefined}
        onBlur={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value)
        }}
      />
      <span className={styles.facts}>
        {wrong ? 'Năm gồm 4 chữ số, ví dụ 2027.' : 'để trống: theo năm ghi trong tệp'}
      </span>
    </label>
  )
}

/** A sheet that is not wanted is left out whole. */
function SheetTaken({ sheet, choices, onChange }: SheetProps) {
  const keys = sheet.rows.map((row) => row.key)
  const out = new Set(choices.leaveOut)
  const wanted = sheet.rows.filter(({ status, key }) => status !== 'skipped' || out.has(key))
  if (wanted.length === 0) return null
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={wanted.some(({ key }) => !out.has(key))}
        onChange={(event) => onChange(withLeftOut(choices, keys, !event.currentTarget.checked))}
      />
      Nhập trang này
    </label>
  )
}

interface SheetProps {
  readonly sheet: PreviewSheet
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

function Sheet({ sheet, choices, onChange }: SheetProps) {
  if (sheet.kind === null || sheet.skippedBecause !== '')
    return (
      <section className={styles.sheet}>
        <h2>Trang “{sheet.name}”</h2>
        <p className={styles.facts}>Bỏ qua: {sheet.skippedBecause}</p>
      </section>
    )
  const used = sheet.columns.filter((column) => column.field !== null).length
  const facts = [
    importLabels.kinds[sheet.kind],
    `${sheet.rows.length} dòng`,
    sheet.year === null ? 'chưa rõ năm' : `năm ${sheet.year}`,
    ...(sheet.unit === null ? [] : [`đơn vị tiền: ${unitLabel(sheet.unit)}`]),
    `nhận ra ${used}/${sheet.columns.length} cột`,
    `bảng mã ${importLabels.encodings[sheet.encoding]}`,
  ]
  return (
    <section className={styles.sheet}>
      <h2>Trang “{sheet.name}”</h2>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <SheetTaken sheet={sheet} choices={choices} onChange={onChange} />
      {sheet.encodingSamples.length > 0 && (
        <table className={`${styles.table} ${styles.samples}`} aria-label={`Đổi bảng mã của trang ${sheet.name}`}>
          <thead>
            <tr>
              <th scope="col">Chữ trong tệp ({importLabels.encodings[sheet.encoding]})</th>
              <th scope="col">Đổi thành Unicode</th>
            </tr>
          </thead>
          <tbody>
            {sheet.encodingSamples.map((sample) => (
              <tr key={sample.before}>
                <td>{sample.before}</td>
                <td>{sample.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table className={styles.table} aria-label={`Các cột của trang ${sheet.name}`}>
        <thead>
          <tr>
            <th scope="col">Cột</th>
            <th scope="col">Đầu cột trong tệp</th>
            <th scope="col">Đưa vào mục</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => (
            <tr key={column.column} className={column.field === null ? styles.unused : undefined}>
              <td>{column.column}</td>
              <td>{column.header}</td>
              <td>
                <select
                  className={styles.select}
                  aria-label={`Cột ${column.column} “${column.header}” đưa vào mục`}
                  value={column.field ?? ''}
                  onChange={(event) =>
                    onChange({
                      ...choices,
                      columns: {
                        ...choices.columns,
                        [cellKey(sheet.name, column.column)]: event.currentTarget.value,
                      },
                    })
                  }
                >
                  <option value="">— không nhập cột này —</option>
                  {withCurrent(sheet, column).map((choice) => (
                    <option key={choice.field} value={choice.field}>
                      {choice.label}
                    </option>
                  ))}
                </select>
                {column.origin === 'remembered' && <span className={styles.remembered}>đã nhớ từ lần trước</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {Object.keys(choices.columns).some((key) => key.startsWith(`${sheet.name}!`)) && (
        <Button
          kind="quiet"
          onClick={() =>
            onChange({
              ...choices,
              columns: Object.fromEntries(
                Object.entries(choices.columns).filter(([key]) => !key.startsWith(`${sheet.name}!`)),
              ),
            })
          }
        >
          Trả các cột về như chương trình nhận ra
        </Button>
      )}
    </section>
  )
}

/** The field in force is always among the choices, even where the program offers it no more. */
function withCurrent(sheet: PreviewSheet, column: PreviewSheet['columns'][number]): PreviewSheet['fieldChoices'] {
  if (column.field === null || sheet.fieldChoices.some((choice) => choice.field === column.field))
    return sheet.fieldChoices
  return [{ field: column.field, label: column.label ?? column.field }, ...sheet.fieldChoices]
}
