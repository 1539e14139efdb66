// Bundles the benchmark the way the program is bundled, so that what is measured is what runs, and starts it.
import path from 'node:path'
import { prepare, reportFailure, root, runNode } from '../prepare.mjs'

export async function run(args) {
  await reportFailure(async () => {
    const node = prepare()
    const built = await runNode(node, [
      path.join(root, 'electron/setup/bundleTests.mjs'),
      'bench',
      'main',
      'importApart',
    ])
    return built === 0 ? runNode(node, [path.join(root, 'out/bench/main.js'), ...args]) : built
  })
}
