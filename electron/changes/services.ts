// What the area needs from outside the data file: the matrix, the agency's name of a day, and the catalogues.
import type { Authority, AuthorityRule } from '../../shared/domain/changeAuthority'
import { authorityLabels } from '../../shared/labels'
import type { PlainDate } from '../../shared/vietnamese/dates'
import type { Reader } from '../database/access'
import type { NameServices } from '../projects/comparisonNames'

export interface ChangeServices extends NameServices {
  readonly authorities: () => readonly AuthorityRule[]
  /** The ministry's agency, by the name valid on the day. */
  readonly agencyName: (onDate: PlainDate) => string
}

export type AuthorityName = (authority: Authority, onDate: PlainDate) => string

export async function authorityNames(reader: Reader, { agencyName }: ChangeServices): Promise<AuthorityName> {
  const office = await reader.db.selectFrom('office').select('department_name').executeTakeFirst()
  return (authority, onDate) => {
    if (authority === 'agency') return agencyName(onDate)
    if (authority === 'department' && office !== undefined && office.department_name !== '')
      return office.department_name
    return authorityLabels[authority]
  }
}
