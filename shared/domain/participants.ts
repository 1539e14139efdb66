// Who carries a đề án out and who helps: records with their share of the work, and the two lines of text papers print of them.

export const participantRoles = ['implementer', 'cooperator'] as const
/** Đơn vị thực hiện, đơn vị phối hợp. */
export type ParticipantRole = (typeof participantRoles)[number]

export interface Participant {
  readonly role: ParticipantRole
  /** Of the register of cơ sở; null: an organisation known by its name alone. */
  readonly establishmentId: number | null
  readonly name: string
  /** Hundredths of a percent of the work; null while not known. */
  readonly shareBasisPoints: number | null
}

/** As they stand on papers and in the columns of the yearly plan. */
export interface UnitTexts {
  readonly implementingUnit: string
  readonly cooperatingUnits: string
}

export const longestUnitText = 2_000

function namesOf(participants: readonly Participant[], role: ParticipantRole): string[] {
  return participants.filter((one) => one.role === role).map((one) => one.name)
}

export function textsOf(participants: readonly Participant[]): UnitTexts {
  return {
    implementingUnit: namesOf(participants, 'implementer').join('; '),
    cooperatingUnits: namesOf(participants, 'cooperator').join('\n'),
  }
}

/**
 * Text typed or imported: the implementing unit is one, each line of the others is one. Who was known by that name before
 * stays who it was.
 */
export function participantsOf(
  { implementingUnit, cooperatingUnits }: UnitTexts,
  known: readonly Participant[] = [],
): Participant[] {
  const record =
    (role: ParticipantRole) =>
    (name: string): Participant =>
      known.find((one) => one.role === role && one.name === name) ?? {
        role,
        establishmentId: null,
        name,
        shareBasisPoints: null,
      }
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const implementers = namesOf(known, 'implementer')
  // Several on record are one line of text; said again as it was, they are still those.
  const wholeLine = implementers.length > 1 && implementers.join('; ') === implementingUnit
  return [
    ...(wholeLine ? implementers : lines(implementingUnit)).map(record('implementer')),
    ...lines(cooperatingUnits).map(record('cooperator')),
  ]
}

function sameNames(text: string, other: string): boolean {
  const plain = (words: string) => words.split(/\s*[;\n]\s*/).filter((name) => name !== '')
  return plain(text).join('\n') === plain(other).join('\n')
}

function sameParticipants(some: readonly Participant[], others: readonly Participant[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]
      return (
        other !== undefined &&
        one.role === other.role &&
        one.name === other.name &&
        one.establishmentId === other.establishmentId &&
        one.shareBasisPoints === other.shareBasisPoints
      )
    })
  )
}

export interface ParticipantsAndTexts extends UnitTexts {
  readonly participants: readonly Participant[]
}

export type Reconciled = { readonly kind: 'agreed'; readonly units: ParticipantsAndTexts } | { readonly kind: 'differ' }

/**
 * Records and text say the same, whichever of the two the caller knows. Where both are given and differ, the one that is
 * not as it was on record is what the caller changed; where that cannot be told, they contradict each other.
 */
export function reconcileUnits(given: ParticipantsAndTexts, stored: ParticipantsAndTexts | null): Reconciled {
  const { participants, implementingUnit, cooperatingUnits } = given
  const fromTexts = (): Reconciled => ({
    kind: 'agreed',
    units: { participants: participantsOf(given, participants), implementingUnit, cooperatingUnits },
  })
  const fromRecords = (): Reconciled => ({ kind: 'agreed', units: { participants, ...textsOf(participants) } })
  if (participants.length === 0) return fromTexts()
  const derived = textsOf(participants)
  const noText = implementingUnit === '' && cooperatingUnits === ''
  const textSame =
    sameNames(derived.implementingUnit, implementingUnit) && sameNames(derived.cooperatingUnits, cooperatingUnits)
  // The text is kept letter for letter where it says the same: papers already printed from it stay as they are.
  if (textSame) return { kind: 'agreed', units: given }
  if (noText) return fromRecords()
  if (stored === null) return { kind: 'differ' }
  const recordsAsStored = sameParticipants(participants, stored.participants)
  const textAsStored = implementingUnit === stored.implementingUnit && cooperatingUnits === stored.cooperatingUnits
  if (recordsAsStored && !textAsStored) return fromTexts()
  if (textAsStored && !recordsAsStored) return fromRecords()
  return { kind: 'differ' }
}

export interface ParticipantProblem {
  readonly path: string
  readonly message: string
}

/** What contradicts itself: the same unit twice in one role, parts that make more than the whole, text longer than a column. */
export function participantProblems(participants: readonly Participant[]): ParticipantProblem[] {
  const problems: ParticipantProblem[] = []
  participants.forEach((one, index) => {
    const same = (other: Participant) =>
      other.role === one.role &&
      (other.name === one.name || (one.establishmentId !== null && other.establishmentId === one.establishmentId))
    if (participants.findIndex(same) !== index)
      problems.push({ path: `participants.${index}.name`, message: 'Đơn vị này đã có trong danh sách.' })
  })
  const sum = participants.reduce((total, one) => total + (one.shareBasisPoints ?? 0), 0)
  if (sum > 10_000)
    problems.push({
      path: 'participants',
      message: `Phần việc của các đơn vị cộng lại là ${(sum / 100).toLocaleString('vi-VN', { maximumFractionDigits: 2 })} %, quá 100 %.`,
    })
  const texts = textsOf(participants)
  if (Math.max(texts.implementingUnit.length, texts.cooperatingUnits.length) > longestUnitText)
    problems.push({ path: 'participants', message: 'Danh sách đơn vị dài quá 2.000 ký tự; hãy ghi tên gọn hơn.' })
  return problems
}
