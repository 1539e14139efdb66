// The calls of the area.
import { Refusal } from '../../shared/contract/errors'
import type { ReportFormat, reportsContract } from '../../shared/contract/reports'
import type { FileOut } from '../../shared/contract/values'
import { moneyIndicatorKeys } from '../../shared/domain/reportMoney'
import { type ReportRule, reportRules } from '../../shared/domain/reportRules'
import { reportCodes } from '../../shared/domain/reports'
import { reportLabels } from '../../shared/labels'
import { type MoneyUnit, unitLabel } from '../../shared/vietnamese/money'
import type { AreaHandlers, Later, Reader } from '../database/access'
import { readAdditions, removeAddition, saveAddition } from './additions'
import { type MadeReport, makeReport, type ReportServices } from './makeReport'
import { makeReview, readPictures } from './review'

const ruleOf = (id: ReportRule) => ({ id, ...reportRules[id] })

export interface ReportFileServices extends ReportServices {
  /** Lays a report out and writes it; workbooks and papers lie above this layer. */
  readonly makeFile: (
    reader: Reader,
    made: MadeReport,
    as: { readonly format: ReportFormat; readonly unit: MoneyUnit },
  ) => Promise<Later<FileOut>>
}

export function reportsHandlers(services: ReportFileServices): AreaHandlers<typeof reportsContract> {
  return {
    review: (reader, asked) => makeReview(reader, services, asked),
    pictures: (reader, asked) => readPictures(reader, services, asked),
    catalogue: async () => ({
      reports: reportCodes.map((code) => ({ code, ...reportLabels.reports[code] })),
      rules: (Object.keys(reportRules) as ReportRule[]).map(ruleOf),
    }),
    table: async (reader, asked) => {
      const { title, periodWords, asOf, lineHeading, built, sentences, notices } = await makeReport(
        reader,
        services,
        asked,
      )
      const { columns, lines } = built.table
      const rules = new Set(columns.flatMap(({ rule }) => (rule === null ? [] : [rule])))
      return {
        report: asked.report,
        title,
        periodWords,
        asOf,
        lineHeading,
        columns,
        lines,
        sentences,
        notices,
        rules: [...rules].map(ruleOf),
      }
    },
    behind: async (reader, { line, column, ...asked }) => {
      const { built } = await makeReport(reader, services, asked)
      const own = built.table.columns.find(({ key }) => key === column)
      const shown = built.table.lines.find(({ key }) => key === line)
      return {
        heading: [shown?.heading ?? '', own?.group ?? '', own?.heading ?? ''].filter((one) => one !== '').join(' · '),
        kind: own?.kind ?? 'count',
        rule: own?.rule == null ? null : ruleOf(own.rule),
        value: shown?.cells[column] ?? null,
        rows: built.behind(line, column),
      }
    },
    export: async (reader, { format, unit, ...asked }) => {
      const made = await makeReport(reader, services, asked, format === 'xlsx' ? 'short' : 'full')
      if (made.built.table.lines.every(({ kind }) => kind === 'total'))
        throw new Refusal(
          'document.incomplete',
          `${made.title} ${made.periodWords} chưa có dòng nào. Hãy chọn kỳ khác hoặc ngày tính số khác.`,
        )
      return services.makeFile(reader, made, { format, unit })
    },
    additions: async (reader, years) => ({
      indicators: [
        ...moneyIndicatorKeys.map((key) => ({
          report: 'B5' as const,
          key,
          name: reportLabels.moneyIndicators[key],
          unit: unitLabel('dong'),
        })),
        ...services.indicators().map(({ key, name, unit }) => ({ report: 'B6' as const, key, name, unit })),
      ],
      rows: await readAdditions(reader, years),
    }),
    saveAddition: (writer, input) => saveAddition(writer, services.indicators(), input),
    removeAddition: async (writer, input) => {
      await removeAddition(writer, input)
      return { done: true }
    },
  }
}
