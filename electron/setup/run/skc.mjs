// Runs the command line in this very process where the Node is new enough: a second process would cost more than the work.
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeIsAtLeast, OLDEST_NODE_FOR_PROGRAM } from '../nodeVersion.mjs'
import { mainDir, prepare, reportFailure, root, runNode, userDir } from '../prepare.mjs'

export async function run(args) {
  const program = path.join(mainDir, 'cli.js')
  await reportFailure(async () => {
    const node = prepare()
    if (!nodeIsAtLeast(OLDEST_NODE_FOR_PROGRAM)) return runNode(node, [program, ...args], { cwd: userDir })
    module.enableCompileCache?.(path.join(root, 'node_modules/.cache/compiled'))
    process.chdir(userDir)
    process.argv.splice(1, process.argv.length - 1, program, ...args)
    await import(pathToFileURL(program).href)
    return process.exitCode
  })
}
