// Every training class with its trainees, for whoever brings in a list of them.
import type { TrainingClass } from '../../shared/contract/executionGroup'
import type { Reader } from '../database/access'

export interface ClassWithTrainees {
  readonly id: number
  readonly rowVersion: number
  readonly projectId: number
  readonly name: string
  readonly trainees: TrainingClass['trainees']
}

export async function listClassesWithTrainees(reader: Reader): Promise<ClassWithTrainees[]> {
  const classes = await reader.db
    .selectFrom('training_class')
    .select(['id', 'row_version', 'project_id', 'name'])
    .orderBy('project_id')
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const people = await reader.db
    .selectFrom('trainee')
    .selectAll()
    .orderBy('training_class_id')
    .orderBy('rank')
    .execute()
  const trainees = new Map<number, TrainingClass['trainees']>()
  for (const row of people) {
    const own = trainees.get(row.training_class_id) ?? []
    trainees.set(row.training_class_id, own)
    own.push({
      name: row.name,
      bornIn: row.born_in,
      gender: row.gender,
      ethnicity: row.ethnicity,
      address: row.address,
      idNumber: row.id_number,
      certificateNumber: row.certificate_number,
      employer: row.employer,
      note: row.note,
    })
  }
  return classes.map((row) => ({
    id: row.id,
    rowVersion: row.row_version,
    projectId: row.project_id,
    name: row.name,
    trainees: trainees.get(row.id) ?? [],
  }))
}
