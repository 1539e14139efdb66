// Which columns of a table are shown; the first one always is.
import { Popover } from '@mantine/core'
import { labels } from '../../shared/labels'
import { Button } from './Button'
import styles from './ColumnChooser.module.css'

interface ColumnName {
  readonly id: string
  readonly header: string
}

interface ColumnChooserProps {
  readonly columns: readonly ColumnName[]
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

export function ColumnChooser({ columns, shown, onChange }: ColumnChooserProps) {
  const choosable = columns.slice(1)
  if (choosable.length < 2) return null
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button kind="quiet">{labels.columns} ▾</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={styles.list}>
          <legend>Cột được hiện</legend>
          {choosable.map((column) => (
            <label key={column.id}>
              <input
                type="checkbox"
                checked={shown.includes(column.id)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked ? [...shown, column.id] : shown.filter((one) => one !== column.id),
                  )
                }
              />
              {column.header}
            </label>
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
