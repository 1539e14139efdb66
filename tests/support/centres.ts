// Centres with a plan and money paid under it: each a data file of its own, made by the program, that sends its package upward.
import path from 'node:path'
import { createProgram } from '../../electron/program'
import type { InputOf } from '../../shared/contract/call'
import type { packagesContract } from '../../shared/contract/packages'
import type { FileOut } from '../../shared/contract/values'
import { noAmounts } from '../../shared/domain/money'
import type { ContentGroup, Programme } from '../../shared/domain/projects'
import { asked, type OpenProgram } from './openProgram'

export interface CentreProject {
  readonly programme: Programme
  readonly contentGroup: ContentGroup
  readonly planned: number
  /** Paid under a signed contract by the end of the year; 0: no contract. */
  readonly done: number
  readonly counterpart?: number
}

export interface Centre {
  readonly name: string
  readonly code: string
  readonly year: number
  readonly projects: readonly CentreProject[]
}

type SendInput = InputOf<(typeof packagesContract)['send']>

export interface OpenCentre extends OpenProgram {
  readonly send: (over?: Partial<SendInput>) => Promise<FileOut>
}

export async function openCentre(folder: string, centre: Centre): Promise<OpenCentre> {
  const { year } = centre
  const program = createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder,
    clock: { today: () => `${year}-12-31`, instant: () => `${year}-12-31T03:00:00.000Z` },
    log: () => undefined,
    checkOutput: true,
  })
  const opened = asked(program)
  await opened.ask('files.create', {
    path: path.join(folder, `${centre.code}-${year}.skc`),
    office: {
      centreName: `Trung tâm Khuyến công ${centre.name}`,
      departmentName: 'Sở Công Thương',
      provinceCode: centre.code,
      placeName: centre.name,
    },
  })
  for (const project of centre.projects) await carryOut(opened, year, project)
  return {
    ...opened,
    send: async (over = {}) => {
      const { file } = await opened.ask('packages.send', {
        year,
        recipient: 'Cục Công Thương địa phương',
        period: { from: `${year}-01-01`, to: `${year}-12-31` },
        ...over,
      })
      return file
    },
  }
}

async function carryOut({ ask }: OpenProgram, year: number, project: CentreProject): Promise<void> {
  const { programme } = project
  const { id, code } = await addProject({ ask } as OpenProgram, year, project)
  const { rowVersion } = await ask('projects.steps', { id })
  await ask('plans.addProjects', { year, programme, projectIds: [id] })
  await ask('projects.lockVersion', {
    id,
    rowVersion,
    stage: 'approved',
    decisionNumber: `${id}/QĐ`,
    decisionDate: `${year - 1}-12-31`,
  })
  if (project.done === 0) return
  const amounts = { ...noAmounts, [programme]: project.planned }
  const contract = await ask('contracts.save', {
    id: null,
    rowVersion: null,
    contract: {
      kind: 'agency',
      programme,
      year,
      giver: party('Cơ quan giao kinh phí'),
      receiver: party('Trung tâm Khuyến công'),
      lines: [{ projectId: id, amounts }],
      startOn: `${year}-02-01`,
      endOn: `${year}-11-30`,
    },
  })
  await ask('contracts.sign', {
    ...contract,
    signedOn: `${year}-02-01`,
    outsideNumber: `${code}/HĐ`,
    reason: 'Đã báo cáo lãnh đạo',
  })
  await ask('contracts.savePayment', {
    id: null,
    rowVersion: null,
    contractId: contract.id,
    payment: {
      kind: 'payment',
      round: 1,
      onDate: `${year}-11-01`,
      lines: [{ projectId: id, amounts: { ...noAmounts, [programme]: project.done } }],
      doneBasisPoints: null,
      papers: [],
    },
    reason: 'Hồ sơ bổ sung sau',
  })
}

function party(name: string) {
  return {
    establishmentId: null,
    name,
    representative: '',
    position: '',
    address: '',
    phone: '',
    taxCode: '',
    budgetRelationCode: '',
  }
}

async function addProject({ ask }: OpenProgram, year: number, project: CentreProject) {
  const amounts = { ...noAmounts, [project.programme]: project.planned, counterpart: project.counterpart ?? 0 }
  const saved = await ask('projects.save', {
    id: null,
    rowVersion: null,
    identity: { code: '', programme: project.programme, kind: 'single', planYear: year },
    content: {
      name: `Đề án ${project.contentGroup} ${project.programme === 'national' ? 'quốc gia' : 'địa phương'}`,
      contentGroup: project.contentGroup,
      subContent: null,
      implementingUnit: 'Trung tâm Khuyến công',
      cooperatingUnits: '',
      startMonth: `${year}-02`,
      endMonth: `${year}-11`,
      necessity: '',
      objective: '',
      scale: '',
      schedule: '',
      organisation: '',
      effect: '',
      summary: 'Hỗ trợ máy móc',
      note: '',
      beneficiaries: [{ establishmentId: null, name: 'HTX Một', shareBasisPoints: null }],
      places: [],
      outputs: [],
      budget: [{ content: 'Kinh phí', unit: '', quantityThousandths: null, unitPrice: null, amounts, note: '' }],
    },
  })
  return { id: saved.id, code: `${project.programme}-${saved.id}` }
}
