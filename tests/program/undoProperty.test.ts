// Undo taken as a law: over random sequences of commands on the real program, undo∘do and redo∘undo change nothing.
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProgram, type Program } from '../../electron/program'
import { blankEstablishment } from '../../shared/contract/establishments'
import { dumpOf } from '../support/dump'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const sequences = 1_000
/** A file that has grown much makes each look at the whole of it slow. */
const perFile = 20

interface Move {
  readonly kind: number
  readonly a: number
  readonly b: number
}

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
  const { rowVersion } = await ask<{ rowVersion: number }>(program, 'plans.get', registered)
  await ask(program, 'plans.setState', { ...registered, rowVersion, state: 'registered', registeredOn: '2025-06-01' })
}

/** Each builds one command from what the file holds now; some are refused, as an officer's would be. */
const moves: readonly ((program: Program, move: Move) => Promise<readonly [name: string, input: unknown]>)[] = [
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
  async (_, { a }) => ['archive.removeAttachment', { id: (a % 12) + 1 }],
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

const sequence = fc.array(fc.record({ kind: fc.nat(moves.length - 1), a: fc.nat(60), b: fc.nat(60) }), {
  minLength: 1,
  maxLength: 4,
})

/** As text first: looking deep into what is the same costs more than the rest of this test. */
function expectSame(now: Record<string, unknown[]>, then: Record<string, unknown[]>): void {
  if (JSON.stringify(now) !== JSON.stringify(then)) expect(now).toEqual(then)
}

const lastWork = async (program: Program) =>
  (await ask<{ undo: { commandId: number } | null }>(program, 'history.state')).undo?.commandId ?? 0

describe('undo and redo', () => {
  it(`put back everything over ${sequences} random sequences of commands`, async () => {
    const place = folder()
    let file = ''
    let sequencesSoFar = 0
    const program = createProgram({
      resourcesDir: path.resolve('resources'),
      userDataDir: folder(),
      clock: { today: () => '2026-11-21', instant: () => '2026-11-21T03:00:00.000Z' },
      log: () => undefined,
    })
    const done = new Map<string, number>()
    try {
      await fc.assert(
        fc.asyncProperty(sequence, async (steps) => {
          if (sequencesSoFar % perFile === 0) {
            file = path.join(place, `${sequencesSoFar}.skc`)
            await newFile(program, file)
          }
          sequencesSoFar += 1
          const states = [dumpOf(file)]
          for (const step of steps) {
            const before = await lastWork(program)
            const made = await moves[step.kind]?.(program, step)
            if (made === undefined) continue
            const [name, input] = made
            const result = await program.call(name, input)
            if (!result.ok) expect(result.error.code, name).not.toBe('internal')
            if ((await lastWork(program)) === before) continue
            states.push(dumpOf(file))
            done.set(name, (done.get(name) ?? 0) + 1)
          }
          for (const state of states.slice(0, -1).reverse()) {
            await ask(program, 'history.undo')
            expectSame(dumpOf(file), state)
          }
          for (const state of states.slice(1)) {
            await ask(program, 'history.redo')
            expectSame(dumpOf(file), state)
          }
        }),
        { numRuns: sequences, endOnFailure: true },
      )
    } finally {
      await program.close()
    }
    // Every kind of work was really done and undone, not only refused.
    expect([...done.keys()].sort()).toEqual([
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
})
