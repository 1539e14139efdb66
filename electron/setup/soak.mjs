// npm run soak: kills, power cuts, faults, damaged files and wrong input, as many as asked for.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/soak.mjs').then((steps) => steps.run(process.argv.slice(2)))
