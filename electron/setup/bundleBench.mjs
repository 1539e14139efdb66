// Bundles tests/bench/main.ts to out/bench/main.js, dependencies left outside as in the program itself.
import { globSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { root } from './prepare.mjs'

const workers = globSync('electron/**/*Worker.ts', { cwd: root }).map((file) => [path.basename(file, '.ts'), file])

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: 'out/bench',
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: {
      input: { main: 'tests/bench/main.ts', ...Object.fromEntries(workers) },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
