// From needs to a đề án: one command writes the đề án and marks every need taken, or does neither.
import type { Selectable } from 'kysely'
import { type FieldProblem, Refusal } from '../../shared/contract/errors'
import type { ContentGroupEntry } from '../../shared/contract/office'
import { noProposalParts } from '../../shared/contract/projects'
import { draftFromNeeds, type NeedToTake, needsOfSeveralContents } from '../../shared/domain/needs'
import type { ContentGroup, Programme } from '../../shared/domain/projects'
import type { Writer } from '../database/access'
import type { EstablishmentTable, NeedTable } from '../database/schema/establishments'
import type { AdminUnits } from '../office/adminUnits'
import { communeName } from '../office/places'
import { readOffice } from '../office/reader'
import { saveProject } from '../projects/commands'
import { takenWords } from './needs'

export interface NeedsToProject {
  readonly needIds: readonly number[]
  readonly programme: Programme
  readonly planYear: number
  readonly name: string
}

export async function makeProjectFromNeeds(
  writer: Writer,
  units: AdminUnits,
  contentGroups: readonly ContentGroupEntry[],
  input: NeedsToProject,
): Promise<{ projectId: number; code: string }> {
  const rows = await openNeeds(writer, input.needIds)
  const needs = rows.map(needToTake)
  const stranger = needsOfSeveralContents(needs)
  if (stranger !== null)
    throw new Refusal('input.invalid', '', [
      {
        path: `needIds.${stranger}`,
        message: `Nhu cầu của ${needs[stranger]?.asker ?? ''} thuộc nội dung khuyến công khác với nhu cầu đầu tiên; một đề án chỉ gộp các nhu cầu cùng nội dung.`,
      },
    ])
  const draft = draftFromNeeds(needs, input.programme, contentName(contentGroups, needs))
  const { office } = await readOffice(writer)
  const saved = await saveProject(writer, {
    id: null,
    rowVersion: null,
    identity: { code: '', programme: input.programme, kind: draft.kind, planYear: input.planYear },
    content: {
      name: input.name === '' ? draft.name : input.name,
      contentGroup: draft.contentGroup,
      subContent: draft.subContent,
      implementingUnit: office?.centreName ?? '',
      cooperatingUnits: '',
      startMonth: null,
      endMonth: null,
      necessity: '',
      objective: '',
      scale: draft.scale,
      schedule: '',
      organisation: '',
      effect: '',
      summary: draft.summary,
      note: '',
      beneficiaries: draft.beneficiaries.map((one) => ({ ...one, shareBasisPoints: null })),
      places: await placesOf(writer, units, draft.beneficiaries),
      ...noProposalParts,
      outputs: [],
      budget: draft.lines.map((line) => ({
        content: line.content,
        unit: '',
        quantityThousandths: null,
        unitPrice: null,
        amounts: line.amounts,
        note: '',
        beneficiary: '',
      })),
    },
  })
  await writer.db
    .updateTable('need')
    .set({ outcome: 'taken', project_id: saved.id })
    .set((eb) => ({ row_version: eb('row_version', '+', 1) }))
    .where('id', 'in', input.needIds)
    .execute()
  return { projectId: saved.id, code: saved.code }
}

/** The needs in the order they were named, each still open. */
async function openNeeds(writer: Writer, ids: readonly number[]): Promise<Selectable<NeedTable>[]> {
  const found = await writer.db.selectFrom('need').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows: Selectable<NeedTable>[] = []
  const problems: FieldProblem[] = []
  for (const [index, id] of ids.entries()) {
    const row = byId.get(id)
    const problem = await whyNotOpen(writer, row, ids.indexOf(id) < index)
    if (problem === null && row !== undefined) rows.push(row)
    else problems.push({ path: `needIds.${index}`, message: problem ?? '' })
  }
  if (problems.length > 0) throw new Refusal('input.invalid', '', problems)
  return rows
}

async function whyNotOpen(
  writer: Writer,
  row: Selectable<NeedTable> | undefined,
  repeated: boolean,
): Promise<string | null> {
  if (row === undefined) return 'Không còn nhu cầu này trong danh sách.'
  if (repeated) return 'Nhu cầu này được chọn hai lần.'
  if (row.outcome === 'taken') return takenWords(writer, row.project_id)
  if (row.outcome === 'declined')
    return 'Nhu cầu này đã ghi là không đưa vào; hãy chọn “Xem xét lại” trước khi lập đề án.'
  return null
}

function needToTake(row: Selectable<NeedTable>): NeedToTake {
  return {
    establishmentId: row.establishment_id,
    asker: row.asker,
    contentGroup: row.content_group as ContentGroup,
    subContent: row.sub_content,
    activity: row.activity,
    totalInvestment: row.total_investment,
    wishedSupport: row.wished_support,
  }
}

/** The sub-content where all needs share one, else the content. */
function contentName(groups: readonly ContentGroupEntry[], needs: readonly NeedToTake[]): string {
  const [first] = needs
  const group = groups.find((one) => one.code === first?.contentGroup)
  const shared = needs.every((need) => need.subContent === first?.subContent)
  const sub = group?.subContents.find((one) => one.code === first?.subContent)
  return (shared ? sub?.name : undefined) ?? group?.shortName ?? ''
}

type Located = Pick<
  Selectable<EstablishmentTable>,
  | 'production_address'
  | 'production_province_code'
  | 'production_commune_code'
  | 'head_office_address'
  | 'province_code'
  | 'commune_code'
  | 'old_address_text'
>

/** Where each asker on record produces: that is where eligibility is judged. */
async function placesOf(
  writer: Writer,
  units: AdminUnits,
  beneficiaries: readonly { readonly establishmentId: number | null }[],
) {
  const ids = beneficiaries.flatMap(({ establishmentId }) => (establishmentId === null ? [] : [establishmentId]))
  if (ids.length === 0) return []
  const rows = await writer.db.selectFrom('establishment').selectAll().where('id', 'in', ids).execute()
  const places = rows.map((row) => placeOf(row, units)).filter((place) => place.text !== '')
  return [...new Map(places.map((place) => [place.text, place])).values()]
}

function placeOf(row: Located, units: AdminUnits) {
  const atProduction = row.production_commune_code !== null || row.production_address !== ''
  const communeCode = atProduction ? row.production_commune_code : row.commune_code
  const provinceCode = atProduction ? row.production_province_code : row.province_code
  const street = atProduction ? row.production_address : row.head_office_address
  const provinceName = provinceCode === null ? '' : (units.findProvince(provinceCode)?.name ?? '')
  const already = street.toLocaleLowerCase('vi')
  const named = [communeName(units, communeCode), provinceName].filter(
    (name) => name !== '' && !already.includes(name.toLocaleLowerCase('vi')),
  )
  // A province alone says nothing of where: without a street or a commune the place is left for a person to write.
  const text = street === '' && communeCode === null ? '' : [street, ...named].filter((part) => part !== '').join(', ')
  return { provinceCode, communeCode, text: text.slice(0, 300), oldText: row.old_address_text }
}
