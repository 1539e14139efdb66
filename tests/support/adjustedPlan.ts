// The local plan of the sample registered, approved and twice adjusted, through the calls that an office would make.
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import type { ProjectContent } from '../../shared/contract/projects'
import { answerOf } from './sampleProgram'

export const local = { year: 2022, programme: 'local' as const }

type Plan = CallOutput<'plans', 'get'>
type Project = CallOutput<'projects', 'get'>

/** Registered on 10/06/2021, approved on 05/01/2022, one đề án adjusted on 10/03 and again on 20/07. */
export async function adjustedPlan(program: Program): Promise<{ projectId: number; supports: number[] }> {
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'plans.allocations', local)
  await answerOf(program, 'plans.setState', { ...local, rowVersion, state: 'registered', registeredOn: '2021-06-10' })
  const registered = await answerOf<{ rowVersion: number }>(program, 'plans.allocations', local)
  await answerOf(program, 'plans.lock', {
    ...local,
    rowVersion: registered.rowVersion,
    decisionNumber: '12/QĐ-UBND',
    decisionDate: '2022-01-05',
  })
  const [first] = (await answerOf<Plan>(program, 'plans.get', local)).items
  if (first === undefined) throw new Error('the sample lists at least one')
  const supports = [first.amounts.local]
  for (const [number, date, more] of [
    ['40/QĐ-UBND', '2022-03-10', 7_000_000],
    ['88/QĐ-UBND', '2022-07-20', -3_000_000],
  ] as const) {
    supports.push((supports.at(-1) ?? 0) + more)
    await adjustProject(program, first.projectId, { number, date }, (content) => moreSupport(content, more))
  }
  return { projectId: first.projectId, supports }
}

/** Raises one line of the budget, which then says no longer how it was counted. */
function moreSupport(content: ProjectContent, more: number): ProjectContent {
  const [line, ...rest] = content.budget
  if (line === undefined) throw new Error('the sample has a budget')
  const amounts = { ...line.amounts, local: line.amounts.local + more }
  return { ...content, budget: [{ ...line, quantityThousandths: null, unitPrice: null, amounts }, ...rest] }
}

export interface Asked {
  readonly id: number
  readonly rowVersion: number
  readonly itemIds: readonly number[]
}

/** A request about one đề án, submitted on the day of its letter: to be adjusted, or stopped where no content is asked for. */
export async function askToChange(
  program: Program,
  projectId: number,
  day: string,
  content: ProjectContent | null,
): Promise<Asked> {
  const stop = { kind: 'stop', content: null, advanced: 0, recovery: 0 }
  const adjust = { kind: 'adjust', content, advanced: null, recovery: null }
  const saved = await answerOf<Asked>(program, 'changes.save', {
    id: null,
    rowVersion: null,
    letter: {
      year: 2022,
      letterNumber: '15/TTr-TTKC',
      letterDate: day,
      askedBy: 'Trung tâm Khuyến công',
      reason: 'Cơ sở đổi nhu cầu',
      note: '',
    },
    items: [{ ...(content === null ? stop : adjust), id: null, projectId, reason: 'Cơ sở đổi nhu cầu', reasons: [] }],
  })
  const { id } = saved
  const submitted = await answerOf<{ rowVersion: number }>(program, 'changes.submit', {
    id,
    rowVersion: saved.rowVersion,
    submittedOn: day,
  })
  return { ...saved, ...submitted }
}

export interface DecidedBy {
  readonly number: string
  readonly date: string
}

export async function decideAsAsked(program: Program, asked: Asked, { number, date }: DecidedBy): Promise<void> {
  const { id, rowVersion, itemIds } = asked
  await answerOf(program, 'changes.decide', {
    id,
    rowVersion,
    number,
    date,
    authority: 'planApprover',
    items: itemIds.map((itemId) => ({ itemId, outcome: 'approved' })),
    overReason: 'Đã thống nhất với Sở Tài chính',
  })
}

/** The next adjusted version of a đề án: asked for, submitted and decided as asked. */
export async function adjustProject(
  program: Program,
  projectId: number,
  decision: DecidedBy,
  change: (content: ProjectContent) => ProjectContent,
): Promise<void> {
  const { content } = await answerOf<Project>(program, 'projects.get', { id: projectId })
  await decideAsAsked(program, await askToChange(program, projectId, decision.date, change(content)), decision)
}

const sentence = 'Hợp tác xã đầu tư dây chuyền chế biến, nâng cao chất lượng và giảm hao hụt sau thu hoạch. '

/** Some forty cells of one đề án at once: prose, places, beneficiaries, machines, budget. */
export function changeManyCells(content: ProjectContent): ProjectContent {
  const machine = (index: number) => `Máy chế biến số ${index}, công suất ${index * 50} kg/giờ, điện 3 pha 380 V`
  return {
    ...content,
    name: `${content.name} (mở rộng)`,
    endMonth: '2022-12',
    necessity: `${sentence.repeat(8)}Bổ sung một nhà xưởng. ${sentence.repeat(6)}`,
    objective: 'Tăng sản lượng 30 % mỗi năm.',
    note: 'Điều chỉnh theo đề nghị của đơn vị thụ hưởng',
    beneficiaries: [
      ...content.beneficiaries.map((one) => ({ ...one, shareBasisPoints: null })),
      { establishmentId: null, name: 'Hợp tác xã Nông nghiệp Tân Thành', shareBasisPoints: null },
    ],
    places: content.places.map((one) => ({ ...one, text: `Thôn Nà Cáy, ${one.text}` })),
    equipment: Array.from({ length: 6 }, (_, index) => ({
      name: machine(index + 1),
      origin: 'Việt Nam',
      unit: 'máy',
      quantityThousandths: 1_000,
      unitPrice: 20_000_000 + index * 1_000_000,
      note: 'mới 100 %',
    })),
    budget: [
      ...content.budget.map((line) => ({
        ...line,
        content: `${line.content} (giai đoạn 2)`,
        unit: 'bộ',
        quantityThousandths: null,
        unitPrice: null,
        amounts: {
          national: line.amounts.national,
          local: line.amounts.local + 2_500_000,
          counterpart: line.amounts.counterpart + 10_000_000,
          other: 1_000_000,
        },
        note: 'theo báo giá mới',
      })),
      ...Array.from({ length: 24 }, (_, index) => ({
        content: machine(index + 7),
        unit: 'máy',
        quantityThousandths: 1_000,
        unitPrice: 12_000_000,
        amounts: { national: 0, local: 4_000_000, counterpart: 8_000_000, other: 0 },
        note: '',
        beneficiary: '',
      })),
    ],
    outputs: [{ indicator: 'Lao động có việc làm mới', unit: 'người', quantityThousandths: 12_000 }],
  }
}
