// The tables as TypeScript sees them, a room for each area; the SQL that makes them is in migrations/. Money is đồng
import type { ActivitiesSchema } from './schema/activities'
import type { ArchiveSchema } from './schema/archive'
import type { ChangesSchema } from './schema/changes'
import type { ContractsSchema } from './schema/contracts'
import type { EstablishmentsSchema } from './schema/establishments'
import type { ExecutionSchema } from './schema/execution'
import type { HistorySchema } from './schema/history'
import type { OfficeSchema } from './schema/office'
import type { PeopleSchema } from './schema/people'
import type { PeriodsSchema } from './schema/periods'
import type { PlansSchema } from './schema/plans'
import type { ProjectsSchema } from './schema/projects'
import type { ReportsSchema } from './schema/reports'
import type { SearchSchema } from './schema/search'

export interface Schema
  extends ActivitiesSchema,
    ArchiveSchema,
    ChangesSchema,
    ContractsSchema,
    EstablishmentsSchema,
    ExecutionSchema,
    HistorySchema,
    OfficeSchema,
    PeopleSchema,
    PeriodsSchema,
    PlansSchema,
    ProjectsSchema,
    ReportsSchema,
    SearchSchema {}
