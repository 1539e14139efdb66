// The sample data file: the published 2022 plan of Bắc Kạn, written through the same commands a person's typing goes through.
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { blankEstablishment, establishmentDetails } from '../../shared/contract/establishments'
import { blankOffice, officeDetails } from '../../shared/contract/office'
import { projectContent } from '../../shared/contract/projects'
import { contentGroup, dong, programme, projectKind, year } from '../../shared/contract/values'
import { legalForms } from '../../shared/domain/establishments'
import { supportSource } from '../../shared/domain/projects'
import { formatAddress } from '../../shared/vietnamese/addresses'
import type { Writer } from '../database/access'
import type { Session } from '../database/session'
import { saveEstablishment } from '../establishments/commands'
import type { AdminUnits } from '../office/adminUnits'
import { saveOffice } from '../office/commands'
import { describeAddress } from '../office/places'
import { addProjectsToPlan, savePlanHeader } from '../plans/commands'
import { saveProject } from '../projects/commands'

const sampleFile = z.strictObject({
  note: z.string(),
  year,
  office: officeDetails
    .pick({ centreName: true, centreShortName: true, departmentName: true, placeName: true, symbols: true })
    .extend({
      oldProvince: z.string(),
      signers: z.array(officeDetails.shape.signers.element.omit({ id: true })),
    }),
  establishments: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      legalForm: z.enum(legalForms),
      address: z.string(),
      industry: z.string(),
    }),
  ),
  projects: z.array(
    z.strictObject({
      code: z.string(),
      programme,
      kind: projectKind,
      contentGroup,
      subContent: z.string(),
      name: z.string(),
      beneficiaries: z.array(z.strictObject({ establishment: z.string().optional(), name: z.string().optional() })),
      places: z.array(z.string()),
      startMonth: z.string(),
      endMonth: z.string(),
      objective: z.string(),
      summary: z.string(),
      outputs: z.array(z.strictObject({ indicator: z.string(), unit: z.string(), quantity: z.number().int() })),
      note: z.string(),
      budget: z.array(
        z.strictObject({
          content: z.string(),
          unit: z.string(),
          quantity: z.number().int().nullable(),
          national: dong,
          local: dong,
          counterpart: dong,
          note: z.string(),
        }),
      ),
    }),
  ),
})
type Sample = z.output<typeof sampleFile>

export interface SampleServices {
  readonly resourcesDir: string
  readonly units: AdminUnits
}

function loadSample(resourcesDir: string): Sample {
  return sampleFile.parse(JSON.parse(fs.readFileSync(path.join(resourcesDir, 'sample2022.json'), 'utf8')))
}

export async function fillSample(session: Session, { resourcesDir, units }: SampleServices): Promise<void> {
  const sample = loadSample(resourcesDir)
  await session.write('files.createSample', async (writer) => {
    await writeOffice(writer, sample, units)
    const establishments = await writeEstablishments(writer, sample, units)
    const projectIds = await writeProjects(writer, sample, establishments, units)
    for (const own of ['national', 'local'] as const) {
      const which = { year: sample.year, programme: own }
      const header = { attachedTo: '', decisionNumber: '', decisionDate: null, note: '' }
      await savePlanHeader(writer, { ...which, rowVersion: 0, header })
      await addProjectsToPlan(writer, {
        ...which,
        projectIds: projectIds.flatMap((one) => (one.programme === own ? [one.id] : [])),
      })
    }
  })
}

/** A place as the plan wrote it, with the commune it belongs to today when there is exactly one. */
function place(text: string, units: AdminUnits) {
  const found = describeAddress(units, text)
  const [only] = found.choices
  const certain = (found.kind === 'exact' || found.kind === 'converted' || found.kind === 'province-only') && only
  if (!certain) return { provinceCode: null, communeCode: null, text, oldText: text }
  const { provinceCode, communeCode } = only
  return { provinceCode, communeCode, text: formatAddress(found.detail, only), oldText: text }
}

async function writeOffice(writer: Writer, sample: Sample, units: AdminUnits): Promise<void> {
  const { oldProvince, signers, ...office } = sample.office
  await saveOffice(writer, {
    rowVersion: 0,
    office: {
      ...blankOffice,
      ...office,
      provinceCode: place(`tỉnh ${oldProvince}`, units).provinceCode ?? '',
      signers: signers.map((signer) => ({ ...signer, id: null })),
    },
  })
}

interface NamedRecord {
  readonly id: number
  readonly name: string
}

async function writeEstablishments(
  writer: Writer,
  sample: Sample,
  units: AdminUnits,
): Promise<Map<string, NamedRecord>> {
  const written = new Map<string, NamedRecord>()
  for (const one of sample.establishments) {
    const where = place(one.address, units)
    const details = {
      ...blankEstablishment,
      name: one.name,
      legalForm: one.legalForm,
      industry: one.industry,
      headOfficeAddress: where.text,
      provinceCode: where.provinceCode,
      communeCode: where.communeCode,
      productionAddress: where.text,
      productionProvinceCode: where.provinceCode,
      productionCommuneCode: where.communeCode,
      oldAddressText: where.oldText,
    }
    const { id } = await saveEstablishment(writer, units, {
      id: null,
      rowVersion: null,
      establishment: establishmentDetails.parse(details),
      acceptDuplicates: false,
    })
    written.set(one.key, { id, name: one.name })
  }
  return written
}

async function writeProjects(
  writer: Writer,
  sample: Sample,
  establishments: Map<string, NamedRecord>,
  units: AdminUnits,
): Promise<{ id: number; programme: Sample['projects'][number]['programme'] }[]> {
  const written: { id: number; programme: Sample['projects'][number]['programme'] }[] = []
  for (const one of sample.projects) {
    const content = projectContent.parse({
      name: one.name,
      contentGroup: one.contentGroup,
      subContent: one.subContent,
      implementingUnit: sample.office.centreName,
      cooperatingUnits: '',
      startMonth: one.startMonth,
      endMonth: one.endMonth,
      necessity: '',
      objective: one.objective,
      scale: '',
      schedule: '',
      organisation: '',
      effect: '',
      summary: one.summary,
      note: one.note,
      beneficiaries: one.beneficiaries.map((beneficiary) => {
        const known = establishments.get(beneficiary.establishment ?? '')
        return {
          establishmentId: known?.id ?? null,
          name: known?.name ?? beneficiary.name ?? '',
          shareBasisPoints: null,
        }
      }),
      places: one.places.map((text) => place(text, units)),
      outputs: one.outputs.map(({ quantity, ...output }) => ({ ...output, quantityThousandths: quantity * 1000 })),
      budget: one.budget.map(({ content: what, unit, quantity, note, ...given }) => {
        const amounts = { ...given, other: 0 }
        return {
          content: what,
          unit,
          quantityThousandths: quantity === null ? null : quantity * 1000,
          unitPrice: quantity === null ? null : amounts[supportSource(one.programme)] / quantity,
          amounts,
          note,
        }
      }),
    })
    const identity = { code: one.code, programme: one.programme, kind: one.kind, planYear: sample.year }
    const { id } = await saveProject(writer, { id: null, rowVersion: null, identity, content })
    written.push({ id, programme: one.programme })
  }
  return written
}
