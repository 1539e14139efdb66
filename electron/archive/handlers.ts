// The calls of the area, bound to the catalogue of papers and to what makes papers.
import type { archiveContract } from '../../shared/contract/archive'
import type { CataloguePaper } from '../../shared/domain/dossiers'
import type { AreaHandlers } from '../database/access'
import { attach, listAttachments, readAttachment, removeAttachment } from './attachments'
import { readDossier, removeDossierItem, saveDossierItem } from './dossiers'
import { cancelIssued, issuePaper, listOutgoing, type MakePaper, readIssued, suggestNumber } from './outgoing'

export interface ArchiveServices {
  readonly dossierPapers: () => readonly CataloguePaper[]
  readonly makePaper: MakePaper
}

export function archiveHandlers({ dossierPapers, makePaper }: ArchiveServices): AreaHandlers<typeof archiveContract> {
  return {
    dossier: (reader, { projectId }) => readDossier(reader, dossierPapers(), projectId),
    saveDossierItem: (writer, input) => saveDossierItem(writer, dossierPapers(), input),
    removeDossierItem: async (writer, input) => {
      await removeDossierItem(writer, input)
      return { done: true }
    },
    attachments: listAttachments,
    attach,
    attachment: (reader, { id }) => readAttachment(reader, id),
    removeAttachment: async (writer, { id }) => {
      await removeAttachment(writer, id)
      return { done: true }
    },
    outgoing: listOutgoing,
    nextNumber: suggestNumber,
    issue: (writer, { projectId, recordId, ...input }) =>
      issuePaper(writer, makePaper, { ...input, subject: { kind: 'project', projectId, recordId } }),
    issuePlan: (writer, { year, programme, ...input }) =>
      issuePaper(writer, makePaper, { ...input, subject: { kind: 'plan', year, programme } }),
    issuedFile: (reader, { id }) => readIssued(reader, id),
    cancelIssued: async (writer, input) => {
      await cancelIssued(writer, input)
      return { done: true }
    },
  }
}
