// Học viên of the training classes of a đề án: one line a person. The same person: one identity number in the class, else one name
// and year of birth.
import { z } from 'zod'
import { type TrainingClass, trainee } from '../../../../shared/contract/executionGroup'
import { nameKey } from '../../../../shared/domain/identity'
import { yearOf } from '../../../../shared/vietnamese/dates'
import { fold } from '../../../../shared/vietnamese/fold'
import { cleanLine } from '../../../../shared/vietnamese/text'
import { readIdNumber } from '../cells'
import { quoted } from '../findings'
import { lockedYearWords } from '../lockedYear'
import type { TableRow } from '../table'
import { rowKeyOf, type TableReader } from '../tableReader'
import { findByWords, hasPhrase, wordsOf } from '../words'
import { says, sortLines } from './lines'
import { allOnHand, type Beside, type Judging, type OnFile, type RecordContext, type RecordKind } from './recordKind'
import type { ClassOnFile, RecordsOnFile } from './recordsOnFile'
import { besideByKeys, type SaidDraft } from './sameByKeys'

type Trainee = TrainingClass['trainees'][number]

/** A trainee with the class; a class of a name nobody has yet is opened with its first trainee. */
export const traineeRecord = z.strictObject({
  projectId: z.number().int(),
  classId: z.number().int().nullable(),
  className: z.string().min(1).max(300),
  trainee,
})
export type TraineeRecord = z.output<typeof traineeRecord>

interface TraineeDraft extends SaidDraft {
  readonly projectCode: string
  readonly projectName: string
  readonly className: string
  /** Lines above the table and the sheet's name: where a list of one class names it. */
  readonly titles: readonly string[]
  readonly trainee: Partial<Trainee> & Pick<Trainee, 'name'>
}

const textFields = ['ethnicity', 'address', 'certificateNumber', 'employer', 'note'] as const

function readTrainee(reader: TableReader, row: TableRow, context: RecordContext): TraineeDraft {
  const name = reader.line(row, 'name')
  const at = reader.at(row, 'name')
  if (!/\p{L}/u.test(name))
    at.findings.add('error', at.place, {
      code: 'name.missing',
      message: `Dòng ${row.number} thiếu họ và tên. Chưa ghi gì; ghi tên vào ô này, hoặc bỏ dòng này khi nhập.`,
      original: name,
    })
  const gender = readGender(reader, row, context)
  const born = bornIn(reader, row)
  const idNumber = readIdNumber(reader.cell(row, 'idNumber'), reader.at(row, 'idNumber'))
  const texts = Object.fromEntries(
    textFields.flatMap((field) => (says(reader, row, field) ? [[field, reader.line(row, field)]] : [])),
  ) as Partial<Trainee>
  const said = {
    ...texts,
    ...(gender === '' ? {} : { gender }),
    ...(born === null ? {} : { bornIn: born }),
    ...(idNumber === '' ? {} : { idNumber }),
  }
  return {
    key: rowKeyOf(reader.sheet, row.number),
    sheet: reader.sheet,
    row: row.number,
    title: name,
    said: ['className', 'name', ...Object.keys(said)],
    projectCode: reader.line(row, 'projectCode'),
    projectName: reader.line(row, 'projectName'),
    className: reader.line(row, 'className'),
    titles: [...reader.table.titles.map(cleanLine), reader.sheet],
    trainee: { name, ...said },
  }
}

/** Its own column, a tick under 'Nữ', or the year of birth written under 'Nam' or 'Nữ'. */
function readGender(reader: TableReader, row: TableRow, { rules }: RecordContext): string {
  const named = findByWords(reader.line(row, 'gender'), rules.genders)?.value
  if (named === 'female' || says(reader, row, 'female')) return 'Nữ'
  if (named === 'male' || says(reader, row, 'male')) return 'Nam'
  return ''
}

function bornIn(reader: TableReader, row: TableRow): number | null {
  const field = ['bornIn', 'female', 'male'].find((one) => /\d/.test(reader.line(row, one)))
  if (field === undefined) return null
  const cell = reader.cell(row, field)
  if (cell?.kind === 'date') return yearOf(cell.text)
  const text = reader.line(row, field)
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1]
  if (year !== undefined) return Number(year)
  const at = reader.at(row, field)
  at.findings.add('warning', at.place, {
    code: 'bornIn.unreadable',
    message: `${at.label} ${quoted(text)} không đọc được thành năm sinh nên để trống.`,
    original: text,
  })
  return null
}

interface FoundClass {
  readonly projectId: number
  readonly classId: number | null
  readonly className: string
}

/** Which class a line belongs to: as its cells name it, as the title does, else as answered once a sheet. */
function classOf(draft: TraineeDraft, files: RecordsOnFile, judging: Judging): FoundClass | null {
  const code = fold(draft.projectCode)
  const name = nameKey(draft.projectName)
  const ofProject = (one: { readonly code: string; readonly name: string }) =>
    code !== '' ? fold(one.code) === code : name === '' || nameKey(one.name) === name
  const classes = files.classes.filter((one) => ofProject({ code: one.projectCode, name: one.projectName }))
  const said = wordsOf(draft.className)
  const named =
    said !== ''
      ? classes.filter((one) => wordsOf(one.name) === said)
      : classes.filter((one) => draft.titles.some((title) => hasPhrase(wordsOf(title), wordsOf(one.name))))
  const [only] = named.length === 1 ? named : said === '' && classes.length === 1 ? classes : []
  if (only !== undefined) return onFile(only)
  const named1 = code !== '' || name !== ''
  const projects = named1 ? files.projects.filter(ofProject) : []
  const [project] = projects.length === 1 ? projects : []
  if (named1 && project === undefined) return sayNoProject(draft, judging)
  if (said !== '' && project !== undefined) {
    judging.findings.add('warning', judging.placeOf(draft, 'className'), {
      code: 'class.new',
      message: `Đề án ${project.code} chưa có lớp ${quoted(draft.className)}; lớp này sẽ được lập cùng danh sách học viên.`,
      original: draft.className,
    })
    return { projectId: project.id, classId: null, className: draft.className }
  }
  return askClass(draft, named.length > 0 ? named : classes, judging)
}

const onFile = (one: ClassOnFile): FoundClass => ({ projectId: one.projectId, classId: one.id, className: one.name })

function sayNoProject(draft: TraineeDraft, { findings, placeOf }: Judging): null {
  const field = draft.projectCode === '' ? 'projectName' : 'projectCode'
  const what = draft.projectCode === '' ? draft.projectName : draft.projectCode
  findings.add('error', placeOf(draft, field), {
    code: 'project.unknown',
    message: `Không có đề án ${quoted(what)} trong sổ. Sửa ô này theo mã của đề án, hoặc bỏ dòng này khi nhập.`,
    original: what,
  })
  return null
}

function askClass(draft: TraineeDraft, classes: readonly ClassOnFile[], judging: Judging): FoundClass | null {
  const { findings } = judging
  const place = judging.placeOf(draft, 'className')
  const what = draft.className === '' ? 'không ghi lớp' : `ghi lớp ${quoted(draft.className)}`
  if (classes.length === 0) {
    findings.add('error', place, {
      code: 'class.unknown',
      message: `Trang “${draft.sheet}” ${what} mà chưa rõ của đề án nào. Thêm cột “Mã đề án” và cột “Lớp”, hoặc lập lớp trong đề án trước.`,
      original: draft.className,
    })
    return null
  }
  const answer = findings.ask({
    id: `class:${draft.sheet}:${wordsOf(draft.className)}`,
    message: `Trang “${draft.sheet}” ${what}. Các học viên này của lớp nào?`,
    place,
    choices: classes.map((one) => ({
      value: String(one.id),
      label: `${one.name} — ${one.projectCode} ${one.projectName}`,
    })),
    fallback: null,
  })
  const chosen = classes.find((one) => String(one.id) === answer)
  if (chosen !== undefined) return onFile(chosen)
  findings.add('question', place, {
    code: 'class.unknown',
    message: `Dòng ${draft.row}: chưa rõ học viên của lớp nào. Chọn lớp ở phần câu hỏi.`,
    original: draft.className,
  })
  return null
}

const blankTrainee: Trainee = {
  name: '',
  bornIn: null,
  gender: '',
  ethnicity: '',
  address: '',
  idNumber: '',
  certificateNumber: '',
  employer: '',
  note: '',
}

function beside(files: RecordsOnFile): Beside<TraineeDraft, TraineeRecord> {
  const decided = new Set(files.decidedProjects)
  const projects = new Map(files.projects.map((one) => [one.id, one]))
  return besideByKeys({
    onFile: files.classes.flatMap((one) =>
      one.trainees.map(
        (person, rank): OnFile<TraineeRecord> => ({
          target: { id: one.id, rowVersion: one.rowVersion, rank },
          label: `học viên “${person.name}” của lớp ${one.name}`,
          record: { ...onFile(one), trainee: person },
          lockedBecause: '',
        }),
      ),
    ),
    record: (draft, base, judging) => {
      if (draft.trainee.name === '') return null
      const found = classOf(draft, files, judging)
      return found === null ? null : { ...found, trainee: { ...(base?.trainee ?? blankTrainee), ...draft.trainee } }
    },
    keys: (record) => {
      const own = classKey(record)
      const { idNumber, name, bornIn } = record.trainee
      return [...(idNumber === '' ? [] : [`${own}|${idNumber}`]), `${own}|${nameKey(name)}|${bornIn ?? ''}`]
    },
    contradictions: ({ projectId }) => {
      const project = projects.get(projectId)
      const field = 'projectCode'
      if (!decided.has(projectId))
        return [
          {
            field,
            message: `Đề án ${project?.code ?? ''} chưa được phê duyệt nên chưa mở lớp được. Ghi quyết định phê duyệt trước, hoặc bỏ dòng này khi nhập.`,
          },
        ]
      return project !== undefined && files.lockedYears.includes(project.planYear)
        ? [{ field, message: lockedYearWords(project.planYear) }]
        : []
    },
    differ: (one, other) =>
      one.trainee.idNumber !== '' && other.trainee.idNumber !== '' && one.trainee.idNumber !== other.trainee.idNumber,
    whyNotBoth: (one, other) =>
      one.trainee.idNumber !== '' && one.trainee.idNumber === other.trainee.idNumber
        ? `Số giấy tờ ${one.trainee.idNumber} đã ghi cho “${other.trainee.name}” trong lớp; một người không ghi hai lần. Chọn cập nhật hoặc bỏ qua.`
        : null,
    show: ({ className, trainee: person }) => ({
      className,
      name: person.name,
      bornIn: person.bornIn === null ? '' : String(person.bornIn),
      gender: person.gender,
      ethnicity: person.ethnicity,
      address: person.address,
      idNumber: person.idNumber,
      certificateNumber: person.certificateNumber,
      employer: person.employer,
      note: person.note,
    }),
  })
}

/** A class on file by its number, one still to be opened by its name. */
export function classKey({ projectId, classId, className }: Omit<TraineeRecord, 'trainee'>): string {
  return classId === null ? `${projectId}|${wordsOf(className)}` : `#${classId}`
}

export const traineeKind: RecordKind<TraineeDraft, TraineeRecord> = {
  kind: 'trainees',
  ...allOnHand,
  schema: traineeRecord,
  fieldOf: (path) => path.replace(/^trainee\./, ''),
  read: (reader, context) => {
    const { rows, skipped } = sortLines(reader, 'name', context)
    return { drafts: rows.map((row) => readTrainee(reader, row, context)), skipped, year: context.year }
  },
  beside,
}
