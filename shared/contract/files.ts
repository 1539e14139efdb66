// Calls over data files: which one is open, create, open, sample, recent.
import { z } from 'zod'
import { command, query } from './call'
import { officeDetails } from './office'
import { noInput } from './values'

const path = z
  .string()
  .min(1, 'Phải có đường dẫn tệp.')
  .max(4_096)
  .refine((text) => !text.includes('\0'), 'Đường dẫn không hợp lệ.')

export const openFile = z.strictObject({
  path: z.string(),
  name: z.string(),
  schemaVersion: z.number().int(),
  sizeBytes: z.number(),
  /** Warnings that do not stop work, such as a network or cloud-synced folder. */
  warnings: z.array(z.string()),
})
export type OpenFile = z.output<typeof openFile>

export const filesContract = {
  current: query({
    summary: 'Tệp dữ liệu đang mở',
    role: 'anyone',
    input: noInput,
    output: z.strictObject({ file: openFile.nullable() }),
    needs: 'program',
  }),
  recent: query({
    summary: 'Các tệp mở gần đây',
    role: 'anyone',
    input: noInput,
    output: z.array(z.strictObject({ path: z.string(), name: z.string(), openedAt: z.string(), exists: z.boolean() })),
    needs: 'program',
  }),
  create: command({
    summary: 'Tạo tệp dữ liệu mới và mở nó',
    role: 'anyone',
    undo: 'final',
    input: z.strictObject({ path, office: officeDetails.partial().optional() }),
    output: z.strictObject({ file: openFile }),
    needs: 'program',
  }),
  createSample: command({
    summary: 'Tạo tệp dữ liệu mẫu từ kế hoạch năm 2022 đã công bố và mở nó',
    role: 'anyone',
    undo: 'final',
    input: z.strictObject({ path }),
    output: z.strictObject({ file: openFile }),
    needs: 'program',
  }),
  open: command({
    summary: 'Mở một tệp dữ liệu có sẵn',
    role: 'anyone',
    undo: 'final',
    input: z.strictObject({ path }),
    output: z.strictObject({ file: openFile }),
    needs: 'program',
  }),
  close: command({
    summary: 'Đóng tệp đang mở',
    role: 'anyone',
    undo: 'final',
    input: noInput,
    output: z.strictObject({ done: z.literal(true) }),
    needs: 'program',
  }),
  prepareUpdate: command({
    summary: 'Sao lưu rồi đóng tệp đang mở, trước khi cài phiên bản mới của chương trình',
    role: 'administer',
    undo: 'final',
    input: noInput,
    output: z.strictObject({ done: z.literal(true) }),
    needs: 'program',
  }),
  defaultFolder: query({
    summary: 'Thư mục đề nghị để lưu tệp dữ liệu',
    role: 'anyone',
    input: noInput,
    output: z.strictObject({ path: z.string(), separator: z.string() }),
    needs: 'program',
  }),
}
