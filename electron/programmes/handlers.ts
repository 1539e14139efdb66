// The calls of the area.
import type { programmesContract } from '../../shared/contract/programmes'
import { checkSum, sumWords } from '../../shared/domain/consistency'
import type { DeadlineRule } from '../../shared/domain/deadlines'
import { type SignalRules, signalsOf } from '../../shared/domain/signals'
import { yearOf } from '../../shared/vietnamese/dates'
import type { AreaHandlers } from '../database/access'
import {
  removeDeadlineEvent,
  removeDeadlineRule,
  saveDeadlineEvent,
  saveDeadlineRule,
  switchDeadlineRule,
  tickDeadline,
} from './commands'
import { listYearTotals, readPeriods, removePeriod, removeYearTotal, savePeriod, saveYearTotal } from './periods'
import { readBoard, readRules } from './reader'
import { readSignalFacts } from './signals'

const done = { done: true } as const

export function programmesHandlers(
  shipped: () => readonly DeadlineRule[],
  signalRules: () => SignalRules,
): AreaHandlers<typeof programmesContract> {
  return {
    periods: readPeriods,
    savePeriod,
    removePeriod: async (writer, input) => {
      await removePeriod(writer, input)
      return done
    },
    yearTotals: listYearTotals,
    saveYearTotal,
    removeYearTotal: async (writer, input) => {
      await removeYearTotal(writer, input)
      return done
    },
    checkSum: async (_reader, { parts, total, roundedTo }) => {
      const verdict = checkSum(parts, total, roundedTo)
      const { kind, sum, difference } = verdict
      return { kind, sum, difference, words: sumWords(parts, verdict, roundedTo) }
    },
    signals: async (reader, input) => {
      const today = input.today ?? reader.today
      return { today, signals: signalsOf(await readSignalFacts(reader, today), signalRules(), today) }
    },
    deadlines: async (reader, input) => {
      const today = input.today ?? reader.today
      const year = input.year ?? yearOf(today)
      const board = await readBoard(reader, shipped(), year, today)
      return {
        year,
        today,
        entries: board.entries.map(({ rule, ...entry }) => ({
          ...entry,
          ruleKey: rule.key,
          programme: rule.programme,
          step: rule.step,
          remind: entry.daysLeft <= rule.reminderDays,
          ticked: board.ticked.has(entry.key),
          opens: rule.opens,
          legalBasis: rule.legalBasis,
          confidence: rule.confidence,
          note: rule.note,
        })),
        awaiting: board.awaiting.map(({ key, programme, step, when }) => ({
          ruleKey: key,
          programme,
          step,
          event: when.event,
          days: when.days,
        })),
        events: [...board.events],
      }
    },
    deadlineRules: async (reader) =>
      (await readRules(reader, shipped())).map(
        ({ planYearOffset: _offset, doneOnceRegistered: _done, onlyWithItems: _only, counts: _counts, ...rule }) =>
          rule,
      ),
    saveDeadlineRule,
    removeDeadlineRule: async (writer, input) => {
      await removeDeadlineRule(writer, input)
      return done
    },
    switchDeadlineRule: async (writer, input) => {
      await switchDeadlineRule(writer, shipped(), input)
      return done
    },
    tickDeadline: async (writer, input) => {
      await tickDeadline(writer, shipped(), input)
      return done
    },
    saveDeadlineEvent: (writer, input) => saveDeadlineEvent(writer, shipped(), input),
    removeDeadlineEvent: async (writer, { id }) => {
      await removeDeadlineEvent(writer, id)
      return done
    },
  }
}
