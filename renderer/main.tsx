// Where the window begins: styles, language of messages, keys, and the program's first screen.
import './app/mantine.css'
import './app/fonts.css'
import './app/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { startShortcuts } from './app/shortcuts'
import { warnBeforeUnload } from './app/unsaved'
import { setUpValidation } from './app/validation'

setUpValidation()
startShortcuts()
warnBeforeUnload()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
