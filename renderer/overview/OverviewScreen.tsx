// Tổng quan: what should be looked at on the left, the year's money and đề án on the right. Every line opens its place.

import { fundingSources, sumAmounts, supportOf, totalOf } from '../../shared/domain/money'
import { type ContentGroup, contentGroups, type Programme, versionStages } from '../../shared/domain/projects'
import {
  labels,
  planLabels,
  programmeLabels,
  projectLabels,
  sourceLabels,
  versionStageLabels,
} from '../../shared/labels'
import { formatMoney } from '../../shared/vietnamese/money'
import { formatInteger } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useKeptState } from '../app/settings'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { planProgrammeKey } from '../plans/planProgramme'
import { DeadlineBoard } from './DeadlineBoard'
import styles from './OverviewScreen.module.css'
import { YearMoney } from './YearMoney'

type Plan = CallOutput<'plans.get'>
type Projects = CallOutput<'projects.list'>

const mostRows = 5_000

export function OverviewScreen() {
  const { year } = useYear()
  const national = useQueryCall('plans.get', { year, programme: 'national' })
  const local = useQueryCall('plans.get', { year, programme: 'local' })
  const projects = useQueryCall('projects.list', { year, limit: mostRows })
  const entries = useQueryCall('office.contentGroups', {})
  const error = national.error ?? local.error ?? projects.error
  const ready = national.data !== undefined && local.data !== undefined && projects.data !== undefined
  const names = new Map((entries.data ?? []).map((entry) => [entry.code, entry.shortName]))
  return (
    <div className={styles.screen}>
      <PageHeader title="Tổng quan" detail={`Năm ${year}`} />
      {error !== null && (
        <QueryProblem
          error={error}
          retry={() => {
            for (const query of [national, local, projects]) void query.refetch()
          }}
        />
      )}
      {error === null && !ready && (
        <p className={styles.problem} role="status">
          {labels.loading}
        </p>
      )}
      {error === null && ready && (
        <div className={styles.body}>
          <div>
            <DeadlineBoard />
            <Checks plans={[national.data, local.data]} />
          </div>
          <div>
            <YearMoney year={year} />
            <MoneyByProgramme year={year} plans={[national.data, local.data]} />
            <CountsByContent projects={projects.data} nameOf={(code) => names.get(code) ?? code} />
            <CountsByStage projects={projects.data} />
          </div>
        </div>
      )}
    </div>
  )
}

function Checks({ plans }: { readonly plans: readonly Plan[] }) {
  const [, setProgramme] = useKeptState<Programme>(planProgrammeKey, 'national')
  const checks = plans
    .flatMap((plan) => plan.checks.map((check) => ({ plan, check })))
    .sort((a, b) => severityOrder(a.check.severity) - severityOrder(b.check.severity))

  function open(plan: Plan, itemId: number | null): void {
    const item = plan.items.find((one) => one.id === itemId)
    if (item !== undefined) {
      void navigate(paths.project(item.projectId))
      return
    }
    setProgramme(plan.programme)
    void navigate(paths.plan)
  }

  return (
    <section className={styles.section} aria-label={planLabels.checks}>
      <h2>
        {planLabels.checks}
        {checks.length > 0 && ` (${formatInteger(checks.length)})`}
      </h2>
      {checks.length === 0 ? (
        <p className={styles.none}>Không có gì phải xem lại trong hai kế hoạch của năm.</p>
      ) : (
        <ul className={styles.list}>
          {checks.map(({ plan, check }) => (
            <li key={`${plan.programme}-${check.itemId}-${check.message}`}>
              <span>
                <span className={check.severity === 'contradiction' ? styles.contradiction : styles.warning}>
                  {check.severity === 'contradiction' ? 'Mâu thuẫn' : 'Cần xem'}
                </span>{' '}
                ({programmeLabels[plan.programme].short}) {check.message}
              </span>
              <Button kind="quiet" onClick={() => open(plan, check.itemId)}>
                {check.itemId === null ? 'Mở kế hoạch' : 'Mở đề án'}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function severityOrder(severity: Plan['checks'][number]['severity']): number {
  return severity === 'contradiction' ? 0 : 1
}

function MoneyByProgramme({ year, plans }: { readonly year: number; readonly plans: readonly Plan[] }) {
  const money = useMoney()
  const [, setProgramme] = useKeptState<Programme>(planProgrammeKey, 'national')
  const all = sumAmounts(plans.map((plan) => plan.amounts))
  return (
    <section className={styles.section}>
      <h2>
        Kinh phí kế hoạch năm {year} ({money.label})
      </h2>
      <table className={styles.table} aria-label="Kinh phí theo chương trình và nguồn">
        <thead>
          <tr>
            <th scope="col">{projectLabels.programme}</th>
            <th scope="col" className={styles.figure}>
              Đề án
            </th>
            {fundingSources.map((source) => (
              <th key={source} scope="col" className={styles.figure}>
                {sourceLabels[source].short}
              </th>
            ))}
            <th scope="col" className={styles.figure}>
              {labels.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.programme}>
              <th scope="row">
                <Button
                  kind="quiet"
                  onClick={() => {
                    setProgramme(plan.programme)
                    void navigate(paths.plan)
                  }}
                >
                  {programmeLabels[plan.programme].short}
                </Button>
              </th>
              <td className={styles.figure}>{formatInteger(plan.items.length)}</td>
              {fundingSources.map((source) => (
                <Amount key={source} dong={plan.amounts[source]} money={money} />
              ))}
              <Amount dong={totalOf(plan.amounts)} money={money} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{labels.total}</th>
            <td className={styles.figure}>{plans.reduce((sum, plan) => sum + plan.items.length, 0)}</td>
            {fundingSources.map((source) => (
              <Amount key={source} dong={all[source]} money={money} />
            ))}
            <Amount dong={totalOf(all)} money={money} />
          </tr>
        </tfoot>
      </table>
      <p>
        Kinh phí khuyến công hỗ trợ: <strong>{money.format(supportOf(all))}</strong> {money.label}.
      </p>
    </section>
  )
}

function Amount({ dong, money }: { readonly dong: number; readonly money: Money }) {
  return (
    <td className={styles.figure} title={`${formatMoney(dong)} đồng`}>
      {money.format(dong)}
    </td>
  )
}

interface CountsByContentProps {
  readonly projects: Projects
  readonly nameOf: (code: ContentGroup) => string
}

function CountsByContent({ projects, nameOf }: CountsByContentProps) {
  const money = useMoney()
  const [, setGroup] = useKeptState<ContentGroup | null>('projects.group', null)
  const groups = contentGroups.flatMap((code) => {
    const own = projects.rows.filter((row) => row.contentGroup === code)
    return own.length === 0 ? [] : [{ code, own }]
  })
  return (
    <section className={styles.section}>
      <h2>Đề án theo nội dung</h2>
      {groups.length === 0 ? (
        <p className={styles.none}>
          Năm này chưa có đề án.{' '}
          <Button kind="quiet" onClick={() => void navigate(paths.newProject)}>
            {projectLabels.new}
          </Button>{' '}
          hoặc{' '}
          <Button kind="quiet" onClick={() => void navigate(paths.imports)}>
            nhập từ Excel
          </Button>
          .
        </p>
      ) : (
        <table className={styles.table} aria-label="Đề án theo nội dung">
          <thead>
            <tr>
              <th scope="col">{projectLabels.contentGroup}</th>
              <th scope="col" className={styles.figure}>
                Đề án
              </th>
              <th scope="col" className={styles.figure}>
                Hỗ trợ ({money.label})
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ code, own }) => (
              <tr key={code}>
                <th scope="row">
                  <Button
                    kind="quiet"
                    onClick={() => {
                      setGroup(code)
                      void navigate(paths.projects)
                    }}
                  >
                    {nameOf(code)}
                  </Button>
                </th>
                <td className={styles.figure}>{formatInteger(own.length)}</td>
                <Amount dong={supportOf(sumAmounts(own.map((row) => row.amounts)))} money={money} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function CountsByStage({ projects }: { readonly projects: Projects }) {
  if (projects.rows.length === 0) return null
  return (
    <section className={styles.section}>
      <h2>Đề án theo giai đoạn</h2>
      <table className={styles.table} aria-label="Đề án theo giai đoạn">
        <tbody>
          {versionStages.map((stage) => (
            <tr key={stage}>
              <th scope="row">{versionStageLabels[stage]}</th>
              <td className={styles.figure}>
                {formatInteger(projects.rows.filter((row) => row.stage === stage).length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
