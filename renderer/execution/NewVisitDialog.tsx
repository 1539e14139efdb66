// A visit that nobody suggested: which đề án, of what kind; it opens filled with its machines and the figures before support.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { type InspectionKind, inspectionKinds } from '../../shared/domain/executionInspection'
import { inspectionKindLabels, inspectionLabels, labels, projectLabels } from '../../shared/labels'
import { runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import dialogStyles from '../components/dialogs.module.css'
import { FieldRow } from '../components/Field'
import { optionsOf, SearchSelectField, SelectField } from '../components/fields'
import { showProblem, useContractForm } from '../components/form'
import { ProblemSummary } from '../components/ProblemSummary'
import { closeUnlessUnsaved, UnsavedGuard } from '../components/UnsavedGuard'

const schema = z.strictObject({
  projectId: z.string({ error: 'Chọn đề án.' }).min(1, 'Chọn đề án.'),
  kind: z.enum(inspectionKinds),
  /** Place in the list of beneficiaries; empty: all of them. */
  beneficiary: z.string().nullable(),
})

interface NewVisitDialogProps {
  readonly year: number
  readonly onClose: () => void
}

export function NewVisitDialog({ year, onClose }: NewVisitDialogProps) {
  const projects = useQueryCall('projects.list', { limit: 5_000 })
  const [projectId, setProjectId] = useState<number | null>(null)
  const project = useQueryCall('projects.get', { id: projectId ?? 0 }, { enabled: projectId !== null })
  const save = useCommandCall('execution.saveInspection')
  const form = useContractForm(schema, { projectId: '', kind: 'during', beneficiary: null })
  const beneficiaries = project.data?.content.beneficiaries ?? []
  const submit = form.handleSubmit(async (values) => {
    const one = values.beneficiary === null ? undefined : beneficiaries[Number(values.beneficiary)]
    const wanted = {
      projectId: Number(values.projectId),
      year,
      kind: values.kind as InspectionKind,
      establishmentId: one?.establishmentId ?? null,
      beneficiary: one?.name ?? '',
    }
    try {
      const { inspection } = await runQuery('execution.inspectionDraft', wanted)
      const saved = await save.mutateAsync({ id: null, rowVersion: null, projectId: wanted.projectId, inspection })
      onClose()
      await navigate(paths.inspection(saved.id))
    } catch (error) {
      showProblem(form, error)
    }
  })
  return (
    <Modal
      opened
      onClose={() => closeUnlessUnsaved(onClose)}
      title="Thêm lần kiểm tra"
      size={720}
      transitionProps={{ duration: 0 }}
    >
      <FormProvider {...form}>
        <UnsavedGuard />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <ProblemSummary />
          <FieldRow>
            <SearchSelectField
              name="projectId"
              label={projectLabels.one}
              required
              width={12}
              autoFocus
              options={(projects.data?.rows ?? []).map((row) => ({
                value: String(row.id),
                label: `${row.code} · ${row.name}`,
              }))}
              onChosen={(value) => setProjectId(value === null ? null : Number(value))}
            />
            <SelectField
              name="kind"
              label={inspectionLabels.kind}
              width={5}
              options={optionsOf(inspectionKinds, inspectionKindLabels)}
            />
            <SelectField
              name="beneficiary"
              label="Cơ sở"
              width={7}
              emptyLabel="Cả đề án"
              options={beneficiaries.map((one, index) => ({ value: String(index), label: one.name }))}
            />
          </FieldRow>
          <div className={dialogStyles.buttons}>
            <Button onClick={onClose}>{labels.cancel}</Button>
            <Button type="submit" kind="primary" busy={save.isPending}>
              Mở biên bản
            </Button>
          </div>
        </form>
      </FormProvider>
    </Modal>
  )
}
