// A contract filled in from what is on record: parties as on the day, value by source, the rule's instalments, the term.
import type { ContractDetails, ContractParty } from '../../shared/contract/contracts'
import { Refusal } from '../../shared/contract/errors'
import type { ProjectContent } from '../../shared/contract/projects'
import { advanceLimitFor, type ContractTermsBook, contractRuleOn } from '../../shared/domain/advances'
import { amountsByShares, splitByBeneficiary } from '../../shared/domain/beneficiarySplit'
import type { ContractKind } from '../../shared/domain/contracts'
import { type AmountsBySource, noAmounts } from '../../shared/domain/money'
import { budgetTotals } from '../../shared/domain/projects'
import { lastDayOf, type PlainDate } from '../../shared/vietnamese/dates'
import { fold } from '../../shared/vietnamese/fold'
import type { Reader, Writer } from '../database/access'
import { readEstablishment } from '../establishments/reader'
import type { AdminUnits } from '../office/adminUnits'
import { chooseSigner, readOffice } from '../office/reader'
import { readVersionContent } from '../projects/reader'
import { saveContract } from './commands'
import { type Granted, readGranted } from './granted'
import { type ContractRecord, contractsOfProjects } from './records'

export interface ProposalServices {
  readonly units: Pick<AdminUnits, 'findProvince' | 'findCommune'>
  readonly terms: () => ContractTermsBook
  /** Whoever gives the money of KCQG, by the name it has on a day. */
  readonly agencyOn: (day: PlainDate) => { readonly name: string; readonly headTitle: string }
}

export interface ProposalInput {
  readonly kind: ContractKind
  readonly projectIds: readonly number[]
  readonly beneficiary: number | null
  readonly date: PlainDate | null
}

const emptyParty: ContractParty = {
  establishmentId: null,
  name: '',
  representative: '',
  position: '',
  authority: '',
  address: '',
  phone: '',
  account: '',
  bank: '',
  taxCode: '',
  budgetRelationCode: '',
}

async function ourParty(reader: Reader): Promise<ContractParty> {
  const { office } = await readOffice(reader)
  if (office === null) return emptyParty
  const signer = chooseSigner(office, null)
  return {
    ...emptyParty,
    name: office.centreName,
    representative: signer?.name ?? '',
    position: signer?.position ?? '',
    authority: signer === null || signer.onBehalfOf === '' ? '' : `${signer.authority}. ${signer.onBehalfOf}`,
    address: office.address,
    phone: office.phone,
    account: office.bankAccount,
    bank: office.treasuryName === '' ? office.bankName : office.treasuryName,
    taxCode: office.taxCode,
    budgetRelationCode: office.budgetRelationCode,
  }
}

/** Commune and province after the street, unless the typed address already names them. */
function addressOf(
  units: ProposalServices['units'],
  typed: string,
  communeCode: string | null,
  provinceCode: string | null,
): string {
  const names = [
    communeCode === null ? null : (units.findCommune(communeCode)?.name ?? null),
    provinceCode === null ? null : (units.findProvince(provinceCode)?.name ?? null),
  ].filter((name) => name !== null && !fold(typed).includes(fold(name)))
  return [typed, ...names].filter((part) => part !== null && part !== '').join(', ')
}

async function establishmentParty(
  reader: Reader,
  units: ProposalServices['units'],
  name: string,
  establishmentId: number | null,
): Promise<ContractParty> {
  if (establishmentId === null) return { ...emptyParty, name }
  const { establishment } = await readEstablishment(reader, establishmentId)
  return {
    ...emptyParty,
    establishmentId,
    name: establishment.name,
    representative: establishment.representativeName,
    position: establishment.representativeTitle,
    address: addressOf(units, establishment.headOfficeAddress, establishment.communeCode, establishment.provinceCode),
    phone: establishment.phone,
    account: establishment.bankAccount,
    bank: [establishment.bankName, establishment.bankBranch].filter((part) => part !== '').join(', '),
    taxCode: establishment.taxCode,
  }
}

async function agencyParty(reader: Reader, services: ProposalServices, granted: Granted, day: PlainDate) {
  if (granted.programme === 'national') {
    const agency = services.agencyOn(day)
    return { ...emptyParty, name: agency.name, position: agency.headTitle }
  }
  const { office } = await readOffice(reader)
  return { ...emptyParty, name: office?.departmentName ?? '', position: 'Giám đốc' }
}

/** What each beneficiary gets: as the budget or the shares say, else equally; to the đồng, nothing lost. */
export function beneficiaryAmounts(content: ProjectContent): AmountsBySource[] {
  const { beneficiaries, budget } = content
  const split = splitByBeneficiary(budget, beneficiaries)
  if (split !== null) return split.parts.map((part) => part.amounts)
  return amountsByShares(
    budgetTotals(budget),
    beneficiaries.map(() => 1),
  )
}

function sameParty(contract: ContractRecord, beneficiary: ProjectContent['beneficiaries'][number]): boolean {
  const { receiver } = contract.details
  return beneficiary.establishmentId !== null && receiver.establishmentId !== null
    ? beneficiary.establishmentId === receiver.establishmentId
    : fold(receiver.name) === fold(beneficiary.name)
}

/** Positions of beneficiaries no contract, drafted or in force, names yet. */
async function withoutContract(reader: Reader, projectId: number, content: ProjectContent): Promise<number[]> {
  const contracts = (await contractsOfProjects(reader, [projectId])).filter(
    (one) => one.details.kind === 'beneficiary' && one.state !== 'terminated',
  )
  return content.beneficiaries.flatMap((beneficiary, index) =>
    contracts.some((one) => sameParty(one, beneficiary)) ? [] : [index],
  )
}

async function contentOf(reader: Reader, granted: Granted): Promise<ProjectContent> {
  if (granted.inForce !== null) return readVersionContent(reader, granted.inForce.versionId)
  const { current_version_id: versionId } = await reader.db
    .selectFrom('project')
    .select('current_version_id')
    .where('id', '=', granted.projectId)
    .executeTakeFirstOrThrow()
  if (versionId === null) throw new Refusal('record.missing', 'phiên bản đề án')
  return readVersionContent(reader, versionId)
}

/** @throws Refusal record.missing, rule.contradiction (đề án of two programmes; nobody left to sign with) */
export async function proposeContract(
  reader: Reader,
  services: ProposalServices,
  input: ProposalInput,
): Promise<ContractDetails> {
  const granted = await readGranted(reader, input.projectIds)
  const projects = [...new Set(input.projectIds)].map((id) => {
    const project = granted.get(id)
    if (project === undefined) throw new Refusal('record.missing', 'đề án')
    return project
  })
  const [first] = projects
  if (first === undefined) throw new Refusal('record.missing', 'đề án')
  if (projects.some((one) => one.programme !== first.programme))
    throw new Refusal('rule.contradiction', 'một hợp đồng không gồm đề án của hai chương trình.', [
      { path: 'projectIds', message: 'Chọn các đề án của cùng một chương trình.' },
    ])
  const day = input.date ?? reader.today
  const rule = contractRuleOn(services.terms(), first.programme, day)
  const months = projects.flatMap(({ endMonth }) => (endMonth === null ? [] : [endMonth])).sort()
  const lastMonth = months.at(-1)
  const common = {
    kind: input.kind,
    programme: first.programme,
    year: first.planYear,
    startOn: null,
    endOn: lastMonth === undefined ? null : lastDayOf(lastMonth),
    liquidationBy: rule === null ? null : `${first.planYear + 1}-${rule.liquidationBy}`,
    note: '',
  }
  const instalments = instalmentsOf(services, input.kind, projects, day)
  switch (input.kind) {
    case 'agency':
      return {
        ...common,
        subject: projects.map(({ name }) => name).join('\n'),
        giver: await agencyParty(reader, services, first, day),
        receiver: await ourParty(reader),
        lines: projects.map(({ projectId, allocated }) => ({ projectId, amounts: allocated ?? noAmounts })),
        instalments,
      }
    case 'supplier':
      return {
        ...common,
        subject: projects.map(({ name }) => name).join('\n'),
        giver: await ourParty(reader),
        receiver: emptyParty,
        lines: projects.map(({ projectId }) => ({ projectId, amounts: noAmounts })),
        instalments: [],
      }
    case 'beneficiary': {
      const content = await contentOf(reader, first)
      const free = await withoutContract(reader, first.projectId, content)
      const index = input.beneficiary ?? free[0] ?? 0
      const beneficiary = content.beneficiaries[index]
      const amounts = beneficiaryAmounts(content)[index] ?? noAmounts
      return {
        ...common,
        subject: first.name,
        giver: await ourParty(reader),
        receiver:
          beneficiary === undefined
            ? emptyParty
            : await establishmentParty(reader, services.units, beneficiary.name, beneficiary.establishmentId),
        lines: [{ projectId: first.projectId, amounts }],
        instalments,
      }
    }
  }
}

/** The first advance as the rule lets it, the rest after acceptance. */
function instalmentsOf(
  services: ProposalServices,
  kind: ContractKind,
  projects: readonly Granted[],
  day: PlainDate,
): ContractDetails['instalments'] {
  // Of several contents the strictest: one percentage stands in the contract.
  const limits = projects.flatMap(
    ({ programme, contentGroup, subContent }) =>
      advanceLimitFor(services.terms(), { kind, programme, contentGroup, subContent, day }) ?? [],
  )
  const [limit] = limits.sort((a, b) => a.percentBasisPoints - b.percentBasisPoints)
  if (limit === undefined) return []
  const first = {
    name: 'Tạm ứng lần 1',
    percentBasisPoints: limit.percentBasisPoints,
    condition: limit.condition,
    dueOn: null,
  }
  const rest = 10_000 - limit.percentBasisPoints
  if (rest === 0) return [first]
  return [
    first,
    { name: 'Phần còn lại', percentBasisPoints: rest, condition: 'sau khi nghiệm thu, đủ hồ sơ', dueOn: null },
  ]
}

/** @throws Refusal record.missing, rule.contradiction when every beneficiary has one, or the đề án names none */
export async function draftForBeneficiaries(
  writer: Writer,
  services: ProposalServices,
  { projectId }: { readonly projectId: number },
): Promise<{ ids: number[] }> {
  const granted = (await readGranted(writer, [projectId])).get(projectId)
  if (granted === undefined) throw new Refusal('record.missing', 'đề án')
  const content = await contentOf(writer, granted)
  const free = await withoutContract(writer, projectId, content)
  if (free.length === 0)
    throw new Refusal(
      'rule.contradiction',
      content.beneficiaries.length === 0
        ? `đề án ${granted.code} chưa ghi đơn vị thụ hưởng nào.`
        : `mọi đơn vị thụ hưởng của đề án ${granted.code} đã có hợp đồng.`,
      [{ path: 'projectId', message: 'Không còn đơn vị thụ hưởng nào chưa có hợp đồng.' }],
    )
  const ids: number[] = []
  for (const beneficiary of free) {
    const contract = await proposeContract(writer, services, {
      kind: 'beneficiary',
      projectIds: [projectId],
      beneficiary,
      date: null,
    })
    const { id } = await saveContract(writer, { id: null, rowVersion: null, contract })
    ids.push(id)
  }
  return { ids }
}
