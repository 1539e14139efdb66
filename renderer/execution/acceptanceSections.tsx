import { useFormContext, useWatch } from 'react-hook-form'
import type { AcceptanceDetails } from '../../shared/contract/executionAcceptance'
import { acceptanceConclusions, acceptanceForms, acceptanceSides } from '../../shared/domain/executionAcceptance'
import type { FundingSource } from '../../shared/domain/money'
import {
  acceptanceConclusionLabels,
  acceptanceFormLabels,
  acceptanceLabels,
  acceptanceSideLabels,
  appraisalLabels,
  labels,
  progressLabels,
  proposalLabels,
  sourceLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import type { CallOutput } from '../app/calls'
import { today } from '../app/today'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow } from '../components/Field'
import { DateField, optionsOf, ParagraphField, SelectField, TextField } from '../components/fields'
import type { FormSection } from '../components/RecordForm'
import styles from './Execution.module.css'
import { shownSources } from './shownSources'

type Stored = CallOutput<'execution.acceptance'>

const noCost = { national: 0, local: 0, counterpart: 0, other: 0 }

const memberColumns: readonly GridColumn[] = [
  {
    kind: 'choice',
    name: 'side',
    label: acceptanceLabels.side,
    width: 160,
    options: optionsOf(acceptanceSides, acceptanceSideLabels),
  },
  { kind: 'text', name: 'name', label: appraisalLabels.personName, width: 190, grow: true },
  { kind: 'text', name: 'position', label: acceptanceLabels.position, width: 160 },
  { kind: 'text', name: 'organisation', label: acceptanceLabels.organisation, width: 200 },
]

const outputColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'indicator', label: 'Chỉ tiêu', width: 260, grow: true },
  { kind: 'text', name: 'unit', label: proposalLabels.unit, width: 90 },
  { kind: 'number', decimals: 3, name: 'planned', label: acceptanceLabels.planned, width: 110 },
  { kind: 'number', decimals: 3, name: 'done', label: acceptanceLabels.done, width: 110 },
  { kind: 'text', name: 'note', label: labels.note, width: 200 },
]

const machineColumns: readonly GridColumn[] = [
  { kind: 'text', name: 'name', label: acceptanceLabels.machineName, width: 170, grow: true },
  { kind: 'text', name: 'specification', label: acceptanceLabels.specification, width: 150 },
  { kind: 'text', name: 'origin', label: acceptanceLabels.origin, width: 90 },
  { kind: 'text', name: 'unit', label: proposalLabels.unit, width: 60 },
  { kind: 'number', decimals: 3, name: 'quantity', label: 'SL', width: 60 },
  { kind: 'money', name: 'unitPrice', label: proposalLabels.unitPrice, width: 120 },
  { kind: 'text', name: 'serial', label: acceptanceLabels.serial, width: 120 },
  { kind: 'year', name: 'madeIn', label: acceptanceLabels.madeIn, width: 66 },
  { kind: 'check', name: 'isNew', label: acceptanceLabels.isNew, width: 46 },
  { kind: 'check', name: 'works', label: acceptanceLabels.works, width: 66 },
]

const costColumns = (sources: readonly FundingSource[]): GridColumn[] => [
  { kind: 'text', name: 'content', label: 'Nội dung chi', width: 170, grow: true },
  ...(['planned', 'done'] as const).flatMap((side) =>
    sources.map(
      (source): GridColumn => ({
        kind: 'money',
        name: `${side}.${source}`,
        label: `${sourceLabels[source].short} ${acceptanceLabels[side].toLowerCase()}`,
        width: 112,
      }),
    ),
  ),
]

export function sectionsOf(stored: Stored, concluded: boolean): FormSection[] {
  const sources = shownSources(
    stored.programme,
    stored.acceptance.costs.flatMap((line) => [line.planned, line.done]),
  )
  const sections: FormSection[] = [
    {
      id: 'general',
      title: 'Thời gian, địa điểm, căn cứ',
      fields: ['form', 'date', 'documentNumber', 'place', 'basis'],
      content: (
        <FieldRow>
          <SelectField
            name="form"
            label={acceptanceLabels.form}
            width={4}
            options={optionsOf(acceptanceForms, acceptanceFormLabels)}
          />
          <DateField name="date" label={acceptanceLabels.date} width={3} autoFocus={!concluded} />
          <TextField name="documentNumber" label={acceptanceLabels.documentNumber} width={5} />
          <TextField name="place" label={acceptanceLabels.place} width={12} />
          <ParagraphField name="basis" label={acceptanceLabels.basis} rows={3} />
        </FieldRow>
      ),
    },
    {
      id: 'members',
      title: acceptanceLabels.members,
      fields: ['members'],
      content: (
        <EditGrid
          name="members"
          label={acceptanceLabels.members}
          columns={memberColumns}
          newRow={() => ({ side: 'department', name: '', position: '', organisation: '', opinion: '' })}
          addLabel="Thêm người"
          empty="Chưa ghi ai. Phải có đại diện Sở Công Thương (Mẫu 5c: Cục) và đơn vị thực hiện."
        />
      ),
    },
    {
      id: 'outputs',
      title: acceptanceLabels.outputs,
      fields: ['outputs', 'quality', 'timing'],
      content: (
        <>
          <EditGrid
            name="outputs"
            label={acceptanceLabels.outputs}
            columns={outputColumns}
            newRow={() => ({ indicator: '', unit: '', planned: null, done: null, note: '' })}
            addLabel="Thêm chỉ tiêu"
            empty="Đề án chưa có chỉ tiêu nào; thêm những gì đã làm được."
          />
          <FieldRow>
            <ParagraphField name="quality" label={acceptanceLabels.quality} rows={3} />
            <ParagraphField name="timing" label={acceptanceLabels.timing} rows={2} />
          </FieldRow>
        </>
      ),
    },
    {
      id: 'machines',
      title: acceptanceLabels.machines,
      fields: ['machines'],
      content: (
        <EditGrid
          name="machines"
          label={acceptanceLabels.machines}
          columns={machineColumns}
          newRow={() => ({
            name: '',
            specification: '',
            origin: '',
            unit: '',
            quantity: 1000,
            unitPrice: null,
            serial: '',
            madeIn: null,
            isNew: true,
            works: true,
            note: '',
          })}
          addLabel="Thêm máy"
          empty="Không có máy móc. Nhiều số máy trong một dòng cách nhau bằng dấu chấm phẩy."
        />
      ),
    },
    {
      id: 'costs',
      title: acceptanceLabels.costs,
      fields: ['costs'],
      content: (
        <>
          <EditGrid
            name="costs"
            label={acceptanceLabels.costs}
            columns={costColumns(sources)}
            newRow={() => ({ content: '', planned: noCost, done: noCost, note: '' })}
            addLabel="Thêm dòng"
            empty="Chưa có dòng kinh phí nào."
          />
          {!concluded && <AsPlannedButton />}
        </>
      ),
    },
    {
      id: 'conclusion',
      title: acceptanceLabels.conclusion,
      fields: ['conclusion', 'shortfallReason', 'mend', 'mendBy', 'suggestion'],
      content: <Conclusion />,
    },
  ]
  const shown = concluded
    ? sections.map((section) => ({
        ...section,
        content: (
          <fieldset disabled className={styles.fieldset}>
            {section.content}
          </fieldset>
        ),
      }))
    : sections
  return [
    ...shown,
    {
      id: 'photos',
      title: progressLabels.photos,
      fields: [],
      content: (
        <AttachmentsSection owner={{ ownerKind: 'acceptance', ownerId: stored.id }} ownerName="biên bản nghiệm thu" />
      ),
    },
  ]
}

/** Most is done as planned: one press fills it, and what differs is typed over. */
function AsPlannedButton() {
  const { getValues, setValue } = useFormContext<AcceptanceDetails>()
  return (
    <Button
      kind="quiet"
      onClick={() => {
        setValue(
          'costs',
          getValues('costs').map((line) => ({ ...line, done: { ...line.planned } })),
          { shouldDirty: true },
        )
        setValue(
          'outputs',
          getValues('outputs').map((output) => ({ ...output, done: output.done ?? output.planned })),
          { shouldDirty: true },
        )
      }}
    >
      Điền thực hiện đúng như kế hoạch
    </Button>
  )
}

function Conclusion() {
  const { control } = useFormContext<AcceptanceDetails>()
  const conclusion = useWatch({ control, name: 'conclusion' })
  return (
    <FieldRow>
      <SelectField
        name="conclusion"
        label={acceptanceLabels.conclusion}
        width={3}
        emptyLabel="Chưa kết luận"
        options={optionsOf(acceptanceConclusions, acceptanceConclusionLabels)}
      />
      {conclusion === 'pass' && (
        <ParagraphField
          name="shortfallReason"
          label={acceptanceLabels.shortfallReason}
          rows={2}
          hint="Chỉ cần khi có kết quả, máy móc hoặc kinh phí chưa đúng kế hoạch."
        />
      )}
      {conclusion === 'fail' && (
        <>
          <DateField
            name="mendBy"
            label={acceptanceLabels.mendBy}
            width={3}
            hint={`Việc này hiện ở “Việc cần làm” (hôm nay ${formatDate(today())})`}
          />
          <ParagraphField name="mend" label={acceptanceLabels.mend} rows={3} />
        </>
      )}
      <ParagraphField name="suggestion" label={acceptanceLabels.suggestion} rows={2} />
    </FieldRow>
  )
}
