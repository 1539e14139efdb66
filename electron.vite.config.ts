// How the program is built: the main process's entries as ES modules, the sandboxed preload as one CommonJS file, the
// screens as static files with a relative base. Targets are fixed here, so that a build never depends on the machine.
import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const entries = ['electron/main.ts', 'electron/cli.ts', 'electron/web.ts', ...globSync('electron/**/*Worker.ts')]

const input = (files: readonly string[]) => Object.fromEntries(files.map((file) => [basename(file, '.ts'), file]))

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      sourcemap: true,
      // Bundled, because each is a hundred small modules: a command then takes 170 ms instead of 410.
      externalizeDeps: { exclude: ['kysely', 'zod'] },
      rolldownOptions: {
        input: input(entries),
        // Everything lies in one folder, so that a worker is found beside whichever chunk starts it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload may require only 'electron': what it uses is bundled into the one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: input(['electron/preload.ts']),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      target: 'chrome120',
      minify: true,
      // Fonts and pictures stay files: the content security policy does not allow data: fonts.
      assetsInlineLimit: 0,
      // The screens come from this machine's disk: one file is read sooner than many.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
})
