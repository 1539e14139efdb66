// Mẫu 1 of Circular 36/2013/TT-BCT: the estimate of a đề án line by line. Ten columns, so the paper lies on its side.
import { type FundingSource, fundingSources, totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { moneyInWords } from '../../../shared/vietnamese/words'
import type { Block, PaperDocument } from '../blocks'
import { budgetTable, unitLine } from './budgetTable'
import { letterheadOf, type PaperProject, type PaperSigner, paper, programmeName } from './paper'
import { splitBlocks } from './splitTable'

export type BudgetEstimateData = {
  readonly parentOrganisation: string | null
  readonly unit: string
  readonly place: string | null
  readonly date: PlainDate | null
  readonly project: PaperProject
  readonly signer: PaperSigner
}

export function buildBudgetEstimate(data: BudgetEstimateData): PaperDocument {
  const { project, signer } = data
  const programme = programmeName[project.programme]
  return paper(
    `Dự toán kinh phí đề án ${programme} năm ${project.planYear}: ${project.name}`,
    13,
    [
      // The estimate belongs to the đề án and bears no number of its own.
      letterheadOf({ ...data, issuer: data.unit, number: { none: true } }),
      {
        kind: 'heading',
        typeName: 'Dự toán kinh phí',
        abstract: `Đề án ${programme} năm ${project.planYear}: ${project.name}`,
        note: null,
      },
      ...estimateBlocks(project),
      {
        kind: 'signatures',
        recipients: null,
        signers: [
          { caption: null, authority: null, position: 'Người lập', note: '(Ký, ghi rõ họ tên)', name: null },
          {
            caption: null,
            authority: signer.authority,
            position: signer.position,
            note: '(Ký tên, đóng dấu)',
            name: signer.name,
          },
        ],
      },
    ],
    'landscape',
  )
}

/** The unit, the table and the sum in words. */
export function estimateBlocks(project: PaperProject): Block[] {
  const sources = estimateSources(project)
  return [
    unitLine,
    budgetTable(project, sources),
    {
      kind: 'paragraph',
      text: [{ text: `Bằng chữ: ${moneyInWords(totalOf(project.amounts))}.`, italic: true }],
      indent: false,
    },
    ...splitBlocks(project, sources),
  ]
}

/** The three columns of the form always; money of the other programme gets a column rather than being left out of the sum. */
function estimateSources({ programme, amounts }: PaperProject): FundingSource[] {
  const own = supportSource(programme)
  return fundingSources.filter(
    (source) => source === own || source === 'counterpart' || source === 'other' || amounts[source] > 0,
  )
}
