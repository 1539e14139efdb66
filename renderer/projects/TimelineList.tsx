// Dòng thời gian: everything that happened to a đề án in the order of its days, each line opening what it tells of.
import { useState } from 'react'
import { timelineLabels } from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { type CallOutput, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { PdfDialog } from '../documents/PdfDialog'
import styles from './Appraisal.module.css'

type Event = CallOutput<'projects.timeline'>[number]

interface TimelineListProps {
  readonly projectId: number
  /** Shows a version of the đề án. */
  readonly onShow: (versionId: number) => void
}

export function TimelineList({ projectId, onShow }: TimelineListProps) {
  const timeline = useQueryCall('projects.timeline', { id: projectId })
  const [paper, setPaper] = useState<Event | null>(null)
  const events = timeline.data ?? []
  if (events.length === 0) return null

  function open(event: Event): void {
    switch (event.opens.kind) {
      case 'version':
        onShow(event.opens.id)
        return
      case 'request':
        void navigate(paths.change(event.opens.id))
        return
      case 'contract':
        void navigate(paths.contract(event.opens.id))
        return
      case 'paper':
        setPaper(event)
        return
      case 'none':
        return
    }
  }

  return (
    <>
      <h3>{timelineLabels.title}</h3>
      <ol className={styles.timeline} aria-label={timelineLabels.title}>
        {events.map((event) => (
          <li key={event.key} data-kind={event.kind}>
            <span className={styles.timelineDay}>
              {event.date === null ? timelineLabels.noDate : formatDate(event.date)}
            </span>
            <div>
              {event.opens.kind === 'none' ? (
                event.what
              ) : (
                <Button kind="quiet" onClick={() => open(event)}>
                  {event.what}
                </Button>
              )}
              {event.detail !== '' && <div className={styles.soft}>{event.detail}</div>}
            </div>
          </li>
        ))}
      </ol>
      {paper !== null && <IssuedPaper event={paper} onClose={() => setPaper(null)} />}
    </>
  )
}

/** The very file that went out. */
function IssuedPaper({ event, onClose }: { readonly event: Event; readonly onClose: () => void }) {
  const file = useQueryCall('archive.issuedFile', { id: event.opens.id })
  return (
    <PdfDialog title={event.what} file={file.data} waiting={file.isFetching} error={file.error} onClose={onClose} />
  )
}
