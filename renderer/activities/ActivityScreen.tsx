// One fair, course, study visit or other activity: what, when, how many, whose money, who took part.
import { useState } from 'react'
import { useController, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { type ActivityDetails, type ActivityDetailsInput, activityDetails } from '../../shared/contract/activities'
import { activityKinds } from '../../shared/domain/activities'
import { fundingSources } from '../../shared/domain/money'
import { emptyAmounts } from '../../shared/domain/projects'
import { activityKindLabels, activityLabels, labels, sourceLabels } from '../../shared/labels'
import { type CallOutput, queryOf, useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useYear } from '../app/year'
import { AttachmentsSection } from '../archive/AttachmentList'
import { askUser } from '../components/dialogs'
import { Field, FieldRow, inputClass } from '../components/Field'
import {
  DateField,
  MoneyField,
  NumberField,
  optionsOf,
  ParagraphField,
  SelectField,
  TextField,
  YearField,
} from '../components/fields'
import { useContractForm } from '../components/form'
import { useMadeHere } from '../components/madeHere'
import { notifyDone, notifyProblem } from '../components/notices'
import { RecordForm } from '../components/RecordForm'
import { RecordHeader } from '../components/RecordHeader'
import { SearchSelect } from '../components/SearchSelect'
import { QueryProblem } from '../components/StateMessage'
import { EstablishmentPicker } from '../establishments/EstablishmentPicker'
import { HistoryButton } from '../history/HistoryButton'
import { EstablishmentLink } from '../projects/EstablishmentLink'
import { PartList } from '../projects/PartList'
import styles from './Activities.module.css'
import { Warnings } from './RoundScreen'

type Stored = CallOutput<'activities.get'>

const toList = () => void navigate(paths.activities)

/** `id` null: a new one. */
export function ActivityScreen({ id }: { readonly id: number | null }) {
  const stored = useRecordCall('activities.get', { id: id ?? 1 }, { enabled: id !== null })
  const { key, goOn } = useMadeHere(id)
  if (id !== null && stored.error !== null)
    return <QueryProblem error={stored.error} retry={() => void stored.refetch()} />
  if (id !== null && stored.data === undefined) return <p role="status">{labels.loading}</p>
  return (
    <ActivityForm
      key={key}
      stored={id === null ? null : (stored.data ?? null)}
      onMade={(newId) => goOn(newId, paths.activity(newId), queryOf('activities.get', { id: newId }))}
    />
  )
}

interface ActivityFormProps {
  readonly stored: Stored | null
  readonly onMade: (id: number) => Promise<void>
}

function ActivityForm({ stored, onMade }: ActivityFormProps) {
  const { year } = useYear()
  const id = stored?.id ?? null
  const [rowVersion, setRowVersion] = useState(stored?.rowVersion ?? null)
  const save = useCommandCall('activities.save')
  const remove = useCommandCall('activities.remove')
  const blank: ActivityDetailsInput = {
    kind: 'fairHere',
    name: '',
    year,
    startsOn: null,
    endsOn: null,
    place: '',
    organiser: '',
    documentNumber: '',
    projectId: null,
    participants: null,
    establishments: null,
    booths: null,
    items: null,
    amounts: emptyAmounts(),
    attendants: [],
    result: '',
    note: '',
  }
  const form = useContractForm<ActivityDetailsInput, ActivityDetails>(activityDetails, stored?.activity ?? blank)
  const title = stored?.activity.name ?? activityLabels.new

  async function keep(activity: ActivityDetails): Promise<ActivityDetails> {
    const saved = await save.mutateAsync({ id, rowVersion, activity })
    setRowVersion(saved.rowVersion)
    notifyDone(`Đã lưu ${activity.name}`)
    if (id === null) await onMade(saved.id)
    return activity
  }

  async function askRemove(which: Stored): Promise<void> {
    const sure = await askUser({
      title: 'Xóa hoạt động?',
      text: `${title}\n\nDanh sách cơ sở tham gia và tệp đính kèm bị xóa theo.`,
      yes: 'Xóa hoạt động',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await navigate(paths.activities, { force: true })
      await remove.mutateAsync({ id: which.id, rowVersion: rowVersion ?? which.rowVersion })
      notifyDone(`Đã xóa ${title}`)
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <div className={styles.screen}>
      <RecordForm
        form={form}
        label={title}
        problemPrefix="activity."
        onBack={toList}
        onSave={keep}
        notice={() => <Warnings words={stored?.warnings ?? []} />}
        header={(saveNow, saving) => (
          <RecordHeader
            title={title}
            detail={stored === null ? activityLabels.many : activityKindLabels[stored.activity.kind]}
            actions={stored !== null && <HistoryButton record={{ kind: 'activity', id: stored.id }} />}
            onList={toList}
            onRemove={stored === null ? null : () => void askRemove(stored)}
            saving={saving}
            onSave={saveNow}
          />
        )}
        sections={[
          {
            id: 'general',
            title: activityLabels.one,
            fields: ['kind', 'name', 'year', 'startsOn', 'endsOn', 'place', 'organiser', 'documentNumber'],
            content: (
              <FieldRow>
                <SelectField
                  name="kind"
                  label={activityLabels.kind}
                  options={optionsOf(activityKinds, activityKindLabels)}
                  width={4}
                />
                <YearField name="year" label={activityLabels.year} required width={2} />
                <DateField name="startsOn" label={activityLabels.startsOn} width={3} />
                <DateField name="endsOn" label={activityLabels.endsOn} width={3} />
                <TextField name="name" label={activityLabels.name} required width={12} autoFocus={stored === null} />
                <TextField name="place" label={activityLabels.place} width={5} />
                <TextField name="organiser" label={activityLabels.organiser} width={4} />
                <TextField name="documentNumber" label={activityLabels.documentNumber} width={3} />
              </FieldRow>
            ),
          },
          {
            id: 'figures',
            title: 'Số lượng, kinh phí',
            fields: ['participants', 'establishments', 'booths', 'items', 'amounts', 'projectId'],
            content: (
              <FieldRow>
                <NumberField name="participants" label={activityLabels.participants} width={3} />
                <NumberField
                  name="establishments"
                  label={activityLabels.establishments}
                  width={3}
                  hint="Để trống: lấy số cơ sở trong danh sách."
                />
                <NumberField name="booths" label={activityLabels.booths} width={3} />
                <NumberField name="items" label={activityLabels.items} width={3} />
                <OwnProject />
                {fundingSources.map((source) => (
                  <MoneyField
                    key={source}
                    name={`amounts.${source}`}
                    label={`${sourceLabels[source].short} (đồng)`}
                    empty="zero"
                    width={3}
                  />
                ))}
              </FieldRow>
            ),
          },
          {
            id: 'attendants',
            title: activityLabels.attendants,
            fields: ['attendants'],
            content: <Attendants />,
          },
          {
            id: 'result',
            title: activityLabels.result,
            fields: ['result', 'note'],
            content: (
              <FieldRow>
                <ParagraphField name="result" label={activityLabels.result} rows={3} />
                <ParagraphField name="note" label={labels.note} rows={2} />
              </FieldRow>
            ),
          },
          ...(stored === null
            ? []
            : [
                {
                  id: 'files',
                  title: 'Tệp đính kèm',
                  fields: [],
                  content: (
                    <AttachmentsSection owner={{ ownerKind: 'activity', ownerId: stored.id }} ownerName="hoạt động" />
                  ),
                },
              ]),
        ]}
      />
    </div>
  )
}

/** The đề án that pays for it, of its own year. */
function OwnProject() {
  const year = useWatch<ActivityDetailsInput, 'year'>({ name: 'year' })
  const { field } = useController<ActivityDetailsInput, 'projectId'>({ name: 'projectId' })
  const projects = useQueryCall('projects.list', { limit: 5_000 })
  const options = (projects.data?.rows ?? [])
    .filter((row) => row.planYear === year || row.id === field.value)
    .map((row) => ({ value: String(row.id), label: `${row.code} – ${row.name}` }))
  return (
    <Field
      name="projectId"
      label={activityLabels.project}
      width={12}
      hint={
        field.value === null
          ? 'Để trống nếu kinh phí không nằm trong đề án nào.'
          : 'Kinh phí dưới đây là một phần của đề án, không cộng thêm vào tổng.'
      }
    >
      {(identity) => (
        <SearchSelect
          identity={identity}
          label={activityLabels.project}
          className={inputClass}
          options={options}
          placeholder="Không thuộc đề án nào"
          value={field.value === null ? null : String(field.value)}
          onChange={(value) => field.onChange(value === null ? null : Number(value))}
          onBlur={field.onBlur}
        />
      )}
    </Field>
  )
}

function Attendants() {
  const { control } = useFormContext<ActivityDetailsInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'attendants' })
  return (
    <PartList
      label={activityLabels.attendants}
      heading={false}
      rowName="cơ sở"
      rows={fields.map((field) => field.id)}
      onRemove={remove}
      columns={[
        {
          label: 'Tên cơ sở',
          cell: (index) => (
            <TextField
              bare
              name={`attendants.${index}.name`}
              label={`Tên cơ sở ${index + 1}`}
              disabled={(fields[index]?.establishmentId ?? null) !== null}
            />
          ),
        },
        {
          label: 'Sổ cơ sở',
          width: 'link',
          reading: 'text',
          cell: (index) => <EstablishmentLink id={fields[index]?.establishmentId ?? null} />,
        },
        {
          label: 'Gian hàng, sản phẩm, ghi chú',
          cell: (index) => <TextField bare name={`attendants.${index}.note`} label={`Ghi chú cơ sở ${index + 1}`} />,
        },
      ]}
    >
      <EstablishmentPicker
        label="Thêm cơ sở tham gia"
        taken={fields.flatMap((one) => (one.establishmentId === null ? [] : [one.establishmentId]))}
        onPick={(one) => append({ ...one, note: '' }, { shouldFocus: false })}
      />
    </PartList>
  )
}
