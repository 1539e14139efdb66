// Locks the screen when nobody has touched keyboard or mouse for as long as the office set; tells the program meanwhile that
// somebody is there. The program keeps its own time as well, so a screen that fell asleep is locked all the same.
import { useEffect } from 'react'
import { api } from '../app/api'

const looksEvery = 15_000
const tellsEvery = 60_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

export function useIdleLock(idleMinutes: number | null, lock: () => void): void {
  useEffect(() => {
    if (idleMinutes === null) return
    let lastSign = Date.now()
    let lastTold = Date.now()
    const sign = () => {
      lastSign = Date.now()
    }
    for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
    const timer = setInterval(() => {
      const now = Date.now()
      if (now - lastSign >= idleMinutes * 60_000) lock()
      else if (lastSign > lastTold && now - lastTold >= tellsEvery) {
        lastTold = now
        // Refused only when it is locked already, which the next call finds out as well.
        api.people.stillHere({}).catch(() => undefined)
      }
    }, looksEvery)
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    }
  }, [idleMinutes, lock])
}
