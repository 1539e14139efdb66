// The whole window: the language and look, the question which data file is open, and what is shown for each answer.
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Router } from 'wouter'
import { Dialogs } from '../components/dialogs'
import { Notices } from '../components/notices'
import { Help } from '../help/Help'
import { FirstOffice } from '../office/FirstOffice'
import { Gate } from '../people/Gate'
import { FileProblemScreen } from '../start/FileProblemScreen'
import { StartScreen } from '../start/StartScreen'
import { useDataFile } from '../start/useDataFile'
import { CrashBoundary } from './CrashBoundary'
import { createQueryClient, useQueryCall } from './calls'
import { Frame } from './Frame'
import { useGuardedHashLocation, usePath } from './location'
import { MoneyUnitProvider } from './moneyUnit'
import { Screens } from './screens'
import { theme } from './theme'
import { useUndoKeys } from './undo'
import { useTimesTakenBack } from './undoOffer'
import { YearProvider } from './year'

export function App() {
  const [client] = useState(createQueryClient)
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
      <QueryClientProvider client={client}>
        <Router hook={useGuardedHashLocation}>
          <CrashBoundary>
            <MoneyUnitProvider>
              <Whole />
            </MoneyUnitProvider>
          </CrashBoundary>
          <Notices />
          <Dialogs />
          <Help />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function Whole() {
  const dataFile = useDataFile()
  if (dataFile.problem !== null) return <FileProblemScreen problem={dataFile.problem} dataFile={dataFile} />
  if (dataFile.waiting) return null
  if (dataFile.file === null) return <StartScreen dataFile={dataFile} />
  return (
    <Gate key={dataFile.file.path} dataFile={dataFile}>
      <OpenFile dataFile={dataFile} />
    </Gate>
  )
}

function OpenFile({ dataFile }: { readonly dataFile: ReturnType<typeof useDataFile> }) {
  const office = useQueryCall('office.get', {})
  const path = usePath()
  const takenBack = useTimesTakenBack()
  useUndoKeys()
  if (office.error !== null) return <FileProblemScreen problem={office.error.problem} dataFile={dataFile} />
  if (office.data === undefined) return null
  if (office.data.office === null) return <FirstOffice dataFile={dataFile} />
  return (
    <YearProvider>
      <Frame office={office.data.office} dataFile={dataFile}>
        {/* A broken screen does not stand in the way of the next one. */}
        <CrashBoundary screen={path}>
          <Screens key={takenBack} />
        </CrashBoundary>
      </Frame>
    </YearProvider>
  )
}
