// Nhật ký: all that was done, the bin, and the years that are closed; three ways to look at what happened to the file.
import { useId } from 'react'
import { historyLabels, historyTabLabels } from '../../shared/labels'
import { useKeptState } from '../app/settings'
import { PageHeader } from '../components/PageHeader'
import { Tabs } from '../plans/PlanTabs'
import { Bin } from './Bin'
import styles from './History.module.css'
import { Journal } from './Journal'
import { Years } from './Years'

type Tab = keyof typeof historyTabLabels
const tabs: readonly Tab[] = ['journal', 'bin', 'years']

export function JournalScreen() {
  const [tab, setTab] = useKeptState<Tab>('history.tab', 'journal')
  const panelId = useId()
  return (
    <div className={styles.screen}>
      <PageHeader title={historyLabels.screen} detail={historyTabDetails[tab]} />
      <div className={styles.tabs}>
        <Tabs
          label={historyLabels.screen}
          values={tabs}
          chosen={tab}
          text={(one) => historyTabLabels[one]}
          panelId={panelId}
          onChoose={setTab}
        />
      </div>
      <div id={panelId} role="tabpanel" aria-label={historyTabLabels[tab]} className={styles.panel}>
        {tab === 'journal' && <Journal />}
        {tab === 'bin' && <Bin />}
        {tab === 'years' && <Years />}
      </div>
    </div>
  )
}

const historyTabDetails: Readonly<Record<Tab, string>> = {
  journal: 'Ai làm gì, lúc nào, từ gì thành gì. Mở một dòng để xem từng ô và hoàn tác nếu còn được.',
  bin: 'Những bản ghi đã xóa. Mở một dòng để khôi phục với mọi phần và tệp đính kèm của nó.',
  years: 'Năm đã khóa sổ thì không lệnh nào sửa được dữ liệu của năm đó; mở khóa phải có lý do.',
}
