// What stands in the log must not tell of people: folders and accounts of the user, numbers that name a person, addresses of
// letters and names in quotes are blotted out before a line is written.
import { homedir, userInfo } from 'node:os'

export interface Personal {
  readonly home: string
  readonly user: string
}

export function personalOfMachine(): Personal {
  try {
    return { home: homedir(), user: userInfo().username }
  } catch {
    return { home: homedir(), user: '' }
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export function withoutPersonalData(text: string, { home, user }: Personal): string {
  let clean = text
  if (home.length > 1) clean = clean.replaceAll(home, '~')
  clean = clean
    // Homes of others, and the same home written with other slashes.
    .replace(/([A-Za-z]:)?[\\/](Users|home)[\\/][^\\/\s:;,"'”)]+/g, '~')
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '(thư điện tử)')
    // Telephone, tax code, citizen's number, account: a time and an error's place have fewer digits.
    .replace(/(?<![\w-])\+?\d(?:[ .]?\d){8,18}(?![\w-])/g, '(số)')
    .replace(/“[^”\n]*”/g, '“…”')
  // A user called "an" must not blot out every word that has it.
  if (user.length > 2)
    clean = clean.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(user)}(?![\\p{L}\\p{N}])`, 'giu'), '(người dùng)')
  return clean
}
