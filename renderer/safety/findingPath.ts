// The screen that shows a record which a check found wrong.
import type { Finding } from '../../shared/contract/safety'
import { assertNever } from '../../shared/domain/assertNever'
import { paths } from '../app/paths'

export function findingPath({ screen, id }: NonNullable<Finding['open']>): string {
  switch (screen) {
    case 'establishment':
      return paths.establishment(id)
    case 'project':
      return paths.project(id)
    case 'plan':
      return paths.plan
    case 'contract':
      return paths.contract(id)
    case 'change':
      return paths.change(id)
    case 'acceptance':
      return paths.acceptance(id)
    case 'settlement':
      return paths.settlement(id)
    case 'outgoing':
      return paths.outgoing
    case 'journal':
      return paths.journal
    default:
      return assertNever(screen, 'Every screen has its address')
  }
}
