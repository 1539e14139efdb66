// A data file as an older program left it, with work in it.
import Database from 'better-sqlite3'
import { migrate } from '../../electron/database/migrate'
import { migrations } from '../../electron/database/migrations'
import { applicationId, applyPragmas } from '../../electron/database/pragmas'

export const oldVersion = 16

export function makeOlderFile(file: string): void {
  const db = new Database(file)
  applyPragmas(db)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, migrations.slice(0, oldVersion))
  const add = db.prepare("INSERT INTO command (at, actor, host, name) VALUES ('2022-01-01T00:00:00Z', '', '', ?)")
  const plan = db.prepare("INSERT INTO project (code, programme, kind, plan_year) VALUES (?, 'local', 'single', 2022)")
  db.transaction(() => {
    for (let index = 0; index < 400; index += 1) {
      add.run(`viec.${index}`)
      const { lastInsertRowid } = plan.run(`KC-${index}`)
      db.exec(`INSERT INTO project_version (project_id, number, stage, name, name_sort, content_group)
        VALUES (${lastInsertRowid}, 1, 'registered', 'Máy', '', 'ND3');
        UPDATE project SET current_version_id = last_insert_rowid() WHERE id = ${lastInsertRowid}`)
    }
  })()
  db.close()
}
