// The calls of the area.
import type { reportsContract } from '../../shared/contract/reports'
import { moneyIndicatorKeys } from '../../shared/domain/reportMoney'
import { type ReportRule, reportRules } from '../../shared/domain/reportRules'
import { reportCodes } from '../../shared/domain/reports'
import { reportLabels } from '../../shared/labels'
import { unitLabel } from '../../shared/vietnamese/money'
import type { AreaHandlers } from '../database/access'
import { readAdditions, removeAddition, saveAddition } from './additions'
import { makeReport, type ReportServices } from './makeReport'

const ruleOf = (id: ReportRule) => ({ id, ...reportRules[id] })

export function reportsHandlers(services: ReportServices): AreaHandlers<typeof reportsContract> {
  return {
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
