// How SQLite would find the rows of every query that some reading makes, as EXPLAIN QUERY PLAN tells it.
import type Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Reader } from '../../electron/database/access'
import type { Schema } from '../../electron/database/schema'

export interface ExplainedQuery {
  readonly sql: string
  readonly steps: readonly string[]
}

export async function explainReading(
  db: Database.Database,
  today: string,
  read: (reader: Reader) => Promise<unknown>,
): Promise<ExplainedQuery[]> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const kysely = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: db }),
    log: ({ query }) => {
      asked.push({ sql: query.sql, parameters: query.parameters })
    },
  })
  await read({ db: kysely, today })
  return asked.map(({ sql, parameters }) => ({
    sql,
    steps: (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  }))
}

/** Steps that read a whole table of the file: those that end up slow as years go by. */
export function wholeTableScans(explained: readonly ExplainedQuery[]): string[] {
  return explained.flatMap(({ sql, steps }) =>
    steps.filter((step) => /^SCAN (?!json_each|CONSTANT|SUBQUERY|\()/.test(step)).map((step) => `${step} in ${sql}`),
  )
}
