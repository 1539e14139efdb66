// One contract: a draft as a form, a signed one as something to read, with its appendices and its money.
import { useState } from 'react'
import type { ContractDetails } from '../../shared/contract/contracts'
import { type ContractKind, contractKinds } from '../../shared/domain/contracts'
import { contractKindLabels, contractLabels, labels, menuLabels } from '../../shared/labels'
import { type CallOutput, queryOf, useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { useMadeHere } from '../components/madeHere'
import { notifyDone, notifyProblem } from '../components/notices'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { ContractForm } from './ContractForm'
import { ContractReading } from './ContractReading'
import { SignDialog } from './SignDialog'
import { Warnings } from './Warnings'

export type Contract = CallOutput<'contracts.get'>

const toList = () => void navigate(paths.contracts)

export interface NewContract {
  readonly kind: string
  readonly projectIds: readonly number[]
}

/** A contract on record, or a new one of these đề án: both at one place, so that a draft just saved keeps its form. */
export function ContractScreen({ of }: { readonly of: number | NewContract }) {
  useShortcuts({ Escape: toList })
  const id = typeof of === 'number' ? of : null
  const wanted = typeof of === 'number' ? null : wantedContract(of)
  const { key, goOn } = useMadeHere(id)
  const contract = useRecordCall('contracts.get', { id: id ?? 1 }, { enabled: id !== null && Number.isSafeInteger(id) })
  const proposal = useQueryCall('contracts.propose', wanted ?? noContract, { enabled: wanted !== null })
  if (id === null && wanted === null)
    return <StateMessage title="Không có loại hợp đồng này">Hãy lập hợp đồng từ danh sách hợp đồng.</StateMessage>
  if (id !== null && contract.error !== null)
    return <QueryProblem error={contract.error} retry={() => void contract.refetch()} />
  // A proposal that is refused once its contract is saved takes nothing from the form.
  if (id === null && proposal.data === undefined && proposal.error !== null)
    return <QueryProblem error={proposal.error} retry={() => void proposal.refetch()} />
  const stored = id === null ? null : contract.data
  const initial = stored === null ? proposal.data : stored?.details
  if (stored === undefined || initial === undefined) return null
  return stored === null || stored.state === 'draft' ? (
    <DraftContract
      key={key}
      stored={stored}
      initial={initial}
      onMade={(newId) => goOn(newId, paths.contract(newId), queryOf('contracts.get', { id: newId }))}
    />
  ) : (
    <ContractReading contract={stored} onBack={toList} />
  )
}

interface WantedContract {
  readonly kind: ContractKind
  readonly projectIds: number[]
}

const noContract: WantedContract = { kind: 'agency', projectIds: [] }

/** null: the address names no such contract. */
function wantedContract({ kind, projectIds }: NewContract): WantedContract | null {
  const known = contractKinds.find((one) => one === kind)
  if (known === undefined || projectIds.some((id) => !Number.isSafeInteger(id) || id < 1)) return null
  return { kind: known, projectIds: [...projectIds] }
}

function BackButton() {
  return (
    <Button onClick={toList} title="Esc">
      {labels.backToList}
    </Button>
  )
}

interface DraftContractProps {
  /** null: not saved yet. */
  readonly stored: Contract | null
  readonly initial: ContractDetails
  readonly onMade: (id: number) => Promise<void>
}

function DraftContract({ stored, initial, onMade }: DraftContractProps) {
  const [signing, setSigning] = useState(false)
  const [rowVersion, setRowVersion] = useState(stored?.rowVersion ?? null)
  const save = useCommandCall('contracts.save')
  const remove = useCommandCall('contracts.remove')

  async function keep(contract: ContractDetails): Promise<ContractDetails> {
    const saved = await save.mutateAsync({ id: stored?.id ?? null, rowVersion, contract })
    setRowVersion(saved.rowVersion)
    if (stored === null) await onMade(saved.id)
    notifyDone('Đã lưu dự thảo hợp đồng.')
    return contract
  }

  async function askRemove({ id, rowVersion: readVersion }: Contract): Promise<void> {
    const yes = await askUser({
      title: 'Xóa dự thảo hợp đồng?',
      text: 'Hợp đồng chưa ký nên xóa được; đề án không thay đổi.',
      yes: 'Xóa dự thảo',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!yes) return
    try {
      await navigate(paths.contracts, { force: true })
      await remove.mutateAsync({ id, rowVersion: rowVersion ?? readVersion })
      notifyDone('Đã xóa dự thảo hợp đồng.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  const title =
    stored === null
      ? `${contractLabels.new} ${contractKindLabels[initial.kind].toLocaleLowerCase('vi')}`
      : `${menuLabels.contracts} (dự thảo) – ${stored.kind === 'agency' ? stored.giver : stored.receiver}`
  return (
    <>
      <ContractForm
        initial={initial}
        title={title}
        actions={
          <>
            <BackButton />
            {stored !== null && (
              <Button kind="danger" onClick={() => void askRemove(stored)}>
                {labels.remove}
              </Button>
            )}
          </>
        }
        settled={(unsaved) =>
          stored !== null && (
            <Button
              onClick={() => {
                if (unsaved) notifyProblem(new Error('Hãy lưu những gì vừa sửa rồi ghi ký; hợp đồng ký là bản đã lưu.'))
                else setSigning(true)
              }}
            >
              {contractLabels.sign}…
            </Button>
          )
        }
        notice={stored !== null && <Warnings warnings={stored.warnings} />}
        onSave={keep}
        onBack={toList}
      />
      {signing && stored !== null && <SignDialog contract={stored} onClose={() => setSigning(false)} />}
    </>
  )
}
