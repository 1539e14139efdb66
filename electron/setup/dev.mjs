// npm run dev: the program with hot reload.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/dev.mjs').then((steps) => steps.run(process.argv.slice(2)))
