// Carrying out a year of 300 đề án, each under contract and paid twice: the board by stage and the lists beside it, beside bare SQL
// that sums the same money.
import path from 'node:path'
import Database from 'better-sqlite3'
import { createProgram } from '../../electron/program'
import { noAmounts } from '../../shared/domain/money'
import { resourcesDir } from './bigOffice'
import { milliseconds, say, sayBeside, takeTurns } from './measure'
import { makeYear, year } from './year'

const support = 100_000_000

export async function benchBoard(folder: string): Promise<void> {
  const file = path.join(folder, 'thuc-hien.skc')
  const ids = await makeYear(file)
  const today = `${year}-12-20`
  const program = createProgram({
    resourcesDir,
    userDataDir: folder,
    clock: { today: () => today, instant: () => `${today}T03:00:00.000Z` },
    log: () => undefined,
  })
  const call = async <T>(name: string, input: object): Promise<T> => {
    const result = await program.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
    return result.value as T
  }
  await call('files.open', { path: file })
  const made = await milliseconds(async () => {
    for (const id of ids) await carry(call, id)
  })
  say(`\ncarried ${ids.length} đề án to contract and payment by calls in ${(made / 1000).toFixed(1)} s`)
  const bare = sumsOf(ids)
  const lists = [
    ['contracts.board', { year }],
    ['execution.settlements', { year }],
    ['execution.acceptances', { year }],
    ['execution.progressMonth', { month: `${year}-06`, programme: null }],
  ] as const
  const measured = await takeTurns(
    [
      ...lists.map(([name, input]) => ({ name, run: () => call(name, input) })),
      { name: 'better-sqlite3: signed and given of each đề án, in memory', run: bare },
    ],
    9,
  )
  const peer = measured.at(-1)
  for (const [index, ours] of measured.slice(0, -1).entries())
    sayBeside(
      `${ours.name} of that year`,
      ours,
      peer === undefined ? [] : [peer],
      index === 0 ? 'ours ≤ 100 ms' : 'none',
    )
  await program.close()
}

/** The same lines of contracts and payments, summed and nothing else: what no program on this file can be quicker than. */
function sumsOf(ids: readonly number[]): () => unknown {
  const bare = new Database(':memory:')
  bare.exec('CREATE TABLE signed (project INTEGER, local INTEGER); CREATE TABLE given (project INTEGER, local INTEGER)')
  const [sign, give] = ['signed', 'given'].map((table) => bare.prepare(`INSERT INTO ${table} VALUES (?, ?)`))
  for (const id of ids) {
    sign?.run(id, support)
    give?.run(id, 70_000_000)
    give?.run(id, 30_000_000)
  }
  const sums = bare.prepare(
    `SELECT project, sum(local) AS worth, (SELECT sum(local) FROM given WHERE given.project = signed.project) AS got
       FROM signed GROUP BY project`,
  )
  return () => sums.all()
}

async function carry(call: <T>(name: string, input: object) => Promise<T>, id: number): Promise<void> {
  const { rowVersion } = await call<{ rowVersion: number }>('projects.steps', { id })
  await call('projects.lockVersion', {
    id,
    rowVersion,
    stage: 'approved',
    decisionNumber: '45/QĐ-UBND',
    decisionDate: `${year}-01-05`,
  })
  const contract = await call<{ id: number; rowVersion: number }>('contracts.save', {
    id: null,
    rowVersion: null,
    contract: {
      kind: 'beneficiary',
      programme: 'local',
      year,
      giver: { name: 'Trung tâm Khuyến công' },
      receiver: { name: `Hợp tác xã ${id}` },
      lines: [{ projectId: id, amounts: { ...noAmounts, local: support } }],
    },
  })
  await call('contracts.sign', { ...contract, signedOn: `${year}-02-01`, symbol: 'HĐ-HT', reason: 'x' })
  for (const [kind, dong] of [
    ['advance', 70_000_000],
    ['payment', 30_000_000],
  ] as const)
    await call('contracts.savePayment', {
      id: null,
      rowVersion: null,
      contractId: contract.id,
      payment: {
        kind,
        round: 1,
        onDate: `${year}-06-01`,
        lines: [{ projectId: id, amounts: { ...noAmounts, local: dong } }],
        voucherNumber: `${kind} ${id}`,
      },
      reason: 'x',
    })
}
