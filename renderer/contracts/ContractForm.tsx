// A contract not yet signed, as a form: what it is worth by đề án and source, who signs, how it is paid, until when.
import type { ReactNode } from 'react'
import { type DefaultValues, useFieldArray, useFormContext, useFormState } from 'react-hook-form'
import { type ContractDetails, type ContractDetailsInput, contractDetails } from '../../shared/contract/contracts'
import { fundingSources } from '../../shared/domain/money'
import { contractLabels, labels, programmeLabels, projectLabels, sourceLabels } from '../../shared/labels'
import { useQueryCall } from '../app/calls'
import { Button } from '../components/Button'
import { EditGrid, type GridColumn } from '../components/EditGrid'
import { FieldRow, useFieldMessage } from '../components/Field'
import { DateField, MoneyField, ParagraphField, TextField } from '../components/fields'
import { useContractForm } from '../components/form'
import { PageHeader } from '../components/PageHeader'
import { RecordForm } from '../components/RecordForm'
import styles from './Contracts.module.css'

interface ContractFormProps {
  readonly initial: ContractDetails
  readonly title: string
  readonly actions: ReactNode
  /** Beside saving: what is done with what was saved. */
  readonly settled?: (unsaved: boolean) => ReactNode
  readonly notice?: ReactNode
  readonly onSave: (values: ContractDetails) => Promise<DefaultValues<ContractDetailsInput>>
  readonly onBack: () => void
}

export function ContractForm({ initial, title, actions, settled, notice, onSave, onBack }: ContractFormProps) {
  const form = useContractForm<ContractDetailsInput, ContractDetails>(contractDetails, initial)
  return (
    <RecordForm<ContractDetailsInput, ContractDetails>
      form={form}
      label={title}
      problemPrefix="contract."
      header={(saveNow, saving) => (
        <PageHeader
          title={title}
          detail={`${programmeLabels[initial.programme].long} năm ${initial.year}`}
          actions={
            <>
              {actions}
              {settled !== undefined && <Settled button={settled} />}
            </>
          }
          primary={
            <Button kind="primary" busy={saving} onClick={saveNow} title="Ctrl+S">
              {labels.save}
            </Button>
          }
        />
      )}
      {...(notice === undefined ? {} : { notice: () => notice })}
      sections={[
        {
          id: 'value',
          title: contractLabels.valueByProject,
          fields: ['lines', 'subject'],
          content: (
            <>
              <Lines />
              <FieldRow>
                <ParagraphField name="subject" label={contractLabels.subject} rows={2} />
              </FieldRow>
            </>
          ),
        },
        {
          id: 'parties',
          title: contractLabels.parties,
          fields: ['giver', 'receiver'],
          content: (
            <div className={styles.parties}>
              <Party side="giver" />
              <Party side="receiver" />
            </div>
          ),
        },
        {
          id: 'instalments',
          title: contractLabels.instalments,
          fields: ['instalments'],
          content: (
            <EditGrid
              name="instalments"
              label={contractLabels.instalments}
              columns={instalmentColumns}
              newRow={() => ({ name: '', percentBasisPoints: 0, condition: '', dueOn: null })}
              addLabel="Thêm đợt"
              empty="Chưa ghi đợt nào: tạm ứng, thanh toán theo quy định và khối lượng nghiệm thu."
            />
          ),
        },
        {
          id: 'term',
          title: contractLabels.term,
          fields: ['startOn', 'endOn', 'liquidationBy', 'note'],
          content: (
            <FieldRow>
              <DateField name="startOn" label={contractLabels.startOn} />
              <DateField name="endOn" label={contractLabels.endOn} />
              <DateField name="liquidationBy" label={contractLabels.liquidationBy} />
              <ParagraphField name="note" label={contractLabels.note} rows={2} />
            </FieldRow>
          ),
        },
      ]}
      onSave={onSave}
      onBack={onBack}
    />
  )
}

/** Only what is saved is signed. */
function Settled({ button }: { readonly button: (unsaved: boolean) => ReactNode }) {
  const { control } = useFormContext()
  const { isDirty } = useFormState({ control })
  return button(isDirty)
}

const instalmentColumns: readonly GridColumn[] = [
  { name: 'name', label: contractLabels.instalment, kind: 'text', width: 180 },
  { name: 'percentBasisPoints', label: contractLabels.percent, kind: 'number', decimals: 2, width: 90 },
  { name: 'condition', label: contractLabels.condition, kind: 'text', width: 320, grow: true },
  { name: 'dueOn', label: contractLabels.dueOn, kind: 'date', width: 130 },
]

function Party({ side }: { readonly side: 'giver' | 'receiver' }) {
  const who = contractLabels[side]
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend>
        <strong>{who}</strong>
      </legend>
      <FieldRow>
        <TextField name={`${side}.name`} label={`${contractLabels.name} (${who})`} required width={12} />
        <TextField name={`${side}.representative`} label={contractLabels.representative} width={6} />
        <TextField name={`${side}.position`} label={contractLabels.position} width={6} />
        <TextField name={`${side}.authority`} label={contractLabels.authority} width={12} />
        <TextField name={`${side}.address`} label={contractLabels.address} width={12} />
        <TextField name={`${side}.phone`} label={contractLabels.phone} width={6} />
        <TextField name={`${side}.taxCode`} label={contractLabels.taxCode} width={6} />
        <TextField name={`${side}.account`} label={contractLabels.account} width={6} />
        <TextField name={`${side}.bank`} label={contractLabels.bank} width={6} />
        <TextField name={`${side}.budgetRelationCode`} label={contractLabels.budgetRelationCode} width={6} />
      </FieldRow>
    </fieldset>
  )
}

/** đề án of the contract with their part by source. */
function Lines() {
  const { control, getValues } = useFormContext<ContractDetailsInput>()
  const { fields, remove } = useFieldArray({ control, name: 'lines', keyName: 'gridKey' })
  const { year } = getValues()
  const projects = useQueryCall('projects.list', { year, limit: 5_000 })
  const nameOf = (id: number) => {
    const project = projects.data?.rows.find((row) => row.id === id)
    return project === undefined ? '' : `${project.code} – ${project.name}`
  }
  const problem = useFieldMessage('lines')
  return (
    <>
      <table className={styles.table} aria-label={contractLabels.valueByProject}>
        <thead>
          <tr>
            <th scope="col">{projectLabels.one}</th>
            {fundingSources.map((source) => (
              <th key={source} scope="col" className={styles.figure}>
                {sourceLabels[source].short} (đồng)
              </th>
            ))}
            <th>
              <span className="visually-hidden">{labels.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((line, index) => (
            <tr key={line.gridKey}>
              <th scope="row">{nameOf(line.projectId)}</th>
              {fundingSources.map((source) => (
                <td key={source} className={styles.boxes} style={{ width: 140 }}>
                  <MoneyField
                    name={`lines.${index}.amounts.${source}`}
                    label={`${sourceLabels[source].short}, dòng ${index + 1}`}
                    empty="zero"
                    bare
                  />
                </td>
              ))}
              <td>
                {fields.length > 1 && (
                  <Button kind="quiet" aria-label={`Bỏ đề án dòng ${index + 1}`} onClick={() => remove(index)}>
                    Bỏ
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem !== null && <p className={styles.late}>{problem}</p>}
    </>
  )
}
