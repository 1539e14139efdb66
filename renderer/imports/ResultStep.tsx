// Step 4: what came in, and the way to it.
import type { ImportKind } from '../../shared/contract/workbooks'
import { historyLabels, importLabels, planLabels } from '../../shared/labels'
import type { CallOutput } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import styles from './ImportScreen.module.css'

/** Where what came in of a kind is seen. */
const seenAt: Readonly<Partial<Record<ImportKind, { readonly path: string; readonly label: string }>>> = {
  needs: { path: paths.needs, label: 'Xem nhu cầu' },
  payments: { path: paths.contracts, label: 'Xem hợp đồng và tạm ứng' },
  trainees: { path: paths.board, label: 'Mở tổ chức thực hiện' },
  certificates: { path: paths.certificates, label: 'Xem giấy chứng nhận' },
}

interface ResultStepProps {
  /** What the file held. */
  readonly kinds: readonly ImportKind[]
  readonly result: CallOutput<'workbooks.runImport'>
  readonly onAgain: () => void
  /** Takes everything this import brought in back at once. */
  readonly onUndo: () => void
  /** The file with why its other rows did not come in; null where all did. */
  readonly onErrorFile: (() => void) | null
}

export function ResultStep({ kinds, result, onAgain, onUndo, onErrorFile }: ResultStepProps) {
  const facts = [
    `Thêm mới ${result.created}`,
    `Cập nhật ${result.updated}`,
    `Không nhập ${result.skipped} dòng`,
    ...(result.planItems > 0 ? [`Đưa vào kế hoạch ${result.planItems} đề án`] : []),
  ]
  return (
    <div className={`${styles.padded} ${styles.result}`} role="status">
      <h2>Đã nhập xong</h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className={styles.links}>
        {result.establishmentIds.length > 0 && (
          <Button onClick={() => void navigate(paths.establishments)}>
            Xem {result.establishmentIds.length} cơ sở trong danh sách
          </Button>
        )}
        {result.projectIds.length > 0 && (
          <Button onClick={() => void navigate(paths.projects)}>
            Xem {result.projectIds.length} đề án trong danh sách
          </Button>
        )}
        {result.planItems > 0 && (
          <Button onClick={() => void navigate(paths.plan)}>Mở {planLabels.one.toLowerCase()}</Button>
        )}
        {kinds.map((kind) => {
          const place = seenAt[kind]
          return (
            place !== undefined && (
              <Button key={kind} onClick={() => void navigate(place.path)}>
                {place.label}
              </Button>
            )
          )
        })}
        {onErrorFile !== null && <Button onClick={onErrorFile}>{importLabels.errorFile}</Button>}
        <Button onClick={onAgain}>Nhập tệp khác</Button>
        {result.created + result.updated + result.planItems > 0 && (
          <Button onClick={onUndo}>{historyLabels.undoImport}</Button>
        )}
      </div>
      {result.warnings.length > 0 && (
        <>
          <h3>Điều nên xem lại ({result.warnings.length})</h3>
          <ul>
            {result.warnings.map((warning) => (
              <li key={`${warning.sheet}-${warning.cell}-${warning.message}`}>
                {importLabels.severities[warning.severity]}
                {warning.cell === null ? '' : ` ở ô ${warning.cell} trang “${warning.sheet}”`}: {warning.message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
