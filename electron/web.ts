// The program for a browser on this machine: for development, tests, and machines where Electron cannot be had.
import { nodeMayRun } from './hosting/nodeGuard'
import { keepMemorySmall } from './hosting/smallMemory'

if (nodeMayRun()) {
  keepMemorySmall()
  const { runWeb } = await import('./web/run')
  await runWeb(process.argv.slice(2), import.meta.url)
}
