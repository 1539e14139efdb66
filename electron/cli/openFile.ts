// Opens the data file of a command. Where the file names its people, SKC_PERSON and SKC_SECRET say who runs the command: an
// environment is not seen by others and not kept in the shell's history, as an argument would be.
import { resolve } from 'node:path'
import { Refusal } from '../../shared/contract/errors'
import type { Api } from '../../shared/contract/index'
import { fold } from '../../shared/vietnamese/fold'

export async function openFile(api: Api, file: string): Promise<void> {
  await api.files.open({ path: resolve(file) })
  const { SKC_PERSON: name, SKC_SECRET: secret } = process.env
  if (name === undefined || secret === undefined) return
  const { named, people } = await api.people.current({})
  if (!named) return
  const person = people.find((one) => fold(one.name) === fold(name))
  if (person === undefined) throw new Refusal('record.missing', `người dùng “${name}”`)
  await api.people.signIn({ id: person.id, secret })
}
