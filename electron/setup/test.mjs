// npm test: installs and builds what is missing, then checks style, layers, types and behaviour.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/test.mjs').then((steps) => steps.run(process.argv.slice(2)))
