// What stands around every screen: menu, year, search, money unit, which file and when it was last saved.
import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { OfficeDetails } from '../../shared/contract/office'
import { labels, peopleLabels, roleLabels } from '../../shared/labels'
import { unitLabel } from '../../shared/vietnamese/money'
import { openHelp } from '../help/helpState'
import { OwnSecretDialog } from '../people/OwnSecretDialog'
import { BackupStatus } from '../safety/BackupStatus'
import { SearchEverything } from '../search/SearchEverything'
import type { DataFile } from '../start/useDataFile'
import { api } from './api'
import { useQueryCall } from './calls'
import styles from './Frame.module.css'
import { focusIsFree, leaveMenu, screenId } from './focus'
import { useLastSaved } from './lastSaved'
import { navigate, usePath } from './location'
import { MainMenu } from './MainMenu'
import { menu, shortcutOf } from './menu'
import { moneyUnits, type ShownMoneyUnit, useMoney } from './moneyUnit'
import { type Shortcuts, useShortcuts } from './shortcuts'
import { useYear } from './year'

interface FrameProps {
  readonly office: OfficeDetails
  readonly dataFile: DataFile
  readonly children: ReactNode
}

const menuShortcuts: Shortcuts = Object.fromEntries(
  menu.map((entry) => [
    shortcutOf(entry),
    () => {
      leaveMenu()
      void navigate(entry.path)
    },
  ]),
)

export function Frame({ office, dataFile, children }: FrameProps) {
  useShortcuts(menuShortcuts)
  const path = usePath()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another screen is shown
  useEffect(() => {
    if (focusIsFree()) document.getElementById(screenId)?.focus()
  }, [path])
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById(screenId)?.focus()}>
        Đến nội dung chính
      </button>
      <MainMenu />
      <header className={styles.top}>
        <YearChooser />
        <div className={styles.search}>
          <SearchEverything />
        </div>
        <MoneyUnitChooser />
        <FileMenu office={office} dataFile={dataFile} />
      </header>
      <main id={screenId} className={styles.screen} tabIndex={-1}>
        <FileWarnings warnings={dataFile.file?.warnings ?? []} />
        {children}
      </main>
      <StatusLine dataFile={dataFile} />
    </div>
  )
}

function YearChooser() {
  const { year, years, setYear } = useYear()
  return (
    <label className={styles.chooser}>
      {labels.year}
      <select value={year} onChange={(event) => setYear(Number(event.currentTarget.value))}>
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  )
}

function MoneyUnitChooser() {
  const money = useMoney()
  return (
    <select
      className={styles.unit}
      aria-label={labels.moneyUnit}
      title={labels.moneyUnit}
      value={money.unit}
      onChange={(event) => money.setUnit(event.currentTarget.value as ShownMoneyUnit)}
    >
      {moneyUnits.map((unit) => (
        <option key={unit} value={unit}>
          {`${unitLabel(unit).charAt(0).toLocaleUpperCase('vi')}${unitLabel(unit).slice(1)}`}
        </option>
      ))}
    </select>
  )
}

function FileMenu({ office, dataFile }: { readonly office: OfficeDetails; readonly dataFile: DataFile }) {
  const person = useQueryCall('people.current', {}).data?.signedIn ?? null
  const [changing, setChanging] = useState(false)
  const client = useQueryClient()
  // What is being typed stays behind the sign-in: nothing is asked.
  async function signOut(): Promise<void> {
    await api.people.signOut({})
    await client.invalidateQueries({ queryKey: ['people'] })
  }
  return (
    <>
      <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 0 }} width={280}>
        <Menu.Target>
          <button type="button" className={styles.office} title={office.centreName}>
            <span>{person?.name ?? (office.centreShortName === '' ? office.centreName : office.centreShortName)}</span>{' '}
            ▾
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label="Tệp dữ liệu">
          <Menu.Label className={styles.filePath}>{dataFile.file?.path}</Menu.Label>
          <Menu.Item onClick={openHelp}>Hướng dẫn sử dụng (F1)</Menu.Item>
          {person !== null && (
            <>
              <Menu.Label>
                {person.name} – {roleLabels[person.role].toLocaleLowerCase('vi')}
              </Menu.Label>
              <Menu.Item onClick={() => setChanging(true)}>{peopleLabels.changeSecret}…</Menu.Item>
              <Menu.Item onClick={() => void signOut()}>{peopleLabels.signOut}</Menu.Item>
            </>
          )}
          <Menu.Item onClick={() => void dataFile.close()}>Đóng tệp, mở tệp khác…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <OwnSecretDialog onClose={() => setChanging(false)} />}
    </>
  )
}

function FileWarnings({ warnings }: { readonly warnings: readonly string[] }) {
  const [seen, setSeen] = useState(false)
  if (seen || warnings.length === 0) return null
  return (
    <div className={styles.warning} role="status">
      <div>
        {warnings.map((warning) => (
          <p key={warning}>Lưu ý: {warning}</p>
        ))}
      </div>
      <button type="button" onClick={() => setSeen(true)}>
        Đã hiểu
      </button>
    </div>
  )
}

function StatusLine({ dataFile }: { readonly dataFile: DataFile }) {
  const saved = useLastSaved()
  return (
    <footer className={styles.status}>
      <span>{saved === null ? 'Chưa có thay đổi nào từ khi mở tệp' : `Đã lưu ${saved}`}</span>
      <BackupStatus />
      <span title={dataFile.file?.path}>{dataFile.file?.name}</span>
    </footer>
  )
}
