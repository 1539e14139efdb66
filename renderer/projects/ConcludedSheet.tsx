// An appraisal sheet as it was concluded, to be read.
import type { Appraisal } from '../../shared/contract/lifecycle'
import { appraisalLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import styles from './Appraisal.module.css'

export function ConcludedSheet({ appraisal: { sheet, concludedOn } }: { readonly appraisal: Appraisal }) {
  const votes =
    sheet.method === 'council' && sheet.votesFor !== null && sheet.votesAgainst !== null
      ? `${sheet.votesFor} đồng ý, ${sheet.votesAgainst} không đồng ý`
      : ''
  const facts = [
    [appraisalLabels.methodName, appraisalLabels.method[sheet.method]],
    [appraisalLabels.date, sheet.date === null ? '' : formatDate(sheet.date)],
    [appraisalLabels.documentNumber, sheet.documentNumber],
    [appraisalLabels.appraiser, sheet.method === 'staff' ? sheet.appraiser : ''],
    [appraisalLabels.signer, sheet.signer],
    [
      appraisalLabels.members,
      sheet.members
        .map(({ name, organisation, role, opinion }) =>
          [`${appraisalLabels.role[role]}: ${name}`, organisation, opinion].filter((part) => part !== '').join(' – '),
        )
        .join('\n'),
    ],
    ['Biểu quyết', votes],
    [appraisalLabels.conclusion, sheet.conclusion === null ? '' : appraisalLabels.conclusions[sheet.conclusion]],
    [appraisalLabels.conclusionOpinion, sheet.opinion],
  ] as const
  return (
    <>
      <p className={styles.soft}>
        {concludedOn === null
          ? 'Chưa kết luận; đề án đã rời bước thẩm định này.'
          : `Đã kết luận, khóa ngày ${formatDate(concludedOn)}.`}
      </p>
      <dl className={styles.read}>
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {sheet.checks.some(({ result }) => result !== 'pending') && (
        <table className={styles.table} aria-label="Năm nội dung thẩm định">
          <tbody>
            {sheet.checks.map((check, index) => (
              <tr key={appraisalLabels.points[index] ?? index}>
                <td className={styles.number}>{index + 1}</td>
                <td>{appraisalLabels.points[index]}</td>
                <td className={styles.resultColumn}>{appraisalLabels.result[check.result]}</td>
                <td className={styles.long}>{check.opinion}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
