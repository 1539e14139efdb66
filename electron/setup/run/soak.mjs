// Bundles the soak and the program it kills the way the program itself is bundled, and starts it.
import path from 'node:path'
import { prepareModules, reportFailure, root, runNode } from '../prepare.mjs'

export async function run(args) {
  await reportFailure(async () => {
    const node = prepareModules()
    const built = await runNode(node, [path.join(root, 'electron/setup/bundleTests.mjs'), 'soak', 'main', 'victim'])
    return built === 0 ? runNode(node, [path.join(root, 'out/soak/main.js'), ...args], { cwd: root }) : built
  })
}
