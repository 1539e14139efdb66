// The places of a đề án by their codes: only communes and provinces there are, so that rules by place judge what is meant.
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import type { AdminUnits } from '../office/adminUnits'

/** @throws Refusal input.invalid at each place whose code nobody knows, or whose commune is not of its province */
export function refuseUnknownPlaces(units: AdminUnits, places: ProjectContent['places']): void {
  const problems = places.flatMap(({ provinceCode, communeCode }, index): FieldProblem[] => {
    const path = `content.places.${index}`
    if (provinceCode !== null && units.findProvince(provinceCode) === null)
      return [{ path: `${path}.provinceCode`, message: `Không có tỉnh, thành phố mang mã ${provinceCode}.` }]
    if (communeCode === null) return []
    const commune = units.findCommune(communeCode)
    if (commune === null)
      return [{ path: `${path}.communeCode`, message: `Không có xã, phường, đặc khu mang mã ${communeCode}.` }]
    return provinceCode === null || commune.provinceCode === provinceCode
      ? []
      : [{ path: `${path}.communeCode`, message: `${commune.name} không thuộc tỉnh, thành phố đã chọn.` }]
  })
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
}
