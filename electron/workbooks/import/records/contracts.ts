// Hợp đồng: one line a contract, or one line for each of its đề án. What is brought in is a draft filled in as one drafted by hand,
// since signing takes a number and moves the đề án: who may sign does that. A contract on file is known by its number.
import { z } from 'zod'
import { contractKind as contractKindName } from '../../../../shared/contract/contracts'
import { amountsBySource, id, line, paragraphs, plainDate } from '../../../../shared/contract/values'
import { type ContractKind, contractKinds } from '../../../../shared/domain/contracts'
import { nameKey } from '../../../../shared/domain/identity'
import { fundingSources, noAmounts, sumAmounts, supportOf, totalOf } from '../../../../shared/domain/money'
import { supportSource } from '../../../../shared/domain/projects'
import { contractKindLabels, contractStateLabels, sourceLabels } from '../../../../shared/labels'
import { formatDate, yearOf } from '../../../../shared/vietnamese/dates'
import { fold } from '../../../../shared/vietnamese/fold'
import { formatMoney } from '../../../../shared/vietnamese/money'
import { quoted } from '../findings'
import { type ContractDraft, type ContractPart, joinContracts, readContract } from './contractRows'
import { sortLines } from './lines'
import { numberKey } from './paymentRows'
import { allOnHand, type Beside, type Judging, type OnFile, type RecordKind } from './recordKind'
import type { ContractOnFile, ExistingProject, RecordsOnFile } from './recordsOnFile'
import { besideByKeys } from './sameByKeys'

export const contractRecord = z.strictObject({
  kind: contractKindName,
  /** As on paper; of a draft what the file says of it, kept in its note. */
  number: line(60),
  signedOn: plainDate.nullable(),
  /** Or ended since: what it says stays. */
  signed: z.boolean(),
  otherParty: line(300),
  /** Amounts of null are filled in as for a contract drafted by hand. */
  lines: z.array(z.strictObject({ projectId: id, amounts: amountsBySource.nullable() })).min(1),
  /** One amount said of several đề án: how much is whose is not known. */
  undivided: z
    .boolean()
    .refine((whole) => !whole, 'Một số tiền cho nhiều đề án; ghi mỗi đề án một dòng, cùng số hợp đồng.'),
  /** Which of the đề án's beneficiaries the contract is with. */
  beneficiary: z.number().int().min(0).nullable(),
  subject: paragraphs(2_000),
  startOn: plainDate.nullable(),
  endOn: plainDate.nullable(),
  liquidationBy: plainDate.nullable(),
  note: paragraphs(2_000),
})
export type ContractRecord = z.output<typeof contractRecord>

const codesIn = (text: string) =>
  text
    .split(/[,;\n]/)
    .map(fold)
    .filter((code) => code !== '')

/** The đề án a line names, by its code or codes, else by its name. */
function projectsOf(part: ContractPart, projects: readonly ExistingProject[]): ExistingProject[] {
  const codes = codesIn(part.project)
  const coded = codes.flatMap((code) => projects.filter((one) => fold(one.code) === code))
  if (coded.length > 0) return coded.length === codes.length ? coded : []
  const name = nameKey(part.projectName === '' ? part.project : part.projectName)
  const named = name === '' ? [] : projects.filter((one) => nameKey(one.name) === name)
  return named.length === 1 ? named : []
}

/** As said, else with one of the đề án's own beneficiaries, else as answered once a sheet. */
function kindOf(
  draft: ContractDraft,
  otherParty: string,
  projects: readonly ExistingProject[],
  judging: Judging,
): ContractKind | null {
  if (draft.kind !== null) return draft.kind
  if (projects.some((one) => one.beneficiaries.some((name) => nameKey(name) === nameKey(otherParty))))
    return 'beneficiary'
  const place = judging.placeOf(draft, 'kind')
  const answer = judging.findings.ask({
    id: `contractKind:${draft.sheet}`,
    message: `Trang “${draft.sheet}” có hợp đồng không ghi loại. Đó là hợp đồng với ai?`,
    place,
    choices: contractKinds.map((kind) => ({ value: kind, label: contractKindLabels[kind] })),
    fallback: null,
  })
  const kind = contractKinds.find((one) => one === answer) ?? null
  if (kind === null)
    judging.findings.add('question', place, {
      code: 'contract.kind',
      message: `Dòng ${draft.row}: chưa rõ hợp đồng với cơ quan giao, đơn vị thụ hưởng hay nhà cung cấp. Trả lời ở phần câu hỏi.`,
    })
  return kind
}

/** What the contract is worth for each đề án; null while a line cannot be placed. */
function linesOf(
  draft: ContractDraft,
  base: ContractRecord | null,
  files: RecordsOnFile,
  judging: Judging,
): ContractRecord['lines'] | null {
  const lines: ContractRecord['lines'] = []
  for (const part of draft.parts) {
    const projects = projectsOf(part, files.projects)
    if (projects.length === 0) {
      sayNoProject(draft, part, judging)
      return null
    }
    const amounts = { ...noAmounts, ...part.bySource }
    const sourced = totalOf(amounts) > 0
    for (const { id: projectId, programme } of projects) {
      const known = base?.lines.find((one) => one.projectId === projectId)?.amounts ?? null
      if (sourced && projects.length === 1) lines.push({ projectId, amounts })
      // One column of money: what the State gives, unless the contract on file is worth as much already.
      else if (part.value === null || projects.length > 1 || sameValue(part, projects, base))
        lines.push({ projectId, amounts: known })
      else lines.push({ projectId, amounts: { ...noAmounts, [supportSource(programme)]: part.value } })
    }
  }
  return lines
}

function sameValue(part: ContractPart, projects: readonly ExistingProject[], base: ContractRecord | null): boolean {
  const own = base?.lines.filter((one) => projects.some((project) => project.id === one.projectId)) ?? []
  const sum = sumAmounts(own.flatMap(({ amounts }) => amounts ?? []))
  const said = part.value ?? totalOf({ ...noAmounts, ...part.bySource })
  return own.length > 0 && (supportOf(sum) === said || totalOf(sum) === said)
}

function sayNoProject(draft: ContractDraft, part: ContractPart, judging: Judging): void {
  const what = part.project === '' ? part.projectName : part.project
  judging.findings.add('error', judging.placeOf(draft, part.project === '' ? 'projectName' : 'project'), {
    code: 'project.unknown',
    message:
      what === ''
        ? `Dòng ${part.row} chưa ghi hợp đồng của đề án nào. Ghi mã đề án vào ô này, hoặc bỏ dòng này khi nhập.`
        : `Không có đề án ${quoted(what)} trong sổ. Sửa ô này theo mã của đề án, hoặc bỏ dòng này khi nhập.`,
    original: what,
  })
}

function isUndivided(part: ContractPart, files: RecordsOnFile, base: ContractRecord | null): boolean {
  const projects = projectsOf(part, files.projects)
  const said = part.value !== null || totalOf({ ...noAmounts, ...part.bySource }) > 0
  return projects.length > 1 && said && !sameValue(part, projects, base)
}

/** What a draft cannot hold yet is kept where whoever signs will read it. */
function withNumber(note: string, { number, signedOn }: ContractDraft): string {
  if (number === '') return note
  const signed = signedOn === null ? '' : `, ký ngày ${formatDate(signedOn)}`
  return [...(note === '' ? [] : [note]), `Số trong tệp nhập: ${number}${signed}`].join('\n')
}

function sayDraft(draft: ContractDraft, { findings, placeOf }: Judging): void {
  if (draft.number === '') return
  findings.add('warning', placeOf(draft, 'number'), {
    code: 'contract.draft',
    message: `Hợp đồng ${quoted(draft.number)} được nhập thành dự thảo; số và ngày ký ghi ở phần ghi chú. Mở hợp đồng và bấm Ký để cấp số.`,
    original: draft.number,
  })
}

function recordOf(contract: ContractOnFile): ContractRecord {
  const { kind, number, signedOn, otherParty, lines, subject, startOn, endOn, liquidationBy, note } = contract
  return {
    kind,
    number,
    signedOn,
    signed: contract.state !== 'draft',
    otherParty,
    lines: [...lines],
    undivided: false,
    beneficiary: null,
    subject,
    startOn,
    endOn,
    liquidationBy,
    note,
  }
}

function beside(files: RecordsOnFile): Beside<ContractDraft, ContractRecord> {
  const projects = new Map(files.projects.map((one) => [one.id, one]))
  const codesOf = ({ lines }: ContractRecord) =>
    lines.map(({ projectId }) => projects.get(projectId)?.code ?? '').join(', ')
  const onFile = files.contracts.map((contract): OnFile<ContractRecord> => {
    const record = recordOf(contract)
    return {
      target: { id: contract.id, rowVersion: contract.rowVersion, rank: 0 },
      label: `hợp đồng ${contract.number === '' ? '(dự thảo)' : contract.number} với “${contract.otherParty}”`,
      record,
      lockedBecause:
        contract.state === 'draft'
          ? ''
          : `đang ở trạng thái “${contractStateLabels[contract.state]}”; nội dung chỉ thay đổi bằng phụ lục. Hãy bỏ qua dòng này.`,
    }
  })
  return besideByKeys({
    onFile,
    record: (draft, base, judging) => {
      const own = draft.parts.flatMap((part) => projectsOf(part, files.projects))
      const said = draft.otherParty || (draft.kind === 'agency' ? draft.giver : draft.receiver)
      const otherParty = said === '' ? (base?.otherParty ?? '') : said
      const kind = kindOf(draft, otherParty, own, judging)
      const lines = linesOf(draft, base, files, judging)
      if (kind === null || lines === null) return null
      const signed = base?.signed ?? false
      if (base === null) sayDraft(draft, judging)
      const place = own[0]?.beneficiaries.findIndex((name) => nameKey(name) === nameKey(otherParty)) ?? -1
      const note = draft.details.note ?? ''
      return {
        kind,
        number: base === null ? draft.number : signed && draft.number !== '' ? draft.number : base.number,
        signedOn: base === null || signed ? (draft.signedOn ?? base?.signedOn ?? null) : null,
        signed,
        otherParty,
        lines,
        undivided: draft.parts.some((part) => isUndivided(part, files, base)),
        beneficiary: kind === 'beneficiary' && place >= 0 ? place : null,
        subject: draft.details.subject ?? base?.subject ?? '',
        startOn: draft.details.startOn ?? base?.startOn ?? null,
        endOn: draft.details.endOn ?? base?.endOn ?? null,
        liquidationBy: draft.details.liquidationBy ?? base?.liquidationBy ?? null,
        note: signed
          ? (draft.details.note ?? base?.note ?? '')
          : note === '' && draft.number === ''
            ? (base?.note ?? '')
            : withNumber(note, draft),
      }
    },
    keys: ({ kind, number, signedOn, otherParty, lines }) => [
      ...(number === '' || signedOn === null ? [] : [`${numberKey(number)}|${yearOf(signedOn)}`]),
      `${kind}|${nameKey(otherParty)}|${lines
        .map(({ projectId }) => projectId)
        .sort((a, b) => a - b)
        .join(',')}`,
    ],
    // Two contracts with one party over one đề án are two where both have a number, unless it is the same.
    differ: (one, other) =>
      one.number !== '' && other.number !== '' && numberKey(one.number) !== numberKey(other.number),
    whyNotBoth: (one, other) =>
      one.number !== '' && numberKey(one.number) === numberKey(other.number)
        ? `Số ${other.number} đã có trong sổ hợp đồng; không ghi hai lần. Chọn cập nhật hoặc bỏ qua.`
        : null,
    show: (record) => ({
      number: record.number,
      signedOn: record.signedOn === null ? '' : formatDate(record.signedOn),
      kind: contractKindLabels[record.kind],
      otherParty: record.otherParty,
      project: codesOf(record),
      value: valueWords(record),
      subject: record.subject,
      startOn: record.startOn === null ? '' : formatDate(record.startOn),
      endOn: record.endOn === null ? '' : formatDate(record.endOn),
      liquidationBy: record.liquidationBy === null ? '' : formatDate(record.liquidationBy),
      note: record.note,
    }),
  })
}

function valueWords({ lines }: ContractRecord): string {
  const sum = sumAmounts(lines.flatMap(({ amounts }) => amounts ?? []))
  return fundingSources
    .filter((source) => sum[source] > 0)
    .map((source) => `${sourceLabels[source].short} ${formatMoney(sum[source])} đồng`)
    .join('; ')
}

export const contractKind: RecordKind<ContractDraft, ContractRecord> = {
  kind: 'contracts',
  schema: contractRecord,
  fieldOf: (path) => (path.startsWith('lines') || path === 'undivided' ? 'project' : path),
  read: (reader, context) => {
    const { rows, skipped } = sortLines(reader, 'number', context)
    const drafts = joinContracts(rows.map((row) => readContract(reader, row, context)))
    return { drafts, skipped, year: context.year }
  },
  ...allOnHand,
  beside,
}
