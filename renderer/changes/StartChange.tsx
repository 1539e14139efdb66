// From a đề án in force to its change request: the one being drafted is opened, else a new one begins.
import { changeLabels } from '../../shared/labels'
import { useCommandCall, useQueryCall } from '../app/calls'
import { navigate } from '../app/location'
import { paths } from '../app/paths'
import { Button } from '../components/Button'
import { notifyProblem } from '../components/notices'
import { newItem } from './requestInput'

export function StartChange({ projectId, year }: { readonly projectId: number; readonly year: number }) {
  const open = useQueryCall('changes.list', { projectId })
  const office = useQueryCall('office.get', {})
  const save = useCommandCall('changes.save')
  const draft = open.data?.rows.find(({ state }) => state === 'draft')
  const waiting = open.data?.rows.find(({ state }) => state === 'submitted')
  const known = draft ?? waiting

  async function begin(): Promise<void> {
    try {
      const letter = { year, letterNumber: '', letterDate: null, reason: '', note: '' }
      const { id } = await save.mutateAsync({
        id: null,
        rowVersion: null,
        letter: { ...letter, askedBy: office.data?.office?.centreName ?? '' },
        items: [newItem('adjust', projectId)],
      })
      await navigate(paths.change(id))
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <>
      {known !== undefined && (
        <Button onClick={() => void navigate(paths.change(known.id))}>
          {draft === undefined ? 'Mở đề nghị đang chờ quyết định' : 'Mở điều chỉnh đang soạn'}
        </Button>
      )}
      {draft === undefined && (
        <Button busy={save.isPending} disabled={open.isPending} onClick={() => void begin()}>
          {changeLabels.start}
        </Button>
      )}
    </>
  )
}
