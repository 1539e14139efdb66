// Opens, recalculates and prints files with a real LibreOffice, in a profile of its own that shows numbers the Vietnamese way.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

// OOXMLRecalcMode 0: every formula is computed anew at load, whatever result the file carries.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// Tinos stands for Times New Roman: it has its widths and all Vietnamese letters. No other font is offered, since machines
// differ in theirs and many Liberation Serifs lack those letters.
const fonts = (directory: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))}</dir>
<cachedir>${directory}</cachedir>
</fontconfig>
`

/** Files converted by one run of the program, in the order given. */
export function convertWithLibreOffice(files: readonly Uint8Array[], from: string, to: string): Buffer[] {
  const directory = mkdtempSync(join(tmpdir(), 'skc-libreoffice-'))
  try {
    const profile = join(directory, 'profile')
    const output = join(directory, 'out')
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings)
    const fontSettings = join(directory, 'fonts.conf')
    writeFileSync(fontSettings, fonts(join(directory, 'font-cache')))
    const paths = files.map((bytes, index) => {
      const path = join(directory, `file${index}.${from}`)
      writeFileSync(path, bytes)
      return path
    })
    const environment = `-env:UserInstallation=${pathToFileURL(profile).href}`
    execFileSync('soffice', [environment, '--headless', '--convert-to', to, '--outdir', output, ...paths], {
      env: { ...process.env, FONTCONFIG_FILE: fontSettings },
      stdio: 'ignore',
      timeout: 110_000,
    })
    return files.map((_, index) => readFileSync(join(output, `file${index}.${to}`)))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly words: readonly PdfWord[]
}

export interface PdfWord {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every word of a PDF with its place on the page, in points. */
export function pdfPages(pdf: Uint8Array): PdfPage[] {
  const directory = mkdtempSync(join(tmpdir(), 'skc-pdf-'))
  try {
    const path = join(directory, 'file.pdf')
    writeFileSync(path, pdf)
    const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
    return html.split('<page ').slice(1).map(readPage)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function readPage(html: string): PdfPage {
  const size = /^width="([\d.]+)" height="([\d.]+)"/.exec(html)
  const words = [...html.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)]
  return {
    width: Number(size?.[1]),
    height: Number(size?.[2]),
    words: words.map(([, left, top, right, bottom, text]) => ({
      text: unescapeXml(text ?? ''),
      left: Number(left),
      right: Number(right),
      top: Number(top),
      bottom: Number(bottom),
    })),
  }
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(lt|gt|amp|quot|#39);/g,
    (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
  )
}
