// A group đề án of the sample with something of everything on record: changed once, contracted, reported, accepted, settled,
// visited. What a dossier is made of.
import type { Program } from '../../electron/program'
import type { CallOutput } from '../../shared/contract/index'
import { sumAmounts } from '../../shared/domain/money'
import { answerOf } from './answers'
import {
  accept,
  approve,
  asPlanned,
  draftOf,
  type SampleProject,
  sampleProjects,
  signContracts,
  take,
} from './carryOut'

type Change = CallOutput<'changes', 'get'>

/** Asked for and decided: it ends a month later, and its objective says more. */
async function change(program: Program, project: SampleProject): Promise<void> {
  const { content } = await answerOf<CallOutput<'projects', 'get'>>(program, 'projects.get', { id: project.id })
  const letter = {
    year: 2022,
    letterNumber: '27/TTKC-KC',
    letterDate: '2022-05-04',
    askedBy: 'Trung tâm',
    reason: 'Máy nhập khẩu về chậm.',
    note: '',
  }
  const asked = { ...content, endMonth: '2022-12', objective: 'Tăng năng suất chế biến thêm 30%.' }
  const saved = await answerOf<{ id: number; rowVersion: number }>(program, 'changes.save', {
    id: null,
    rowVersion: null,
    letter,
    items: [
      {
        id: null,
        kind: 'adjust',
        projectId: project.id,
        content: asked,
        reason: '',
        reasons: [{ path: 'endMonth', reason: 'Chờ máy nhập khẩu' }],
        advanced: null,
        recovery: null,
      },
    ],
  })
  const { rowVersion } = await answerOf<{ rowVersion: number }>(program, 'changes.submit', {
    id: saved.id,
    rowVersion: saved.rowVersion,
    submittedOn: '2022-05-05',
  })
  const { items } = await answerOf<Change>(program, 'changes.get', { id: saved.id })
  await answerOf(program, 'changes.decide', {
    id: saved.id,
    rowVersion,
    number: '120/QĐ-CTĐP',
    date: '2022-05-20',
    signer: 'Ngô Quang Trung',
    items: items.map(({ id }) => ({ itemId: id, outcome: 'approved' })),
    overReason: 'Đã thống nhất',
  })
}

async function report(program: Program, project: SampleProject): Promise<void> {
  await answerOf(program, 'execution.saveProgressMonth', {
    month: '2022-06',
    reports: [
      {
        projectId: project.id,
        rowVersion: 0,
        report: {
          reportedOn: '2022-06-22',
          lines: [
            { content: 'Ký hợp đồng với đơn vị thụ hưởng', percent: 10_000, note: '' },
            { content: 'Đầu tư, lắp đặt máy móc', percent: 7_250, note: 'Chờ chạy thử' },
          ],
          workDone: 'Đã lắp đặt 02 máy',
          valueDone: 700_000_000,
          advanceRequested: 210_000_000,
          difficulties: 'Thiếu điện ba pha',
          expectedEnd: '2022-09',
          confirmedOn: null,
          note: '',
        },
      },
    ],
  })
  const { blank } = await answerOf<CallOutput<'execution', 'volumeReports'>>(program, 'execution.volumeReports', {
    projectId: project.id,
  })
  await answerOf(program, 'execution.saveVolumeReport', {
    id: null,
    rowVersion: null,
    projectId: project.id,
    report: { ...blank, date: '2022-10-01', documentNumber: '45/BC-TTKC' },
  })
}

async function groupPapers(program: Program, { id }: SampleProject): Promise<void> {
  await answerOf(program, 'execution.saveTrainingClass', {
    id: null,
    rowVersion: null,
    projectId: id,
    trainingClass: {
      name: 'Lớp vận hành máy sấy',
      occupation: 'Vận hành máy sấy',
      plannedTrainees: 30,
      startsOn: '2022-04-01',
      endsOn: '2022-05-30',
      place: 'Xã Thanh Vận',
      teacher: 'Trường Cao đẳng Bắc Kạn',
      qualification: 'Đào tạo dưới 03 tháng',
      objective: 'Vận hành an toàn.',
      subjects: [{ subject: 'An toàn điện', theoryHours: 8, practiceHours: 16, note: '' }],
      trainees: [],
      note: '',
    },
  })
  await answerOf(program, 'execution.saveClusterReport', {
    id: null,
    rowVersion: null,
    projectId: id,
    report: {
      date: '2022-09-01',
      documentNumber: '60/BC-TTKC',
      cluster: 'Cẩm Giàng',
      place: 'Xã Cẩm Giàng',
      investor: 'Ủy ban nhân dân huyện',
      decision: 'Quyết định số 812/QĐ-UBND',
      areaThousandths: 45_120,
      lines: [{ content: 'San nền', unit: 'm³', planned: 12_500_000_000, done: 9_800_000_000, note: '' }],
      note: 'Đã giải phóng mặt bằng.',
    },
  })
}

async function settle(program: Program, { id }: SampleProject): Promise<void> {
  const draft = await answerOf<CallOutput<'execution', 'settlement'>>(program, 'execution.settlement', {
    projectId: id,
  })
  const voucher = {
    number: 'HD-0007',
    date: '2022-09-30',
    kind: 'invoice',
    content: 'Máy sấy gỗ',
    payee: 'Công ty Cơ khí A',
    amounts: draft.totals.asked,
    note: '',
  }
  await answerOf(program, 'execution.saveSettlement', {
    projectId: id,
    rowVersion: draft.rowVersion,
    settlement: { ...draft.settlement, date: '2022-10-20', documentNumber: '51/TTKC', vouchers: [voucher] },
  })
}

async function visit(program: Program, { id }: SampleProject): Promise<void> {
  const { inspection } = await answerOf<CallOutput<'execution', 'inspectionDraft'>>(
    program,
    'execution.inspectionDraft',
    { projectId: id, year: 2023, kind: 'afterOneYear', establishmentId: null, beneficiary: '' },
  )
  await answerOf(program, 'execution.saveInspection', {
    id: null,
    rowVersion: null,
    projectId: id,
    inspection: {
      ...inspection,
      visitedOn: '2023-10-11',
      documentNumber: '12/BB-TTKC',
      team: 'Ma Thị Huệ, viên chức phòng Khuyến công',
      met: 'Nguyễn Thị Hòa, Giám đốc',
      after: { ...inspection.after, jobs: 33 },
      findings: [{ finding: 'Chưa gắn biển', dueOn: '2023-12-01', resolvedOn: null, note: 'Gắn biển' }],
    },
  })
}

/** The national group đề án of the sample, carried to where its settlement is filed and it has been visited. */
export async function carriedProject(program: Program): Promise<SampleProject> {
  const projects = await sampleProjects(program)
  const project = projects.find((one) => one.programme === 'national' && one.beneficiaries.length > 1) ?? projects[0]
  if (project === undefined) throw new Error('the sample has đề án')
  await approve(program, project)
  const drafts = await Promise.all(project.beneficiaries.map((one) => draftOf(program, project.id, '5a', one)))
  const parts = drafts.map((draft) => sumAmounts(draft.costs.map((line) => line.planned)))
  await signContracts(program, project, parts)
  await take(program, project.id, 'start', '2022-03-15')
  await change(program, project)
  await report(program, project)
  await groupPapers(program, project)
  for (const draft of drafts)
    await accept(program, project.id, {
      ...asPlanned(draft, '2022-10-10'),
      basis: 'Hợp đồng mua máy số 12/2022\nHóa đơn số 7',
      machines: [
        {
          name: 'Máy sấy gỗ',
          specification: '12 m³/mẻ',
          origin: 'Việt Nam',
          unit: 'máy',
          quantity: 1_000,
          unitPrice: 325_000_000,
          serial: `SG-${String(draft.beneficiary)}`.slice(0, 60),
          madeIn: 2022,
          isNew: true,
          works: true,
          note: '',
        },
      ],
    })
  await accept(program, project.id, asPlanned(await draftOf(program, project.id, '5b', null), '2022-10-11'))
  await settle(program, project)
  await visit(program, project)
  return project
}
