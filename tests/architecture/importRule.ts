// Which file may import what: layers only downwards, each outside package only where it belongs, nothing by default export.
// The compiler holds the layers too; this rule also holds what the compiler cannot see, and says it in one sentence.
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { parseSync } from 'vite'

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface Violation {
  readonly path: string
  readonly line: number
  readonly message: string
}

export interface Layer {
  readonly name: string
  /** Files of the layer; of two layers that match, the first in the list owns the file. */
  readonly files: RegExp
  /** Names of the layers below that it may import from, besides itself. */
  readonly mayImport: readonly string[]
  readonly packages: readonly string[]
  readonly builtins: boolean
}

const shared = ['vietnamese', 'domain', 'contract'] as const
const belowProgram = [...shared, 'database', 'areas', 'documents', 'workbooks'] as const

/** From bottom to top. */
export const layers: readonly Layer[] = [
  {
    name: 'vietnamese',
    files: /^shared\/vietnamese\//,
    mayImport: [],
    packages: ['read-vietnamese-number'],
    builtins: false,
  },
  {
    name: 'domain',
    files: /^shared\/(domain\/|labels(\.ts$|\/))/,
    mayImport: ['vietnamese'],
    packages: [],
    builtins: false,
  },
  {
    name: 'contract',
    files: /^shared\/contract\//,
    mayImport: ['vietnamese', 'domain'],
    packages: ['zod'],
    builtins: false,
  },
  {
    name: 'database',
    files: /^electron\/database\//,
    mayImport: shared,
    packages: ['better-sqlite3', 'kysely', 'zod'],
    builtins: true,
  },
  {
    name: 'areas',
    files:
      /^electron\/(office|establishments|projects|plans|changes|execution|programmes|archive|history|people|search|activities|contracts|reports)\//,
    mayImport: [...shared, 'database'],
    packages: ['kysely', 'zod'],
    builtins: true,
  },
  {
    name: 'documents',
    files: /^electron\/documents\//,
    mayImport: [...shared, 'database', 'areas'],
    packages: ['pdfmake', 'fontkit', 'docx', 'zod'],
    builtins: true,
  },
  {
    name: 'workbooks',
    files: /^electron\/workbooks\//,
    mayImport: [...shared, 'database', 'areas', 'documents'],
    packages: ['exceljs', 'zod'],
    builtins: true,
  },
  {
    name: 'program',
    files: /^electron\/program(\.ts$|\/)/,
    mayImport: belowProgram,
    packages: ['zod'],
    builtins: true,
  },
  {
    name: 'hosting',
    files: /^electron\/hosting\//,
    mayImport: [...belowProgram, 'program'],
    packages: ['zod'],
    builtins: true,
  },
  {
    name: 'web',
    files: /^electron\/(web\/|web\.ts$)/,
    mayImport: [...shared, 'documents', 'workbooks', 'program', 'hosting'],
    packages: ['zod'],
    builtins: true,
  },
  {
    name: 'cli',
    files: /^electron\/(cli\/|cli\.ts$)/,
    mayImport: [...shared, 'program', 'hosting', 'web'],
    packages: ['zod'],
    builtins: true,
  },
  {
    name: 'shell',
    files: /^electron\/(shell\/|main\.ts$|preload\.ts$)/,
    mayImport: [...shared, 'documents', 'workbooks', 'program', 'hosting'],
    packages: ['electron', 'zod'],
    builtins: true,
  },
  {
    name: 'renderer',
    files: /^renderer\//,
    mayImport: shared,
    packages: [
      '@fontsource/be-vietnam-pro',
      '@hookform/resolvers',
      '@mantine/core',
      '@mantine/hooks',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'marked',
      'react',
      'react-dom',
      'react-hook-form',
      'recharts',
      'wouter',
      'zod',
    ],
    builtins: false,
  },
]

/** A package that only these files may import, so that it can be replaced by changing one place. */
export const onlyIn: readonly { readonly package: string; readonly files: RegExp }[] = [
  { package: 'electron', files: /^electron\/(shell\/|main\.ts$|preload\.ts$)/ },
  { package: 'exceljs', files: /^electron\/workbooks\/adapter\// },
  { package: 'pdfmake', files: /^electron\/documents\/pdf(\.ts$|\/)/ },
  { package: 'fontkit', files: /^electron\/documents\/pdf(\.ts$|\/)/ },
  { package: 'docx', files: /^electron\/documents\/docx(\.ts$|\/)/ },
  { package: 'marked', files: /^renderer\/help\// },
  { package: 'better-sqlite3', files: /^electron\/database\// },
  {
    package: 'kysely',
    files:
      /^electron\/(database|office|establishments|projects|plans|changes|execution|programmes|archive|history|people|search|activities|contracts|reports)\//,
  },
]

export function layerOf(file: string): Layer | null {
  return layers.find((layer) => layer.files.test(file)) ?? null
}

export function checkImports(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(checkFile)
}

function checkFile(file: SourceFile): Violation[] {
  const at = (offset: number, message: string): Violation => ({
    path: file.path,
    line: lineOf(file.text, offset),
    message,
  })
  const layer = layerOf(file.path)
  if (layer === null) return [at(0, 'thuộc tầng nào thì chưa nói: thêm tầng vào tests/architecture/importRule.ts')]
  const { program, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) return [at(0, `không phân tích được: ${errors[0]?.message ?? ''}`)]
  const found: Violation[] = []
  visit(program, (node) => {
    if (node.type === 'ExportDefaultDeclaration') found.push(at(node.start, 'có export default'))
    const specifier = specifierOf(node)
    if (specifier === null) return
    const problem =
      specifier === 'unknown' ? 'nhập một tên tính ra lúc chạy' : problemOf(specifier.value, file.path, layer)
    if (problem !== null) found.push(at(node.start, problem))
  })
  return found
}

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function visit(node: unknown, look: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, look)
    return
  }
  if (!isNode(node)) return
  look(node)
  for (const field of Object.values(node)) if (typeof field === 'object' && field !== null) visit(field, look)
}

/** What a node imports: null when it imports nothing, 'unknown' when only running it would tell. */
function specifierOf(node: SyntaxNode): { readonly value: string } | 'unknown' | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return node.source === null || node.source === undefined ? null : literal(node.source)
    case 'ImportExpression':
      return literal(node.source)
    case 'TSExternalModuleReference':
      return literal(node.expression)
    case 'CallExpression':
      return isRequire(node.callee) ? literal((node.arguments as unknown[])[0]) : null
    default:
      return null
  }
}

/** `require(…)`, or `createRequire(…)(…)` where there is none. */
function isRequire(callee: unknown): boolean {
  if (!isNode(callee)) return false
  if (callee.type === 'Identifier') return callee.name === 'require'
  const made = callee.type === 'CallExpression' ? callee.callee : null
  return isNode(made) && made.type === 'Identifier' && made.name === 'createRequire'
}

function literal(node: unknown): { readonly value: string } | 'unknown' {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? { value: node.value } : 'unknown'
}

function problemOf(specifier: string, from: string, layer: Layer): string | null {
  if (specifier.startsWith('.')) return problemOfFile(path.posix.join(path.posix.dirname(from), specifier), layer)
  if (isBuiltin(specifier)) return layer.builtins ? null : `tầng ${layer.name} không được dùng ${specifier} của Node`
  return problemOfPackage(specifier, from, layer)
}

function problemOfFile(target: string, layer: Layer): string | null {
  if (target.startsWith('..')) return `nhập tệp ngoài kho mã: ${target}`
  // A folder's index and a file without its ending lie in the same layer as the file itself.
  const owner = layerOf(target) ?? layerOf(`${target}.ts`) ?? layerOf(`${target}/index.ts`)
  if (owner === null) return `nhập ${target}, không thuộc tầng nào`
  if (owner === layer || layer.mayImport.includes(owner.name)) return null
  return `tầng ${layer.name} không được nhập tầng ${owner.name} (${target})`
}

function problemOfPackage(specifier: string, from: string, layer: Layer): string | null {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const home = onlyIn.find((one) => one.package === name)
  if (home !== undefined && !home.files.test(from)) return `gói ${name} chỉ được nhập ở ${home.files.source}`
  return layer.packages.includes(name) ? null : `tầng ${layer.name} không được nhập gói ${name}`
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
