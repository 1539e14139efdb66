import type { TrainingClass } from '../../shared/contract/executionGroup'
import { trainingContradictions, trainingHours, trainingWarnings } from '../../shared/domain/executionGroup'
import type { Reader, Writer } from '../database/access'
import { decidedProject } from './projectInForce'
import { readingOf, refuseContradictions, type SavedRecord, under } from './records'

export async function readTrainingClasses(reader: Reader, { projectId }: { readonly projectId: number }) {
  const { db } = reader
  const rows = await db
    .selectFrom('training_class')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const classes = []
  for (const row of rows) {
    const subjects = await db
      .selectFrom('training_subject')
      .selectAll()
      .where('training_class_id', '=', row.id)
      .orderBy('rank')
      .execute()
    const trainees = await db
      .selectFrom('trainee')
      .selectAll()
      .where('training_class_id', '=', row.id)
      .orderBy('rank')
      .execute()
    const one: TrainingClass = {
      name: row.name,
      occupation: row.occupation,
      plannedTrainees: row.planned_trainees,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      place: row.place,
      teacher: row.teacher,
      qualification: row.qualification,
      objective: row.objective,
      note: row.note,
      subjects: subjects.map((subject) => ({
        subject: subject.subject,
        theoryHours: subject.theory_hours,
        practiceHours: subject.practice_hours,
        note: subject.note,
      })),
      trainees: trainees.map((trainee) => ({
        name: trainee.name,
        bornIn: trainee.born_in,
        gender: trainee.gender,
        ethnicity: trainee.ethnicity,
        address: trainee.address,
        idNumber: trainee.id_number,
        certificateNumber: trainee.certificate_number,
        employer: trainee.employer,
        note: trainee.note,
      })),
    }
    classes.push({
      ...one,
      id: row.id,
      rowVersion: row.row_version,
      hours: trainingHours(one.subjects),
      warnings: trainingWarnings(one),
    })
  }
  return classes
}

/** @throws Refusal record.missing, record.conflict, step.not-allowed, rule.contradiction */
export async function saveTrainingClass(
  writer: Writer,
  input: {
    readonly id: number | null
    readonly rowVersion: number | null
    readonly projectId: number
    readonly trainingClass: TrainingClass
  },
): Promise<SavedRecord> {
  const { db } = writer
  const one = input.trainingClass
  await decidedProject(writer, input.projectId)
  const reading = await readingOf(writer, 'training_class', input)
  refuseContradictions(under('trainingClass', trainingContradictions(one)))
  const rowVersion = reading + 1
  const columns = {
    name: one.name,
    occupation: one.occupation,
    planned_trainees: one.plannedTrainees,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    place: one.place,
    teacher: one.teacher,
    qualification: one.qualification,
    objective: one.objective,
    note: one.note,
    row_version: rowVersion,
  }
  const { id } =
    input.id === null
      ? await db
          .insertInto('training_class')
          .values({ ...columns, project_id: input.projectId, rank: 0 })
          .returning('id')
          .executeTakeFirstOrThrow()
      : { id: input.id }
  await db.updateTable('training_class').set(columns).where('id', '=', id).execute()
  await db.deleteFrom('training_subject').where('training_class_id', '=', id).execute()
  await db.deleteFrom('trainee').where('training_class_id', '=', id).execute()
  for (const [rank, subject] of one.subjects.entries())
    await db
      .insertInto('training_subject')
      .values({
        training_class_id: id,
        rank,
        subject: subject.subject,
        theory_hours: subject.theoryHours,
        practice_hours: subject.practiceHours,
        note: subject.note,
      })
      .execute()
  for (const [rank, trainee] of one.trainees.entries())
    await db
      .insertInto('trainee')
      .values({
        training_class_id: id,
        rank,
        name: trainee.name,
        born_in: trainee.bornIn,
        gender: trainee.gender,
        ethnicity: trainee.ethnicity,
        address: trainee.address,
        id_number: trainee.idNumber,
        certificate_number: trainee.certificateNumber,
        employer: trainee.employer,
        note: trainee.note,
      })
      .execute()
  return { id, rowVersion }
}
