// What a contract is found by: its number, who signs, the đề án it is for.
import { contractKindLabels } from '../../shared/labels'
import type { Writer } from '../database/access'
import { writeSearchEntry } from '../database/searchIndex'
import { readGranted } from './granted'
import { readContracts } from './records'

export async function writeContractSearch(writer: Writer, id: number): Promise<void> {
  const [contract] = await readContracts(writer, [id])
  if (contract === undefined) return
  const { details } = contract
  const projects = await readGranted(
    writer,
    details.lines.map((line) => line.projectId),
  )
  const other = details.kind === 'agency' ? details.giver.name : details.receiver.name
  await writeSearchEntry(writer, {
    kind: 'contract',
    refId: id,
    title: `Hợp đồng ${contract.number === '' ? '(dự thảo)' : contract.number} – ${other}`,
    detail: [
      contractKindLabels[details.kind],
      String(details.year),
      ...[...projects.values()].map(({ code, name }) => `${code} ${name}`),
    ].join(' · '),
  })
}
