// What the đề án form holds: the contract's own schema without the budget, which the grid keeps.
import { z } from 'zod'
import { noProposalParts, type ProjectContent, projectContent, projectIdentity } from '../../shared/contract/projects'
import { participantProblems, participantsOf } from '../../shared/domain/participants'
import { monthsInOrder, type ProjectKind, shareProblem } from '../../shared/domain/projects'

export const projectFormSchema = z
  .strictObject({ identity: projectIdentity, content: projectContent.omit({ budget: true }) })
  .superRefine(({ content }, context) => {
    if (!monthsInOrder(content.startMonth, content.endMonth))
      context.addIssue({
        code: 'custom',
        path: ['content', 'endMonth'],
        message: 'Tháng kết thúc sớm hơn tháng bắt đầu.',
      })
    const shares = shareProblem(content.beneficiaries)
    if (shares !== null) context.addIssue({ code: 'custom', path: ['content', 'beneficiaries'], message: shares })
    for (const { path, message } of participantProblems(content.participants))
      context.addIssue({ code: 'custom', path: ['content', ...path.split('.')], message })
  })

export type ProjectFormInput = z.input<typeof projectFormSchema>
export type ProjectFormOutput = z.output<typeof projectFormSchema>
/** The texts of who carries it out are made of the records the form shows. */
export function textsForForm({ budget: _inGrid, ...content }: ProjectContent): ProjectFormInput['content'] {
  return { ...content, implementingUnit: '', cooperatingUnits: '' }
}

export type ProjectTexts = ProjectFormInput['content']

/** From the top of the page down: figures before prose, since figures are what is looked for most. */
export const projectSections = ['identity', 'people', 'budget', 'content', 'outputs'] as const
export type ProjectSection = (typeof projectSections)[number]

export const projectSectionLabels: Readonly<Record<ProjectSection, string>> = {
  identity: 'Thông tin chung',
  people: 'Các đơn vị, địa điểm',
  content: 'Thuyết minh',
  outputs: 'Chỉ tiêu dự kiến',
  budget: 'Dự toán',
}

/** What a paper made now would lack, a section; a warning, never a reason not to save. */
export function missingIn(
  content: ProjectTexts,
  budgetLines: number,
  kind: ProjectKind,
): Readonly<Record<ProjectSection, readonly string[]>> {
  const lacks = (value: string | null, what: string) => (value === null || value === '' ? [what] : [])
  return {
    identity: [
      ...lacks(content.name, 'tên đề án'),
      ...lacks(content.subContent, 'nội dung chi tiết'),
      ...lacks(content.startMonth, 'tháng bắt đầu'),
      ...lacks(content.endMonth, 'tháng kết thúc'),
    ],
    // A group may be approved before it says who and where (TT36/2013 Điều 10.1.a).
    people: [
      ...(content.participants?.some(({ role }) => role === 'implementer') === true ? [] : ['đơn vị thực hiện']),
      ...(kind !== 'group' && content.beneficiaries.length === 0 ? ['đơn vị thụ hưởng'] : []),
      ...(kind !== 'group' && content.places.length === 0 ? ['địa điểm'] : []),
    ],
    content: [
      ...lacks(content.summary, 'mục tiêu, nội dung, quy mô chính'),
      ...lacks(content.necessity, 'sự cần thiết'),
      ...lacks(content.objective, 'mục tiêu'),
      ...lacks(content.scale, 'quy mô'),
      ...lacks(content.schedule, 'nội dung, tiến độ'),
    ],
    outputs: content.outputs.length === 0 ? ['chỉ tiêu'] : [],
    budget: budgetLines === 0 ? ['dòng dự toán'] : [],
  }
}

export function emptyProject(planYear: number, implementingUnit: string): ProjectFormInput {
  return {
    identity: { code: '', programme: 'local', kind: 'single', planYear },
    content: {
      ...noProposalParts,
      name: '',
      contentGroup: 'ND3',
      subContent: null,
      implementingUnit: '',
      cooperatingUnits: '',
      participants: participantsOf({ implementingUnit, cooperatingUnits: '' }),
      startMonth: `${planYear}-01`,
      endMonth: `${planYear}-12`,
      necessity: '',
      objective: '',
      scale: '',
      schedule: '',
      organisation: '',
      effect: '',
      summary: '',
      note: '',
      beneficiaries: [],
      places: [],
      outputs: [],
    },
  }
}
