// F1: the user guide over the screen in hand, open at the section that tells of it. The work behind it stays as it is.
import { Modal } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { usePath } from '../app/location'
import { inputClass } from '../components/Field'
import { GuideText } from './GuideText'
import { findSections, readGuide } from './guide'
import styles from './Help.module.css'
import { sectionOfPath } from './helpSections'
import { closeHelp, openHelp, useHelpOpen } from './helpState'

const texts = import.meta.glob<string>('../../docs/huong-dan-su-dung.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const images = import.meta.glob<string>('../../docs/images/*.png', { query: '?url', import: 'default', eager: true })

const guideText = Object.values(texts).join('')
const pictures = new Map(Object.entries(images).map(([file, url]) => [file.split('/').at(-1) ?? '', url]))

/** Stands once; answers F1 wherever the focus is, over a dialog too. */
export function Help() {
  const open = useHelpOpen()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
      event.preventDefault()
      openHelp()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Modal
      opened={open}
      onClose={closeHelp}
      title="Hướng dẫn sử dụng"
      size={1080}
      zIndex={400}
      transitionProps={{ duration: 0 }}
    >
      {open && <Guide />}
    </Modal>
  )
}

function Guide() {
  const path = usePath()
  const sections = useMemo(() => readGuide(guideText), [])
  const [typed, setTyped] = useState('')
  const [here, setHere] = useState(() =>
    sectionOfPath(
      path,
      sections.map((section) => section.id),
    ),
  )
  const text = useRef<HTMLDivElement>(null)
  const found = findSections(sections, typed).filter((section) => section.level > 1)

  useEffect(() => {
    text.current?.querySelector(`[data-section="${CSS.escape(here)}"]`)?.scrollIntoView({ block: 'start' })
  }, [here])

  return (
    <div className={styles.help}>
      <nav className={styles.contents} aria-label="Mục lục">
        <input
          className={inputClass}
          type="search"
          aria-label="Tìm trong hướng dẫn"
          placeholder="Tìm, không cần dấu…"
          defaultValue=""
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <ul>
          {found.map((section) => (
            <li key={section.id} data-level={section.level}>
              <button type="button" aria-current={section.id === here || undefined} onClick={() => setHere(section.id)}>
                {section.title}
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p role="status">Không có mục nào nói về “{typed}”.</p>}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text is scrolled by keyboard */}
      <div className={styles.text} ref={text} tabIndex={0} role="document" aria-label="Nội dung hướng dẫn">
        {sections.map((section) => (
          <section key={section.id} data-section={section.id}>
            {section.level === 1 ? (
              <h1>{section.title}</h1>
            ) : section.level === 2 ? (
              <h2>{section.title}</h2>
            ) : (
              <h3>{section.title}</h3>
            )}
            <GuideText tokens={section.tokens} pictures={pictures} onLink={setHere} />
          </section>
        ))}
      </div>
    </div>
  )
}
