// Where the parts about steps and appraisal stand in the workspace, and how to jump to any part.
import type { WorkspaceSection } from '../../shared/domain/lifecycle'

export type LifecycleSection = WorkspaceSection | 'history'

export function workspaceSectionId(section: LifecycleSection): string {
  return `phan-${section}`
}

export function jumpToSection(section: LifecycleSection): void {
  const element = document.getElementById(workspaceSectionId(section))
  element?.scrollIntoView({ block: 'start' })
  element?.focus({ preventScroll: true })
}
