// What a contract over several đề án says of them where a contract of one names it: the list with each one's value, outputs, time,
// and the annexes of all.
import { type AmountsBySource, sumAmounts, totalOf } from '../../../shared/domain/money'
import { supportSource } from '../../../shared/domain/projects'
import { sourceLabels } from '../../../shared/labels'
import { formatMonth } from '../../../shared/vietnamese/dates'
import { moneyInWords } from '../../../shared/vietnamese/words'
import { type Block, clauses, points } from '../blocks'
import { lowerFirst, period, quantity, twoDigits } from '../wording'
import { budgetTable, unitLine } from './budgetTable'
import { listed, type PaperProject, quoted, sourcesShown } from './paper'
import { amountCell, moneyColumn, ordinalColumn, row, ruledTable, textColumn, totalRow } from './tables'

export type SeveralProjects = readonly [PaperProject, ...PaperProject[]]

export function amountsOf(projects: SeveralProjects): AmountsBySource {
  return sumAmounts(projects.map(({ amounts }) => amounts))
}

/** Each line ends as the last of a list does or as those before it. */
function closed(lines: readonly string[]): Block[] {
  return points(lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`))
}

export function severalWork(projects: SeveralProjects, programme: string): Block[] {
  const [first, last] = clauses([
    [
      {
        text: `Bên A giao và Bên B nhận thực hiện ${twoDigits(projects.length)} đề án ${programme} năm ${projects[0].planYear}`,
      },
      { text: ' (sau đây gọi tắt là các đề án):' },
    ],
    'Danh mục, giá trị từng đề án tại Phụ lục I; dự toán chi tiết tại Phụ lục II; danh sách đơn vị thụ hưởng tại Phụ lục III kèm theo Hợp đồng này. Nội dung, quy mô của từng đề án: theo đề án được phê duyệt.',
  ])
  return [
    ...(first === undefined ? [] : [first]),
    ...closed(
      projects.map(
        ({ name, places }) => `${quoted(name)}${places.length === 0 ? '' : `, thực hiện tại ${listed(places)}`}`,
      ),
    ),
    ...(last === undefined ? [] : [last]),
  ]
}

export function severalProducts(projects: SeveralProjects): Block[] {
  const outputs = projects.map(({ name, outputs: own }) => {
    const words = own.map(({ indicator, unit, quantityThousandths }) =>
      `${lowerFirst(indicator)}: ${quantity(quantityThousandths)} ${unit}`.trim(),
    )
    return `${quoted(name)}: ${words.length === 0 ? 'theo mục tiêu của đề án được phê duyệt' : words.join(', ')}`
  })
  const [result, quality] = clauses([
    'Sản phẩm của từng đề án gồm:',
    'Sản phẩm phải bảo đảm đúng nội dung, khối lượng, chất lượng và thời gian theo đề án được phê duyệt; hồ sơ, chứng từ chi phải hợp pháp, hợp lệ theo quy định hiện hành.',
  ])
  return [...(result === undefined ? [] : [result]), ...closed(outputs), ...(quality === undefined ? [] : [quality])]
}

export function severalSchedule(projects: SeveralProjects): Block[] {
  const [first, last] = clauses([
    'Thời gian thực hiện từng đề án:',
    'Tiến độ thực hiện từng nội dung: theo tiến độ ghi trong các đề án được phê duyệt.',
  ])
  return [
    ...(first === undefined ? [] : [first]),
    ...closed(
      projects.map(({ name, startMonth, endMonth }) => `${quoted(name)}: ${lowerFirst(period(startMonth, endMonth))}`),
    ),
    ...(last === undefined ? [] : [last]),
  ]
}

/** Phụ lục I: every đề án with its value; its sum is the value of the contract. */
export function projectList(projects: SeveralProjects): Block[] {
  const sum = amountsOf(projects)
  const sources = sourcesShown({ ...projects[0], amounts: sum })
  return [
    unitLine,
    ruledTable(
      [
        ordinalColumn,
        textColumn('Tên đề án', 5),
        textColumn('Đơn vị thụ hưởng', 3),
        textColumn('Thời gian', 2),
        moneyColumn('Tổng kinh phí', 1.8),
        ...sources.map((source) => moneyColumn(sourceLabels[source].short, 1.8)),
      ],
      projects.map(({ name, beneficiaries, startMonth, endMonth, amounts }, index) =>
        row(
          String(index + 1),
          name,
          beneficiaries.map((one) => one.name).join('; '),
          [startMonth, endMonth].flatMap((month) => (month === null ? [] : [formatMonth(month)])).join(' – '),
          amountCell(totalOf(amounts)),
          ...sources.map((source) => amountCell(amounts[source])),
        ),
      ),
      [totalRow(4, amountCell(totalOf(sum)), ...sources.map((source) => amountCell(sum[source])))],
    ),
    {
      kind: 'paragraph',
      text: [
        {
          text: `Giá trị Hợp đồng bằng chữ: ${moneyInWords(sum[supportSource(projects[0].programme)])}.`,
          italic: true,
        },
      ],
      indent: false,
    },
  ]
}

/** Phụ lục II: the budget of each under its name. */
export function severalBudgets(projects: SeveralProjects): Block[] {
  return [
    unitLine,
    ...projects.flatMap((project, index): Block[] => [
      { kind: 'section', label: `${index + 1}.`, title: project.name },
      budgetTable(project, sourcesShown(project)),
    ]),
  ]
}
