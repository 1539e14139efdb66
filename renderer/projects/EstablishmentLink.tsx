// Whether a name of a đề án is a cơ sở of the register, and the way there.
import { paths } from '../app/paths'

export function EstablishmentLink({ id }: { readonly id: number | null }) {
  return id === null ? 'chưa có' : <a href={`#${paths.establishment(id)}`}>Mở cơ sở</a>
}
