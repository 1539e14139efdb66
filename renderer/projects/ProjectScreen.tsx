// One đề án: the version being drafted as a form, a locked one as something to read.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ProjectContent } from '../../shared/contract/projects'
import { draftStage } from '../../shared/domain/lifecycle'
import { isCarriedOut } from '../../shared/domain/stepLine'
import { labels, programmeLabels, projectLabels } from '../../shared/labels'
import { type CallOutput, queryOf, useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { afterSaving, mayLeave } from '../app/unsaved'
import { useYear } from '../app/year'
import { DossierSection } from '../archive/DossierSection'
import { StartChange } from '../changes/StartChange'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { ProjectContracts, ProjectMoney } from '../contracts/ProjectMoney'
import { DocumentDialog } from '../documents/DocumentDialog'
import { ExecutionSections } from '../execution/ExecutionSections'
import { AppraisalSection } from './AppraisalSection'
import { CopyDialog } from './CopyDialog'
import { HistorySection } from './HistorySection'
import { NormChecks } from './NormChecks'
import { type FormHead, ProjectForm } from './ProjectForm'
import styles from './ProjectForm.module.css'
import { ProjectReading } from './ProjectReading'
import { emptyProject, type ProjectFormInput, textsForForm } from './projectForm'
import { StepsBar } from './StepsBar'
import { VersionBand } from './VersionBand'
import { LockDialog, StartVersionDialog } from './VersionDialogs'
import { versionName } from './versionWords'

type Project = CallOutput<'projects.get'>
type ContentGroups = CallOutput<'office.contentGroups'>

const toList = () => void navigate(paths.projects)

export function ProjectScreen({ id }: { readonly id: number | null }) {
  // The form that made a đề án stays on screen under its new address: whoever is still typing keeps the place.
  const [made, setMade] = useState<number | null>(null)
  useShortcuts({ Escape: toList })
  const contentGroups = useQueryCall('office.contentGroups', {})
  if (contentGroups.error !== null)
    return <QueryProblem error={contentGroups.error} retry={() => void contentGroups.refetch()} />
  if (contentGroups.data === undefined) return <Waiting />
  return id === null || id === made ? (
    <NewProject
      key={id === null && made !== null ? 'another' : 'new'}
      id={id}
      contentGroups={contentGroups.data}
      onMade={setMade}
    />
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

interface NewProjectProps {
  readonly id: number | null
  readonly contentGroups: ContentGroups
  readonly onMade: (id: number | null) => void
}

function NewProject({ id, contentGroups, onMade }: NewProjectProps) {
  const { year } = useYear()
  const client = useQueryClient()
  const office = useQueryCall('office.get', {})
  const project = useQueryCall('projects.get', { id: id ?? 0 }, { enabled: id !== null })
  if (office.error !== null) return <QueryProblem error={office.error} retry={() => void office.refetch()} />
  if (office.data === undefined) return <Waiting />
  return (
    <DraftVersion
      project={project.data ?? null}
      initial={{ values: emptyProject(year, office.data.office?.centreName ?? ''), budget: [] }}
      contentGroups={contentGroups}
      onMade={async (newId) => {
        // Read before its address is shown: the form must not give way to a waiting screen.
        await client.prefetchQuery(queryOf('projects.get', { id: newId }))
        onMade(newId)
        await navigate(paths.project(newId), { replace: true, force: true })
      }}
      onShow={() => onMade(null)}
    />
  )
}

interface ExistingProjectProps {
  readonly id: number
  readonly contentGroups: ContentGroups
}

function ExistingProject({ id, contentGroups }: ExistingProjectProps) {
  const [versionId, setVersionId] = useState<number | null>(null)
  const query = useRecordCall('projects.get', { id, ...(versionId === null ? {} : { versionId }) })
  if (query.error !== null) return <QueryProblem error={query.error} retry={() => void query.refetch()} />
  const project = query.data
  if (project === undefined) return <Waiting />
  const common = { contentGroups, onShow: setVersionId }
  return project.version.locked ? (
    <LockedVersion key={project.version.id} project={project} {...common} />
  ) : (
    <DraftVersion
      key={project.version.id}
      project={project}
      initial={{ values: formValues(project), budget: project.content.budget }}
      {...common}
    />
  )
}

function formValues({ identity, content }: Project): ProjectFormInput {
  return { identity, content: textsForForm(content) }
}

function detailOf({ identity, version }: Project): string {
  return `${identity.code} · ${programmeLabels[identity.programme].long} ${identity.planYear} · ${versionName(version)}`
}

interface VersionProps {
  readonly contentGroups: ContentGroups
  /** Shows another version; null: the newest. */
  readonly onShow: (versionId: number | null) => void
}

interface BandProps {
  readonly project: Project
  readonly onShow: VersionProps['onShow']
  readonly onStart: (() => void) | null
  readonly byRequest: boolean
}

function Band({ project: { id, version, versions, identity }, onShow, onStart, byRequest }: BandProps) {
  async function show(versionId: number): Promise<void> {
    if (await mayLeave()) onShow(versionId === versions.at(-1)?.id ? null : versionId)
  }
  return (
    <VersionBand
      version={version}
      versions={versions}
      onShow={(versionId) => void show(versionId)}
      onCompare={() => void navigate(paths.comparisonOf(id))}
      onStart={onStart}
      change={byRequest ? <StartChange projectId={id} year={identity.planYear} /> : null}
    />
  )
}

function BackButton() {
  return (
    <Button onClick={toList} title="Esc">
      {labels.backToList}
    </Button>
  )
}

function LockedVersion({ project, contentGroups, onShow }: VersionProps & { readonly project: Project }) {
  const [dialog, setDialog] = useState<'documents' | 'start' | 'copy' | null>(null)
  const { identity, version, content } = project
  const steps = useQueryCall('projects.steps', { id: project.id })
  const stage = steps.data === undefined ? null : draftStage(steps.data.status, identity.programme)
  return (
    <div className={styles.screen}>
      <PageHeader
        title={content.name}
        detail={detailOf(project)}
        actions={
          <>
            <BackButton />
            <Button onClick={() => setDialog('copy')}>{projectLabels.copy}…</Button>
          </>
        }
        onPrint={() => setDialog('documents')}
      />
      <StepsBar projectId={project.id} settle={mayLeave} onTaken={() => onShow(null)} />
      <Band
        project={project}
        onShow={onShow}
        onStart={stage === null || stage === 'adjusted' ? null : () => setDialog('start')}
        byRequest={stage === 'adjusted'}
      />
      <ProjectReading identity={identity} content={content} contentGroups={contentGroups}>
        <NormChecks
          projectId={project.id}
          versionId={version.id}
          draft={false}
          newest={version.id === project.versions.at(-1)?.id}
        />
        <DossierSection projectId={project.id} />
        <Below project={project} settle={nothingToSave} onShow={onShow} />
      </ProjectReading>
      {dialog === 'documents' && (
        <DocumentDialog projectId={project.id} projectName={content.name} onClose={() => setDialog(null)} />
      )}
      {dialog === 'copy' && (
        <CopyDialog projectId={project.id} planYear={identity.planYear} onClose={() => setDialog(null)} />
      )}
      {dialog === 'start' && stage !== null && stage !== 'adjusted' && (
        <StartVersionDialog
          projectId={project.id}
          rowVersion={project.rowVersion}
          stage={version.stage}
          next={stage}
          number={version.number}
          onClose={() => setDialog(null)}
          onDone={() => onShow(null)}
        />
      )}
    </div>
  )
}

const nothingToSave = async () => true

interface BelowProps {
  readonly project: Project
  readonly settle: () => Promise<boolean>
  /** Shows another version; null: the newest. */
  readonly onShow: VersionProps['onShow']
}

/** What belongs to the đề án, not to one version of it. */
function Below({ project, settle, onShow }: BelowProps) {
  const steps = useQueryCall('projects.steps', { id: project.id })
  const decided = steps.data !== undefined && isCarriedOut(steps.data.status)
  async function showVersion(versionId: number): Promise<void> {
    if (!(await mayLeave())) return
    onShow(versionId === project.versions.at(-1)?.id ? null : versionId)
    document.querySelector('main h1')?.scrollIntoView({ block: 'center' })
  }
  return (
    <>
      {decided && (
        <ExecutionSections
          projectId={project.id}
          kind={project.identity.kind}
          contentGroup={project.content.contentGroup}
        />
      )}
      <AppraisalSection
        projectId={project.id}
        programme={project.identity.programme}
        settle={settle}
        onVersion={() => onShow(null)}
      />
      <ProjectContracts projectId={project.id} />
      <ProjectMoney projectId={project.id} />
      <HistorySection projectId={project.id} onShow={(versionId) => void showVersion(versionId)} />
    </>
  )
}

const settleWords = {
  documents: 'Văn bản lập từ số liệu đã lưu. Lưu những gì vừa sửa rồi lập văn bản?',
  lock: 'Bản được khóa là bản đã lưu. Lưu những gì vừa sửa rồi khóa?',
  step: 'Bước tiếp theo làm trên bản đã lưu. Lưu những gì vừa sửa rồi tiếp tục?',
  copy: 'Đề án mới lấy theo bản đã lưu. Lưu những gì vừa sửa rồi sao chép?',
} as const

interface DraftVersionProps extends VersionProps {
  /** null: not saved yet. */
  readonly project: Project | null
  readonly initial: { readonly values: ProjectFormInput; readonly budget: ProjectContent['budget'] }
  readonly onMade?: (id: number) => Promise<void>
}

function DraftVersion({ project, initial, contentGroups, onShow, onMade }: DraftVersionProps) {
  const [dialog, setDialog] = useState<'documents' | 'lock' | 'copy' | null>(null)
  const [rowVersion, setRowVersion] = useState(project?.rowVersion ?? 0)
  const remove = useCommandCall('projects.remove')

  async function askRemove(shown: Project): Promise<void> {
    const yes = await askUser({
      title: `Xóa đề án ${shown.identity.code}?`,
      text: `${shown.content.name}\n\nĐề án chưa có bản nào bị khóa nên xóa được. Xóa rồi không lấy lại được trên màn hình này.`,
      yes: 'Xóa đề án',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!yes) return
    try {
      await navigate(paths.projects, { force: true })
      await remove.mutateAsync({ id: shown.id, rowVersion })
      notifyDone(`Đã xóa đề án ${shown.identity.code}.`)
    } catch (error) {
      notifyProblem(error)
      await navigate(paths.project(shown.id), { force: true })
    }
  }

  // Pressed right after Ctrl+S, what is next waits for the saving and then looks whether anything is left.
  const newest = useRef<FormHead | null>(null)
  /** False when something typed is still not saved. */
  async function settle(next: keyof typeof settleWords): Promise<boolean> {
    await afterSaving()
    if (newest.current?.unsaved !== true) return true
    const yes = await askUser({
      title: 'Còn thay đổi chưa lưu',
      text: settleWords[next],
      yes: 'Lưu và tiếp tục',
    })
    return yes && (await newest.current.save())
  }

  async function openWhenSaved(next: 'documents' | 'lock' | 'copy'): Promise<void> {
    if (await settle(next)) setDialog(next)
  }

  return (
    <div className={styles.screen}>
      <ProjectForm
        id={project?.id ?? null}
        rowVersion={project?.rowVersion ?? null}
        values={initial.values}
        budget={initial.budget}
        contentGroups={contentGroups}
        onSaved={async (saved) => {
          setRowVersion(saved.rowVersion)
          if (project === null) await onMade?.(saved.id)
        }}
        {...(project === null
          ? {}
          : {
              below: () => <Below project={project} settle={() => settle('step')} onShow={onShow} />,
            })}
        head={(head) => {
          newest.current = head
          return project === null ? (
            <PageHeader title={projectLabels.new} actions={<BackButton />} primary={head.saveButton} />
          ) : (
            <>
              <PageHeader
                title={project.content.name}
                detail={detailOf(project)}
                onPrint={() => void openWhenSaved('documents')}
                actions={
                  <>
                    {project.versions.length === 1 && (
                      <Button kind="danger" onClick={() => void askRemove(project)}>
                        {labels.remove}
                      </Button>
                    )}
                    <BackButton />
                    <Button onClick={() => void openWhenSaved('copy')}>{projectLabels.copy}…</Button>
                    <Button onClick={() => void openWhenSaved('lock')}>Khóa bản này…</Button>
                  </>
                }
                primary={head.saveButton}
              />
              <StepsBar
                projectId={project.id}
                settle={async () => (await settle('step')) && (await mayLeave())}
                onTaken={() => onShow(null)}
              />
              <Band project={project} onShow={onShow} onStart={null} byRequest={project.version.stage === 'adjusted'} />
            </>
          )
        }}
      />
      {dialog === 'documents' && project !== null && (
        <DocumentDialog projectId={project.id} projectName={project.content.name} onClose={() => setDialog(null)} />
      )}
      {dialog === 'copy' && project !== null && (
        <CopyDialog projectId={project.id} planYear={project.identity.planYear} onClose={() => setDialog(null)} />
      )}
      {dialog === 'lock' && project !== null && (
        <LockDialog
          projectId={project.id}
          rowVersion={rowVersion}
          stage={project.version.stage}
          number={project.version.number}
          onClose={() => setDialog(null)}
          onDone={() => onShow(null)}
        />
      )}
    </div>
  )
}
