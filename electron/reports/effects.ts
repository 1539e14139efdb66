// What visits after support found: of each beneficiary of a đề án the newest visit of the period that tells any figure.
import type { Programme } from '../../shared/domain/projects'
import type { EffectFact } from '../../shared/domain/reportEffects'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'

export async function readEffects(
  reader: Reader,
  { from, to, programme }: { readonly from: PlainDate; readonly to: PlainDate; readonly programme: Programme | null },
): Promise<EffectFact[]> {
  let visits = reader.db
    .selectFrom('inspection as visit')
    .innerJoin('project', 'project.id', 'visit.project_id')
    .innerJoin('project_version as version', 'version.id', 'project.current_version_id')
    .leftJoin('establishment', 'establishment.id', 'visit.establishment_id')
    .where('visit.visited_on', '>=', from)
    .where('visit.visited_on', '<=', to)
    .where((where) =>
      where.or(
        (['jobs', 'revenue', 'tax_paid', 'average_income'] as const).map((figure) =>
          where(`visit.${figure}`, 'is not', null),
        ),
      ),
    )
  if (programme !== null) visits = visits.where('project.programme', '=', programme)
  const rows = await visits
    .selectAll('visit')
    .select(['project.code', 'version.name as projectName', 'establishment.name as establishmentName'])
    .orderBy('visit.visited_on', 'desc')
    .orderBy('visit.id', 'desc')
    .execute()
  const seen = new Set<string>()
  const newest = rows.flatMap((row): EffectFact[] => {
    const whose = `${row.project_id} ${row.establishment_id ?? row.beneficiary}`
    if (row.visited_on === null || seen.has(whose)) return []
    seen.add(whose)
    return [
      {
        inspectionId: row.id,
        projectId: row.project_id,
        code: row.code,
        projectName: row.projectName,
        establishmentId: row.establishment_id,
        beneficiary: row.establishmentName ?? row.beneficiary,
        visitedOn: row.visited_on,
        before: {
          jobs: row.jobs_before,
          revenue: row.revenue_before,
          taxPaid: row.tax_paid_before,
          averageIncome: row.average_income_before,
        },
        after: { jobs: row.jobs, revenue: row.revenue, taxPaid: row.tax_paid, averageIncome: row.average_income },
      },
    ]
  })
  return newest.sort((a, b) => (a.visitedOn === b.visitedOn ? 0 : a.visitedOn < b.visitedOn ? -1 : 1))
}
