// Writing needs, payments and trainees that a preview decided, each through the command a person's typing goes through.
import { certificateToRecord } from '../../../../shared/contract/activities'
import { Refusal } from '../../../../shared/contract/errors'
import { needDetails } from '../../../../shared/contract/establishments'
import type { TrainingClass } from '../../../../shared/contract/executionGroup'
import { assertNever } from '../../../../shared/domain/assertNever'
import type { VoteRules } from '../../../../shared/domain/productVotes'
import { recordCertificate } from '../../../activities/certificates'
import type { PaymentServices } from '../../../contracts/paymentFacts'
import { savePayment } from '../../../contracts/payments'
import type { ProposalServices } from '../../../contracts/proposals'
import type { Writer } from '../../../database/access'
import { saveNeed } from '../../../establishments/needs'
import { readTrainingClasses, saveTrainingClass } from '../../../execution/training'
import { atRow } from '../atRow'
import { contractRecord } from '../records/contracts'
import { paymentRecord } from '../records/payments'
import type { RecordWork } from '../records/recordKind'
import { classKey, type TraineeRecord, traineeRecord } from '../records/trainees'
import { writeContract } from './writeContract'

export type Wrote = (rows: number) => Promise<void>

export interface RecordWriting {
  readonly payments: PaymentServices
  readonly proposals: ProposalServices
  readonly voteRules: () => VoteRules
  /** Why payments are written in spite of warnings. */
  readonly paymentReason: string
  readonly wrote: Wrote
}

/** Lines that say more about an earlier one are one record with it, written once. */
export function joinLines(works: Iterable<RecordWork>): RecordWork[] {
  const byKey = new Map<string, RecordWork>()
  for (const work of works) {
    const first = work.joins === null ? undefined : byKey.get(work.joins)
    if (first === undefined) byKey.set(work.key, work)
    else byKey.set(first.key, { ...first, record: work.record })
  }
  return [...byKey.values()]
}

export interface RecordCounts {
  readonly created: number
  readonly updated: number
}

/** @throws Refusal naming the row that could not be written; with it goes the whole transaction */
export async function writeRecords(
  writer: Writer,
  works: readonly RecordWork[],
  writing: RecordWriting,
): Promise<RecordCounts> {
  const people = works.filter((work) => work.kind === 'trainees')
  const others = works.filter((work) => work.kind !== 'trainees')
  let done = 0
  for (const work of others) {
    await atRow(work.key, () => writeOne(writer, work, writing))
    done += 1
    await writing.wrote(done)
  }
  await writeTrainees(writer, people, (rows) => writing.wrote(done + rows))
  return {
    created: works.filter((work) => work.action === 'create').length,
    updated: works.filter((work) => work.action === 'update').length,
  }
}

async function writeOne(writer: Writer, work: RecordWork, writing: RecordWriting): Promise<void> {
  const target = { id: work.target?.id ?? null, rowVersion: work.target?.rowVersion ?? null }
  switch (work.kind) {
    case 'needs':
      await saveNeed(writer, { ...target, need: needDetails.parse(work.record) })
      return
    case 'payments':
      await savePayment(writer, writing.payments, {
        ...target,
        ...paymentRecord.parse(work.record),
        reason: writing.paymentReason,
      })
      return
    case 'certificates':
      await recordCertificate(writer, writing.voteRules(), certificateToRecord.parse(work.record))
      return
    case 'contracts':
      await writeContract(writer, writing.proposals, contractRecord.parse(work.record), work.target)
      return
    case 'trainees':
    case 'establishments':
    case 'plan':
      throw new Error(`${work.kind} are not written one by one here`)
    default:
      assertNever(work.kind, 'every kind of record is written')
  }
}

/** A class is one record: it is read, given all its lines, and written once. */
async function writeTrainees(
  writer: Writer,
  works: readonly RecordWork[],
  wrote: (rows: number) => Promise<void>,
): Promise<void> {
  const classes = new Map<string, { work: RecordWork; record: TraineeRecord }[]>()
  for (const work of works) {
    const record = traineeRecord.parse(work.record)
    const own = classes.get(classKey(record))
    if (own === undefined) classes.set(classKey(record), [{ work, record }])
    else own.push({ work, record })
  }
  let done = 0
  for (const lines of classes.values()) {
    const [first] = lines
    if (first === undefined) continue
    const { projectId, classId, className } = first.record
    await atRow(first.work.key, async () => {
      const known = (await readTrainingClasses(writer, { projectId })).find((one) => one.id === classId)
      if (classId !== null && known === undefined) throw new Refusal('record.missing', 'lớp đào tạo')
      const trainees = [...(known?.trainees ?? [])]
      for (const { work, record } of lines) {
        if (work.target === null) trainees.push(record.trainee)
        else trainees[work.target.rank] = record.trainee
      }
      await saveTrainingClass(writer, {
        id: known?.id ?? null,
        rowVersion: known?.rowVersion ?? null,
        projectId,
        trainingClass: { ...(known === undefined ? blankClass(className) : contentOf(known)), trainees },
      })
    })
    done += lines.length
    await wrote(done)
  }
}

function contentOf(known: TrainingClass): TrainingClass {
  const { name, occupation, plannedTrainees, startsOn, endsOn, place, teacher, qualification, objective } = known
  const { subjects, trainees, note } = known
  return {
    name,
    occupation,
    plannedTrainees,
    startsOn,
    endsOn,
    place,
    teacher,
    qualification,
    objective,
    subjects,
    trainees,
    note,
  }
}

function blankClass(name: string): TrainingClass {
  return {
    name,
    occupation: '',
    plannedTrainees: null,
    startsOn: null,
    endsOn: null,
    place: '',
    teacher: '',
    qualification: '',
    objective: '',
    subjects: [],
    trainees: [],
    note: '',
  }
}
