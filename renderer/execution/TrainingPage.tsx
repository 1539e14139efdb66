// Training classes of a đề án: their plan, the programme by hours (Mẫu 12), the trainees and where they work afterwards.
import { trainingClass } from '../../shared/contract/executionGroup'
import { executionLabels, labels, trainingLabels } from '../../shared/labels'
import { useCommandCall, useRecordCall } from '../app/calls'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, NumberField, ParagraphField, TextField } from '../components/fields'
import type { FormSection } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { RecordsPage } from './RecordsPage'

const subjectColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'subject', label: trainingLabels.subject, width: 320, grow: true },
  { kind: 'number', name: 'theoryHours', label: trainingLabels.theory, width: 120 },
  { kind: 'number', name: 'practiceHours', label: trainingLabels.practice, width: 120 },
  { kind: 'text', name: 'note', label: labels.note, width: 180 },
]

const traineeColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'name', label: trainingLabels.trainee, width: 180, grow: true },
  { kind: 'year', name: 'bornIn', label: trainingLabels.bornIn, width: 80 },
  { kind: 'text', name: 'gender', label: 'Giới tính', width: 76 },
  { kind: 'text', name: 'ethnicity', label: 'Dân tộc', width: 80 },
  { kind: 'text', name: 'address', label: 'Địa chỉ', width: 160 },
  { kind: 'text', name: 'idNumber', label: trainingLabels.idNumber, width: 120 },
  { kind: 'text', name: 'certificateNumber', label: trainingLabels.certificate, width: 110 },
  { kind: 'text', name: 'employer', label: trainingLabels.employer, width: 170 },
]

const sections: readonly FormSection[] = [
  {
    id: 'general',
    title: 'Lớp',
    fields: ['name', 'occupation', 'plannedTrainees', 'startsOn', 'endsOn', 'place', 'teacher', 'qualification'],
    content: (
      <FieldRow>
        <TextField name="name" label={trainingLabels.name} width={6} required autoFocus />
        <TextField name="occupation" label={trainingLabels.occupation} width={6} />
        <NumberField name="plannedTrainees" label={trainingLabels.plannedTrainees} width={3} />
        <DateField name="startsOn" label={trainingLabels.startsOn} width={3} />
        <DateField name="endsOn" label={trainingLabels.endsOn} width={3} />
        <TextField name="qualification" label={trainingLabels.qualification} width={3} />
        <TextField name="place" label={trainingLabels.place} width={6} />
        <TextField name="teacher" label={trainingLabels.teacher} width={6} />
        <ParagraphField name="objective" label={trainingLabels.objective} rows={3} />
        <TextField name="note" label={labels.note} width={12} />
      </FieldRow>
    ),
  },
  {
    id: 'subjects',
    title: trainingLabels.subjects,
    fields: ['subjects'],
    content: (
      <EditGrid
        name="subjects"
        label={trainingLabels.subjects}
        columns={subjectColumns}
        newRow={() => ({ subject: '', theoryHours: null, practiceHours: null, note: '' })}
        addLabel="Thêm mô đun"
        empty="Chưa có mô đun, bài học nào."
      />
    ),
  },
  {
    id: 'trainees',
    title: trainingLabels.trainees,
    fields: ['trainees'],
    content: (
      <EditGrid
        name="trainees"
        label={trainingLabels.trainees}
        columns={traineeColumns}
        newRow={() => ({
          name: '',
          bornIn: null,
          gender: '',
          ethnicity: '',
          address: '',
          idNumber: '',
          certificateNumber: '',
          employer: '',
          note: '',
        })}
        addLabel="Thêm học viên"
        empty="Chưa có học viên. Chép danh sách trong Excel rồi bấm “Dán từ Excel”."
      />
    ),
  },
]

const blank = {
  name: '',
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

export function TrainingPage({ projectId }: { readonly projectId: number }) {
  const query = useRecordCall('execution.trainingClasses', { projectId })
  const save = useCommandCall('execution.saveTrainingClass')
  const remove = useCommandCall('execution.removeTrainingClass')
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <p role="status">{labels.loading}</p>
  const total = query.data.reduce((sum, one) => sum + one.trainees.length, 0)
  return (
    <RecordsPage
      projectId={projectId}
      historyKind="trainingClass"
      title={executionLabels.training}
      detail={`${query.data.length} lớp · ${total} học viên`}
      one="lớp"
      addLabel={trainingLabels.new}
      schema={trainingClass}
      problemPrefix="trainingClass."
      records={query.data.map(({ id, rowVersion, hours, warnings, ...values }) => ({
        id,
        rowVersion,
        name: `${values.name} (${hours.total} giờ)`,
        values,
        warnings,
      }))}
      blank={blank}
      sections={sections}
      onSave={(kept, one) =>
        save.mutateAsync({ id: kept?.id ?? null, rowVersion: kept?.rowVersion ?? null, projectId, trainingClass: one })
      }
      onRemove={(kept) => remove.mutateAsync({ id: kept.id, rowVersion: kept.rowVersion })}
    />
  )
}
