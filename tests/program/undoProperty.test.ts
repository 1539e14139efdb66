// Undo taken as a law: over random sequences of commands on the real program, undo∘do and redo∘undo change nothing.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { findCall } from '../../shared/contract/index'
import { carriedMoves, carriedOffice } from '../support/carriedMoves'
import { tempFolders } from '../support/tempFolder'
import { holdsFor, type Move, sequences, sequencesOf } from '../support/undoLaw'

const folder = tempFolders()
/** A file that has grown much makes each look at the whole of it slow. */
const perFile = 20

const pdf = (n: number) => Buffer.from(`%PDF-1.7\n${n}`).toString('base64')
const amounts = (n: number) => ({ national: 0, local: (n % 7) * 1_000, counterpart: n % 3, other: 0 })

async function ask<T>(program: Program, name: string, input: unknown = {}): Promise<T> {
  const result = await program.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return result.value as T
}

interface Listed {
  readonly rows: readonly { readonly id: number }[]
}

/** One of the records there are; none gives an id nobody has, which a command refuses. */
const one = (rows: readonly { readonly id: number }[], n: number) => rows[n % Math.max(rows.length, 1)]?.id ?? 999_999

function content(a: number, b: number, establishmentId: number | null) {
  return {
    name: `Đề án ${a % 9}`,
    contentGroup: `ND${(a % 9) + 1}`,
    subContent: null,
    implementingUnit: '',
    cooperatingUnits: '',
    startMonth: null,
    endMonth: null,
    necessity: b % 2 === 0 ? 'Cần' : '',
    objective: '',
    scale: '',
    schedule: '',
    organisation: '',
    effect: '',
    summary: '',
    note: '',
    beneficiaries: establishmentId === null ? [] : [{ establishmentId, name: 'A', shareBasisPoints: null }],
    places: b % 3 === 0 ? [{ provinceCode: '19', communeCode: null, text: `xã ${b}`, oldText: '' }] : [],
    outputs: [],
    budget: Array.from({ length: b % 4 }, (_, index) => ({
      content: `Dòng ${index}`,
      unit: '',
      quantityThousandths: null,
      unitPrice: null,
      amounts: amounts(a + index),
      note: '',
    })),
    legalBases: a % 2 === 0 ? ['decree-45-2012'] : [],
    equipment:
      a % 3 === 0 ? [{ name: 'Máy', origin: '', unit: '', quantityThousandths: null, unitPrice: b, note: '' }] : [],
  }
}

const plan = { year: 2027, programme: 'local' }
/** Money is assigned only in a plan that was registered. */
const registered = { year: 2026, programme: 'local' }

const office = { centreName: 'TT', departmentName: 'Sở', provinceCode: '19', placeName: 'Thái Nguyên' }

async function newFile(program: Program, file: string): Promise<void> {
  await ask(program, 'files.create', { path: file, office })
  const identity = { code: '', programme: 'local', kind: 'single', planYear: 2026 }
  const made = await ask<{ id: number }>(program, 'projects.save', {
    id: null,
    rowVersion: null,
    identity,
    content: content(1, 1, null),
  })
  await ask(program, 'plans.addProjects', { ...registered, projectIds: [made.id] })
  await ask(program, 'plans.saveAllocation', {
    ...registered,
    id: null,
    rowVersion: null,
    allocation: {
      batchNumber: 1,
      documentKind: 'letter',
      number: '',
      issuedOn: '2026-03-01',
      issuer: '',
      totalAmount: 10_000,
      note: '',
    },
  })
  await somethingOfEach(program)
  const { rowVersion } = await ask<{ rowVersion: number }>(program, 'plans.get', registered)
  await ask(program, 'plans.setState', { ...registered, rowVersion, state: 'registered', registeredOn: '2025-06-01' })
}

/** So that nearly every kind of work has something to be done to. */
async function somethingOfEach(program: Program): Promise<void> {
  const projectIds: number[] = []
  for (const n of [1, 2, 3]) {
    const identity = { code: '', programme: 'local', kind: 'single', planYear: 2027 }
    const project = { id: null, rowVersion: null, identity, content: content(n, n, null) }
    projectIds.push((await ask<{ id: number }>(program, 'projects.save', project)).id)
    const establishment = { ...blankEstablishment, name: `HTX Sẵn ${n}`, certificates: [], years: [] }
    await ask(program, 'establishments.save', { id: null, rowVersion: null, establishment, acceptDuplicates: true })
  }
  await ask(program, 'plans.addProjects', { ...plan, projectIds })
  const owner = { ownerKind: 'project', ownerId: projectIds[0] }
  for (const n of [8, 9]) await ask(program, 'archive.attach', { ...owner, fileName: `s${n}.pdf`, base64: pdf(n) })
}

/** Each builds one command from what the file holds now; some are refused, as an officer's would be. */
const moves: readonly Move[] = [
  async (_, { a }) => [
    'establishments.save',
    {
      id: null,
      rowVersion: null,
      establishment: { ...blankEstablishment, name: `HTX ${a % 20}`, certificates: [], years: [] },
      acceptDuplicates: true,
    },
  ],
  async (program, { a, b }) => {
    const id = one((await ask<Listed>(program, 'establishments.list', { limit: 50 })).rows, a)
    const read = await program.call('establishments.get', { id })
    if (!read.ok) return ['establishments.get', { id }]
    const { rowVersion, establishment } = read.value as { rowVersion: number; establishment: object }
    const years =
      b % 2 === 0
        ? []
        : [
            {
              year: 2020 + (b % 5),
              employees: b,
              revenue: null,
              taxPaid: null,
              exportValue: null,
              capital: null,
              averageIncome: null,
            },
          ]
    return [
      'establishments.save',
      { id, rowVersion, establishment: { ...establishment, note: `ghi ${b}`, years }, acceptDuplicates: true },
    ]
  },
  async (program, { a }) => {
    const id = one((await ask<Listed>(program, 'establishments.list', { limit: 50 })).rows, a)
    const read = await program.call('establishments.get', { id })
    return [
      'establishments.remove',
      { id, rowVersion: read.ok ? (read.value as { rowVersion: number }).rowVersion : 1 },
    ]
  },
  async (program, { a, b }) => {
    const { rows } = await ask<Listed>(program, 'establishments.list', { limit: 50 })
    const identity = { code: '', programme: 'local', kind: 'single', planYear: 2027 }
    return [
      'projects.save',
      { id: null, rowVersion: null, identity, content: content(a, b, rows.length === 0 ? null : one(rows, b)) },
    ]
  },
  async (program, { a, b }) => {
    const id = one((await ask<Listed>(program, 'projects.list', { year: 2027 })).rows, a)
    const read = await program.call('projects.get', { id })
    if (!read.ok) return ['projects.get', { id }]
    const { rowVersion, identity } = read.value as { rowVersion: number; identity: object }
    return ['projects.save', { id, rowVersion, identity, content: content(b, a, null) }]
  },
  async (program, { a }) => {
    const id = one((await ask<Listed>(program, 'projects.list', { year: 2027 })).rows, a)
    const read = await program.call('projects.get', { id })
    return ['projects.remove', { id, rowVersion: read.ok ? (read.value as { rowVersion: number }).rowVersion : 1 }]
  },
  async (program, { a, b }) => {
    const id = one((await ask<Listed>(program, 'projects.list', { year: 2027 })).rows, a)
    const answers = { priority: b % 2 === 0, combineReason: '', normCode: '', baseAmount: b, oldPlace: null }
    const read = await program.call('projects.judge', { id })
    const answersRowVersion = read.ok ? (read.value as { answersRowVersion: number }).answersRowVersion : 0
    return ['projects.answerChecks', { id, answersRowVersion, answers }]
  },
  async (program, { a, b }) => {
    const { rows } = await ask<Listed>(program, 'projects.list', { year: 2027 })
    return ['plans.addProjects', { ...plan, projectIds: [one(rows, a), one(rows, b)] }]
  },
  async (program, { a, b }) => {
    const { items } = await ask<{ items: { id: number }[] }>(program, 'plans.get', plan)
    return ['plans.moveItem', { itemId: one(items, a), beforeItemId: b % 3 === 0 ? null : one(items, b) }]
  },
  async (program, { a, b }) => {
    const { items } = await ask<{ items: { id: number }[] }>(program, 'plans.get', plan)
    return ['plans.saveItem', { itemId: one(items, a), priority: (b % 5) + 1, note: `u ${b}` }]
  },
  async (program, { a }) => {
    const { items } = await ask<{ items: { id: number }[] }>(program, 'plans.get', plan)
    return ['plans.removeItem', { itemId: one(items, a) }]
  },
  async (program, { b }) => {
    const { rowVersion } = await ask<{ rowVersion: number }>(program, 'plans.get', plan)
    const header = { attachedTo: `Tờ trình ${b}`, decisionNumber: '', decisionDate: null, note: '' }
    return ['plans.saveHeader', { ...plan, rowVersion, header }]
  },
  async (_, { a, b }) => [
    'plans.saveAllocation',
    {
      ...plan,
      id: null,
      rowVersion: null,
      allocation: {
        batchNumber: (a % 9) + 1,
        documentKind: 'letter',
        number: '',
        issuedOn: '2026-11-01',
        issuer: '',
        totalAmount: b + 1,
        note: '',
      },
    },
  ],
  async (program, { b }) => {
    const { items } = await ask<{ items: { id: number }[] }>(program, 'plans.get', registered)
    const { batches } = await ask<{ batches: { id: number }[] }>(program, 'plans.allocations', registered)
    const allocationId = b % 2 === 0 ? null : one(batches, b)
    return ['plans.assign', { itemId: one(items, 0), allocationId, amounts: amounts(b), assignedOn: '2026-11-02' }]
  },
  async (program, { a, b }) => {
    const ownerKind = b % 2 === 0 ? 'project' : 'establishment'
    const { rows } = await ask<Listed>(program, ownerKind === 'project' ? 'projects.list' : 'establishments.list', {
      limit: 50,
    })
    return ['archive.attach', { ownerKind, ownerId: one(rows, a), fileName: `t${b % 4}.pdf`, base64: pdf(b % 4) }]
  },
  async (_, { a }, tables) => ['archive.removeAttachment', { id: one((tables.attachment ?? []) as never, a) }],
  async (program, { a, b }) => {
    const { rows } = await ask<Listed>(program, 'projects.list', { year: 2027 })
    const item = {
      paperCode: null,
      title: `Giấy ${b % 5}`,
      stage: 'appraisal',
      required: true,
      copies: 1,
      destination: 'kept',
      receivedOn: null,
      note: '',
    }
    return ['archive.saveDossierItem', { id: null, rowVersion: null, projectId: one(rows, a), item }]
  },
  async (program, { a, b }) => {
    const { rows } = await ask<Listed>(program, 'establishments.list', { limit: 50 })
    const need = {
      year: 2027,
      establishmentId: rows.length === 0 ? null : one(rows, a),
      asker: 'Bà A',
      contentGroup: 'ND3',
      subContent: null,
      activity: `Máy ${b}`,
      totalInvestment: null,
      wishedSupport: null,
      receivedOn: '2026-01-05',
      note: '',
    }
    return ['establishments.saveNeed', { id: null, rowVersion: null, need }]
  },
  async (program, { a, b }) => {
    const { rows } = await ask<Listed>(program, 'establishments.needs', { year: 2027 })
    return [
      'establishments.needsToProject',
      { needIds: [one(rows, a)], programme: 'local', planYear: 2027, name: `Gộp ${b}` },
    ]
  },
  async (_, { a, b }) => [
    'programmes.tickDeadline',
    { key: `national.registration@20${20 + (a % 5)}-06-15`, done: b % 2 === 0, note: '' },
  ],
  async (program, { a, b }) => {
    const { office, rowVersion } = await ask<{ office: object; rowVersion: number }>(program, 'office.get')
    const signers = Array.from({ length: a % 3 }, (_, index) => ({
      id: null,
      name: `Ký ${index}`,
      position: 'GĐ',
      authority: 'none',
      onBehalfOf: '',
      isDefault: index === 0,
    }))
    return ['office.save', { rowVersion, office: { ...office, phone: String(b), signers } }]
  },
  async (program, { a }) => {
    const { rows } = await ask<Listed>(program, 'projects.list', { year: 2027 })
    return [
      'plans.rollOver',
      { fromYear: 2027, toYear: 2028, programme: 'local', projectIds: [one(rows, a)], intoPlan: true },
    ]
  },
]

function start(today: string): Program {
  return createProgram({
    resourcesDir: path.resolve('resources'),
    userDataDir: folder(),
    clock: { today: () => today, instant: () => `${today}T03:00:00.000Z` },
    log: () => undefined,
  })
}

/** What went out or was decided is named in words, with what may be done instead. */
async function refusesWhatIsFinal(program: Program): Promise<void> {
  const { entries } = await ask<{ entries: { commandId: number; refusal: string | null }[] }>(
    program,
    'history.journal',
    {
      from: '2022-01-01',
      to: '2026-12-31',
      limit: 500,
    },
  )
  const { rows } = { rows: entries.filter(({ refusal }) => refusal !== null && refusal !== '') }
  const refused = new Set<string>()
  for (const { commandId } of rows) {
    const result = await program.call('history.undo', { commandId })
    if (result.ok) throw new Error(`command ${commandId} was taken back`)
    expect(result.error.code).toBe('undo.refused')
    refused.add(/“(.+?)”/.exec(result.error.message)?.[1] ?? result.error.message)
  }
  const words = [
    'changes.decide',
    'contracts.sign',
    'execution.concludeAcceptance',
    'projects.lockVersion',
    'projects.takeStep',
  ]
  expect([...refused]).toEqual(expect.arrayContaining(words.map((name) => findCall(name)?.summary)))
}

/** Commands that may be taken back, besides those of the first walk. */
const undoable = {
  office: ['saveNormSet', 'removeNormSet'],
  establishments: ['removeNeed', 'declineNeed', 'reopenNeed'],
  projects: ['saveAppraisal', 'copy', 'startVersion', 'overrideCheck'],
  plans: ['removeAllocation'],
  changes: ['save', 'remove', 'submit', 'reopen', 'withdraw', 'split', 'rebase'],
  programmes: [
    'saveDeadlineRule',
    'removeDeadlineRule',
    'switchDeadlineRule',
    'saveDeadlineEvent',
    'removeDeadlineEvent',
  ],
  contracts: [
    'savePayment',
    'removePayment',
    'saveReceipt',
    'removeReceipt',
    'save',
    'draftForBeneficiaries',
    'remove',
    'saveAppendix',
  ],
  execution: [
    ...['saveProgressMonth', 'removeProgress', 'saveVolumeReport', 'removeVolumeReport', 'saveAcceptance'],
    ...['removeAcceptance', 'recordMended', 'saveDetailPlan', 'saveTrainingClass', 'removeTrainingClass'],
    ...[
      'saveClusterReport',
      'removeClusterReport',
      'saveSettlement',
      'planVisits',
      'saveInspection',
      'removeInspection',
    ],
  ],
  archive: ['removeDossierItem'],
}

describe('undo and redo put back everything', () => {
  it('of what is entered and planned', async () => {
    const place = folder()
    const program = start('2026-11-21')
    const done = new Set<string>()
    try {
      const all = sequences(sequencesOf(moves.length * 3), moves.length)
      for (let from = 0; from < all.length; from += perFile) {
        const file = path.join(place, `${from}.skc`)
        await newFile(program, file)
        const made = await holdsFor(
          program,
          { file, kinds: moves, thereAndBack: false },
          all.slice(from, from + perFile),
        )
        for (const name of made.keys()) done.add(name)
      }
    } finally {
      await program.close()
    }
    // Every kind of work was really done and undone, not only refused.
    expect([...done].sort()).toEqual([
      'archive.attach',
      'archive.removeAttachment',
      'archive.saveDossierItem',
      'establishments.needsToProject',
      'establishments.remove',
      'establishments.save',
      'establishments.saveNeed',
      'office.save',
      'plans.addProjects',
      'plans.assign',
      'plans.moveItem',
      'plans.removeItem',
      'plans.rollOver',
      'plans.saveAllocation',
      'plans.saveHeader',
      'plans.saveItem',
      'programmes.tickDeadline',
      'projects.answerChecks',
      'projects.remove',
      'projects.save',
    ])
  }, 1_800_000)

  it('of contracts, payments, changes, carrying out, deadlines and norms', async () => {
    const place = folder()
    const program = start('2023-11-21')
    const base = path.join(place, 'base.skc')
    const done = new Map<string, number>()
    try {
      await carriedOffice(program, base)
      await program.call('files.close', {})
      const all = sequences(sequencesOf(carriedMoves.length * 2), carriedMoves.length)
      for (let from = 0; from < all.length; from += perFile) {
        const file = path.join(place, `${from}.skc`)
        fs.copyFileSync(base, file)
        await program.call('files.open', { path: file })
        const made = await holdsFor(
          program,
          { file, kinds: carriedMoves, thereAndBack: true },
          all.slice(from, from + perFile),
        )
        for (const [name, count] of made) done.set(name, (done.get(name) ?? 0) + count)
      }
      await refusesWhatIsFinal(program)
    } finally {
      await program.close()
    }
    const possible = Object.entries(undoable).flatMap(([area, calls]) => calls.map((call) => `${area}.${call}`))
    expect(possible.filter((name) => !done.has(name))).toEqual([])
  }, 1_800_000)
})
