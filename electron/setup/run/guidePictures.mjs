// Builds the program and drives it in Chromium once, keeping what an office's screen shows.
import path from 'node:path'
import { prepare, reportFailure, root, runNode } from '../prepare.mjs'

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')

export async function run() {
  process.env.GUIDE_PICTURES = '1'
  await reportFailure(async () => {
    const node = prepare()
    return runNode(node, [
      vitest,
      ...['run', '--config', 'tests/vitest.config.ts', '--project', 'e2e', 'tests/e2e/guidePictures.test.ts'],
    ])
  })
}
