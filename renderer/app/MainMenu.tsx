// The menu at the left: groups that open and close, so that every entry is in sight on the smallest screen.
import { useElementSize } from '@mantine/hooks'
import { type CSSProperties, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { productName } from '../../shared/labels'
import { leaveMenu } from './focus'
import { usePath } from './location'
import styles from './MainMenu.module.css'
import {
  type EntryNumber,
  entryOf,
  firstWanted,
  isWithin,
  type MenuEntry,
  menu,
  menuRow,
  openGroups,
  shortcutOf,
  wantedFirst,
} from './menu'

const rowHeights = { '--menu-entry': `${menuRow.entry}px`, '--menu-child': `${menuRow.child}px` } as CSSProperties

export function MainMenu() {
  const current = usePath()
  const [wanted, setWanted] = useState<readonly EntryNumber[]>(firstWanted)
  const { ref, height } = useElementSize<HTMLDivElement>()
  // Whichever way a screen was reached, its group opens; closed by hand it stays so until another screen is opened.
  useEffect(() => {
    const number = entryOf(current)
    if (number !== null) setWanted((before) => wantedFirst(before, number))
  }, [current])
  const open = openGroups({ entries: menu, wanted, height })
  return (
    <nav className={styles.menu} aria-label="Chức năng" style={rowHeights}>
      <div className={styles.product}>{productName}</div>
      <div ref={ref} className={styles.entries}>
        <ul>
          {menu.map((entry) => (
            <Entry
              key={entry.number}
              entry={entry}
              current={current}
              open={open.has(entry.number)}
              onOpen={(opened) =>
                setWanted((before) =>
                  opened ? wantedFirst(before, entry.number) : before.filter((one) => one !== entry.number),
                )
              }
            />
          ))}
        </ul>
      </div>
    </nav>
  )
}

interface EntryProps {
  readonly entry: MenuEntry
  readonly current: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

function Entry({ entry, current, open, onOpen }: EntryProps) {
  const inside = entry.children.some((child) => isWithin(child.path, current))
  const here = inside || isWithin(entry.path, current)
  const listId = `menu-${entry.number}`
  return (
    <li>
      <div className={styles.entry}>
        <Link
          href={entry.path}
          onClick={leaveMenu}
          className={here ? styles.here : ''}
          title={shortcutOf(entry)}
          {...(here && !(inside && open) ? { 'aria-current': 'page' as const } : {})}
        >
          <span className={styles.number} aria-hidden="true">
            {entry.number}
          </span>
          {entry.label}
        </Link>
        {entry.children.length > 0 && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={listId}
            aria-label={`${open ? 'Thu gọn' : 'Mở'} nhóm ${entry.label}`}
            onClick={() => onOpen(!open)}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        )}
      </div>
      {open && (
        <ul id={listId}>
          {entry.children.map((child) => (
            <li key={child.path}>
              <Link
                href={child.path}
                onClick={leaveMenu}
                className={isWithin(child.path, current) ? styles.here : ''}
                {...(isWithin(child.path, current) ? { 'aria-current': 'page' as const } : {})}
              >
                {child.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
