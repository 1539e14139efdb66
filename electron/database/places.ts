// Where a data file lies, and what is risky about it: folders of another machine, and folders that a cloud program rewrites.
import fs from 'node:fs'
import path from 'node:path'
import { isBackupCopy } from './backups/backupFolder'

export interface Place {
  readonly file: string
  /** With links and mapped drives followed: a drive letter of a share becomes \\server\share. */
  readonly realFile: string
  /** Of statfs on Linux; null where it says nothing. */
  readonly fileSystemType: number | null
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Linux's numbers for NFS, SMB, CIFS, SMB2, 9P, AFS, and FUSE, through which sshfs and gvfs mount other machines. */
const networkFileSystems: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x65735546,
]

const cloudFolders: readonly { readonly name: string; readonly folder: RegExp }[] = [
  { name: 'OneDrive', folder: /^onedrive( - .*)?$/i },
  { name: 'Google Drive', folder: /^(google ?drive|googledrive.*|my drive|drive của tôi|\.?drivefs)$/i },
  { name: 'Dropbox', folder: /^dropbox( \(.*\))?$/i },
  { name: 'iCloud', folder: /^(iclouddrive|icloud drive|com~apple~clouddocs)$/i },
]

function isNetwork({ file, realFile, fileSystemType }: Place): boolean {
  if ([file, realFile].some((one) => /^(\\\\|\/\/)(?![?.][\\/](?!unc[\\/]))/i.test(one))) return true
  // Read as unsigned: some systems give the number with its sign.
  return fileSystemType !== null && networkFileSystems.includes(fileSystemType >>> 0)
}

function cloudOf({ file, realFile, env }: Place): string | null {
  const oneDrive = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer].filter((one) => one !== undefined)
  const inside = (folder: string) =>
    folder !== '' &&
    [file, realFile].some((one) => one.toLowerCase().startsWith(`${folder.toLowerCase()}${sepOf(one)}`))
  if (oneDrive.some(inside)) return 'OneDrive'
  const folders = [file, realFile].flatMap((one) => one.split(/[\\/]/).slice(0, -1))
  return cloudFolders.find(({ folder }) => folders.some((one) => folder.test(one)))?.name ?? null
}

function sepOf(file: string): string {
  return file.includes('\\') ? '\\' : '/'
}

export function placeWarnings(place: Place): string[] {
  const warnings: string[] = []
  if (isNetwork(place))
    warnings.push('Tệp nằm trên thư mục mạng. Mạng chập chờn có thể làm hỏng tệp; nên chép tệp về máy này để làm việc.')
  const cloud = cloudOf(place)
  if (cloud !== null)
    warnings.push(
      `Tệp nằm trong thư mục đồng bộ ${cloud}. Phần mềm đồng bộ có thể ghi đè lúc đang làm việc; nên để tệp ở thư mục khác và chỉ chép bản sao vào đó.`,
    )
  if (isBackupCopy(place.file))
    warnings.push(
      'Đây là một bản sao lưu. Những gì sửa ở đây không vào tệp đang dùng của đơn vị; muốn dùng lại bản này thì mở tệp của đơn vị rồi chọn Phục hồi.',
    )
  return warnings
}

export function placeOf(file: string): Place {
  const full = path.resolve(file)
  let realFile = full
  let fileSystemType: number | null = null
  try {
    realFile = fs.realpathSync.native(full)
    if (process.platform === 'linux') fileSystemType = fs.statfsSync(full).type
  } catch {
    // A place that says nothing about itself is warned of by its name only.
  }
  return { file: full, realFile, fileSystemType, env: process.env }
}
