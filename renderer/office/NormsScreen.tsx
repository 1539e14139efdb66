// Định mức hỗ trợ: the province's own sets, which the office enters, and the national ones, which come with the program.
import { useState } from 'react'
import { Link } from 'wouter'
import type { NormSetEntry } from '../../shared/contract/office'
import { confidenceMark } from '../../shared/domain/confidence'
import { normLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { formatDecimal } from '../../shared/vietnamese/numbers'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import styles from './NormsScreen.module.css'

type NormSets = CallOutput<'office.normSets'>

const toNew = () => void navigate(paths.newNormSet)

export function NormsScreen() {
  useShortcuts({ 'Ctrl+N': toNew, Escape: () => void navigate(paths.overview) })
  const read = useQueryCall('office.normSets', {})
  if (read.error !== null) return <QueryProblem error={read.error} retry={() => void read.refetch()} />
  if (read.data === undefined) return null
  return (
    <div className={styles.screen}>
      <PageHeader
        title={normLabels.title}
        detail="Đề án khuyến công địa phương chỉ xét theo định mức của tỉnh; đề án quốc gia xét theo định mức quốc gia."
        primary={
          <Button kind="primary" onClick={toNew} title="Ctrl+N">
            {normLabels.new}
          </Button>
        }
      />
      <div className={styles.body}>
        <OwnSets own={read.data.own} />
        <NationalSets sets={read.data.national} />
      </div>
    </div>
  )
}

function period(from: string, to: string | null): string {
  return to === null ? `từ ${formatDate(from)}` : `${formatDate(from)} – ${formatDate(to)}`
}

function OwnSets({ own }: { readonly own: NormSets['own'] }) {
  return (
    <section aria-label={normLabels.own}>
      <h2>{normLabels.own}</h2>
      {own.length === 0 ? (
        <p className={styles.empty}>
          Chưa có bộ nào. Nhập nghị quyết của HĐND tỉnh về mức chi khuyến công thì đề án khuyến công địa phương mới xét
          được; tỉnh sáp nhập có thể còn nhiều nghị quyết theo địa bàn tỉnh cũ.
        </p>
      ) : (
        <table className={styles.table} aria-label={normLabels.own}>
          <thead>
            <tr>
              <th scope="col">{normLabels.name}</th>
              <th scope="col">{normLabels.resolutionNumber}</th>
              <th scope="col">{normLabels.territory}</th>
              <th scope="col">Hiệu lực</th>
              <th scope="col" className={styles.figure}>
                Số dòng
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ id, normSet }) => (
              <tr key={id}>
                <td>
                  <Link href={paths.normSet(id)}>{normSet.name}</Link>
                </td>
                <td>{normSet.resolutionNumber}</td>
                <td>{normSet.territory === '' ? 'Toàn tỉnh' : normSet.territory}</td>
                <td>{period(normSet.effectiveFrom, normSet.effectiveTo)}</td>
                <td className={styles.figure}>{normSet.rows.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function NationalSets({ sets }: { readonly sets: NormSets['national'] }) {
  // The newest is the one that is asked for most.
  const [key, setKey] = useState(sets.at(-1)?.key ?? '')
  const set = sets.find((one) => one.key === key)
  return (
    <section aria-label="Định mức quốc gia">
      <div className={styles.heading}>
        <h2>Định mức quốc gia</h2>
        <select aria-label="Bộ định mức quốc gia" value={key} onChange={(event) => setKey(event.currentTarget.value)}>
          {[...sets].reverse().map((one) => (
            <option key={one.key} value={one.key}>
              {one.name}
            </option>
          ))}
        </select>
        <span className={styles.soft}>Chỉ xem; kèm theo chương trình.</span>
      </div>
      {set !== undefined && <NationalRows set={set} />}
    </section>
  )
}

function percent(basisPoints: number): string {
  return formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)
}

function NationalRows({ set }: { readonly set: NormSetEntry }) {
  const money = useMoney()
  return (
    <>
      {set.priority !== null && (
        <p className={styles.soft}>
          Ưu tiên: mức trần nhân {formatDecimal({ units: BigInt(set.priority.multiplierThousandths), scale: 3 }, 3)} (
          {set.priority.legalBasis}). {set.priority.note} <Mark confidence={set.priority.confidence} />
        </p>
      )}
      <table className={styles.table} aria-label={set.name}>
        <colgroup>
          <col style={{ width: 66 }} />
          <col />
          <col style={{ width: 74 }} />
          <col style={{ width: 170 }} />
          <col style={{ width: 118 }} />
          <col style={{ width: 116 }} />
          <col style={{ width: 210 }} />
          <col style={{ width: 122 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{normLabels.code}</th>
            <th scope="col">Nội dung</th>
            <th scope="col" className={styles.figure}>
              {normLabels.maxPercent}
            </th>
            <th scope="col">Tính trên</th>
            <th scope="col" className={styles.figure}>
              Không quá
              <br />
              <small>{money.label}</small>
            </th>
            <th scope="col">{normLabels.unit}</th>
            <th scope="col">Căn cứ</th>
            <th scope="col">Độ tin cậy</th>
          </tr>
        </thead>
        <tbody>
          {set.rows.map((row) => (
            <tr key={row.code}>
              <td>{row.code}</td>
              <td>
                {row.name}
                {row.note !== '' && <div className={styles.soft}>{row.note}</div>}
              </td>
              <td className={styles.figure}>
                {row.maxPercentBasisPoints === null ? '' : percent(row.maxPercentBasisPoints)}
              </td>
              <td>{row.base}</td>
              <td className={styles.figure}>
                {row.maxAmount === null ? normLabels.kinds[row.kind] : money.format(row.maxAmount)}
              </td>
              <td>{row.unit}</td>
              <td>{row.legalBasis}</td>
              <td>
                <Mark confidence={row.confidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Mark({ confidence }: { readonly confidence: NormSetEntry['rows'][number]['confidence'] }) {
  const mark = confidenceMark(confidence)
  return mark === null ? null : <span className={styles.mark}>{mark}</span>
}
