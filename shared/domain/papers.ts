// The stages at which official papers of a đề án are made; a dossier may hold the papers of one stage or of all.

export const paperStages = [
  'registration',
  'change',
  'contract',
  'progress',
  'acceptance',
  'settlement',
  'inspection',
] as const
export type PaperStage = (typeof paperStages)[number]
