// One contract: a draft as a form, a signed one as something to read, with its appendices and its money.
import { useState } from 'react'
import { type ContractKind, contractKinds } from '../../shared/domain/contracts'
import { contractKindLabels, contractLabels, labels, menuLabels } from '../../shared/labels'
import { type CallOutput, useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { useShortcuts } from '../app/shortcuts'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { notifyDone, notifyProblem } from '../components/notices'
import { QueryProblem, StateMessage } from '../components/StateMessage'
import { ContractForm } from './ContractForm'
import { ContractReading } from './ContractReading'
import { SignDialog } from './SignDialog'
import { Warnings } from './Warnings'

export type Contract = CallOutput<'contracts.get'>

const toList = () => void navigate(paths.contracts)

export function NewContractScreen({
  kind,
  projectIds,
}: {
  readonly kind: string
  readonly projectIds: readonly number[]
}) {
  const known = contractKinds.find((one) => one === kind)
  if (known === undefined || projectIds.some((id) => !Number.isSafeInteger(id) || id < 1))
    return <StateMessage title="Không có loại hợp đồng này">Hãy lập hợp đồng từ danh sách hợp đồng.</StateMessage>
  return <ProposedContract key={`${kind} ${projectIds.join()}`} kind={known} projectIds={projectIds} />
}

function ProposedContract({
  kind,
  projectIds,
}: {
  readonly kind: ContractKind
  readonly projectIds: readonly number[]
}) {
  useShortcuts({ Escape: toList })
  const proposal = useQueryCall('contracts.propose', { kind, projectIds: [...projectIds] })
  const save = useCommandCall('contracts.save')
  if (proposal.error !== null) return <QueryProblem error={proposal.error} retry={() => void proposal.refetch()} />
  if (proposal.data === undefined) return null
  return (
    <ContractForm
      initial={proposal.data}
      title={`${contractLabels.new} ${contractKindLabels[kind].toLocaleLowerCase('vi')}`}
      actions={<BackButton />}
      onSave={async (contract) => {
        const saved = await save.mutateAsync({ id: null, rowVersion: null, contract })
        notifyDone('Đã lưu dự thảo hợp đồng.')
        await navigate(paths.contract(saved.id), { replace: true, force: true })
        return contract
      }}
      onBack={toList}
    />
  )
}

export function ContractScreen({ id }: { readonly id: number }) {
  useShortcuts({ Escape: toList })
  const contract = useQueryCall('contracts.get', { id }, { enabled: Number.isSafeInteger(id) })
  if (contract.error !== null) return <QueryProblem error={contract.error} retry={() => void contract.refetch()} />
  if (contract.data === undefined) return null
  return contract.data.state === 'draft' ? (
    <DraftContract key={contract.data.rowVersion} contract={contract.data} />
  ) : (
    <ContractReading contract={contract.data} onBack={toList} />
  )
}

function BackButton() {
  return (
    <Button onClick={toList} title="Esc">
      {labels.backToList}
    </Button>
  )
}

function DraftContract({ contract }: { readonly contract: Contract }) {
  const [signing, setSigning] = useState(false)
  const save = useCommandCall('contracts.save')
  const remove = useCommandCall('contracts.remove')
  const { id, rowVersion } = contract

  async function askRemove(): Promise<void> {
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
      await remove.mutateAsync({ id, rowVersion })
      notifyDone('Đã xóa dự thảo hợp đồng.')
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <>
      <ContractForm
        initial={contract.details}
        title={`${menuLabels.contracts} (dự thảo) – ${contract.kind === 'agency' ? contract.giver : contract.receiver}`}
        actions={
          <>
            <BackButton />
            <Button kind="danger" onClick={() => void askRemove()}>
              {labels.remove}
            </Button>
          </>
        }
        settled={(unsaved) => (
          <Button
            onClick={() => {
              if (unsaved) notifyProblem(new Error('Hãy lưu những gì vừa sửa rồi ghi ký; hợp đồng ký là bản đã lưu.'))
              else setSigning(true)
            }}
          >
            {contractLabels.sign}…
          </Button>
        )}
        notice={<Warnings warnings={contract.warnings} />}
        onSave={async (values) => {
          await save.mutateAsync({ id, rowVersion, contract: values })
          notifyDone('Đã lưu dự thảo hợp đồng.')
          return values
        }}
        onBack={toList}
      />
      {signing && <SignDialog contract={contract} onClose={() => setSigning(false)} />}
    </>
  )
}
