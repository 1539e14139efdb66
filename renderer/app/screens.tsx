// Which screen stands at which address.
import { Route, Switch } from 'wouter'
import { EstablishmentList } from '../establishments/EstablishmentList'
import { EstablishmentScreen, NewEstablishmentScreen } from '../establishments/EstablishmentScreen'
import { ImportScreen } from '../imports/ImportScreen'
import { OfficeScreen } from '../office/OfficeScreen'
import { OverviewScreen } from '../overview/OverviewScreen'
import { PlanScreen } from '../plans/PlanScreen'
import { ProjectScreen } from '../projects/ProjectScreen'
import { ProjectsScreen } from '../projects/ProjectsScreen'
import { paths } from './paths'

export function Screens() {
  return (
    <Switch>
      <Route path={paths.overview}>
        <OverviewScreen />
      </Route>
      <Route path={paths.establishments}>
        <EstablishmentList />
      </Route>
      <Route path={paths.newEstablishment}>
        <NewEstablishmentScreen />
      </Route>
      <Route path="/co-so/:id">{({ id }) => <EstablishmentScreen id={Number(id)} />}</Route>
      <Route path={paths.projects}>
        <ProjectsScreen />
      </Route>
      <Route path={paths.newProject}>
        <ProjectScreen id={null} />
      </Route>
      <Route path="/de-an/:id">{({ id }) => <ProjectScreen id={Number(id)} />}</Route>
      <Route path={paths.plan}>
        <PlanScreen />
      </Route>
      <Route path={paths.imports}>
        <ImportScreen />
      </Route>
      <Route path={paths.office}>
        <OfficeScreen />
      </Route>
    </Switch>
  )
}
