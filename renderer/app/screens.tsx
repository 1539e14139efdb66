// Which screen stands at which address.
import { Route, Switch } from 'wouter'
import { ActivitiesScreen } from '../activities/ActivitiesScreen'
import { ActivityScreen } from '../activities/ActivityScreen'
import { CertificatesScreen } from '../activities/CertificatesScreen'
import { RoundScreen } from '../activities/RoundScreen'
import { VotesScreen } from '../activities/VotesScreen'
import { OutgoingScreen } from '../archive/OutgoingScreen'
import { ChangeScreen } from '../changes/ChangeScreen'
import { ChangesScreen } from '../changes/ChangesScreen'
import { ComparisonScreen } from '../changes/ComparisonScreen'
import { Button } from '../components/Button'
import { StateMessage } from '../components/StateMessage'
import { BoardScreen } from '../contracts/BoardScreen'
import { ContractScreen } from '../contracts/ContractScreen'
import { ContractsScreen } from '../contracts/ContractsScreen'
import { EstablishmentList } from '../establishments/EstablishmentList'
import { EstablishmentScreen } from '../establishments/EstablishmentScreen'
import { NeedsScreen } from '../establishments/NeedsScreen'
import { AcceptancePage } from '../execution/AcceptancePage'
import { AcceptanceScreen } from '../execution/AcceptanceScreen'
import { ClusterPage } from '../execution/ClusterPage'
import { DetailPlanPage } from '../execution/DetailPlanPage'
import { InspectionPage } from '../execution/InspectionPage'
import { InspectionScreen } from '../execution/InspectionScreen'
import { MachinesScreen } from '../execution/MachinesScreen'
import { ProgressScreen } from '../execution/ProgressScreen'
import { SettlementPage } from '../execution/SettlementPage'
import { SettlementScreen } from '../execution/SettlementScreen'
import { TrainingPage } from '../execution/TrainingPage'
import { VolumePage } from '../execution/VolumePage'
import { JournalScreen } from '../history/JournalScreen'
import { ImportScreen } from '../imports/ImportScreen'
import { DeadlinesScreen } from '../office/DeadlinesScreen'
import { NormSetScreen } from '../office/NormSetScreen'
import { NormsScreen } from '../office/NormsScreen'
import { OfficeScreen } from '../office/OfficeScreen'
import { OverviewScreen } from '../overview/OverviewScreen'
import { PeopleScreen } from '../people/PeopleScreen'
import { PlanScreen } from '../plans/PlanScreen'
import { AppraisalSession } from '../projects/AppraisalSession'
import { ProjectScreen } from '../projects/ProjectScreen'
import { ProjectsScreen } from '../projects/ProjectsScreen'
import { ConsolidationScreen } from '../reports/ConsolidationScreen'
import { ConsolidationsScreen } from '../reports/ConsolidationsScreen'
import { PackagesScreen } from '../reports/PackagesScreen'
import { PeriodScreen, PeriodsScreen } from '../reports/PeriodsScreen'
import { PicturesScreen } from '../reports/PicturesScreen'
import { ReportsScreen } from '../reports/ReportsScreen'
import { ReviewScreen } from '../reports/ReviewScreen'
import { YearTotalsScreen } from '../reports/YearTotalsScreen'
import { SafetyScreen } from '../safety/SafetyScreen'
import { navigate } from './location'
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
      <Route path="/co-so/:id">{({ id }) => <EstablishmentScreen id={id === 'moi' ? null : Number(id)} />}</Route>
      <Route path={paths.needs}>
        <NeedsScreen />
      </Route>
      <Route path={paths.progress}>
        <ProgressScreen />
      </Route>
      <Route path={paths.acceptances}>
        <AcceptanceScreen />
      </Route>
      <Route path="/nghiem-thu/:id">{({ id }) => <AcceptancePage id={Number(id)} />}</Route>
      <Route path={paths.settlements}>
        <SettlementScreen />
      </Route>
      <Route path="/quyet-toan/:id">{({ id }) => <SettlementPage projectId={Number(id)} />}</Route>
      <Route path={paths.inspections}>
        <InspectionScreen />
      </Route>
      <Route path="/kiem-tra/:id">{({ id }) => <InspectionPage id={Number(id)} />}</Route>
      <Route path={paths.machines}>
        <MachinesScreen />
      </Route>
      <Route path="/ke-hoach-trien-khai/:id">{({ id }) => <DetailPlanPage projectId={Number(id)} />}</Route>
      <Route path="/dao-tao/:id">{({ id }) => <TrainingPage projectId={Number(id)} />}</Route>
      <Route path="/cum-cong-nghiep/:id">{({ id }) => <ClusterPage projectId={Number(id)} />}</Route>
      <Route path="/khoi-luong/:id">{({ id }) => <VolumePage projectId={Number(id)} />}</Route>
      <Route path={paths.review}>
        <ReviewScreen />
      </Route>
      <Route path={paths.periods}>
        <PeriodsScreen />
      </Route>
      <Route path="/bao-cao-giai-doan/chuong-trinh/:id">
        {({ id }) => <PeriodScreen id={id === 'moi' ? null : Number(id)} />}
      </Route>
      <Route path={paths.yearTotals}>
        <YearTotalsScreen />
      </Route>
      <Route path={paths.pictures}>
        <PicturesScreen />
      </Route>
      <Route path={paths.votes}>
        <VotesScreen />
      </Route>
      <Route path="/binh-chon/:id">{({ id }) => <RoundScreen id={id === 'moi' ? null : Number(id)} />}</Route>
      <Route path={paths.certificates}>
        <CertificatesScreen />
      </Route>
      <Route path={paths.activities}>
        <ActivitiesScreen />
      </Route>
      <Route path="/hoat-dong/:id">{({ id }) => <ActivityScreen id={id === 'moi' ? null : Number(id)} />}</Route>
      <Route path={paths.outgoing}>
        <OutgoingScreen />
      </Route>
      <Route path={paths.projects}>
        <ProjectsScreen />
      </Route>
      <Route path="/de-an/:id">{({ id }) => <ProjectScreen id={id === 'moi' ? null : Number(id)} />}</Route>
      <Route path={paths.appraisals}>
        <AppraisalSession />
      </Route>
      <Route path={paths.plan}>
        <PlanScreen />
      </Route>
      <Route path={paths.comparison}>
        <ComparisonScreen projectId={null} />
      </Route>
      <Route path="/so-sanh/:id">{({ id }) => <ComparisonScreen projectId={Number(id)} />}</Route>
      <Route path={paths.changes}>
        <ChangesScreen />
      </Route>
      <Route path="/dieu-chinh/:id">{({ id }) => <ChangeScreen key={id} id={Number(id)} />}</Route>
      <Route path={paths.board}>
        <BoardScreen />
      </Route>
      <Route path={paths.contracts}>
        <ContractsScreen />
      </Route>
      <Route path="/hop-dong/moi/:kind/:projects">
        {({ kind, projects }) => <ContractScreen of={{ kind, projectIds: projects.split('-').map(Number) }} />}
      </Route>
      <Route path="/hop-dong/:id">{({ id }) => <ContractScreen of={Number(id)} />}</Route>
      <Route path={paths.reports}>
        <ReportsScreen />
      </Route>
      <Route path={paths.imports}>
        <ImportScreen />
      </Route>
      <Route path={paths.packages}>
        <PackagesScreen />
      </Route>
      <Route path={paths.consolidations}>
        <ConsolidationsScreen />
      </Route>
      <Route path="/tong-hop/:id">
        {({ id }) => <ConsolidationScreen key={id} id={id === 'moi' ? null : Number(id)} />}
      </Route>
      <Route path={paths.norms}>
        <NormsScreen />
      </Route>
      <Route path="/dinh-muc/:id">{({ id }) => <NormSetScreen id={id === 'moi' ? null : Number(id)} />}</Route>
      <Route path={paths.deadlines}>
        <DeadlinesScreen />
      </Route>
      <Route path={paths.safety}>
        <SafetyScreen />
      </Route>
      <Route path={paths.journal}>
        <JournalScreen />
      </Route>
      <Route path={paths.people}>
        <PeopleScreen />
      </Route>
      <Route path={paths.office}>
        <OfficeScreen />
      </Route>
      <Route>
        <StateMessage
          title="Không có màn hình này"
          actions={
            <Button kind="primary" onClick={() => void navigate(paths.overview, { replace: true })}>
              Về Tổng quan
            </Button>
          }
        >
          Địa chỉ này không dẫn đến màn hình nào của chương trình.
        </StateMessage>
      </Route>
    </Switch>
  )
}
