// One consolidation: files in, doubts decided, the regional table out. Nothing is written before it is saved.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  type Consolidated,
  type ConsolidationSettings,
  consolidationSettings,
} from '../../shared/contract/consolidation'
import { labels as common, consolidationLabels as labels } from '../../shared/labels'
import { problemOf } from '../app/bridge'
import { runQuery, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { markUnsaved } from '../app/unsaved'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { QueryProblem } from '../components/StateMessage'
import { saveFile } from '../documents/fileOut'
import { readUpload, type Upload, whyNotTaken } from '../imports/readUpload'
import styles from './Consolidation.module.css'
import { NameDialog, SettingsDialog, SourceDialog } from './ConsolidationDialogs'
import { DifferencesTable, FileDrop, FilesTable, type ShownSource } from './ConsolidationFiles'
import { ConsolidationIssues, openCount } from './ConsolidationIssues'
import { ConsolidationTable, Sentences, SourcesTable } from './ConsolidationTables'

const tabs = ['files', 'decisions', 'provinces', 'contents', 'groups', 'sources', 'sentences', 'differences'] as const
type Tab = (typeof tabs)[number]

const tabLabels: Readonly<Record<Tab, string>> = {
  files: labels.files,
  decisions: labels.decisions,
  provinces: labels.byProvince,
  contents: labels.byContent,
  groups: labels.byConferenceGroup,
  sources: labels.bySource,
  sentences: labels.sentences,
  differences: labels.differences,
}

interface Work {
  /** Chosen since it was opened; the others are kept already. */
  readonly files: readonly Upload[]
  readonly without: readonly string[]
  readonly settings: ConsolidationSettings
}

interface Kept {
  readonly id: number
  readonly rowVersion: number
  readonly name: string
  readonly note: string
}

export function ConsolidationScreen({ id }: { readonly id: number | null }) {
  return id === null ? <Workspace kept={null} opened={null} /> : <KeptConsolidation id={id} />
}

function KeptConsolidation({ id }: { readonly id: number }) {
  const { data, error, refetch } = useQueryCall('consolidation.get', { id })
  if (error !== null) return <QueryProblem error={error} retry={() => void refetch()} />
  if (data === undefined) return <div className={styles.padded}>{common.loading}</div>
  const { result, ...kept } = data
  return <Workspace key={`${id} ${data.rowVersion}`} kept={kept} opened={result} />
}

const nothing: Work = { files: [], without: [], settings: consolidationSettings.parse({}) }

interface WorkspaceProps {
  readonly kept: Kept | null
  readonly opened: Consolidated | null
}

function Workspace({ kept, opened }: WorkspaceProps) {
  const [work, setWork] = useState<Work>(opened === null ? nothing : { ...nothing, settings: opened.settings })
  const [shown, setShown] = useState<Consolidated | null>(opened)
  const [tab, setTab] = useState<Tab>(opened === null ? 'files' : 'provinces')
  const [reading, setReading] = useState(false)
  const [changed, setChanged] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'name' | 'settings' | ShownSource | null>(null)
  const save = useCommandCall('consolidation.save')
  const remove = useCommandCall('consolidation.remove')
  const client = useQueryClient()
  const asked = useRef(0)
  useEffect(() => (changed ? markUnsaved() : undefined), [changed])
  useShortcuts({ 'Ctrl+S': () => void keep() })

  async function look(wanted: Work): Promise<void> {
    asked.current += 1
    const mine = asked.current
    setWork(wanted)
    setChanged(true)
    setReading(true)
    setProblem(null)
    try {
      const answer = await runQuery('consolidation.preview', inputOf(kept, wanted))
      if (mine === asked.current) setShown(answer)
    } catch (error) {
      if (mine === asked.current) setProblem(problemOf(error).message)
    } finally {
      if (mine === asked.current) setReading(false)
    }
  }

  async function take(files: readonly File[]): Promise<void> {
    const refused = files.map(whyNotTaken).filter((one) => one !== null)
    const read: Upload[] = []
    for (const file of files.filter((one) => whyNotTaken(one) === null))
      try {
        read.push(await readUpload(file))
      } catch {
        refused.push(`Không đọc được “${file.name}”. Tệp có thể đang mở ở chương trình khác hoặc đã bị chuyển chỗ.`)
      }
    if (read.length > 0) await look({ ...work, files: [...work.files, ...read] })
    if (refused.length > 0) setProblem(refused.join(' '))
  }

  const settle = (settings: Partial<ConsolidationSettings>) =>
    void look({ ...work, settings: { ...work.settings, ...settings } })

  async function keep(): Promise<void> {
    if (shown === null || shown.sources.length === 0) return
    if (kept === null) setDialog('name')
    else await write(kept.name, kept.note)
  }

  async function write(name: string, note: string): Promise<void> {
    setDialog(null)
    try {
      const saved = await save.mutateAsync({
        ...inputOf(kept, work),
        rowVersion: kept?.rowVersion ?? null,
        name,
        note,
      })
      setChanged(false)
      notifyDone(`Đã lưu bảng tổng hợp “${name}”.`)
      await client.invalidateQueries({ queryKey: ['consolidation'] })
      if (kept === null) await navigate(paths.consolidation(saved.id), { replace: true, force: true })
    } catch (error) {
      const refused = problemOf(error)
      setProblem([refused.message, ...refused.fields.map((field) => field.message)].join(' '))
    }
  }

  async function takeAway(gone: Kept): Promise<void> {
    const sure = await askUser({
      title: `Xóa bảng tổng hợp “${gone.name}”?`,
      text: 'Các tệp gốc không bị động đến. Xóa nhầm thì bấm Hoàn tác (Ctrl+Z).',
      yes: 'Xóa',
      no: 'Giữ lại',
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id: gone.id, rowVersion: gone.rowVersion })
      await navigate(paths.consolidations, { force: true })
    } catch (error) {
      notifyProblem(error)
    }
  }

  async function writeOut(format: 'xlsx' | 'pdf' | 'docx'): Promise<void> {
    if (kept === null) return
    try {
      await saveFile(await runQuery('consolidation.export', { id: kept.id, format }))
    } catch (error) {
      notifyProblem(error)
    }
  }

  const waiting = shown === null ? 0 : openCount(shown)
  const canWrite = kept !== null && !changed
  const why = canWrite ? undefined : 'Lưu bảng tổng hợp trước khi xuất'
  return (
    <div className={styles.screen}>
      <PageHeader
        title={kept?.name ?? labels.new}
        detail={headline(shown, reading, waiting)}
        actions={
          <>
            {kept !== null && (
              <Button kind="danger" onClick={() => void takeAway(kept)}>
                {labels.remove}
              </Button>
            )}
            <Button onClick={() => setDialog('settings')}>{labels.settings}…</Button>
            <Button disabled={!canWrite} title={why} onClick={() => void writeOut('pdf')}>
              PDF
            </Button>
            <Button disabled={!canWrite} title={why} onClick={() => void writeOut('docx')}>
              Word
            </Button>
          </>
        }
        {...(canWrite ? { onExport: () => void writeOut('xlsx') } : {})}
        primary={
          <Button
            kind="primary"
            title="Ctrl+S"
            disabled={shown === null || shown.sources.length === 0 || (!changed && kept !== null) || reading}
            busy={save.isPending}
            onClick={() => void keep()}
          >
            {common.save}
          </Button>
        }
      />
      <div className={styles.tabs} role="tablist" aria-label={labels.many}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={one === tab}
            data-open={(one === 'decisions' && waiting > 0) || undefined}
            onClick={() => setTab(one)}
          >
            {tabLabels[one]}
            {countOf(one, shown, waiting)}
          </button>
        ))}
      </div>
      {problem !== null && (
        <div className={styles.problem} role="alert">
          {problem}
        </div>
      )}
      {tab === 'files' && <FileDrop reading={reading} onFiles={(files) => void take(files)} />}
      <div className={styles.body} role="tabpanel" aria-label={tabLabels[tab]} aria-busy={reading}>
        {shown === null ? (
          <div className={styles.padded}>
            <p>
              Tổng hợp số liệu của nhiều đơn vị thành bảng chung của vùng: theo tỉnh, theo nội dung, theo nguồn. Bắt đầu
              bằng cách thêm các gói số liệu đã nhận ở thẻ “{labels.files}”.
            </p>
          </div>
        ) : (
          <TabContent
            tab={tab}
            shown={shown}
            onOpen={setDialog}
            onDecide={(issue, choice) => settle({ decisions: { ...work.settings.decisions, [issue]: choice } })}
            onAnswer={(source, question, answer) => {
              const { answers } = work.settings
              settle({ answers: { ...answers, [source]: { ...answers[source], [question]: answer } } })
            }}
          />
        )}
      </div>
      {dialog === 'name' && (
        <NameDialog
          name={kept?.name ?? suggestedName(shown, work.settings)}
          note={kept?.note ?? ''}
          onSave={(name, note) => void write(name, note)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'settings' && (
        <SettingsDialog settings={work.settings} onSet={settle} onClose={() => setDialog(null)} />
      )}
      {dialog !== null && typeof dialog === 'object' && (
        <SourceDialog
          source={dialog}
          onClose={() => setDialog(null)}
          onProvince={(province) => {
            setDialog(null)
            if (dialog.key !== null) settle({ provinces: { ...work.settings.provinces, [dialog.key]: province } })
          }}
          onTakeOut={() => {
            setDialog(null)
            void look(withoutSource(work, dialog))
          }}
        />
      )}
    </div>
  )
}

function inputOf(kept: Kept | null, { files, without, settings }: Work) {
  return { id: kept?.id ?? null, files: [...files], without: [...without], settings }
}

/** A kept file is left out by its key; one just chosen is simply not sent again. */
function withoutSource(work: Work, source: ShownSource): Work {
  const files = work.files.filter(({ fileName }) => fileName !== source.fileName)
  return { ...work, files, without: source.key === null ? work.without : [...work.without, source.key] }
}

function headline(shown: Consolidated | null, reading: boolean, waiting: number): string {
  if (shown === null) return reading ? 'đang đọc các tệp…' : 'chưa có tệp nào'
  const counted = shown.sources.filter(({ use }) => use === 'counted').length
  const doubtful = shown.checks.filter(({ severity }) => severity === 'warning').length
  const parts = [
    ...(shown.year === null ? [] : [`Năm ${shown.year}`]),
    `${counted}/${shown.sources.length} tệp được tính`,
    `${shown.table.provinces.length} tỉnh, thành phố`,
    ...(waiting > 0 ? [`còn ${waiting} điều phải quyết định`] : []),
    ...(doubtful > 0 ? [labels.doubtful(doubtful)] : []),
    ...(reading ? ['đang đọc…'] : []),
  ]
  return parts.join(' · ')
}

function countOf(tab: Tab, shown: Consolidated | null, waiting: number): string {
  if (shown === null) return ''
  if (tab === 'files') return ` (${shown.sources.length})`
  if (tab === 'decisions') return waiting === 0 ? '' : ` (${waiting})`
  if (tab === 'differences') return shown.differences.length === 0 ? '' : ` (${shown.differences.length})`
  return ''
}

function suggestedName(shown: Consolidated | null, { region, period }: ConsolidationSettings): string {
  const when = [period, shown?.year == null ? '' : `năm ${shown.year}`].filter((one) => one !== '').join(' ')
  return ['Tổng hợp', region, when].filter((one) => one !== '').join(' ')
}

interface TabContentProps {
  readonly tab: Tab
  readonly shown: Consolidated
  readonly onOpen: (source: ShownSource) => void
  readonly onDecide: (issue: string, choice: string) => void
  readonly onAnswer: (source: string, question: string, answer: string) => void
}

function TabContent({ tab, shown, onOpen, onDecide, onAnswer }: TabContentProps) {
  switch (tab) {
    case 'files':
      return <FilesTable shown={shown} onOpen={onOpen} />
    case 'decisions':
      return <ConsolidationIssues shown={shown} onDecide={onDecide} onAnswer={onAnswer} />
    case 'provinces':
      return <ConsolidationTable name="provinces" first={labels.province} shown={shown} rows={shown.table.provinces} />
    case 'contents':
      return <ConsolidationTable name="contents" first={labels.content} shown={shown} rows={shown.table.contents} />
    case 'groups':
      return (
        <ConsolidationTable name="groups" first={labels.content} shown={shown} rows={shown.table.conferenceGroups} />
      )
    case 'sources':
      return <SourcesTable shown={shown} />
    case 'sentences':
      return <Sentences shown={shown} />
    case 'differences':
      return <DifferencesTable shown={shown} />
  }
}
