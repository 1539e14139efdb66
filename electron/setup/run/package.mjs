// Packs the program: npm run package [-- arguments of electron-builder, such as --linux dir or --win].
import path from 'node:path'
import { prepare, reportFailure, root, runNode } from '../prepare.mjs'

export async function run(args) {
  await reportFailure(async () => {
    const node = prepare()
    const tool = path.join(root, 'node_modules/electron-builder/cli.js')
    return runNode(node, [tool, '--config', path.join(root, 'electron-builder.yml'), '--publish', 'never', ...args])
  })
}
