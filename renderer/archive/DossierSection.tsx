// The papers of a đề án: what is needed for each step, what has come, where it goes, and its files.
import { useState } from 'react'
import type { DossierLine } from '../../shared/contract/archive'
import { type DossierStage, dossierStages, missingForPlan } from '../../shared/domain/dossiers'
import { destinationLabels, dossierLabels, dossierStageLabels, labels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { useCommandCall, useQueryCall } from '../app/calls'
import { today } from '../app/today'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import styles from './Archive.module.css'
import { AttachedFiles, AttachmentsSection } from './AttachmentList'
import { useAttaching } from './attachmentFiles'
import { DossierItemDialog, detailsOf, newPaper } from './DossierItemDialog'
import { FileDrop, RefusedFiles } from './FileDrop'

const sectionId = 'phan-ho-so'

/** The way to the dossier, for the section bar of the screen it stands in; it says how many papers are missing. */
export function DossierAnchor({ projectId }: { readonly projectId: number }) {
  const dossier = useQueryCall('archive.dossier', { projectId })
  const missing = dossier.data === undefined ? 0 : missingForPlan(dossier.data.missing)
  return (
    <Button
      kind="quiet"
      onClick={() => {
        const section = document.getElementById(sectionId)
        section?.scrollIntoView({ block: 'start' })
        section?.focus({ preventScroll: true })
      }}
    >
      {dossierLabels.title}
      {missing > 0 && <span className={styles.lacking}>(thiếu {missing})</span>}
    </Button>
  )
}

interface DossierSectionProps {
  readonly projectId: number
}

export function DossierSection({ projectId }: DossierSectionProps) {
  const dossier = useQueryCall('archive.dossier', { projectId })
  const [editing, setEditing] = useState<DossierLine | null>(null)
  const { attach, busy, refused } = useAttaching()
  const save = useCommandCall('archive.saveDossierItem')

  async function keep(line: DossierLine, receivedOn: string | null): Promise<number | null> {
    try {
      const item = { ...detailsOf(line), receivedOn }
      return (await save.mutateAsync({ id: line.id, rowVersion: line.rowVersion, projectId, item })).id
    } catch (error) {
      notifyProblem(error)
      return null
    }
  }

  /** A file is the paper: attaching it to one not yet received records it as received today. */
  async function attachTo(line: DossierLine, files: readonly File[]): Promise<void> {
    let itemId = line.receivedOn === null ? null : line.id
    await attach(async () => {
      itemId ??= await keep(line, line.receivedOn ?? today())
      if (itemId === null) throw new Error('the paper could not be recorded')
      return { ownerKind: 'dossierItem', ownerId: itemId }
    }, files)
  }

  const lines = dossier.data?.lines ?? []
  return (
    <section id={sectionId} className={styles.section} tabIndex={-1} aria-label={dossierLabels.title}>
      <h2>{dossierLabels.title}</h2>
      {dossier.error !== null && <p role="alert">{dossier.error.message}</p>}
      {dossierStages.map((stage) => (
        <StageTable
          key={stage}
          stage={stage}
          lines={lines.filter((line) => line.stage === stage)}
          missing={dossier.data?.missing[stage] ?? 0}
          busy={busy || save.isPending}
          onReceived={(line, received) => void keep(line, received ? today() : null)}
          onEdit={setEditing}
          onFiles={(line, files) => void attachTo(line, files)}
        />
      ))}
      <RefusedFiles refused={refused} />
      <div className={styles.foot}>
        <Button onClick={() => setEditing(newPaper)}>{dossierLabels.addPaper}</Button>
      </div>
      <h3>Tệp khác của đề án</h3>
      <AttachmentsSection owner={{ ownerKind: 'project', ownerId: projectId }} ownerName="đề án" />
      {editing !== null && <DossierItemDialog projectId={projectId} line={editing} onClose={() => setEditing(null)} />}
    </section>
  )
}

interface StageTableProps {
  readonly stage: DossierStage
  readonly lines: readonly DossierLine[]
  readonly missing: number
  readonly busy: boolean
  readonly onReceived: (line: DossierLine, received: boolean) => void
  readonly onEdit: (line: DossierLine) => void
  readonly onFiles: (line: DossierLine, files: readonly File[]) => void
}

function StageTable({ stage, lines, missing, busy, onReceived, onEdit, onFiles }: StageTableProps) {
  if (lines.length === 0) return null
  const title = dossierStageLabels[stage]
  return (
    <>
      <h3>
        {title}
        <span className={missing > 0 ? styles.lacking : styles.complete}>
          {missing > 0 ? `còn thiếu ${missing} giấy tờ` : 'không thiếu giấy tờ bắt buộc'}
        </span>
      </h3>
      <table className={styles.papers} aria-label={`${dossierLabels.title}: ${title}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.tick}>
              {dossierLabels.received}
            </th>
            <th scope="col">{dossierLabels.paper}</th>
            <th scope="col" className={styles.copies}>
              {dossierLabels.copies}
            </th>
            <th scope="col" className={styles.destination}>
              {dossierLabels.destination}
            </th>
            <th scope="col" className={styles.day}>
              {dossierLabels.receivedOn}
            </th>
            <th scope="col" className={styles.attached}>
              {dossierLabels.files}
            </th>
            <th scope="col" className={styles.edit}>
              <span className="visually-hidden">Thao tác</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.paperCode ?? line.id}>
              <td className={styles.tick}>
                <input
                  type="checkbox"
                  aria-label={`${dossierLabels.received}: ${line.title}`}
                  checked={line.receivedOn !== null}
                  disabled={busy}
                  onChange={(event) => onReceived(line, event.currentTarget.checked)}
                />
              </td>
              <td>
                <PaperName line={line} />
              </td>
              <td className={styles.copies}>{line.copies ?? ''}</td>
              <td>
                {destinationLabels[line.destination]}
                {line.destinationMark !== null && <div className={styles.hint}>{line.destinationMark}</div>}
              </td>
              <td>{line.receivedOn === null ? '' : formatDate(line.receivedOn)}</td>
              <td>
                <AttachedFiles files={line.attachments} />
                <FileDrop label={`Đính kèm vào ${line.title}`} busy={busy} onFiles={(files) => onFiles(line, files)} />
              </td>
              <td>
                <Button kind="quiet" aria-label={`Sửa ${line.title}`} onClick={() => onEdit(line)}>
                  Sửa
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function PaperName({ line }: { readonly line: DossierLine }) {
  const details = [
    line.required ? '' : 'không bắt buộc',
    line.condition,
    line.hint,
    line.note === '' ? '' : `${labels.note}: ${line.note}`,
  ].filter((part) => part !== '')
  return (
    <>
      <span className={line.required ? styles.needed : ''}>{line.title}</span>
      {line.mark !== null && <span className={styles.mark}>{line.mark}</span>}
      {details.length > 0 && <div className={styles.hint}>{details.join(' · ')}</div>}
      {line.legalBasis !== '' && <div className={styles.hint}>{line.legalBasis}</div>}
    </>
  )
}
