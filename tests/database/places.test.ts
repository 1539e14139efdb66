// Where a data file should not lie: told from the path, from what it really is, and from the kind of file system.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Place, placeOf, placeWarnings } from '../../electron/database/places'
import { tempFolders } from '../support/tempFolder'

const folder = tempFolders()
const at = (file: string, more: Partial<Place> = {}): string[] =>
  placeWarnings({ file, realFile: file, fileSystemType: null, env: {}, ...more }).map(
    (warning) =>
      /thư mục mạng|đồng bộ (OneDrive|Google Drive|Dropbox|iCloud)|bản sao lưu/.exec(warning)?.[0] ?? warning,
  )

describe('a place', () => {
  it('of another machine is warned of', () => {
    expect(at('\\\\may-chu\\chung\\a.skc')).toEqual(['thư mục mạng'])
    expect(at('\\\\?\\UNC\\may-chu\\chung\\a.skc')).toEqual(['thư mục mạng'])
    expect(at('//may-chu/chung/a.skc')).toEqual(['thư mục mạng'])
    // A drive letter that stands for a share.
    expect(at('Z:\\a.skc', { realFile: '\\\\may-chu\\chung\\a.skc' })).toEqual(['thư mục mạng'])
    for (const type of [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0xff534d42 | 0])
      expect(at('/mnt/chung/a.skc', { fileSystemType: type })).toEqual(['thư mục mạng'])
  })

  it('that a cloud program rewrites is warned of, by its folder or by what Windows says it is', () => {
    expect(at('C:\\Users\\Lan\\OneDrive - Sở Công Thương\\a.skc')).toEqual(['đồng bộ OneDrive'])
    expect(at('D:\\Dong bo\\a.skc', { env: { OneDriveCommercial: 'D:\\Dong bo' } })).toEqual(['đồng bộ OneDrive'])
    expect(at('G:\\My Drive\\a.skc')).toEqual(['đồng bộ Google Drive'])
    expect(at('/home/lan/Dropbox/so/a.skc')).toEqual(['đồng bộ Dropbox'])
    expect(at('/home/lan/iCloudDrive/a.skc')).toEqual(['đồng bộ iCloud'])
  })

  it('is not blamed for a name that only looks like one', () => {
    expect(at('C:\\Users\\Lan\\Documents\\OneDrive.skc')).toEqual([])
    expect(at('/home/lan/Dropbox cu, khong dung/a.skc')).toEqual([])
    expect(at('\\\\?\\C:\\so\\a.skc')).toEqual([])
    expect(at('/home/lan/a.skc', { fileSystemType: 0xef53, env: { OneDrive: '' } })).toEqual([])
    expect(placeWarnings(placeOf(path.join(folder(), 'a.skc')))).toEqual([])
  })

  it('among the backups is told to be one', () => {
    expect(at('/home/lan/Bac-Kan.sao-luu/Bac-Kan.20261121-080000.dau-ngay.skc')).toEqual(['bản sao lưu'])
  })
})
