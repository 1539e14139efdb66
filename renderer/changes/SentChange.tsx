// A request that went out: what was asked beside what was in force and what came of it, to be decided, withdrawn or cancelled.

import { useState } from 'react'
import type { ChangeItem, ChangeRequest } from '../../shared/contract/changes'
import { changeItemKindLabels, changeLabels, changeOutcomeLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { useCommandCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { HistoryButton } from '../history/HistoryButton'
import formStyles from '../projects/ProjectForm.module.css'
import { Authorities, ChangeChecks, ChangePapers, PlanEffects } from './ChangeFoot'
import styles from './Changes.module.css'
import { BackToChanges, changeDetail, changeTitle } from './changeWords'
import { RequestPapers } from './RequestPapers'
import { CancelDecisionDialog, WithdrawDialog } from './StateDialogs'

interface SentChangeProps {
  readonly request: ChangeRequest
  readonly onDecide: () => void
}

export function SentChange({ request, onDecide }: SentChangeProps) {
  const [dialog, setDialog] = useState<'withdraw' | 'cancel' | 'papers' | null>(null)
  const reopen = useCommandCall('changes.reopen')
  const rebase = useCommandCall('changes.rebase')
  const split = useCommandCall('changes.split')
  const waiting = request.state === 'submitted'
  const stale = request.items.some(({ newer }) => newer !== null)
  const which = { id: request.id, rowVersion: request.rowVersion }

  async function tell(run: () => Promise<string>): Promise<void> {
    try {
      notifyDone(await run())
    } catch (error) {
      notifyProblem(error)
    }
  }
  const rework = () =>
    tell(async () => {
      const { collisions } = await rebase.mutateAsync(which)
      return collisions.length === 0
        ? 'Đã chuyển mọi thay đổi sang bản hiện hành.'
        : `Đã làm lại trên bản hiện hành. Giữ như hiện hành: ${collisions.map(({ label }) => label).join('; ')}.`
    })

  return (
    <div className={formStyles.screen}>
      <PageHeader
        title={changeTitle(request)}
        detail={changeDetail(request)}
        {...(request.items.length === 0 ? {} : { onPrint: () => setDialog('papers') })}
        actions={
          <>
            <HistoryButton record={{ kind: 'change', id: request.id }} />
            <BackToChanges />
            {waiting && (
              <Button
                onClick={() =>
                  void tell(async () => {
                    await reopen.mutateAsync(which)
                    return 'Đã lấy lại đề nghị để sửa.'
                  })
                }
              >
                Lấy lại để sửa
              </Button>
            )}
            {waiting && <Button onClick={() => setDialog('withdraw')}>Rút đề nghị…</Button>}
            {waiting && request.mixed && (
              <Button
                onClick={() =>
                  void tell(async () => {
                    const { ids } = await split.mutateAsync(which)
                    return `Đã tách thành ${ids.length} đề nghị, mỗi cấp quyết định một đề nghị.`
                  })
                }
              >
                {changeLabels.split}
              </Button>
            )}
            {request.state === 'decided' && (
              <Button onClick={() => setDialog('cancel')}>{changeLabels.cancelDecision}</Button>
            )}
          </>
        }
        primary={
          waiting &&
          (stale ? (
            <Button kind="primary" onClick={() => void rework()}>
              {changeLabels.rebase}
            </Button>
          ) : (
            <Button kind="primary" onClick={onDecide}>
              {changeLabels.decide}
            </Button>
          ))
        }
      />
      <div className={formStyles.body}>
        <Outcome request={request} />
        {request.reason !== '' && (
          <p>
            <strong>Lý do chung:</strong> {request.reason}
          </p>
        )}
        <ChangeChecks request={request} />
        {request.items.map((item) => (
          <SentItem key={item.id} item={item} />
        ))}
        <div className={styles.foot}>
          <Authorities request={request} />
          <PlanEffects request={request} />
          <ChangePapers request={request} />
        </div>
      </div>
      {dialog === 'papers' && <RequestPapers request={request} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog request={request} onClose={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelDecisionDialog request={request} onClose={() => setDialog(null)} />}
    </div>
  )
}

function Outcome({ request }: { readonly request: ChangeRequest }) {
  const { decision, withdrawn } = request
  if (withdrawn !== null)
    return (
      <p className={styles.band}>
        Đã rút ngày {formatDate(withdrawn.date)}: {withdrawn.reason}
      </p>
    )
  if (decision === null) return null
  return (
    <div className={styles.band}>
      <p>
        Quyết định {decision.number} ngày {formatDate(decision.date)}
        {decision.signer === '' ? '' : `, ${decision.signer} ký`} · {decision.authorityName}
      </p>
      {decision.warnings !== '' && (
        <p>
          Đã cảnh báo: {decision.warnings} Vẫn tiếp tục vì: {decision.overReason}
        </p>
      )}
      {decision.cancelled !== null && (
        <p className={styles.wrong}>
          Đã hủy ngày {formatDate(decision.cancelled.date)}
          {decision.cancelled.number === '' ? '' : ` theo ${decision.cancelled.number}`}: {decision.cancelled.reason}
        </p>
      )}
    </div>
  )
}

const outcomeWords = { approved: 'Duyệt', otherwise: 'Duyệt giá trị khác', refused: 'Không duyệt' } as const

function SentItem({ item }: { readonly item: ChangeItem }) {
  const decided = new Map(item.decided.map((one) => [one.path, one]))
  const unasked = item.decided.filter(({ path }) => !item.changes.some((change) => change.path === path))
  const title = `${item.project.code} ${item.project.name}`
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        {changeItemKindLabels[item.kind]}: {title}
        {item.outcome !== null && ` – ${changeOutcomeLabels[item.outcome]}`}
      </h2>
      {item.reason !== '' && <p>{item.reason}</p>}
      {item.outcomeNote !== '' && <p>Ghi trong quyết định: {item.outcomeNote}</p>}
      {item.kind === 'stop' && item.advanced !== null && (
        <p>
          Đã tạm ứng, thanh toán {formatMoney(item.advanced)} đồng; còn phải thu hồi {formatMoney(item.recovery ?? 0)}{' '}
          đồng.
        </p>
      )}
      {item.kind === 'adjust' && (
        <table className={styles.changes} aria-label={`Thay đổi của đề án ${item.project.code}`}>
          <thead>
            <tr>
              <th scope="col">{changeLabels.field}</th>
              <th scope="col">Đã được duyệt</th>
              <th scope="col">{changeLabels.asked}</th>
              <th scope="col">{changeLabels.reason}</th>
              {item.outcome !== null && <th scope="col">{changeLabels.outcome}</th>}
            </tr>
          </thead>
          <tbody>
            {item.changes.map((change) => {
              const became = decided.get(change.path)
              return (
                <tr key={change.path}>
                  <th scope="row">{change.label}</th>
                  <td className={styles.old}>{change.before ?? '(không có)'}</td>
                  <td className={styles.fresh}>{change.after ?? '(bỏ)'}</td>
                  <td>{change.reason}</td>
                  {item.outcome !== null && (
                    <td>
                      {became === undefined ? '' : outcomeWords[became.outcome]}
                      {became?.outcome === 'otherwise' && `: ${became.decided ?? '(bỏ)'}`}
                    </td>
                  )}
                </tr>
              )
            })}
            {unasked.map((one) => (
              <tr key={one.path}>
                <th scope="row">{one.label}</th>
                <td className={styles.old}>{one.before ?? '(không có)'}</td>
                <td>(không đề nghị)</td>
                <td />
                <td>Quyết định: {one.decided ?? '(bỏ)'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button onClick={() => void navigate(paths.project(item.project.id))}>Mở đề án {item.project.code}</Button>
    </section>
  )
}
