// npm start: installs and builds what is missing, then opens the program.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/start.mjs').then((steps) => steps.run(process.argv.slice(2)))
