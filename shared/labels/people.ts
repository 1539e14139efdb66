// Labels of people and their roles.
import type { Role } from '../domain/roles'

/** What each role of a named person may do. */
export const roleLabels: Readonly<Record<Role, string>> = {
  view: 'Xem',
  enter: 'Nhập',
  approve: 'Duyệt',
  administer: 'Quản trị',
}

/** In a few words, beside the role. */
export const roleMeanings: Readonly<Record<Role, string>> = {
  view: 'xem, in, xuất',
  enter: 'xem, nhập và sửa',
  approve: 'nhập, sửa; gửi, phê duyệt, khóa, hủy văn bản',
  administer: 'mọi việc, cả thiết lập, khóa năm, người dùng',
}

/** Names of who uses the file. */
export const peopleLabels = {
  many: 'Người dùng',
  setUp: 'Đặt tên người dùng',
  add: 'Thêm người dùng',
  turnOff: 'Thôi dùng tên người dùng',
  signIn: 'Đăng nhập',
  signOut: 'Khóa màn hình, đăng xuất',
  changeSecret: 'Đổi mã PIN, mật khẩu',
  name: 'Họ và tên',
  role: 'Quyền',
  state: 'Tình trạng',
  active: 'Đang dùng',
  inactive: 'Thôi dùng',
  activeHint: 'Còn dùng (bỏ dấu: không đăng nhập được nữa, tên vẫn giữ trong nhật ký)',
  lastSignedIn: 'Đăng nhập gần nhất',
  administrator: 'Quản trị',
  secret: 'Mã PIN hoặc mật khẩu',
  currentSecret: 'Mã PIN hoặc mật khẩu hiện nay',
  newSecret: 'Mã PIN hoặc mật khẩu mới',
  again: 'Gõ lại lần nữa',
  secretHint: 'Mã PIN từ 4 chữ số, hoặc mật khẩu từ 8 ký tự.',
  notTheSame: 'Hai lần gõ chưa giống nhau.',
  idle: 'Tự khóa màn hình khi không dùng',
  forgotten: 'Quản trị quên mã?',
  otherFile: 'Mở tệp khác…',
  recover: 'Đặt lại mã bằng mã khôi phục',
  recoverHow: 'Gõ mã khôi phục đã in khi đặt tên người dùng. Mã chỉ dùng một lần; dùng xong sẽ nhận mã mới.',
  recoverNow: 'Đặt mã mới',
  backToSignIn: 'Quay lại đăng nhập',
  recoveryCode: 'Mã khôi phục',
  recoveryCodeWhy:
    'Đây là cách duy nhất để vào lại khi mọi quản trị đều quên mã. Hãy in hoặc chép ra giấy, cất cùng con dấu. Mã không hiện lại lần nữa.',
  kept: 'Đã cất mã, tiếp tục',
} as const
