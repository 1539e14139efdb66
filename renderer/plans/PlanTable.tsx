// The plan as it will be printed: grouped by content with subtotals, summed by source at the foot. Lines change places inside
// their group by dragging or Alt+↑/↓; priority and note are typed where they stand.
import { type DragEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ContentGroupEntry } from '../../shared/contract/office'
import { decisionInWords } from '../../shared/domain/comparedStates'
import { type AmountsBySource, type FundingSource, fundingSources, totalOf } from '../../shared/domain/money'
import {
  contentGroupNumerals,
  labels,
  planLabels,
  projectLabels,
  sourceLabels,
  versionStageLabels,
} from '../../shared/labels'
import { formatMonth } from '../../shared/vietnamese/dates'
import { formatMoney } from '../../shared/vietnamese/money'
import { problemOf } from '../app/bridge'
import { type CallOutput, useCommandCall } from '../app/calls'
import { focusIsFree } from '../app/focus'
import { navigate } from '../app/location'
import { type Money, useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import styles from './PlanScreen.module.css'
import { type Move, moveByStep, moveOnto, type PlanOrder } from './planOrder'

export type Plan = CallOutput<'plans.get'>
export type PlanItem = Plan['items'][number]

const moneyWidth = { dong: 118, thousand: 96, million: 80 } as const

interface PlanTableProps {
  readonly plan: Plan
  readonly contentGroups: readonly ContentGroupEntry[]
  /** Lines are taken out, moved and written beside only where this is given. */
  readonly onRemove: ((item: PlanItem) => void) | null
  /** Đợt bổ sung of a line, 0 for the first registration. */
  readonly roundOf?: (itemId: number) => number
}

export function planRowId(itemId: number): string {
  return `dong-ke-hoach-${itemId}`
}

/** Brings a line into sight and puts the keyboard on it. */
export function showPlanItem(itemId: number): void {
  const row = document.getElementById(planRowId(itemId))
  row?.scrollIntoView({ block: 'center' })
  row?.querySelector('a')?.focus({ preventScroll: true })
}

export function PlanTable({ plan, contentGroups, onRemove, roundOf = () => 0 }: PlanTableProps) {
  const money = useMoney()
  const move = useCommandCall('plans.moveItem')
  const table = useRef<HTMLTableElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const movedItem = useRef<number | null>(null)
  const order: PlanOrder = {
    items: plan.items.map((item) => item.id),
    groups: plan.groups.map((group) => group.itemIds),
  }
  const itemOf = new Map(plan.items.map((item) => [item.id, item]))

  // A moved row is another place in the page: the browser drops the focus on the way.
  useLayoutEffect(() => {
    if (movedItem.current === null || move.isPending) return
    showPlanItem(movedItem.current)
    movedItem.current = null
  })

  // The keys work at once, unless something else is being used.
  useEffect(() => {
    if (focusIsFree()) table.current?.querySelector('a')?.focus({ preventScroll: true })
  }, [])

  async function run(wanted: Move | null): Promise<void> {
    if (wanted === null || move.isPending) return
    try {
      await move.mutateAsync(wanted)
      movedItem.current = wanted.itemId
    } catch (error) {
      notifyProblem(error)
    }
  }

  function focusSibling(from: HTMLElement, step: 1 | -1): boolean {
    const all = [...(table.current?.querySelectorAll<HTMLElement>(`[data-column="${from.dataset.column}"]`) ?? [])]
    const next = all[all.indexOf(from) + step]
    next?.focus()
    return next !== undefined
  }

  function onKeyDown(event: KeyboardEvent, item: PlanItem): void {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (step !== null && event.altKey) {
      event.preventDefault()
      if (onRemove !== null) void run(moveByStep(order, item.id, step))
    } else if (step !== null && !(event.target instanceof HTMLTextAreaElement)) {
      if (focusSibling(event.target, step)) event.preventDefault()
    } else if (event.key === 'Enter' && event.target.matches('input, textarea')) {
      // Leaving the box saves it.
      event.preventDefault()
      if (!focusSibling(event.target, event.shiftKey ? -1 : 1)) event.target.blur()
    }
  }

  function onDrop(event: DragEvent, onto: number): void {
    event.preventDefault()
    setOver(null)
    if (dragged !== null) void run(moveOnto(order, dragged, onto))
    setDragged(null)
  }

  const width = moneyWidth[money.unit]
  // A column of nothing would only make the names narrower.
  const sources = fundingSources.filter((source) => source !== 'other' || plan.amounts.other !== 0)
  let number = 0
  return (
    <div className={styles.scroller}>
      <table
        ref={table}
        className={styles.table}
        aria-label={`${planLabels.one} ${plan.year}`}
        style={{ minWidth: 720 + (sources.length + 1) * width }}
      >
        <colgroup>
          <col style={{ width: 36 }} />
          <col />
          <col style={{ width: 180 }} />
          <col style={{ width: 86 }} />
          <col style={{ width }} />
          {sources.map((source) => (
            <col key={source} style={{ width }} />
          ))}
          <col style={{ width: 58 }} />
          <col style={{ width: 120 }} />
          <col style={{ width: 56 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">TT</th>
            <th scope="col">{projectLabels.name}</th>
            <th scope="col">{projectLabels.beneficiaries}, địa điểm</th>
            <th scope="col">{projectLabels.period}</th>
            <th scope="col" className={styles.figure}>
              {labels.total}
              <br />
              <small>{money.label}</small>
            </th>
            {sources.map((source) => (
              <th key={source} scope="col" className={styles.figure}>
                {sourceLabels[source].short}
              </th>
            ))}
            <th scope="col">{planLabels.priority}</th>
            <th scope="col">{labels.note}</th>
            <th scope="col">
              <span className="visually-hidden">Đưa ra khỏi kế hoạch</span>
            </th>
          </tr>
        </thead>
        {plan.groups.map((group) => (
          <tbody key={group.key}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={4}>
                {groupTitle(group.key, contentGroups)} ({group.itemIds.length} đề án)
              </th>
              <MoneyCells amounts={group.amounts} sources={sources} money={money} />
              <td colSpan={3} />
            </tr>
            {group.itemIds.map((itemId) => {
              const item = itemOf.get(itemId)
              if (item === undefined) return null
              number += 1
              return (
                <tr
                  key={item.id}
                  id={planRowId(item.id)}
                  className={styles.item}
                  data-over={over === item.id || undefined}
                  onKeyDown={(event) => onKeyDown(event, item)}
                  onDragOver={(event) => {
                    if (dragged === null || !group.itemIds.includes(dragged)) return
                    event.preventDefault()
                    setOver(item.id)
                  }}
                  onDrop={(event) => onDrop(event, item.id)}
                >
                  <td
                    className={styles.handle}
                    draggable={onRemove !== null}
                    title={onRemove === null ? undefined : 'Kéo để đổi chỗ trong nhóm'}
                    onDragStart={(event) => {
                      setDragged(item.id)
                      event.dataTransfer.effectAllowed = 'move'
                      event.dataTransfer.setData('text/plain', item.name)
                    }}
                    onDragEnd={() => {
                      setDragged(null)
                      setOver(null)
                    }}
                  >
                    {number}
                  </td>
                  <td>
                    <a
                      className={styles.name}
                      href={`#${paths.project(item.projectId)}`}
                      data-column="name"
                      draggable={false}
                      onClick={(event) => {
                        event.preventDefault()
                        void navigate(paths.project(item.projectId))
                      }}
                    >
                      {item.name}
                    </a>
                    {item.version.adjustments > 0 && (
                      <div className={styles.place}>{adjustedInWords(item.version)}</div>
                    )}
                    {roundOf(item.id) > 0 && (
                      <div className={styles.place}>
                        {planLabels.supplementRound} {roundOf(item.id)}
                      </div>
                    )}
                  </td>
                  <td>
                    {item.beneficiaries.map((one) => one.name).join('; ')}
                    {item.places.length > 0 && <div className={styles.place}>{item.places.join('; ')}</div>}
                  </td>
                  <td className={styles.period}>{periodOf(item)}</td>
                  <MoneyCells amounts={item.amounts} sources={sources} money={money} />
                  {onRemove === null ? (
                    <>
                      <td>{item.priority ?? ''}</td>
                      <td>{item.note}</td>
                      <td />
                    </>
                  ) : (
                    <>
                      <EditableCells item={item} />
                      <td>
                        <Button
                          kind="quiet"
                          aria-label={`Đưa ra khỏi kế hoạch: ${item.name}`}
                          title="Đưa ra khỏi kế hoạch; đề án vẫn còn"
                          onClick={() => onRemove(item)}
                        >
                          Bỏ
                        </Button>
                      </td>
                    </>
                  )}
                </tr>
              )
            })}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <td />
            <td colSpan={3}>
              {labels.total}: {plan.items.length} đề án
            </td>
            <MoneyCells amounts={plan.amounts} sources={sources} money={money} />
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

export function groupTitle(key: Plan['groups'][number]['key'], contentGroups: readonly ContentGroupEntry[]): string {
  if (key === 'flagship') return planLabels.flagship
  return `${contentGroupNumerals[key]}. ${contentGroups.find((entry) => entry.code === key)?.name ?? key}`
}

function adjustedInWords({ adjustments, decisionNumber, decisionDate }: PlanItem['version']): string {
  const decision = decisionInWords({ number: decisionNumber, date: decisionDate })
  return `${versionStageLabels.adjusted} lần ${adjustments}${decision === '' ? '' : `, ${decision}`}`
}

function periodOf(item: PlanItem): string {
  if (item.startMonth === null && item.endMonth === null) return ''
  return [item.startMonth, item.endMonth].map((month) => (month === null ? '…' : formatMonth(month))).join(' –\n')
}

interface MoneyCellsProps {
  readonly amounts: AmountsBySource
  readonly sources: readonly FundingSource[]
  readonly money: Money
}

function MoneyCells({ amounts, sources, money }: MoneyCellsProps) {
  const cell = (dong: number) => (dong === 0 ? '' : money.format(dong))
  return (
    <>
      <td className={styles.figure} title={`${formatMoney(totalOf(amounts))} đồng`}>
        {cell(totalOf(amounts))}
      </td>
      {sources.map((source) => (
        <td key={source} className={styles.figure} title={`${formatMoney(amounts[source])} đồng`}>
          {cell(amounts[source])}
        </td>
      ))}
    </>
  )
}

/** Priority and note, saved when left. */
function EditableCells({ item }: { readonly item: PlanItem }) {
  const save = useCommandCall('plans.saveItem')
  const priority = useRef<HTMLInputElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const shownPriority = item.priority === null ? '' : String(item.priority)
  useEffect(() => {
    if (priority.current !== null && document.activeElement !== priority.current) priority.current.value = shownPriority
    if (note.current !== null && document.activeElement !== note.current) note.current.value = item.note
  }, [shownPriority, item.note])

  async function leave(): Promise<void> {
    const typed = priority.current?.value.trim() ?? ''
    const typedNote = note.current?.value ?? ''
    if (typed === shownPriority && typedNote === item.note) {
      setProblem(null)
      return
    }
    if (!/^\d*$/.test(typed)) {
      setProblem('Mức ưu tiên là số từ 1.')
      return
    }
    try {
      await save.mutateAsync({ itemId: item.id, priority: typed === '' ? null : Number(typed), note: typedNote })
      setProblem(null)
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused.fields[0]?.message ?? refused.message)
    }
  }

  const problemId = `${planRowId(item.id)}-loi`
  const described = problem === null ? {} : { 'aria-invalid': true as const, 'aria-describedby': problemId }
  return (
    <>
      <td className={styles.editable}>
        <input
          ref={priority}
          className={styles.input}
          aria-label={`${planLabels.priority}: ${item.name}`}
          inputMode="numeric"
          autoComplete="off"
          data-column="priority"
          defaultValue={shownPriority}
          onBlur={() => void leave()}
          {...described}
        />
        {problem !== null && (
          <div id={problemId} className={styles.error} role="alert">
            {problem}
          </div>
        )}
      </td>
      <td className={styles.editable}>
        <textarea
          ref={note}
          className={styles.input}
          rows={1}
          aria-label={`${labels.note}: ${item.name}`}
          autoComplete="off"
          spellCheck={false}
          data-column="note"
          defaultValue={item.note}
          onBlur={() => void leave()}
        />
      </td>
    </>
  )
}
