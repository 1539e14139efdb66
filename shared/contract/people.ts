// Calls over who uses the file: naming people, signing in and out. Where nobody is named, none of it is seen.
import { z } from 'zod'
import { roles } from '../domain/roles'
import { secretProblem } from '../domain/signIn'
import { command, query } from './call'
import { done, id, noInput, requiredLine, rowVersion } from './values'

const name = requiredLine('họ và tên', 100)
/** As typed by whoever signs in: whatever it is, it is right or wrong. */
const givenSecret = z.string().max(1_000)
const newSecret = z
  .string()
  .max(1_000)
  .transform((text) => text.normalize('NFC'))
  .superRefine((text, context) => {
    const problem = secretProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })
const role = z.enum(roles, 'Chọn quyền: xem, nhập, duyệt hoặc quản trị.')

export const shortestIdleMinutes = 1
export const longestIdleMinutes = 240

const signedIn = z.strictObject({ id, name: z.string(), role })
const recoveryCode = z.strictObject({
  /** Shown once, to be printed and kept: the file holds only its hash. */
  recoveryCode: z.string(),
})

export const account = z.strictObject({
  id,
  rowVersion,
  name: z.string(),
  role,
  active: z.boolean(),
  /** UTC instant. */
  lastSignedIn: z.string().nullable(),
})
export type Account = z.output<typeof account>

export const peopleContract = {
  current: query({
    summary: 'Tệp đang mở có đặt tên người dùng không, ai đang đăng nhập, có thể đăng nhập bằng những tên nào',
    role: 'anyone',
    input: noInput,
    output: z.strictObject({
      /** False: one person without names, the default. */
      named: z.boolean(),
      signedIn: signedIn.nullable(),
      people: z.array(z.strictObject({ id, name: z.string() })),
      idleMinutes: z.number().int(),
    }),
    needs: 'program',
  }),
  signIn: command({
    summary: 'Đăng nhập bằng tên và mã PIN hoặc mật khẩu',
    role: 'anyone',
    undo: 'apart',
    input: z.strictObject({ id, secret: givenSecret }),
    output: signedIn,
    needs: 'program',
  }),
  signOut: command({
    summary: 'Đăng xuất (khóa màn hình)',
    role: 'anyone',
    undo: 'apart',
    input: noInput,
    output: done,
    needs: 'program',
  }),
  stillHere: command({
    summary: 'Báo rằng người đang đăng nhập vẫn ngồi ở máy',
    role: 'view',
    undo: 'apart',
    input: noInput,
    output: done,
    needs: 'program',
  }),
  accounts: query({
    summary: 'Những người dùng đã đặt tên, quyền của từng người',
    role: 'administer',
    input: noInput,
    output: z.array(account),
  }),
  setUp: command({
    summary: 'Bắt đầu đặt tên người dùng: lập quản trị đầu tiên, nhận mã khôi phục để in ra',
    role: 'administer',
    undo: 'final',
    input: z.strictObject({ name, secret: newSecret }),
    output: recoveryCode,
    needs: 'program',
  }),
  save: command({
    summary: 'Thêm hoặc sửa một người dùng: tên, quyền, còn dùng hay thôi, mã PIN mới',
    role: 'administer',
    undo: 'final',
    input: z.strictObject({
      id: id.nullable(),
      rowVersion: rowVersion.nullable(),
      name,
      role,
      active: z.boolean(),
      /** null: as it is; a new person must be given one. */
      secret: newSecret.nullable(),
    }),
    output: z.strictObject({ id, rowVersion }),
    needs: 'program',
  }),
  changeSecret: command({
    summary: 'Đổi mã PIN hoặc mật khẩu của chính mình',
    role: 'view',
    undo: 'final',
    input: z.strictObject({ current: givenSecret, secret: newSecret }),
    output: done,
    needs: 'program',
  }),
  setIdle: command({
    summary: 'Đặt số phút không dùng thì tự khóa màn hình',
    role: 'administer',
    undo: 'final',
    input: z.strictObject({
      minutes: z
        .number('Phải là số phút.')
        .int('Phải là số phút.')
        .min(shortestIdleMinutes, 'Ít nhất 1 phút.')
        .max(longestIdleMinutes, 'Nhiều nhất 240 phút.'),
    }),
    output: done,
    needs: 'program',
  }),
  recover: command({
    summary: 'Quản trị quên mã: dùng mã khôi phục đã in để đặt mã mới',
    role: 'anyone',
    undo: 'final',
    input: z.strictObject({ code: z.string().max(200), id, secret: newSecret }),
    output: recoveryCode,
    needs: 'program',
  }),
  turnOff: command({
    summary: 'Thôi dùng tên người dùng: tệp lại mở được ngay như trước khi đặt',
    role: 'administer',
    undo: 'final',
    input: z.strictObject({ secret: givenSecret }),
    output: done,
    needs: 'program',
  }),
}
