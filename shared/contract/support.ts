// Calls for those who help: which program this is, and a bundle that says what happened without saying whose data it was.
import { z } from 'zod'
import { command, query } from './call'
import { fileOut, noInput } from './values'

export const supportContract = {
  about: query({
    summary: 'Phiên bản chương trình, máy đang chạy và mã lỗi gần nhất',
    role: 'anyone',
    input: noInput,
    output: z.strictObject({
      version: z.string(),
      schemaVersion: z.number(),
      system: z.string(),
      /** The last unexpected error since the program started. */
      lastError: z.strictObject({ id: z.string(), at: z.string() }).nullable(),
    }),
    needs: 'program',
  }),
  bundle: query({
    summary: 'Gói hỗ trợ: nhật ký, phiên bản, cấu trúc bảng và số dòng mỗi bảng; không có số liệu của đơn vị',
    input: noInput,
    output: fileOut,
    needs: 'program',
  }),
  reportScreenError: command({
    summary: 'Ghi vào nhật ký một lỗi của màn hình, trả về mã lỗi',
    role: 'anyone',
    undo: 'apart',
    input: z.strictObject({ message: z.string().max(20_000) }),
    output: z.strictObject({ id: z.string() }),
    needs: 'program',
  }),
}
