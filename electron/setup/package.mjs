// npm run package: packs the program for Windows and Linux.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/package.mjs').then((steps) => steps.run(process.argv.slice(2)))
