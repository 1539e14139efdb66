// Calls that the shell itself answers: choosing files, saving, printing. The desktop asks with the system's own windows;
// a shell that has none answers `in-page`, and the screen does the same with a download or its own folder list.
import { z } from 'zod'
import { command, query } from './call'
import { base64, fileName, noInput } from './values'

const path = z
  .string()
  .min(1, 'Phải có đường dẫn.')
  .max(4_096)
  .refine((text) => !text.includes('\0'), 'Đường dẫn không hợp lệ.')

const inPage = z.strictObject({ kind: z.literal('in-page') })
const cancelled = z.strictObject({ kind: z.literal('cancelled') })
const chosen = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chosen'), path: z.string() }),
  cancelled,
  inPage,
])

export const folderEntry = z.strictObject({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'dataFile']),
  sizeBytes: z.number().nullable(),
  modifiedAt: z.string().nullable(),
})
export type FolderEntry = z.output<typeof folderEntry>

export const shellContract = {
  chooseDataFile: query({
    summary: 'Hỏi người dùng mở tệp dữ liệu nào',
    input: noInput,
    output: chosen,
    needs: 'shell',
  }),
  chooseNewDataFile: query({
    summary: 'Hỏi người dùng đặt tệp dữ liệu mới ở đâu',
    input: z.strictObject({ suggestedName: fileName.default('so-khuyen-cong.skc') }),
    output: chosen,
    needs: 'shell',
  }),
  chooseFolder: query({
    summary: 'Hỏi người dùng chọn một thư mục',
    role: 'anyone',
    input: z.strictObject({ title: z.string().max(200) }),
    output: chosen,
    needs: 'shell',
  }),
  updateFromFile: command({
    summary: 'Hỏi tệp cập nhật, kiểm tra chữ ký, sao lưu và đóng tệp dữ liệu, rồi cài',
    undo: 'apart',
    input: noInput,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('started'), version: z.string() }),
      cancelled,
      inPage,
    ]),
    needs: 'shell',
  }),
  saveFile: command({
    summary: 'Hỏi nơi lưu rồi ghi một tệp',
    input: z.strictObject({ suggestedName: fileName, base64 }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), path: z.string() }),
      cancelled,
      inPage,
    ]),
    needs: 'shell',
  }),
  copyImage: command({
    summary: 'Đưa một hình PNG vào bộ nhớ tạm để dán vào Word, PowerPoint',
    undo: 'apart',
    role: 'view',
    input: z.strictObject({ base64 }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('copied') }), inPage]),
    needs: 'shell',
  }),
  openSaved: command({
    summary: 'Mở một tệp vừa lưu bằng chương trình quen dùng của máy',
    input: z.strictObject({ path }),
    output: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('opened') }), inPage]),
    needs: 'shell',
  }),
  print: command({
    summary: 'In một tệp PDF qua hộp thoại in của máy',
    input: z.strictObject({ title: z.string().max(200).default('In'), base64 }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('shown') }),
      z.strictObject({ kind: z.literal('in-page') }),
    ]),
    needs: 'shell',
  }),
  listFolder: query({
    summary: 'Các thư mục con và tệp .skc của một thư mục trên máy này (null: thư mục đề nghị)',
    input: z.strictObject({ path: path.nullable().default(null) }),
    output: z.strictObject({
      path: z.string(),
      parent: z.string().nullable(),
      separator: z.string(),
      /** Where people usually keep files: home, Documents, Desktop, drives. */
      places: z.array(z.strictObject({ name: z.string(), path: z.string() })),
      entries: z.array(folderEntry),
    }),
    needs: 'shell',
  }),
  takeFileToOpen: command({
    summary: 'Tệp mà chương trình được khởi động cùng (nhấp đúp vào tệp .skc); chỉ trả lời một lần',
    input: noInput,
    output: z.strictObject({ path: z.string().nullable() }),
    needs: 'shell',
  }),
}
export type ShellContract = typeof shellContract
