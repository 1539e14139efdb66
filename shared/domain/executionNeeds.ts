// What each step of carrying a đề án out still lacks, told from what is on record: contracts, acceptances, settlement, visits.
import { namedList } from './checks'
import type { Missing, ProjectStep } from './lifecycle'
import type { ProjectKind } from './projects'

export interface ExecutionFacts {
  /** Signed contracts by kind. */
  readonly signed: { readonly agency: number; readonly beneficiary: number; readonly supplier: number }
  /** Signed and not closed yet, in words. */
  readonly openContracts: readonly string[]
  readonly detailPlan: { readonly lines: number; readonly approved: boolean } | null
  readonly acceptance: {
    readonly passed: number
    /** Beneficiaries whom nothing that passed has reached. */
    readonly unaccepted: readonly string[]
    /** Failed, and nothing that passed has followed. */
    readonly openFailures: number
    /** Begun and not concluded. */
    readonly drafts: number
  }
  readonly settlement: {
    readonly dated: boolean
    readonly lines: number
    readonly vouchers: number
    /** What does not agree, and no reason is on record. */
    readonly unexplained: readonly string[]
    readonly approved: boolean
  } | null
  /** After support, done. */
  readonly visits: number
}

export const nothingCarriedOut: ExecutionFacts = {
  signed: { agency: 0, beneficiary: 0, supplier: 0 },
  openContracts: [],
  detailPlan: null,
  acceptance: { passed: 0, unaccepted: [], openFailures: 0, drafts: 0 },
  settlement: null,
  visits: 0,
}

export const carryingSteps = [
  'planDetail',
  'start',
  'acceptBase',
  'fileSettlement',
  'liquidate',
  'settle',
  'monitor',
] as const satisfies readonly ProjectStep[]
export type CarryingStep = (typeof carryingSteps)[number]

interface Subject {
  readonly kind: ProjectKind
  readonly execution: ExecutionFacts
}

export function missingForCarrying(step: CarryingStep, { kind, execution }: Subject): Missing[] {
  const missing: Missing[] = []
  const add = (present: boolean, what: string, why: string, section: Missing['section']) => {
    if (!present) missing.push({ what, why, section })
  }
  const { signed, detailPlan, acceptance, settlement } = execution
  switch (step) {
    case 'planDetail':
      add(kind === 'group', 'đề án nhóm', 'Chỉ đề án nhóm mới lập kế hoạch triển khai (Mẫu 11).', 'identity')
      add(
        (detailPlan?.lines ?? 0) > 0,
        'kế hoạch triển khai (Mẫu 11)',
        'Lập trước khi thực hiện đề án nhóm.',
        'execution',
      )
      add(
        detailPlan?.approved === true,
        'phê duyệt của Sở',
        'Kế hoạch triển khai do Sở Công Thương duyệt.',
        'execution',
      )
      return missing
    case 'start':
      add(
        signed.agency + signed.beneficiary + signed.supplier > 0,
        'hợp đồng đã ký',
        'Chưa ký hợp đồng nào thì chưa thực hiện và chưa nghiệm thu được.',
        'contracts',
      )
      return missing
    case 'acceptBase':
      add(acceptance.passed > 0, 'biên bản nghiệm thu đạt', 'Chưa có lần nghiệm thu nào kết luận đạt.', 'acceptance')
      add(
        acceptance.passed === 0 || acceptance.unaccepted.length === 0,
        `nghiệm thu ${namedList(acceptance.unaccepted)}`,
        'Mới nghiệm thu một phần; còn đơn vị thụ hưởng chưa nghiệm thu đạt.',
        'acceptance',
      )
      add(
        acceptance.openFailures === 0,
        `nghiệm thu lại ${acceptance.openFailures} lần chưa đạt`,
        'Nội dung chưa đạt phải khắc phục rồi nghiệm thu lại.',
        'acceptance',
      )
      add(
        acceptance.drafts === 0,
        `kết luận ${acceptance.drafts} biên bản đang lập`,
        'Biên bản đang lập phải kết luận hoặc xóa đi.',
        'acceptance',
      )
      return missing
    case 'fileSettlement':
      add(
        settlement !== null && settlement.lines > 0,
        'biểu quyết toán (Mẫu 7)',
        'Chưa lập hồ sơ quyết toán.',
        'settlement',
      )
      if (settlement === null) return missing
      add(settlement.vouchers > 0, 'bảng kê chứng từ (Mẫu 8a, 8b)', 'Hồ sơ chưa kê chứng từ nào.', 'settlement')
      add(settlement.dated, 'ngày lập hồ sơ', 'Hồ sơ quyết toán phải ghi ngày lập.', 'settlement')
      add(
        settlement.unexplained.length === 0,
        'lý do chênh lệch',
        `Số liệu chưa khớp: ${settlement.unexplained.join('; ')}.`,
        'settlement',
      )
      return missing
    case 'liquidate':
      for (const words of execution.openContracts)
        add(false, `thanh lý ${words}`, 'Mọi hợp đồng của đề án phải có biên bản thanh lý (Mẫu 6).', 'settlement')
      return missing
    case 'settle':
      add(settlement?.approved === true, 'quyết toán được duyệt', 'Ghi số, ngày và số tiền được duyệt.', 'settlement')
      return missing
    case 'monitor':
      add(execution.visits > 0, 'lần kiểm tra sau hỗ trợ', 'Chưa ghi lần kiểm tra nào sau hỗ trợ.', 'inspection')
      return missing
  }
}

/**
 * Whether a step is the usual way on, where the table leaves several: a group is planned in detail first; work ordered
 * from a supplier, or for nobody in particular, starts without a contract of support.
 */
export function isUsualCarrying(
  step: CarryingStep,
  { status, kind, execution, beneficiaries }: Subject & { readonly status: string; readonly beneficiaries: number },
): boolean {
  const straight = startsWithoutBeneficiary(status, { execution, beneficiaries })
  if (step === 'planDetail') return kind === 'group' && !straight
  return step !== 'start' || straight || status === 'beneficiaryContracted'
}

export function startsWithoutBeneficiary(
  status: string,
  { execution, beneficiaries }: { readonly execution: ExecutionFacts; readonly beneficiaries: number },
): boolean {
  if (execution.signed.beneficiary > 0) return false
  return execution.signed.supplier > 0 || (status === 'contracted' && beneficiaries === 0)
}
