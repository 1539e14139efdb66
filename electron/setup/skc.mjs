// npm run skc -- …: the program from the command line, its output untouched by set-up chatter.
import { nodeMaySetUp } from './nodeVersion.mjs'

if (nodeMaySetUp()) import('./run/skc.mjs').then((steps) => steps.run(process.argv.slice(2)))
