// The budget lines of a đề án as the preview shows them: line beside line, before and after.
import type { ProjectContent } from '../../../../shared/contract/projects'
import { fundingSources } from '../../../../shared/domain/money'
import { sourceLabels } from '../../../../shared/labels'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { formatDecimal } from '../../../../shared/vietnamese/numbers'
import type { PreviewField } from '../previewRow'
import type { PlanDraft } from './planItem'

/** Line beside line, in their order: what the sheet does not have any more is shown as gone. */
export function showLines(
  { lines }: PlanDraft,
  before: ProjectContent | undefined,
  isOnFile: boolean,
  shown: PreviewField[],
): void {
  if (lines === null || lines.length === 0) return
  const known = before?.budget ?? []
  for (let index = 0; index < Math.max(lines.length, known.length); index++)
    shown.push({
      field: `line${index + 1}`,
      label: `Dòng dự toán ${index + 1}`,
      value: lineWords(lines[index]),
      before: isOnFile ? lineWords(known[index]) : null,
    })
}

function lineWords(line: ProjectContent['budget'][number] | undefined): string {
  if (line === undefined) return '(không có)'
  const quantity =
    line.quantityThousandths === null ? '' : formatDecimal({ units: BigInt(line.quantityThousandths), scale: 3 }, 3)
  const price = line.unitPrice === null ? '' : `${formatMoney(line.unitPrice)} đồng`
  const amounts = fundingSources
    .filter((source) => line.amounts[source] > 0)
    .map((source) => `${sourceLabels[source].short} ${formatMoney(line.amounts[source])} đồng`)
  return [
    line.content,
    [quantity, line.unit].filter((text) => text !== '').join(' '),
    price === '' ? '' : `đơn giá ${price}`,
    ...amounts,
    line.beneficiary === '' ? '' : `của ${line.beneficiary}`,
    line.note,
  ]
    .filter((text) => text !== '')
    .join(' · ')
}
