// The support bundle: what a helper needs to know and nothing that the office wrote. Counts and table shapes, never a row.
import os from 'node:os'
import { packZip, type ZipPart } from '../../workbooks/adapter/packZip'

export interface TableShape {
  readonly name: string
  readonly rows: number
  readonly sql: string
}

export interface BundleFacts {
  readonly version: string
  readonly schemaVersion: number
  readonly system: string
  readonly log: string
  readonly tables: readonly TableShape[]
  /** Of the backups: when, why, how large. */
  readonly backups: readonly { readonly takenAt: string; readonly reason: string; readonly sizeBytes: number }[]
  readonly fileSizeBytes: number | null
  readonly lastError: { readonly id: string; readonly at: string } | null
}

export function systemWords(): string {
  const { electron, chrome, node } = process.versions
  const shell = electron === undefined ? `Node ${node}` : `Electron ${electron}, Chromium ${chrome ?? ''}, Node ${node}`
  const memory = Math.round(os.totalmem() / 1_000_000_000)
  return `${os.type()} ${os.release()} ${process.arch}, ${memory} GB, ${os.cpus().length} nhân; ${shell}`
}

export function supportBundle(facts: BundleFacts): Uint8Array {
  const { tables, log, ...told } = facts
  const counts = Object.fromEntries(tables.map((table) => [table.name, table.rows]))
  const parts: ZipPart[] = [
    { name: 'thong-tin.json', content: `${JSON.stringify({ ...told, counts }, null, 2)}\n` },
    { name: 'cau-truc.sql', content: tables.map((table) => `${table.sql};\n`).join('\n') },
    { name: 'nhat-ky.log', content: log },
    {
      name: 'DOC-TRUOC.txt',
      content:
        '\uFEFFGói này gồm nhật ký, phiên bản, cấu trúc bảng và số dòng mỗi bảng. Không có tên cơ sở, đề án, số tiền hay thông tin cá nhân nào.\r\n',
    },
  ]
  return packZip(parts)
}
