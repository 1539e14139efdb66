// The guide inside the program: cut into sections, found without diacritics, and every screen of the menu leads to one.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { menu } from '../../renderer/app/menu'
import { findSections, readGuide, sectionId } from '../../renderer/help/guide'
import { firstSection, helpSections, sectionOfPath } from '../../renderer/help/helpSections'

const text = readFileSync('docs/huong-dan-su-dung.md', 'utf8')
const sections = readGuide(text)

describe('the guide', () => {
  it('has every heading once, each with something under it or under its parts', () => {
    const headings = [...text.matchAll(/^#{1,4} (.+)$/gm)].map((match) => match[1])
    expect(sections.map((section) => section.title)).toEqual(headings)
    expect(new Set(sections.map((section) => section.id)).size).toBe(sections.length)
    expect(
      sections.map((section) => section.tokens.map((token) => token.raw).join('')).join('').length,
    ).toBeGreaterThan(text.length * 0.9)
  })

  it('is found by words without diacritics, in any order', () => {
    const titles = findSections(sections, 'hong tep').map((section) => section.id)
    expect(titles).toContain('khi-tep-bi-hong')
    expect(findSections(sections, 'khong co tu nay dau zzz')).toEqual([])
    expect(findSections(sections, '  ')).toHaveLength(sections.length)
  })

  it('keeps the address of a section when its number changes', () => {
    expect(sectionId('4. Đề án và dự toán')).toBe('de-an-va-du-toan')
    expect(sectionId('12.3. Đề án và dự toán')).toBe('de-an-va-du-toan')
  })

  const ids = sections.map((section) => section.id)

  it('has every section that a screen is said to have', () => {
    for (const { section } of helpSections) expect(ids).toContain(section)
  })

  it('opens at the section of the screen in hand, or the one its entry in the menu names', () => {
    expect(sectionOfPath('/de-an/17', ids)).toBe('de-an-va-du-toan')
    expect(sectionOfPath('/sao-luu', ids)).toBe('sao-luu-va-an-toan-du-lieu')
    expect(sectionOfPath('/khong-co', ids)).toBe(firstSection)
    for (const entry of menu) expect(ids).toContain(sectionOfPath(entry.path, ids))
  })

  it('shows pictures that are there', () => {
    for (const match of text.matchAll(/!\[[^\]]*\]\(images\/([^)]+)\)/g))
      expect(() => readFileSync(`docs/images/${match[1]}`)).not.toThrow()
  })

  it('shows every picture that was made for it, none heavy', () => {
    const shown = new Set([...text.matchAll(/\(images\/([^)]+)\)/g)].map((match) => match[1]))
    const made = readdirSync('docs/images')
    expect(made.length).toBeGreaterThan(10)
    expect(made.filter((name) => !shown.has(name))).toEqual([])
    for (const name of made) expect(statSync(`docs/images/${name}`).size, name).toBeLessThan(120_000)
  })
})
