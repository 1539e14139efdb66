// In an appraisal sheet: what was judged of each of the five contents.
import { checkResults } from '../../shared/domain/lifecycle'
import { appraisalLabels } from '../../shared/labels'
import { optionsOf, ParagraphField, SelectField } from '../components/fields'
import styles from './Appraisal.module.css'

/** The five contents that are judged. */
export function AppraisalPoints() {
  return (
    <table className={`${styles.table} ${styles.points}`} aria-label="Năm nội dung thẩm định">
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            TT
          </th>
          <th scope="col">Nội dung (Điều 9 Thông tư 36/2013/TT-BCT)</th>
          <th scope="col" className={styles.resultColumn}>
            {appraisalLabels.resultName}
          </th>
          <th scope="col" className={styles.opinionColumn}>
            {appraisalLabels.opinion}
          </th>
        </tr>
      </thead>
      <tbody>
        {appraisalLabels.points.map((point, index) => (
          <tr key={point}>
            <td>{index + 1}</td>
            <td>{point}</td>
            <td className={styles.boxes}>
              <SelectField
                bare
                name={`sheet.checks.${index}.result`}
                label={`${appraisalLabels.resultName} nội dung ${index + 1}`}
                options={optionsOf(checkResults, appraisalLabels.result)}
              />
            </td>
            <td className={styles.boxes}>
              <ParagraphField
                bare
                name={`sheet.checks.${index}.opinion`}
                label={`${appraisalLabels.opinion} nội dung ${index + 1}`}
                rows={2}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
