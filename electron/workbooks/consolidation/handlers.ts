// The calls of consolidations: files read beside the data file, the table made of them, kept and written out.
import { createHash } from 'node:crypto'
import {
  type ConsolidationInput,
  type ConsolidationSettings,
  type consolidationContract,
  consolidationSettings,
} from '../../../shared/contract/consolidation'
import { Refusal } from '../../../shared/contract/errors'
import type { PlainDate } from '../../../shared/vietnamese/dates'
import { type AreaHandlers, Later, type Reader } from '../../database/access'
import { readOffice } from '../../office/reader'
import {
  type KeptConsolidation,
  type KeptReading,
  listConsolidations,
  readConsolidation,
  removeConsolidation,
  saveConsolidation,
} from '../../reports/consolidations'
import { noHeader, type PlanExportServices, planSheetOptions } from '../exportPlan'
import type { CheckService } from '../import/checkService'
import { type Assembled, assemble } from './assemble'
import { consolidationFile } from './exportConsolidation'
import type { SourceReading } from './readSource'

export interface ConsolidationServices extends PlanExportServices {
  readonly checks: CheckService
}

export function consolidationHandlers(services: ConsolidationServices): AreaHandlers<typeof consolidationContract> {
  const files = new FileReadings(services.checks)

  async function made(kept: KeptConsolidation | null, input: ConsolidationInput, today: PlainDate): Promise<Made> {
    const settings = input.settings ?? settingsOf(kept)
    const without = new Set(input.without)
    const given = await files.read(input.files, settings, today)
    const keys = new Set(given.map(keyOf))
    // A file given again is read again: its questions may have been answered since.
    const readings = [
      ...(kept === null ? [] : kept.readings.map(({ reading }) => JSON.parse(reading) as SourceReading)),
    ].filter((one) => !keys.has(keyOf(one)) && !without.has(keyOf(one)))
    readings.push(...given.filter((one) => !without.has(keyOf(one))))
    return { settings, readings, ...assemble(readings, settings, services.contentGroups()) }
  }

  const keptOf = (reader: Reader, id: number | null) => (id === null ? null : readConsolidation(reader, id))

  return {
    preview: async (reader, input) => {
      const kept = await keptOf(reader, input.id)
      return new Later(async () => (await made(kept, input, reader.today)).shown)
    },
    save: async (writer, { rowVersion, name, note, ...input }) => {
      const kept = await keptOf(writer, input.id)
      const { settings, readings, shown } = await made(kept, input, writer.today)
      refuseUnsaveable(readings)
      return saveConsolidation(writer, {
        id: input.id,
        rowVersion,
        name,
        note,
        settings,
        result: shown,
        readings: [...new Map(readings.flatMap(keptReading).map((one) => [one.key, one])).values()],
      })
    },
    list: (reader, { year }) => listConsolidations(reader, year),
    get: async (reader, { id }) => {
      const kept = await readConsolidation(reader, id)
      const { shown } = await made(kept, reopened(id), reader.today)
      return { id, rowVersion: kept.rowVersion, name: kept.name, note: kept.note, result: shown }
    },
    remove: async (writer, input) => {
      await removeConsolidation(writer, input)
      return { done: true }
    },
    export: async (reader, { id, format }) => {
      const kept = await readConsolidation(reader, id)
      const result = await made(kept, reopened(id), reader.today)
      const { office } = await readOffice(reader)
      const options = planSheetOptions(office, noHeader, services.contentGroups())
      return new Later(() => consolidationFile(kept.name, result, options, format, reader.today, services.renderer))
    },
  }
}

interface Made extends Assembled {
  readonly settings: ConsolidationSettings
  readonly readings: readonly SourceReading[]
}

function reopened(id: number): ConsolidationInput {
  return { id, files: [], without: [], settings: null }
}

function settingsOf(kept: KeptConsolidation | null): ConsolidationSettings {
  return consolidationSettings.parse(kept?.settings ?? {})
}

function keyOf(reading: SourceReading): string {
  return reading.kind === 'read' ? reading.source.key : `unreadable ${reading.fileName}`
}

function keptReading(reading: SourceReading): KeptReading[] {
  if (reading.kind === 'unreadable') return []
  const { key, fileName } = reading.source
  return [{ key, fileName, reading: JSON.stringify(reading) }]
}

/** A plain workbook is kept as it was read, so it has to be read to the end. */
function refuseUnsaveable(readings: readonly SourceReading[]): void {
  const read = readings.flatMap((one) => (one.kind === 'read' ? [one] : []))
  if (read.length === 0) throw new Refusal('consolidation.open', 'chưa có tệp nào đọc được.')
  const open = read.filter(({ source }) => source.openQuestions > 0)
  if (open.length === 0) return
  throw new Refusal(
    'consolidation.open',
    `còn ${open.reduce((sum, { source }) => sum + source.openQuestions, 0)} câu hỏi khi đọc ${open.map(({ source }) => `“${source.fileName}”`).join(', ')}.`,
    open.flatMap(({ source, questions }) =>
      questions
        .filter(({ answer }) => answer === null)
        .map(({ id, message }) => ({ path: `settings.answers.${source.key}.${id}`, message })),
    ),
  )
}

/** More than a consolidation has; each holds only figures. */
const mostReadings = 300

/** Every decision of the user asks for the same files again: each is read once for each set of answers. */
class FileReadings {
  readonly #checks: CheckService
  readonly #known = new Map<string, SourceReading>()

  constructor(checks: CheckService) {
    this.#checks = checks
  }

  async read(
    files: ConsolidationInput['files'],
    settings: ConsolidationSettings,
    today: PlainDate,
  ): Promise<SourceReading[]> {
    const readings: SourceReading[] = []
    for (const { fileName, base64 } of files) {
      const bytes = Buffer.from(base64, 'base64')
      const key = createHash('sha256').update(bytes).digest('hex')
      const answers = settings.answers[key] ?? {}
      const asked = JSON.stringify([key, fileName, answers])
      const reading = this.#known.get(asked) ?? (await this.#checks.readSource({ fileName, bytes, answers, today }))
      this.#keep(asked, reading)
      // Each time its own, so that the same file chosen twice is seen to be there twice.
      readings.push(reading.kind === 'read' ? { ...reading, source: { ...reading.source } } : reading)
    }
    return readings
  }

  #keep(asked: string, reading: SourceReading): void {
    this.#known.delete(asked)
    this.#known.set(asked, reading)
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostReadings && oldest !== undefined) this.#known.delete(oldest)
  }
}
