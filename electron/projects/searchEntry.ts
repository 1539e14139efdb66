// What a đề án is found by.
import type { ProjectContent, ProjectIdentity } from '../../shared/contract/projects'
import { programmeLabels, projectKindLabels } from '../../shared/labels'
import type { Writer } from '../database/access'
import { writeSearchEntry } from '../database/searchIndex'

export async function writeProjectSearch(
  writer: Writer,
  id: number,
  identity: ProjectIdentity,
  content: ProjectContent,
): Promise<void> {
  const parts = [
    identity.code,
    String(identity.planYear),
    programmeLabels[identity.programme].short,
    projectKindLabels[identity.kind],
    ...content.beneficiaries.map((one) => one.name),
    ...content.places.map((one) => one.text),
  ]
  await writeSearchEntry(writer, { kind: 'project', refId: id, title: content.name, detail: parts.join(' · ') })
}
