// The menu: what stands in it, in which order, under which number. Alt and the number open it.
// More stands in it than a small screen shows: as many groups are open as fit, the ones used last before the others.
import {
  activityLabels,
  consolidationLabels,
  deadlineLabels,
  executionLabels,
  historyLabels,
  menuLabels,
  packageLabels,
  peopleLabels,
  pictureLabels,
  reportLabels,
  reviewLabels,
  safetyLabels,
  voteLabels,
} from '../../shared/labels'
import { paths } from './paths'
import type { ShortcutKey } from './shortcuts'

export interface MenuEntry {
  /** The number never changes, so that the hand remembers it. */
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
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
  ...group(6, menuLabels.activities, [
    { label: voteLabels.many, path: paths.votes },
    { label: voteLabels.certificates, path: paths.certificates },
    { label: activityLabels.many, path: paths.activities },
  ]),
  ...group(7, menuLabels.reports, [
    { label: reportLabels.screen, path: paths.reports },
    { label: reviewLabels.menu, path: paths.review },
    { label: pictureLabels.menu, path: paths.pictures },
    { label: packageLabels.many, path: paths.packages },
    { label: consolidationLabels.many, path: paths.consolidations },
  ]),
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

/** Opens its first screen; a group without a screen is not shown. */
function group(number: EntryNumber, label: string, children: MenuEntry['children']): readonly MenuEntry[] {
  const [first] = children
  return first === undefined ? [] : [{ number, label, path: first.path, children }]
}

export function shortcutOf(entry: MenuEntry): ShortcutKey {
  return `Alt+${entry.number}`
}

/** A record's screen belongs to its list. */
export function isWithin(path: string, current: string): boolean {
  return path === paths.overview ? current === path : current === path || current.startsWith(`${path}/`)
}

export type EntryNumber = MenuEntry['number']

/** Heights of the rows in pixels; the style sheet takes them from here. */
export const menuRow = { entry: 30, child: 24 } as const

/** The groups wanted open before anything was used: the work of every day first. */
export const firstWanted: readonly EntryNumber[] = [3, 5, 4, 8, 7, 6]

/** Whose screen this is. */
export function entryOf(path: string): EntryNumber | null {
  const entry = menu.find((one) => isWithin(one.path, path) || one.children.some((child) => isWithin(child.path, path)))
  return entry?.number ?? null
}

export interface MenuSpace {
  readonly entries: readonly { readonly number: EntryNumber; readonly children: readonly unknown[] }[]
  /** Wanted open, the one used last first. */
  readonly wanted: readonly EntryNumber[]
  /** Pixels for all rows together. */
  readonly height: number
}

/** The first wanted group is open whatever the height (the menu scrolls then); of the others as many as still fit. */
export function openGroups({ entries, wanted, height }: MenuSpace): ReadonlySet<EntryNumber> {
  const open = new Set<EntryNumber>()
  let left = height - entries.length * menuRow.entry
  for (const number of wanted) {
    const children = entries.find((entry) => entry.number === number)?.children ?? []
    if (children.length === 0) continue
    const needed = children.length * menuRow.child
    if (open.size > 0 && needed > left) continue
    open.add(number)
    left -= needed
  }
  return open
}

export function wantedFirst(wanted: readonly EntryNumber[], number: EntryNumber): readonly EntryNumber[] {
  return [number, ...wanted.filter((one) => one !== number)]
}
