// A command that refuses a line of an import says which line it was.
import { type FieldProblem, Refusal } from '../../../shared/contract/errors'

/** @param key of the row, such as 'Danh sách!9' */
export async function atRow<T>(key: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { fields, message } = error.problem
    const at = key.lastIndexOf('!')
    const where = `Dòng ${key.slice(at + 1)} trang “${key.slice(0, at)}”`
    const said: FieldProblem[] =
      fields.length === 0 ? [{ path: key, message }] : fields.map((field) => ({ ...field, path: key }))
    throw new Refusal('import.unresolved', `${where}: ${said.map((field) => field.message).join(' ')}`, said)
  }
}
