// The program from a command line, for scripts and tests. Node is checked before anything that needs a new one is loaded.
import { nodeMayRun } from './hosting/nodeGuard'
import { keepMemorySmall } from './hosting/smallMemory'

if (nodeMayRun()) {
  keepMemorySmall()
  const { runCli } = await import('./cli/run')
  process.exitCode = await runCli(process.argv.slice(2), import.meta.url)
}
