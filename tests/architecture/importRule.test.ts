// The import rule on examples that break it, one for each thing it forbids, and on examples that keep it.
import { describe, expect, it } from 'vitest'
import { checkImports, layers } from './importRule'

const messages = (path: string, text: string) => checkImports([{ path, text }]).map((violation) => violation.message)

const breaking: readonly (readonly [what: string, path: string, text: string, message: RegExp])[] = [
  [
    'a climbing import',
    'shared/domain/money.ts',
    "import { x } from '../contract/call'",
    /domain không được nhập tầng contract/,
  ],
  ['a climb in a type', 'shared/domain/money.ts', "type X = import('../../electron/program').Program", /tầng program/],
  ['a climb by re-export', 'shared/vietnamese/text.ts', "export * from '../domain/money'", /tầng domain/],
  ['a climb at run time', 'electron/database/session.ts', "await import('../program')", /tầng program/],
  [
    'a renderer that reaches into the main process',
    'renderer/app/App.tsx',
    "import type { Program } from '../../electron/program'",
    /renderer không được nhập tầng program/,
  ],
  ['an area that knows documents', 'electron/office/reader.ts', "import '../documents/pdf'", /tầng documents/],
  ['Node in shared', 'shared/domain/money.ts', "import fs from 'node:fs'", /node:fs của Node/],
  ['Node without its prefix', 'shared/contract/call.ts', "import { join } from 'path'", /path của Node/],
  ['Node in the renderer', 'renderer/main.tsx', "import 'node:os'", /node:os của Node/],
  ['electron outside the shell', 'electron/web/server.ts', "import { app } from 'electron'", /gói electron chỉ/],
  ['electron by require', 'electron/program.ts', "const e = require('electron')", /gói electron chỉ/],
  [
    'a package required by the back door',
    'electron/program.ts',
    "createRequire(import.meta.url)('exceljs')",
    /gói exceljs chỉ/,
  ],
  ['exceljs outside its adapter', 'electron/workbooks/sheet.ts', "import E from 'exceljs'", /gói exceljs chỉ/],
  ['pdfmake outside its renderer', 'electron/documents/forms.ts', "import p from 'pdfmake/build/x'", /gói pdfmake chỉ/],
  ['docx outside its renderer', 'electron/documents/pdf.ts', "import 'docx'", /gói docx chỉ/],
  ['SQL in documents', 'electron/documents/data.ts', "import { sql } from 'kysely'", /gói kysely chỉ/],
  [
    'SQLite outside the database',
    'electron/office/reader.ts',
    "import D from 'better-sqlite3'",
    /gói better-sqlite3 chỉ/,
  ],
  ['a package nobody allowed', 'shared/domain/money.ts', "import _ from 'lodash'", /domain không được nhập gói lodash/],
  ['a name computed at run time', 'electron/program.ts', 'await import(`./$' + '{name}`)', /tính ra lúc chạy/],
  ['a default export', 'shared/domain/money.ts', 'export default 1', /export default/],
  ['a file of no layer', 'electron/elsewhere/a.ts', '', /thuộc tầng nào/],
  ['an import from outside the repository', 'shared/domain/money.ts', "import '../../../x'", /ngoài kho mã/],
  ['what cannot be read', 'shared/domain/money.ts', 'import {', /không phân tích được/],
]

const keeping: readonly (readonly [what: string, path: string, text: string])[] = [
  ['a downward import', 'shared/domain/plans.ts', "import { formatMoney } from '../vietnamese/money'"],
  ['its own layer', 'electron/plans/reader.ts', "import { x } from '../projects/reader'"],
  ['labels seen from the screens', 'renderer/plans/Plan.tsx', "import { productName } from '../../shared/labels'"],
  ['electron in the shell', 'electron/shell/menu.ts', "import { Menu } from 'electron'"],
  ['a style sheet beside its screen', 'renderer/plans/Plan.tsx', "import './Plan.module.css'"],
  ['a path inside an allowed package', 'renderer/main.tsx', "import '@mantine/core/styles.css'"],
]

describe('the import rule', () => {
  it.each(breaking)('refuses %s', (_what, path, text, message) => {
    expect(messages(path, text)).toEqual([expect.stringMatching(message)])
  })

  it.each(keeping)('allows %s', (_what, path, text) => {
    expect(messages(path, text)).toEqual([])
  })

  it('names the line', () => {
    const text = "import { a } from './a'\n\nimport fs from 'node:fs'\n"
    expect(checkImports([{ path: 'shared/domain/b.ts', text }]).map((violation) => violation.line)).toEqual([3])
  })

  it('lets no layer import one that stands above it', () => {
    const order = layers.map((layer) => layer.name)
    for (const [height, layer] of layers.entries())
      for (const below of layer.mayImport) expect(order.indexOf(below)).toBeLessThan(height)
  })
})
