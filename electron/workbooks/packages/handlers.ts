// The calls of packages: what one would hold, making and keeping one, giving it back, recalling it.
import { Refusal } from '../../../shared/contract/errors'
import type { OfficeDetails } from '../../../shared/contract/office'
import type { PackageOrder, packagesContract } from '../../../shared/contract/packages'
import { type PackageOffice, packageFormat, packageVersion } from '../../../shared/domain/package'
import { foldTokens } from '../../../shared/vietnamese/fold'
import type { AreaHandlers, Reader, Writer } from '../../database/access'
import type { AdminUnits } from '../../office/adminUnits'
import { readOffice } from '../../office/reader'
import { type PackageFacts, readPackageFacts, totalsOf } from '../../reports/packageFacts'
import {
  keepPackage,
  listPackages,
  nextNumber,
  packageNumber,
  readPackage,
  readPackageFile,
  readRecalled,
  readReplaced,
  recallPackage,
} from '../../reports/packages'
import { noHeader, type PlanExportServices, planSheetOptions } from '../exportPlan'
import { provinceOfTitles } from '../import/places'
import type { PackageContent } from './packageWorkbook'

export interface PackageServices extends PlanExportServices {
  readonly units: AdminUnits
  /** UTC. */
  readonly instant: () => string
}

export function packagesHandlers(services: PackageServices): AreaHandlers<typeof packagesContract> {
  return {
    preview: (reader, order) => previewPackage(reader, order, services),
    send: (writer, input) => sendPackage(writer, input, services),
    list: (reader, { year }) => listPackages(reader, year),
    file: (reader, { id }) => readPackageFile(reader, id),
    data: async (reader, { id }) => (await readPackage(reader, id)).data,
    recall: recallPackage,
    recallNotice: (reader, { id }) => recallNotice(reader, id, services),
  }
}

/** @throws Refusal input.invalid */
async function readFacts(reader: Reader, order: PackageOrder, units: AdminUnits): Promise<PackageFacts> {
  if (order.basis === 'asOf' && order.asOf === null)
    throw new Refusal('input.invalid', '', [{ path: 'asOf', message: 'Phải chọn ngày lấy số.' }])
  return readPackageFacts(reader, units, order)
}

async function previewPackage(reader: Reader, order: PackageOrder, { units }: PackageServices) {
  const { lines, programmes, notes } = await readFacts(reader, order, units)
  const { office } = await readOffice(reader)
  const earlier = (await listPackages(reader, order.year)).filter((one) => one.replacedBy === null)
  return {
    ...totalsOf(lines),
    programmes: programmes.map((programme) => ({
      programme,
      ...totalsOf(lines.filter((line) => line.programme === programme)),
    })),
    notes: [
      ...(office === null ? ['Chưa nhập tên đơn vị ở Thiết lập › Đơn vị, người ký: chưa lập gói được.'] : []),
      ...notes,
    ],
    earlier: earlier.map(({ id, number, sentOn, recalledOn }) => ({
      id,
      number,
      sentOn,
      recalled: recalledOn !== null,
    })),
    fileName: fileName(office, order.year, await nextNumber(reader, order.year)),
  }
}

async function sendPackage(
  writer: Writer,
  input: PackageOrder & {
    readonly recipient: string
    readonly sentOn: string | null
    readonly note: string
    readonly replaces: number | null
  },
  services: PackageServices,
) {
  const office = await needOffice(writer)
  const facts = await readFacts(writer, input, services.units)
  const number = await nextNumber(writer, input.year)
  const content: PackageContent = {
    ...(await identity(writer, office, services)),
    kind: 'figures',
    number: packageNumber(input.year, number),
    year: input.year,
    programmes: facts.programmes,
    basis: input.basis,
    asOf: input.basis === 'asOf' ? input.asOf : null,
    period: input.period,
    doneRule: input.period === null ? null : input.doneRule,
    replaces: await readReplaced(writer, input.year, input.replaces),
    lines: facts.lines,
  }
  const { packageWorkbook } = await import('./packageWorkbook')
  const options = planSheetOptions(office, noHeader, services.contentGroups())
  const made = await packageWorkbook(content, options, input.unit)
  const kept = await keepPackage(writer, made, {
    year: input.year,
    number,
    recipient: input.recipient,
    sentOn: input.sentOn ?? writer.today,
    note: input.note,
    replacesId: input.replaces,
    fileName: fileName(office, input.year, number),
  })
  return { ...kept, number: content.number, checksum: made.checksum }
}

async function needOffice(reader: Reader): Promise<OfficeDetails> {
  const { office } = await readOffice(reader)
  if (office === null)
    throw new Refusal('document.incomplete', 'chưa có tên đơn vị. Hãy nhập ở Thiết lập › Đơn vị, người ký rồi lập lại.')
  return office
}

async function identity(reader: Reader, office: OfficeDetails, { units, instant }: PackageServices) {
  return {
    format: packageFormat,
    version: packageVersion,
    office: officeOf(office, units),
    madeAt: instant(),
    unit: 'dong',
    recalled: await readRecalled(reader),
  } as const
}

/** Under the name its own papers bear: an office of before the mergers still reports for its old province. */
function officeOf(office: OfficeDetails, units: AdminUnits): PackageOffice {
  const old = provinceOfTitles(units.addressBook(), [office.departmentName, office.centreName])?.oldProvinceName
  return {
    name: office.centreName,
    department: office.departmentName,
    provinceCode: office.provinceCode,
    provinceName:
      old === undefined ? (units.findProvince(office.provinceCode)?.name ?? office.placeName) : `Tỉnh ${old}`,
  }
}

function fileName(office: OfficeDetails | null, year: number, number: number): string {
  const place = foldTokens(office?.placeName ?? '').join('-')
  return `goi-so-lieu${place === '' ? '' : `-${place}`}-${year}-${number}.xlsx`
}

/** A file for whoever received it: as every later package, it says which packages no longer hold. */
async function recallNotice(reader: Reader, id: number, services: PackageServices) {
  const row = await readPackage(reader, id)
  if (row.recalled_on === null)
    throw new Refusal('input.invalid', '', [
      { path: 'id', message: `Gói số ${row.fullNumber} chưa thu hồi nên chưa có thông báo.` },
    ])
  const { recallWorkbook } = await import('./packageWorkbook')
  const office = await needOffice(reader)
  const { office: identityOfOffice, number, year, programmes, basis, asOf } = row.data
  const bytes = await recallWorkbook(
    {
      ...(await identity(reader, office, services)),
      office: identityOfOffice,
      // The day it was recalled: the same notice can be written again.
      madeAt: `${row.recalled_on}T00:00:00.000Z`,
      recalled: [{ number, checksum: row.checksum, on: row.recalled_on, reason: row.recalled_reason }],
      kind: 'recall',
      number,
      year,
      programmes,
      basis,
      asOf,
      period: null,
      doneRule: null,
      replaces: null,
      lines: [],
      sheets: [],
    },
    planSheetOptions(office, noHeader, services.contentGroups()),
  )
  return {
    fileName: `thu-hoi-${row.file_name}`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    base64: Buffer.from(bytes).toString('base64'),
  }
}
