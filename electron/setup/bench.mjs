// npm run bench: measures the program beside its peers.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/bench.mjs').then((steps) => steps.run(process.argv.slice(2)))
