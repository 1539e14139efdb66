// The calls of the area, bound to the rules of voting.
import type { activitiesContract } from '../../shared/contract/activities'
import type { VoteRules } from '../../shared/domain/productVotes'
import type { AreaHandlers } from '../database/access'
import { listActivities, readActivity, removeActivity, saveActivity } from './activities'
import { listCertificates, listProductsOf, recordCertificate, removeProduct, saveProduct } from './certificates'
import { listRounds, readRound, removeRound, saveRound } from './rounds'

const done = { done: true } as const

export function activitiesHandlers(rules: () => VoteRules): AreaHandlers<typeof activitiesContract> {
  return {
    rounds: (reader, input) => listRounds(reader, rules(), input),
    round: (reader, { id }) => readRound(reader, rules(), id),
    saveRound,
    removeRound: async (writer, input) => {
      await removeRound(writer, input)
      return done
    },
    saveProduct: (writer, input) => saveProduct(writer, rules(), input),
    removeProduct: async (writer, input) => {
      await removeProduct(writer, input)
      return done
    },
    recordCertificate: (writer, input) => recordCertificate(writer, rules(), input),
    certificates: async (reader, { asOf = reader.today, ...query }) => ({
      asOf,
      warnDaysBefore: rules().warnDaysBefore,
      rows: await listCertificates(reader, rules(), { ...query, asOf }),
    }),
    productsOf: (reader, { establishmentId }) => listProductsOf(reader, rules(), establishmentId),
    list: listActivities,
    get: (reader, { id }) => readActivity(reader, id),
    save: saveActivity,
    remove: async (writer, input) => {
      await removeActivity(writer, input)
      return done
    },
  }
}
