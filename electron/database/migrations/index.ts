// The list of migrations. The position is the schema version it makes; a released one never changes.
import type Database from 'better-sqlite3'
import { mainJob } from './001-main-job'
import { norms } from './002-norms'
import { needs } from './003-needs'
import { archive } from './004-archive'
import { lifecycle } from './005-lifecycle'
import { planAssignment } from './006-plan-assignment'
import { deadlines } from './007-deadlines'
import { proposalParts } from './008-proposal-parts'
import { openSteps } from './009-open-steps'
import { participants } from './010-participants'
import { execution } from './011-execution'
import { history } from './012-history'
import { contracts } from './013-contracts'
import { changes } from './014-changes'
import { laterBatches } from './015-later-batches'
import { people } from './016-people'
import { seals } from './017-seals'
import { activities } from './018-activities'
import { rowMarks } from './019-row-marks'
import { importColumns } from './020-import-columns'
import { packages } from './021-packages'
import { reports } from './022-reports'
import { programmePeriods } from './023-programme-periods'
import { purgedFiles } from './024-purged-files'
import { settledBySource } from './025-settled-by-source'

export type Migration = (db: Database.Database) => void

export const migrations: readonly Migration[] = [
  mainJob,
  norms,
  needs,
  archive,
  lifecycle,
  planAssignment,
  deadlines,
  proposalParts,
  openSteps,
  participants,
  execution,
  history,
  contracts,
  changes,
  laterBatches,
  people,
  seals,
  activities,
  rowMarks,
  importColumns,
  packages,
  reports,
  programmePeriods,
  purgedFiles,
  settledBySource,
]
