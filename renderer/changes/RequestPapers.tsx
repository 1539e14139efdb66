// The papers of a request: letter, confirmation of the Sở, decision, notice.
import type { ChangeRequest } from '../../shared/contract/changes'
import { DocumentDialog } from '../documents/DocumentDialog'
import { changeTitle } from './changeWords'

interface RequestPapersProps {
  readonly request: ChangeRequest
  readonly onClose: () => void
}

export function RequestPapers({ request, onClose }: RequestPapersProps) {
  const project = request.items[0]?.project
  if (project === undefined) return null
  return (
    <DocumentDialog
      projectId={project.id}
      projectName={changeTitle(request)}
      stage="change"
      first={{ form: request.decision === null ? 'change-letter' : 'change-decision', recordId: request.id }}
      onClose={onClose}
    />
  )
}
