// The menu: what stands in it, in which order, under which number. Alt and the number open it.
import {
  deadlineLabels,
  executionLabels,
  historyLabels,
  menuLabels,
  peopleLabels,
  safetyLabels,
} from '../../shared/labels'
import { paths } from './paths'
import type { ShortcutKey } from './shortcuts'

export interface MenuEntry {
  /** The number never changes, so that the hand remembers it. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 8
  readonly label: string
  readonly path: string
  readonly children: readonly { readonly label: string; readonly path: string }[]
}

export const menu: readonly MenuEntry[] = [
  { number: 1, label: menuLabels.overview, path: paths.overview, children: [] },
  { number: 2, label: menuLabels.establishments, path: paths.establishments, children: [] },
  {
    number: 3,
    label: menuLabels.planning,
    path: paths.projects,
    children: [
      { label: menuLabels.needs, path: paths.needs },
      { label: menuLabels.projects, path: paths.projects },
      { label: menuLabels.appraisals, path: paths.appraisals },
      { label: menuLabels.plan, path: paths.plan },
      { label: menuLabels.outgoing, path: paths.outgoing },
      { label: menuLabels.imports, path: paths.imports },
    ],
  },
  {
    number: 4,
    label: menuLabels.changes,
    path: paths.changes,
    children: [
      { label: menuLabels.changeRequests, path: paths.changes },
      { label: menuLabels.comparison, path: paths.comparison },
    ],
  },
  {
    number: 5,
    label: menuLabels.execution,
    path: paths.board,
    children: [
      { label: menuLabels.board, path: paths.board },
      { label: menuLabels.contracts, path: paths.contracts },
      { label: executionLabels.progress, path: paths.progress },
      { label: executionLabels.acceptance, path: paths.acceptances },
      { label: executionLabels.settlementShort, path: paths.settlements },
      { label: executionLabels.inspection, path: paths.inspections },
      { label: executionLabels.machines, path: paths.machines },
    ],
  },
  {
    number: 8,
    label: menuLabels.office,
    path: paths.office,
    children: [
      { label: menuLabels.officeDetails, path: paths.office },
      { label: menuLabels.norms, path: paths.norms },
      { label: deadlineLabels.settings, path: paths.deadlines },
      { label: peopleLabels.many, path: paths.people },
      { label: historyLabels.screen, path: paths.journal },
      { label: safetyLabels.menu, path: paths.safety },
    ],
  },
]

export function shortcutOf(entry: MenuEntry): ShortcutKey {
  return `Alt+${entry.number}`
}

/** A record's screen belongs to its list. */
export function isWithin(path: string, current: string): boolean {
  return path === paths.overview ? current === path : current === path || current.startsWith(`${path}/`)
}
