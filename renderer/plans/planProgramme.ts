// The programme whose plan is shown is remembered under this name, so that other screens can open the right tab.
export const planProgrammeKey = 'plan.programme'
