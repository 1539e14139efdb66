// What the screens of one đề án's records share: which đề án it is, under the title, and its papers with the record's own first.
import type { ReactNode } from 'react'
import { useQueryCall } from '../app/calls'
import { paths } from '../app/paths'
import { DocumentDialog, type DocumentDialogProps } from '../documents/DocumentDialog'

const useName = (projectId: number) => useQueryCall('projects.get', { id: projectId }).data

/** Code, name, and what else the screen has to say. */
export function OfProject({ projectId, children }: { readonly projectId: number; readonly children: ReactNode }) {
  const project = useName(projectId)
  return (
    <>
      {project !== undefined && (
        <>
          <a href={`#${paths.project(projectId)}`}>{project.identity.code}</a> · {project.content.name} ·{' '}
        </>
      )}
      {children}
    </>
  )
}

type ProjectPapersProps = Pick<DocumentDialogProps, 'projectId' | 'first' | 'onClose'>

export function ProjectPapers(props: ProjectPapersProps) {
  return <DocumentDialog {...props} projectName={useName(props.projectId)?.content.name ?? ''} />
}
