// Search of 20,000 establishments: the index beside LIKE over the same folded text.
import { sql } from 'kysely'
import { searchEverything } from '../../electron/database/searchIndex'
import { fold } from '../../shared/vietnamese/fold'
import { openBench } from './bigOffice'
import { searchTexts } from './establishmentNames'
import { milliseconds, percentile, say } from './measure'

export async function benchSearch(file: string): Promise<void> {
  const session = openBench(file)
  const index: number[] = []
  const like: number[] = []
  for (const text of searchTexts(200)) {
    index.push(await milliseconds(() => session.read((reader) => searchEverything(reader, text, 20))))
    const words = fold(text).split(' ')
    like.push(
      await milliseconds(() =>
        session.read(async (reader) => {
          let query = reader.db.selectFrom('search_entry').select(['kind', 'ref_id', 'title', 'detail']).limit(20)
          for (const word of words)
            query = query.where(sql<boolean>`title_fold || ' ' || detail_fold LIKE ${`%${word}%`}`)
          return query.execute()
        }),
      ),
    )
  }
  await session.close()
  const line = (name: string, times: readonly number[]) =>
    say(
      `  ${name}: median ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms, slowest ${Math.max(...times).toFixed(2)} ms`,
    )
  say('\nSearch of 20,000 establishments, 200 queries   [target: p95 ≤ 5 ms]')
  line('ours: FTS5 over folded words', index)
  line('peer: LIKE over the same folded text', like)
  say(`  p95 peer ÷ ours ${(percentile(like, 0.95) / percentile(index, 0.95)).toFixed(1)}`)
}
