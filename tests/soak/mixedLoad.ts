// Work of an office in no order: establishments, đề án from draft to settlement, plans, imports, files, papers, undo. Each step
// asks the file what is there, so that it can begin again wherever the one before was cut off.
import fs from 'node:fs'
import type { Program } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { answerOf } from '../support/answers'
import { carriedProject } from '../support/carriedProject'
import { approve, sampleProjects, signContracts, take } from '../support/carryOut'
import type { Chance } from './random'

type Step = (program: Program, chance: Chance) => Promise<void>

const word = (chance: Chance) =>
  chance.pick(['Vũ Loan', 'Thanh Hải', 'Đồng Tâm', 'Ba Bể', 'Phia Đén', 'Nà Phặc', 'Yến Dương'])

const newEstablishment: Step = async (program, chance) => {
  const name = `HTX ${word(chance)} ${chance.below(1e9)}`
  await answerOf(program, 'establishments.save', {
    id: null,
    rowVersion: null,
    establishment: { ...blankEstablishment, name, note: 'x'.repeat(chance.below(3_000)) },
  })
}

interface Kept {
  readonly rowVersion: number
  readonly establishment: Readonly<Record<string, unknown>>
}

async function someEstablishment(program: Program, chance: Chance): Promise<number> {
  const { rows } = await answerOf<{ rows: { id: number }[] }>(program, 'establishments.list', { limit: 200 })
  return chance.pick(rows).id
}

const editEstablishment: Step = async (program, chance) => {
  const id = await someEstablishment(program, chance)
  const { rowVersion, establishment } = await answerOf<Kept>(program, 'establishments.get', { id })
  const note = `${word(chance)} `.repeat(chance.below(200)).trim()
  await answerOf(program, 'establishments.save', { id, rowVersion, establishment: { ...establishment, note } })
}

const removeEstablishment: Step = async (program, chance) => {
  const id = await someEstablishment(program, chance)
  const { rowVersion } = await answerOf<Kept>(program, 'establishments.get', { id })
  await answerOf(program, 'establishments.remove', { id, rowVersion })
}

async function someProject(program: Program, chance: Chance): Promise<number> {
  const { rows } = await answerOf<{ rows: { id: number }[] }>(program, 'projects.list', { limit: 200 })
  return chance.pick(rows).id
}

interface Project {
  readonly rowVersion: number
  readonly identity: Readonly<Record<string, unknown>>
  readonly content: Readonly<Record<string, unknown>>
}

const editProject: Step = async (program, chance) => {
  const id = await someProject(program, chance)
  const { rowVersion, identity, content } = await answerOf<Project>(program, 'projects.get', { id })
  const necessity = `Cần thiết vì ${word(chance)}. `.repeat(chance.below(150)).trim()
  await answerOf(program, 'projects.save', { id, rowVersion, identity, content: { ...content, necessity } })
}

const copyProject: Step = async (program, chance) => {
  await answerOf(program, 'projects.copy', { id: await someProject(program, chance), toYear: 2023 + chance.below(5) })
}

const planHeader: Step = async (program, chance) => {
  const which = { year: 2022 + chance.below(3), programme: chance.pick(['national', 'local']) }
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'plans.get', which)
  const header = { attachedTo: `Tờ trình ${chance.below(1000)}`, decisionNumber: '', decisionDate: null, note: '' }
  await answerOf(program, 'plans.saveHeader', { ...which, rowVersion, header })
}

const importPlan: Step = async (program, chance) => {
  const base64 = fs.readFileSync('tests/fixtures/ke-hoach-khuyen-cong-2022.xlsx').toString('base64')
  await answerOf(program, 'workbooks.runImport', { fileName: 'a.xlsx', base64, year: 2024 + chance.below(40) })
}

const attach: Step = async (program, chance) => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), chance.bytes(20_000 + chance.below(300_000))])
  await answerOf(program, 'archive.attach', {
    ownerKind: 'project',
    ownerId: await someProject(program, chance),
    fileName: `ho-so-${chance.below(1e6)}.pdf`,
    base64: bytes.toString('base64'),
  })
}

const issue: Step = async (program, chance) => {
  await answerOf(program, 'archive.issue', {
    form: 'project-proposal',
    projectId: await someProject(program, chance),
    date: '2022-03-01',
    number: null,
    symbol: 'CV',
    signerId: null,
    recipients: 'Lưu: VT.',
  })
}

/** A đề án of the sample goes one way on: approved, contracted, begun, first money. */
const carryOn: Step = async (program, chance) => {
  const project = chance.pick(await sampleProjects(program))
  await approve(program, project)
  const [first] = await signContracts(program, project, [])
  await take(program, project.id, 'start', '2022-03-15')
  if (first === undefined) return
  await answerOf(program, 'contracts.savePayment', {
    id: null,
    rowVersion: null,
    contractId: first.id,
    reason: 'Đã báo cáo',
    payment: {
      kind: 'advance',
      round: 1,
      onDate: '2022-05-10',
      lines: [{ projectId: project.id, amounts: { ...project.amounts, counterpart: 0 } }],
      voucherNumber: `GBC-${chance.below(1e6)}`,
      content: 'Tạm ứng',
    },
  })
}

const carryWhole: Step = async (program) => {
  await carriedProject(program)
}

const undo: Step = async (program, chance) => {
  await answerOf(program, 'history.undo', {})
  if (chance.often(0.5)) await answerOf(program, 'history.redo', {})
}

const backUp: Step = async (program) => {
  await answerOf(program, 'safety.backUp', { label: 'soak' })
}

const steps: readonly (readonly [weight: number, Step])[] = [
  [6, newEstablishment],
  [6, editEstablishment],
  [2, removeEstablishment],
  [6, editProject],
  [3, copyProject],
  [3, planHeader],
  [2, importPlan],
  [4, attach],
  [1, issue],
  [4, carryOn],
  [2, carryWhole],
  [5, undo],
  [1, backUp],
]
const byWeight = steps.flatMap(([weight, step]) => Array.from({ length: weight }, () => step))

/** One step; what the program refuses, such as contracting what is contracted, is a refusal to an officer too. */
export async function workOn(program: Program, chance: Chance): Promise<void> {
  await chance
    .pick(byWeight)(program, chance)
    .catch((error: unknown) => {
      if (error instanceof Error && /\(mã [0-9a-f]{8}\)/.test(error.message)) throw error
    })
}
