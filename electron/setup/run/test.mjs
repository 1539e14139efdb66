// The whole check in the order in which a mistake is cheapest to find. Every step runs even if one before it failed.
import path from 'node:path'
import { prepare, reportFailure, root, runNode, say } from '../prepare.mjs'

const bin = (file) => path.join(root, 'node_modules', file)

const steps = [
  { name: 'Kiểu viết (biome)', args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'Luật nhập giữa các tầng', args: [path.join(root, 'tests/architecture/run.mjs')] },
  { name: 'Kiểu dữ liệu (tsc -b)', args: [bin('typescript/bin/tsc'), '-b'] },
  {
    name: 'Hành vi (vitest)',
    args: [bin('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts'],
    tests: true,
  },
]

export async function run(args) {
  await reportFailure(async () => {
    const node = prepare()
    const failed = []
    for (const step of steps) {
      say(`\n── ${step.name}`)
      const projects = step.tests ? ['--project', 'unit', '--project', 'e2e', ...args] : []
      if ((await runNode(node, [...step.args, ...projects])) !== 0) failed.push(step.name)
    }
    say(failed.length === 0 ? '\nTất cả đều đạt.' : `\nChưa đạt: ${failed.join('; ')}.`)
    return failed.length === 0 ? 0 : 1
  })
}
