// Whether what a contract gives is within the support norms: the verdicts over its đề án, as warnings before signing.
import type { ContractWarning } from '../../shared/domain/contracts'
import { type JudgingServices, judgeProject } from '../projects/judging'
import { readGranted } from './granted'
import type { NormWarnings } from './signing'

/** A verdict already answered on the đề án itself is not asked again here. */
export function normWarningsWith(services: JudgingServices): NormWarnings {
  return async (reader, contract, day) => {
    if (contract.details.kind === 'supplier') return []
    const granted = await readGranted(
      reader,
      contract.details.lines.map((line) => line.projectId),
    )
    const warnings: ContractWarning[] = []
    for (const project of granted.values()) {
      const versionId = project.inForce?.versionId
      const { verdicts } = await judgeProject(reader, services, { id: project.projectId, versionId, date: day })
      for (const verdict of verdicts) {
        const ofNorm = verdict.code === 'norm.ceiling' || verdict.code === 'norm.beneficiaries'
        if (!ofNorm || verdict.severity !== 'warning' || verdict.override?.current === true) continue
        warnings.push({
          code: 'overNorm',
          words: `${project.code}: ${verdict.words}`,
          legalBasis: verdict.legalBasis,
          confidence: verdict.confidence,
          excess: 0,
        })
      }
    }
    return warnings
  }
}
