// One đề án: the version being drafted as a form, a locked one as something to read.
import { useState } from 'react'
import type { ProjectContent } from '../../shared/contract/projects'
import { labels, programmeLabels, projectLabels } from '../../shared/labels'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { mayLeave } from '../app/unsaved'
import { useYear } from '../app/year'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { DocumentDialog } from '../documents/DocumentDialog'
import { type FormHead, ProjectForm } from './ProjectForm'
import styles from './ProjectForm.module.css'
import { ProjectReading } from './ProjectReading'
import { emptyProject, type ProjectFormInput } from './projectForm'
import { VersionBand } from './VersionBand'
import { LockDialog, StartVersionDialog } from './VersionDialogs'
import { versionName } from './versionWords'

type Project = CallOutput<'projects.get'>
type ContentGroups = CallOutput<'office.contentGroups'>

export function ProjectScreen({ id }: { readonly id: number | null }) {
  useShortcuts({ Escape: () => void navigate(paths.projects) })
  const contentGroups = useQueryCall('office.contentGroups', {})
  if (contentGroups.error !== null) return <ScreenProblem message={contentGroups.error.problem.message} />
  if (contentGroups.data === undefined) return <Waiting />
  return id === null ? (
    <NewProject contentGroups={contentGroups.data} />
  ) : (
    <ExistingProject key={id} id={id} contentGroups={contentGroups.data} />
  )
}

function Waiting() {
  return (
    <p className={styles.problem} role="status">
      {labels.loading}
    </p>
  )
}

function ScreenProblem({ message }: { readonly message: string }) {
  return (
    <div className={styles.problem} role="alert">
      <p>{message}</p>
      <Button onClick={() => void navigate(paths.projects)}>Về danh sách đề án</Button>
    </div>
  )
}

function NewProject({ contentGroups }: { readonly contentGroups: ContentGroups }) {
  const { year } = useYear()
  const office = useQueryCall('office.get', {})
  if (office.error !== null) return <ScreenProblem message={office.error.problem.message} />
  if (office.data === undefined) return <Waiting />
  return (
    <div className={styles.screen}>
      <ProjectForm
        id={null}
        rowVersion={null}
        values={emptyProject(year, office.data.office?.centreName ?? '')}
        budget={[]}
        contentGroups={contentGroups}
        onSaved={(saved) => void navigate(paths.project(saved.id), { replace: true, force: true })}
        head={({ saveButton }) => <PageHeader title={projectLabels.new} primary={saveButton} />}
      />
    </div>
  )
}

interface ExistingProjectProps {
  readonly id: number
  readonly contentGroups: ContentGroups
}

function ExistingProject({ id, contentGroups }: ExistingProjectProps) {
  const [versionId, setVersionId] = useState<number | null>(null)
  const project = useQueryCall('projects.get', { id, ...(versionId === null ? {} : { versionId }) })
  if (project.error !== null) return <ScreenProblem message={project.error.problem.message} />
  if (project.data === undefined) return <Waiting />
  return (
    <ShownVersion
      // Another version, or a draft that has just been locked, is another page.
      key={`${project.data.version.id}-${project.data.version.locked}`}
      project={project.data}
      contentGroups={contentGroups}
      onShow={setVersionId}
    />
  )
}

interface ShownVersionProps {
  readonly project: Project
  readonly contentGroups: ContentGroups
  /** null: the newest. */
  readonly onShow: (versionId: number | null) => void
}

function ShownVersion({ project, contentGroups, onShow }: ShownVersionProps) {
  const [dialog, setDialog] = useState<'documents' | 'lock' | 'start' | null>(null)
  const [rowVersion, setRowVersion] = useState(project.rowVersion)
  const remove = useCommandCall('projects.remove')
  const { identity, version, versions, content } = project

  async function askRemove(): Promise<void> {
    const yes = await askUser({
      title: `Xóa đề án ${identity.code}?`,
      text: `${content.name}\n\nĐề án chưa có bản nào bị khóa nên xóa được. Xóa rồi không lấy lại được trên màn hình này.`,
      yes: 'Xóa đề án',
      destroys: true,
    })
    if (!yes) return
    try {
      await navigate(paths.projects, { force: true })
      await remove.mutateAsync({ id: project.id, rowVersion })
      notifyDone(`Đã xóa đề án ${identity.code}.`)
    } catch (error) {
      notifyProblem(error)
      await navigate(paths.project(project.id), { force: true })
    }
  }

  async function openWhenSaved({ unsaved, save }: FormHead, next: 'documents' | 'lock'): Promise<void> {
    if (unsaved) {
      const yes = await askUser({
        title: 'Còn thay đổi chưa lưu',
        text:
          next === 'documents'
            ? 'Văn bản lập từ số liệu đã lưu. Lưu những gì vừa sửa rồi lập văn bản?'
            : 'Bản được khóa là bản đã lưu. Lưu những gì vừa sửa rồi khóa?',
        yes: 'Lưu và tiếp tục',
      })
      if (!yes || !(await save())) return
    }
    setDialog(next)
  }

  async function show(versionId: number): Promise<void> {
    if (await mayLeave()) onShow(versionId === versions.at(-1)?.id ? null : versionId)
  }

  const detail = `${identity.code} · ${programmeLabels[identity.programme].long} ${identity.planYear} · ${versionName(version)}`
  const band = (
    <VersionBand
      version={version}
      versions={versions}
      onShow={(versionId) => void show(versionId)}
      onStart={() => setDialog('start')}
    />
  )
  const close = () => setDialog(null)
  const dialogProps = {
    projectId: project.id,
    rowVersion,
    stage: version.stage,
    number: version.number,
    onClose: () => {
      onShow(null)
      close()
    },
  }
  return (
    <div className={styles.screen}>
      {version.locked ? (
        <>
          <PageHeader title={content.name} detail={detail} onPrint={() => setDialog('documents')} />
          {band}
          <ProjectReading identity={identity} content={content} contentGroups={contentGroups} />
        </>
      ) : (
        <ProjectForm
          id={project.id}
          rowVersion={project.rowVersion}
          values={formValues(identity, content)}
          budget={content.budget}
          contentGroups={contentGroups}
          onSaved={(saved) => setRowVersion(saved.rowVersion)}
          head={(head) => (
            <>
              <PageHeader
                title={content.name}
                detail={detail}
                onPrint={() => void openWhenSaved(head, 'documents')}
                actions={
                  <>
                    {versions.length === 1 && (
                      <Button kind="danger" onClick={() => void askRemove()}>
                        {labels.remove}
                      </Button>
                    )}
                    <Button onClick={() => void openWhenSaved(head, 'lock')}>Khóa bản này…</Button>
                  </>
                }
                primary={head.saveButton}
              />
              {band}
            </>
          )}
        />
      )}
      {dialog === 'documents' && <DocumentDialog projectId={project.id} projectName={content.name} onClose={close} />}
      {dialog === 'lock' && <LockDialog {...dialogProps} />}
      {dialog === 'start' && <StartVersionDialog {...dialogProps} />}
    </div>
  )
}

function formValues(identity: Project['identity'], content: ProjectContent): ProjectFormInput {
  const { budget: _inGrid, ...texts } = content
  return { identity, content: texts }
}
