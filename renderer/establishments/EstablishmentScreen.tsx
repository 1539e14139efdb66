// One cơ sở CNNT: the whole record on one page, new or kept.
import { useRef, useState } from 'react'
import type { DefaultValues } from 'react-hook-form'
import {
  type DuplicateMatch,
  type EstablishmentDetails,
  type EstablishmentDetailsInput,
  establishmentDetails,
  type NeedRow,
} from '../../shared/contract/establishments'
import { activityLabels, dossierLabels, executionLabels, labels, menuLabels, voteLabels } from '../../shared/labels'
import { queryOf, runQuery, useCommandCall, useQueryCall, useRecordCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { AttachmentsSection } from '../archive/AttachmentList'
import { Button } from '../components/Button'
import { askUser } from '../components/dialogs'
import { useContractForm } from '../components/form'
import { useMadeHere } from '../components/madeHere'
import { notifyDone, notifyProblem } from '../components/notices'
import { PageHeader } from '../components/PageHeader'
import { type FormSection, RecordForm } from '../components/RecordForm'
import { QueryProblem } from '../components/StateMessage'
import { HistoryButton } from '../history/HistoryButton'
import { Duplicates } from './Duplicates'
import {
  AddressSection,
  CertificatesSection,
  IdentitySection,
  IndustrySection,
  PeopleSection,
  YearsSection,
} from './EstablishmentSections'
import {
  ActivitiesOfEstablishment,
  MachinesOfEstablishment,
  NeedsOfEstablishment,
  ProductsOfEstablishment,
  ProjectsOfEstablishment,
  type SupportHistory,
} from './EstablishmentTies'
import { newEstablishment } from './establishmentForm'
import { NeedDialog, type NewNeed } from './NeedDialog'

/** `id` null: a new one. Once saved it stays in the form it was made in, so that typing can go on. */
export function EstablishmentScreen({ id }: { readonly id: number | null }) {
  const office = useQueryCall('office.get', {})
  const read = useRecordCall('establishments.get', { id: id ?? 1 }, { enabled: id !== null })
  const { key, goOn } = useMadeHere(id)
  const onMade = (newId: number) =>
    goOn(newId, paths.establishment(newId), queryOf('establishments.get', { id: newId }))
  if (id !== null && read.error !== null) return <QueryProblem error={read.error} retry={() => void read.refetch()} />
  if (id !== null)
    return read.data === undefined ? null : <EstablishmentForm key={key} {...read.data} onMade={onMade} />
  if (office.error !== null) return <QueryProblem error={office.error} retry={() => void office.refetch()} />
  if (office.data === undefined) return null
  return (
    <EstablishmentForm
      key={key}
      id={null}
      rowVersion={null}
      establishment={newEstablishment(office.data.office?.provinceCode ?? null)}
      supportHistory={[]}
      onMade={onMade}
    />
  )
}

interface EstablishmentFormProps {
  readonly id: number | null
  readonly rowVersion: number | null
  readonly establishment: DefaultValues<EstablishmentDetailsInput>
  readonly supportHistory: SupportHistory
  readonly onMade: (id: number) => Promise<void>
}

function EstablishmentForm(props: EstablishmentFormProps) {
  const { id, rowVersion: readVersion, establishment, supportHistory, onMade } = props
  const [rowVersion, setRowVersion] = useState(readVersion)
  const [title, setTitle] = useState(establishment.name ?? '')
  const [duplicates, setDuplicates] = useState<readonly DuplicateMatch[]>([])
  const [need, setNeed] = useState<NeedRow | NewNeed | null>(null)
  const addAnyway = useRef(false)
  const form = useContractForm(establishmentDetails, establishment)
  const save = useCommandCall('establishments.save')
  const remove = useCommandCall('establishments.remove')
  const toList = () => void navigate(paths.establishments)

  async function keep(details: EstablishmentDetails): Promise<EstablishmentDetails | 'asking'> {
    // Seen and answered by "Vẫn thêm mới": the same matches do not ask again.
    const acceptDuplicates = duplicates.length > 0 && addAnyway.current
    addAnyway.current = false
    if (id === null && !acceptDuplicates) {
      const matches = await runQuery('establishments.duplicates', {
        taxCode: details.taxCode,
        registrationNumber: details.registrationNumber,
        name: details.name,
        communeCode: details.productionCommuneCode ?? details.communeCode,
        exceptId: null,
      })
      setDuplicates(matches)
      if (matches.length > 0) return 'asking'
    }
    const saved = await save.mutateAsync({ id, rowVersion, establishment: details, acceptDuplicates })
    setDuplicates([])
    setRowVersion(saved.rowVersion)
    setTitle(details.name)
    if (id === null) await onMade(saved.id)
    notifyDone(`Đã lưu ${details.name}`)
    return { ...details, code: saved.code }
  }

  async function askAndRemove(): Promise<void> {
    if (id === null || rowVersion === null) return
    const sure = await askUser({
      title: `Xóa ${title}?`,
      text: 'Cơ sở và các số liệu của nó sẽ không còn trong danh sách. Cơ sở đã gắn với đề án thì chương trình không cho xóa.',
      yes: 'Xóa cơ sở',
      no: 'Giữ lại',
      destroys: true,
    })
    if (!sure) return
    try {
      await remove.mutateAsync({ id, rowVersion })
      notifyDone(`Đã xóa ${title}`)
      await navigate(paths.establishments, { force: true })
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <>
      <RecordForm
        form={form}
        label={id === null ? 'Cơ sở mới' : title}
        problemPrefix="establishment."
        header={(saveNow, saving) => (
          <PageHeader
            title={id === null ? 'Thêm cơ sở' : title}
            actions={
              <>
                {id !== null && <HistoryButton record={{ kind: 'establishment', id }} />}
                {id !== null && (
                  <Button kind="danger" busy={remove.isPending} onClick={() => void askAndRemove()}>
                    {labels.remove}
                  </Button>
                )}
                <Button onClick={toList} title="Esc">
                  {labels.backToList}
                </Button>
              </>
            }
            primary={
              <Button kind="primary" busy={saving} onClick={saveNow} title="Ctrl+S">
                {labels.save}
              </Button>
            }
          />
        )}
        notice={(saveNow) =>
          duplicates.length > 0 && (
            <Duplicates
              matches={duplicates}
              onAddAnyway={() => {
                addAnyway.current = true
                saveNow()
              }}
            />
          )
        }
        sections={sectionsOf(id, title, supportHistory, setNeed)}
        onSave={keep}
        onBack={toList}
      />
      {/* Beside the form, not in it: keys pressed in the dialog are no business of the form's boxes. */}
      {need !== null && <NeedDialog need={need} onClose={() => setNeed(null)} />}
    </>
  )
}

function sectionsOf(
  id: number | null,
  name: string,
  supportHistory: SupportHistory,
  onNeed: (need: NeedRow | NewNeed) => void,
): readonly FormSection[] {
  const sections: FormSection[] = [
    {
      id: 'identity',
      title: 'Thông tin chung',
      fields: [
        'name',
        'code',
        'legalForm',
        'shortName',
        'taxCode',
        'registrationNumber',
        'registrationDate',
        'registrationPlace',
      ],
      content: <IdentitySection isNew={id === null} />,
    },
    {
      id: 'address',
      title: 'Địa chỉ, địa bàn',
      fields: ['provinceCode', 'communeCode', 'headOfficeAddress', 'productionAddress', 'oldAddressText'],
      content: <AddressSection />,
    },
    {
      id: 'people',
      title: 'Người đại diện, liên hệ',
      fields: ['representativeName', 'representativeTitle', 'phone', 'email', 'bankAccount', 'bankName', 'bankBranch'],
      content: <PeopleSection />,
    },
    {
      id: 'industry',
      title: 'Ngành nghề, sản phẩm',
      fields: ['industry', 'industryCode', 'mainProducts', 'capacity', 'note'],
      content: <IndustrySection />,
    },
    { id: 'years', title: 'Số liệu từng năm', fields: ['years'], content: <YearsSection /> },
    { id: 'certificates', title: 'Chứng nhận', fields: ['certificates'], content: <CertificatesSection /> },
  ]
  if (id !== null)
    sections.push(
      {
        id: 'needs',
        title: menuLabels.needs,
        fields: [],
        content: (
          <NeedsOfEstablishment
            establishmentId={id}
            onOpen={onNeed}
            onAdd={() => onNeed({ year: new Date().getFullYear() + 1, establishmentId: id, asker: name })}
          />
        ),
      },
      {
        id: 'projects',
        title: 'Đề án hỗ trợ',
        fields: [],
        content: <ProjectsOfEstablishment rows={supportHistory} />,
      },
      {
        id: 'machines',
        title: executionLabels.machines,
        fields: [],
        content: <MachinesOfEstablishment establishmentId={id} />,
      },
      {
        id: 'products',
        title: voteLabels.many,
        fields: [],
        content: <ProductsOfEstablishment establishmentId={id} />,
      },
      {
        id: 'activities',
        title: activityLabels.many,
        fields: [],
        content: <ActivitiesOfEstablishment establishmentId={id} />,
      },
      {
        id: 'files',
        title: dossierLabels.files,
        fields: [],
        content: <AttachmentsSection owner={{ ownerKind: 'establishment', ownerId: id }} ownerName="cơ sở" />,
      },
    )
  return sections
}
