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

/** Forms that stand for every đề án of a programme in one paper: of a month, or of a year's settlement. */
export const yearFormIds = ['progress-3a', 'payment-9', 'reconciliation-10'] as const
export type YearFormId = (typeof yearFormIds)[number]
