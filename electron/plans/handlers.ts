// The calls of the area.
import type { PlanComparisonOutput } from '../../shared/contract/comparison'
import type { plansContract } from '../../shared/contract/plans'
import { leftInWords } from '../../shared/domain/allocations'
import { noAmounts, sumAmounts } from '../../shared/domain/money'
import { checkPlan } from '../../shared/domain/plans'
import type { AreaHandlers } from '../database/access'
import { changeOutput } from '../projects/changeOutput'
import type { NameServices } from '../projects/comparisonNames'
import { assign, removeAllocation, saveAllocation } from './assignment'
import { readAssignments, readRegistrationReport } from './assignmentReader'
import { addProjectsToPlan, movePlanItem, removePlanItem, savePlanHeader, savePlanItem } from './commands'
import { type ComparedPlan, type ComparedPlanSide, comparePlan, readPlanComparisonStates } from './comparing'
import { lockPlan, setPlanState } from './planSteps'
import { markOf, readPlan, readYears } from './reader'
import { readRegistration } from './registering'
import { rollOver } from './rollOver'
import { readFlagshipSteps } from './scheduleSteps'
import { planBasis } from './shownVersions'

const done = { done: true } as const

export function plansHandlers(services: NameServices): AreaHandlers<typeof plansContract> {
  return {
    states: readPlanComparisonStates,
    compare: async (reader, input) => comparisonOutput(await comparePlan(reader, services, input)),
    years: readYears,
    allocations: async (reader, { year, programme }) => {
      const record = await readAssignments(reader, year, programme)
      const { view } = record
      return {
        year,
        programme,
        rowVersion: record.rowVersion,
        state: record.state,
        registeredOn: record.registeredOn,
        lockedOn: record.lockedOn,
        decisionNumber: record.decisionNumber,
        decisionDate: record.decisionDate,
        batches: record.allocations.map((batch) => {
          const use = view.batches.find((one) => one.allocationId === batch.id)
          return { ...batch, assigned: use?.assigned ?? noAmounts, left: use?.left ?? batch.totalAmount }
        }),
        items: view.items.map(({ item, registered, assigned }) => ({
          id: item.id,
          projectId: item.projectId,
          code: item.code,
          name: item.name,
          kind: item.kind,
          contentGroup: item.contentGroup,
          supplementRound: record.roundOf.get(item.id) ?? 0,
          approved: record.approvedItems.has(item.id),
          registered,
          assigned,
          parts: record.parts
            .filter((part) => part.itemId === item.id)
            .map(({ allocationId, amounts, assignedOn }) => ({
              allocationId,
              amounts,
              assignedOn,
            })),
          copiedTo: record.copiedTo.get(item.id) ?? [],
        })),
        awaiting:
          record.state === 'approved' ? view.items.filter(({ item }) => !record.approvedItems.has(item.id)).length : 0,
        groups: view.groups.map((group) => ({ ...group, itemIds: [...group.itemIds] })),
        registered: view.registered,
        assigned: view.assigned,
        withoutBatch: view.withoutBatch,
        allocated: view.allocated,
        left: view.left,
        leftInWords: leftInWords(view, programme),
        checks: [...view.checks],
      }
    },
    saveAllocation,
    removeAllocation: async (writer, input) => {
      await removeAllocation(writer, input)
      return done
    },
    assign: async (writer, input) => {
      await assign(writer, input)
      return done
    },
    registration: (reader, { year, programme, registeredOn }) =>
      readRegistration(reader, { year, programme, on: registeredOn }),
    setState: (writer, { documentNumber, documentDate, ...input }) =>
      setPlanState(writer, { ...input, paper: { number: documentNumber, date: documentDate } }),
    lock: lockPlan,
    rollOver,
    registrationReport: async (reader, { year, programme }) => {
      const names = new Map(services.contentGroups().map((entry) => [entry.code as string, entry.name]))
      const { title, paragraphs } = await readRegistrationReport(reader, year, programme, names)
      return { title, paragraphs: [...paragraphs] }
    },
    get: async (reader, { year, programme, basis, asOf }) => {
      const record = await readPlan(reader, year, programme, planBasis(basis, asOf))
      const { rowVersion, header, view } = record
      return {
        year,
        programme,
        rowVersion,
        shows: record.shows,
        ended: record.ended.map((one) => ({ ...one })),
        header,
        items: view.items.map((item) => ({
          ...item,
          version: markOf(record, item.id),
          beneficiaries: item.beneficiaries.map((one) => ({ ...one })),
          places: [...item.places],
        })),
        groups: view.groups.map((group) => ({
          key: group.key,
          itemIds: group.items.map((item) => item.id),
          amounts: group.amounts,
        })),
        amounts: view.amounts,
        checks: checkPlan(view, await readFlagshipSteps(reader, view.items)),
      }
    },
    saveHeader: savePlanHeader,
    addProjects: addProjectsToPlan,
    saveItem: async (writer, input) => {
      await savePlanItem(writer, input)
      return done
    },
    moveItem: async (writer, input) => {
      await movePlanItem(writer, input)
      return done
    },
    removeItem: async (writer, { itemId }) => {
      await removePlanItem(writer, itemId)
      return done
    },
  }
}

function comparisonOutput(compared: ComparedPlan): PlanComparisonOutput {
  const side = ({ label, entries }: ComparedPlanSide) => ({
    label,
    items: entries.length,
    amounts: sumAmounts(entries.map(({ amounts }) => amounts)),
  })
  return {
    year: compared.year,
    programme: compared.programme,
    before: side(compared.before),
    after: side(compared.after),
    rows: compared.rows.map((row) => ({ ...row, changes: row.changes.map(changeOutput) })),
    unchanged: compared.unchanged,
    totals: compared.totals.map((one) => ({ ...one })),
  }
}
