// A signed contract: everything it says as it was signed, what its appendices made of it, and the money under it.

import { type ReactNode, useState } from 'react'
import type { ContractParty } from '../../shared/contract/contracts'
import { fundingSources } from '../../shared/domain/money'
import {
  contractKindLabels,
  contractLabels,
  contractStateLabels,
  labels,
  menuLabels,
  moneyLabels,
  programmeLabels,
  projectLabels,
  sourceLabels,
} from '../../shared/labels'
import { formatDate } from '../../shared/vietnamese/dates'
import { navigate } from '../app/location'
import { useMoney } from '../app/moneyUnit'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { PageHeader } from '../components/PageHeader'
import { DocumentDialog } from '../documents/DocumentDialog'
import { HistoryButton } from '../history/HistoryButton'
import { AppendixDialog } from './AppendixDialog'
import { AppendixSignDialog } from './AppendixSignDialog'
import type { Contract } from './ContractScreen'
import styles from './Contracts.module.css'
import { Figure } from './MoneyTable'
import { PaymentsPart } from './PaymentsPart'
import { TerminateDialog } from './TerminateDialog'
import { Overrides } from './Warnings'

type Appendix = Contract['appendices'][number]

interface ContractReadingProps {
  readonly contract: Contract
  readonly onBack: () => void
}

export function ContractReading({ contract, onBack }: ContractReadingProps) {
  const [dialog, setDialog] = useState<'terminate' | 'print' | null>(null)
  const [editing, setEditing] = useState<Appendix | 'new' | null>(null)
  const [signing, setSigning] = useState<Appendix | null>(null)
  const { details } = contract
  const [firstProject] = contract.projects
  const open = contract.state === 'signed'
  return (
    <div className={styles.screen}>
      <PageHeader
        title={`${menuLabels.contracts} ${contract.number}`}
        detail={[
          contractKindLabels[contract.kind],
          `ký ngày ${contract.signedOn === null ? '' : formatDate(contract.signedOn)}`,
          contractStateLabels[contract.state],
          `${programmeLabels[contract.programme].long} năm ${contract.year}`,
        ].join(' · ')}
        actions={
          <>
            <HistoryButton record={{ kind: 'contract', id: contract.id }} />
            <Button onClick={onBack} title="Esc">
              {labels.backToList}
            </Button>
            {open && (
              <Button kind="danger" onClick={() => setDialog('terminate')}>
                {contractLabels.terminate}…
              </Button>
            )}
          </>
        }
        {...(firstProject === undefined ? {} : { onPrint: () => setDialog('print') })}
      />
      <div className={styles.body}>
        {contract.state === 'terminated' && (
          <p className={styles.problems}>
            Chấm dứt ngày {contract.closedOn === null ? '' : formatDate(contract.closedOn)}
            {contract.closedNumber === '' ? '' : ` theo ${contract.closedNumber}`}: {contract.closedReason}
          </p>
        )}
        <Section title={contractLabels.valueByProject}>
          <ValueTable contract={contract} />
        </Section>
        <PaymentsPart contract={contract} />
        <Section title={contractLabels.appendices}>
          <Appendices contract={contract} onEdit={setEditing} onSign={setSigning} />
          {open && (
            <div className={styles.buttons}>
              <Button onClick={() => setEditing('new')}>{contractLabels.newAppendix}…</Button>
            </div>
          )}
        </Section>
        <Section title={contractLabels.parties}>
          <div className={styles.parties}>
            <Party who={contractLabels.giver} party={details.giver} />
            <Party who={contractLabels.receiver} party={details.receiver} />
          </div>
        </Section>
        <Section title={contractLabels.term}>
          <dl className={styles.facts}>
            <Fact label={contractLabels.subject} text={details.subject} />
            <Fact label={contractLabels.startOn} text={dateText(details.startOn)} />
            <Fact label={contractLabels.endOn} text={dateText(contract.endOn)} />
            <Fact label={contractLabels.liquidationBy} text={dateText(contract.liquidationBy)} />
            <Fact
              label={contractLabels.instalments}
              text={details.instalments
                .map(
                  (one) =>
                    `${one.name}: ${one.percentBasisPoints / 100} %${one.condition === '' ? '' : `, ${one.condition}`}`,
                )
                .join('\n')}
            />
            <Fact label={contractLabels.note} text={details.note} />
          </dl>
        </Section>
        {contract.overrides.length > 0 && (
          <Section title={contractLabels.overrides}>
            <Overrides overrides={contract.overrides} />
          </Section>
        )}
      </div>
      {dialog === 'terminate' && <TerminateDialog contract={contract} onClose={() => setDialog(null)} />}
      {dialog === 'print' && firstProject !== undefined && (
        <DocumentDialog
          projectId={firstProject.id}
          projectName={firstProject.name}
          first={
            contract.details.kind === 'agency'
              ? { form: 'agency-contract', recordId: null }
              : { form: 'beneficiary-contract', recordId: contract.id }
          }
          onClose={() => setDialog(null)}
        />
      )}
      {editing !== null && (
        <AppendixDialog
          contract={contract}
          appendix={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {signing !== null && <AppendixSignDialog appendix={signing} onClose={() => setSigning(null)} />}
    </div>
  )
}

function dateText(date: string | null): string {
  return date === null ? '' : formatDate(date)
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  )
}

function Party({ who, party }: { readonly who: string; readonly party: ContractParty }) {
  return (
    <dl className={styles.facts}>
      <Fact label={who} text={party.name} />
      <Fact label={contractLabels.representative} text={party.representative} />
      <Fact label={contractLabels.position} text={party.position} />
      <Fact label={contractLabels.authority} text={party.authority} />
      <Fact label={contractLabels.address} text={party.address} />
      <Fact label={contractLabels.phone} text={party.phone} />
      <Fact label={contractLabels.account} text={party.account} />
      <Fact label={contractLabels.bank} text={party.bank} />
      <Fact label={contractLabels.taxCode} text={party.taxCode} />
      <Fact label={contractLabels.budgetRelationCode} text={party.budgetRelationCode} />
    </dl>
  )
}

function ValueTable({ contract }: { readonly contract: Contract }) {
  const money = useMoney()
  const used = fundingSources.filter((source) =>
    contract.lines.some((line) => line.value[source] !== 0 || line.signed[source] !== 0),
  )
  const changed = (line: Contract['lines'][number]) => used.some((source) => line.signed[source] !== line.value[source])
  return (
    <table className={styles.table} aria-label={contractLabels.valueByProject}>
      <thead>
        <tr>
          <th scope="col">
            {projectLabels.one} ({money.label})
          </th>
          {used.map((source) => (
            <th key={source} scope="col" className={styles.figure}>
              {sourceLabels[source].short}
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {moneyLabels.advanced}
          </th>
          <th scope="col" className={styles.figure}>
            {moneyLabels.paid}
          </th>
          <th scope="col" className={styles.figure}>
            {moneyLabels.recovered}
          </th>
        </tr>
      </thead>
      <tbody>
        {contract.lines.map((line) => (
          <tr key={line.projectId}>
            <th scope="row">
              <Button kind="quiet" onClick={() => void navigate(paths.project(line.projectId))}>
                {line.code}
              </Button>{' '}
              {line.name}
              {changed(line) && (
                <div className={styles.basis}>
                  {contractLabels.signedValue}:{' '}
                  {used
                    .map((source) => `${sourceLabels[source].short} ${money.format(line.signed[source])}`)
                    .join(', ')}
                </div>
              )}
            </th>
            {used.map((source) => (
              <Figure key={source} dong={line.value[source]} />
            ))}
            <Figure dong={sum(line.advanced)} />
            <Figure dong={sum(line.paid)} />
            <Figure dong={sum(line.recovered)} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sum(amounts: Contract['value']): number {
  return fundingSources.reduce((total, source) => total + amounts[source], 0)
}

interface AppendicesProps {
  readonly contract: Contract
  readonly onEdit: (appendix: Appendix) => void
  readonly onSign: (appendix: Appendix) => void
}

function Appendices({ contract, onEdit, onSign }: AppendicesProps) {
  const money = useMoney()
  if (contract.appendices.length === 0)
    return (
      <p className={styles.soft}>
        Chưa có phụ lục. Khi đề án được điều chỉnh theo quyết định, dự thảo phụ lục tự có ở đây để xem lại và ghi ký.
      </p>
    )
  return (
    <table className={styles.table} aria-label={contractLabels.appendices}>
      <thead>
        <tr>
          <th scope="col">{contractLabels.appendixNumber}</th>
          <th scope="col">{contractLabels.signedOn}</th>
          <th scope="col">{contractLabels.changes}</th>
          <th scope="col">{contractLabels.decisionNumber}</th>
          <th scope="col">
            <span className="visually-hidden">Thao tác</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {contract.appendices.map((one) => (
          <tr key={one.id}>
            <td>{one.signed ? one.number : `Phụ lục ${one.ordinal} (dự thảo)`}</td>
            <td>{dateText(one.signedOn)}</td>
            <td style={{ whiteSpace: 'pre-line' }}>
              {one.details.changes}
              {one.details.lines.map((line) => (
                <div key={line.projectId} className={styles.basis}>
                  {contract.lines.find(({ projectId }) => projectId === line.projectId)?.code}:{' '}
                  {fundingSources
                    .filter((source) => line.amounts[source] !== 0)
                    .map(
                      (source) => `${sourceLabels[source].short} ${money.format(line.amounts[source])} ${money.label}`,
                    )
                    .join(', ')}
                </div>
              ))}
              {one.details.endOn !== null && (
                <div className={styles.basis}>
                  {contractLabels.endOn}: {formatDate(one.details.endOn)}
                </div>
              )}
            </td>
            <td>
              {one.details.decisionNumber}
              {one.details.decisionDate === null ? '' : ` ngày ${formatDate(one.details.decisionDate)}`}
            </td>
            <td>
              {!one.signed && (
                <>
                  <Button kind="quiet" onClick={() => onEdit(one)}>
                    Sửa
                  </Button>
                  <Button kind="quiet" onClick={() => onSign(one)}>
                    {contractLabels.sign}…
                  </Button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
