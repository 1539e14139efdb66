// Step 4: what came in, and the way to it.
import { historyLabels, importLabels, planLabels } from '../../shared/labels'
import type { CallOutput } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import styles from './ImportScreen.module.css'

interface ResultStepProps {
  readonly result: CallOutput<'workbooks.runImport'>
  readonly onAgain: () => void
  /** Takes everything this import brought in back at once. */
  readonly onUndo: () => void
  /** The file with why its other rows did not come in; null where all did. */
  readonly onErrorFile: (() => void) | null
}

export function ResultStep({ result, onAgain, onUndo, onErrorFile }: ResultStepProps) {
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
