// So sánh: any two states of a đề án or of the year's plan; what is seen goes out as it is seen.
import { useState } from 'react'
import { type Programme, programmes } from '../../shared/domain/projects'
import { comparisonLabels as labels, planLabels, programmeLabels } from '../../shared/labels'
import { type CallInput, runQuery, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { saveFile } from '../documents/fileOut'
import { planProgrammeKey } from '../plans/planProgramme'
import styles from './Comparison.module.css'
import { ComparisonPdfDialog } from './ComparisonPdfDialog'
import { PlanSides } from './PlanSides'
import { ProjectSides } from './ProjectSides'
import { type PickedState, StatePicker } from './StatePicker'

export interface ComparedPair {
  readonly of: CallInput<'workbooks.exportComparison'>['of']
  readonly before: PickedState
  readonly after: PickedState
  readonly all: boolean
}
type Of = ComparedPair['of']

/** `projectId` null: the plan of the year in hand. */
export function ComparisonScreen({ projectId }: { readonly projectId: number | null }) {
  const { year } = useYear()
  const [programme, setProgramme] = useKeptState<Programme>(planProgrammeKey, 'national')
  const of: Of = projectId === null ? { kind: 'plan', year, programme } : { kind: 'project', id: projectId }
  // Another plan or đề án has other states: what was chosen for this one does not stand for it.
  return <Comparison key={JSON.stringify(of)} of={of} onProgramme={setProgramme} />
}

function useStates(of: Of) {
  const plan = of.kind === 'plan' ? { year: of.year, programme: of.programme } : null
  const ofPlan = useQueryCall('plans.states', plan ?? { year: 2000, programme: 'local' }, { enabled: plan !== null })
  const id = of.kind === 'project' ? of.id : null
  const ofProject = useQueryCall('projects.states', { id: id ?? 1 }, { enabled: id !== null })
  return plan === null ? ofProject : ofPlan
}

type States = NonNullable<ReturnType<typeof useStates>['data']>

/** What one wants to see first: what was given beside what holds today. */
function firstPair(states: States): { before: PickedState; after: PickedState } {
  const known = (kind: PickedState['kind']) => states.find(({ state }) => state.kind === kind)?.state
  return {
    before: known('assigned') ?? states[0]?.state ?? { kind: 'today' },
    after: known('today') ?? states.at(-1)?.state ?? { kind: 'today' },
  }
}

function Comparison({ of, onProgramme }: { readonly of: Of; readonly onProgramme: (programme: Programme) => void }) {
  const states = useStates(of)
  const [picked, setPicked] = useState<{ before: PickedState; after: PickedState } | null>(null)
  const [all, setAll] = useKeptState('comparison.all', false)
  const [printing, setPrinting] = useState(false)
  const pair = picked ?? firstPair(states.data ?? [])
  const asked: ComparedPair = { of, ...pair, all }
  // A draft alone has nothing to stand beside.
  const ready = states.data?.some(({ state }) => state.kind !== 'draft') === true

  async function save(format: 'xlsx' | 'docx'): Promise<void> {
    try {
      await saveFile(await runQuery('workbooks.exportComparison', { ...asked, format }))
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <div className={styles.screen}>
      <PageHeader
        title={labels.title}
        {...(ready ? { onPrint: () => setPrinting(true), onExport: () => void save('xlsx') } : {})}
        actions={ready && <Button onClick={() => void save('docx')}>Xuất Word</Button>}
      />
      <div className={styles.pickers}>
        {of.kind === 'plan' ? (
          <label className={styles.picker}>
            <span>
              {planLabels.one} {of.year}
            </span>
            <select
              value={of.programme}
              onChange={(event) => {
                const chosen = programmes.find((one) => one === event.currentTarget.value)
                if (chosen !== undefined) onProgramme(chosen)
              }}
            >
              {programmes.map((one) => (
                <option key={one} value={one}>
                  {programmeLabels[one].short}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <Button onClick={() => void navigate(paths.comparison)}>{labels.wholePlan}</Button>
        )}
        {ready && (
          <>
            <StatePicker
              label={labels.from}
              states={states.data ?? []}
              value={pair.before}
              onChange={(before) => setPicked({ ...pair, before })}
            />
            <StatePicker
              label={labels.to}
              states={states.data ?? []}
              value={pair.after}
              onChange={(after) => setPicked({ ...pair, after })}
            />
            <Button onClick={() => setPicked({ before: pair.after, after: pair.before })}>{labels.swap}</Button>
            <label className={styles.onlyChanges}>
              <input type="checkbox" checked={!all} onChange={(event) => setAll(!event.currentTarget.checked)} />{' '}
              {labels.onlyChanges}
            </label>
          </>
        )}
      </div>
      {states.error !== null && <QueryProblem error={states.error} retry={() => void states.refetch()} />}
      {states.data !== undefined && !ready && (
        <StateMessage
          title="Chưa có gì để so sánh"
          actions={
            <Button kind="primary" onClick={() => void navigate(paths.plan)}>
              Mở kế hoạch năm
            </Button>
          }
        >
          So sánh cho thấy kế hoạch và từng đề án đã thay đổi thế nào từ lúc đăng ký đến nay. Hãy ghi nhận kế hoạch đã
          đăng ký hoặc được phê duyệt trước.
        </StateMessage>
      )}
      {ready &&
        (of.kind === 'plan' ? <PlanSides asked={{ ...asked, of }} /> : <ProjectSides asked={{ ...asked, of }} />)}
      {printing && <ComparisonPdfDialog asked={asked} onClose={() => setPrinting(false)} />}
    </div>
  )
}
