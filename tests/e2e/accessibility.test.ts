// Every screen of the menu as a screen reader and tired eyes meet it: each box and button has a name, each text stands out from
// what is behind it (WCAG AA), each screen has one heading that says where one is.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../renderer/app/paths'
import { hasChromium } from './support/browser'
import { officeInBrowser } from './support/office'
import { addEstablishment, addProject, openAt } from './support/records'

/** What is wrong on the page as it is, in words. Runs in the page. */
function problemsOnPage(): string[] {
  interface Colour {
    readonly channels: readonly number[]
    readonly alpha: number
  }
  const colourOf = (css: string): Colour => {
    const numbers = (/\(([^)]*)\)/.exec(css)?.[1] ?? '').split(/[ ,/]+/).map(Number)
    return { channels: numbers.slice(0, 3), alpha: numbers[3] ?? 1 }
  }
  const luminance = ({ channels }: Colour) => {
    const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
      const part = channel / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const ancestors = (element: Element): Element[] =>
    element.parentElement === null ? [element] : [element, ...ancestors(element.parentElement)]
  const behind = (element: Element): Colour =>
    ancestors(element)
      .map((one) => colourOf(getComputedStyle(one).backgroundColor))
      .find(({ alpha }) => alpha > 0.99) ?? { channels: [255, 255, 255], alpha: 1 }
  const contrast = (element: Element, css: string): number => {
    const back = behind(element)
    const text = colourOf(css)
    const alpha = ancestors(element).reduce((all, one) => all * Number(getComputedStyle(one).opacity), text.alpha)
    const mixed = text.channels.map((channel, index) => channel * alpha + (back.channels[index] ?? 0) * (1 - alpha))
    const lights = [luminance({ channels: mixed, alpha: 1 }), luminance(back)]
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
  }

  const wrong: string[] = []
  const said = (element: Element) => element.outerHTML.slice(0, 120)
  for (const element of document.querySelectorAll('body *')) {
    const { width, height } = element.getBoundingClientRect()
    if (width === 0 || height === 0) continue
    const name = `${element.getAttribute('aria-label') ?? ''}${element.getAttribute('title') ?? ''}${element.textContent.trim()}`
    if (/^(BUTTON|A)$/.test(element.tagName) && name === '') wrong.push(`không có tên: ${said(element)}`)
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    )
      if (
        (element.labels?.length ?? 0) === 0 &&
        !element.hasAttribute('aria-label') &&
        !element.hasAttribute('aria-labelledby')
      )
        wrong.push(`ô không có tên: ${said(element)}`)
    const ownText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    )
    // What cannot be used now, and what only adorns, may be faint.
    if (!ownText || element.closest(':disabled, [aria-disabled="true"], [aria-hidden="true"]') !== null) continue
    const ratio = contrast(element, getComputedStyle(element).color)
    if (ratio < 4.5) wrong.push(`tương phản ${ratio.toFixed(2)}: ${said(element)}`)
  }
  const headings = document.querySelectorAll('h1').length
  if (headings !== 1) wrong.push(`${headings} tiêu đề`)
  return wrong
}

describe.skipIf(!hasChromium)('accessibility', () => {
  const office = officeInBrowser()
  let page: Page

  beforeAll(async () => {
    page = office.page
    await addEstablishment(page, 'HTX Tân Lợi')
    await addProject(page, {
      name: 'Máy sấy lạnh',
      programme: 'local',
      year: new Date().getFullYear(),
      support: 100_000_000,
      counterpart: 150_000_000,
    })
  })

  test('the check finds a nameless button, a nameless box and faint text', async () => {
    await page.evaluate(() => {
      const faint = document.createElement('p')
      faint.textContent = 'mờ'
      faint.style.color = 'rgb(150, 150, 150)'
      const main = document.querySelector('main')
      main?.append(document.createElement('button'), document.createElement('input'), faint)
      main?.querySelector(':scope > button')?.append('\u00a0')
    })
    const found = await page.evaluate(problemsOnPage)
    expect(found.map((one) => one.split(':')[0]?.replace(/ [\d.]+$/, ''))).toEqual([
      'không có tên',
      'ô không có tên',
      'tương phản',
    ])
  })

  const shown = [
    ...Object.values(paths).filter((path) => typeof path === 'string'),
    paths.establishment(1),
    paths.project(1),
  ]
  test.each(shown)('%s', async (path) => {
    await openAt(page, path)
    await page.locator('h1').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(problemsOnPage)).toEqual([])
  })
})
