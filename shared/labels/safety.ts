// Labels of backups and the reminders about the data file.
import type { BackupReason, SafetyReminder } from '../domain/backups'

export const backupReasonLabels: Readonly<Record<BackupReason, string>> = {
  'day-start': 'Đầu ngày',
  interval: 'Định kỳ khi làm việc',
  close: 'Khi đóng tệp',
  'before-upgrade': 'Trước khi nâng cấp',
  'before-restore': 'Trước khi phục hồi',
  'before-import': 'Trước khi nhập Excel',
  'before-bulk': 'Trước thay đổi hàng loạt',
  'before-update': 'Trước khi cập nhật chương trình',
  manual: 'Sao lưu theo ý người dùng',
}

/** What to do about the safety of the data file, in the list of things to do. */
export const safetyReminderLabels: Readonly<Record<SafetyReminder, { readonly what: string; readonly why: string }>> = {
  'clock-behind': {
    what: 'Đồng hồ máy có vẻ sai',
    why: 'Trong tệp có việc đã lưu ở ngày giờ sau hiện tại của máy. Không mất gì; hãy sửa ngày giờ của máy rồi làm tiếp, vì ngày trên văn bản và hạn việc lấy theo máy.',
  },
  'backup-failed': {
    what: 'Sao lưu gần nhất không thành',
    why: 'Các bản sao lưu trước vẫn còn; xem lý do và sao lưu lại.',
  },
  'no-second-place': {
    what: 'Chưa có nơi sao lưu thứ hai',
    why: 'Hỏng ổ đĩa hoặc mất máy là mất cả tệp lẫn bản sao lưu. Chọn một USB hoặc ổ của máy khác.',
  },
  'second-place-old': {
    what: 'Quá 7 ngày chưa chép sang nơi sao lưu thứ hai',
    why: 'Cắm USB hoặc nối ổ của máy kia rồi chép.',
  },
  'second-place-failed': {
    what: 'Lần chép sang nơi sao lưu thứ hai gần nhất không thành',
    why: 'Kiểm tra USB hoặc ổ của máy kia rồi chép lại.',
  },
}

export const safetyLabels = {
  menu: 'Sao lưu, an toàn',
  screen: 'Sao lưu và an toàn dữ liệu',
  backUp: 'Sao lưu ngay…',
  check: 'Kiểm tra dữ liệu',
  purge: 'Dọn tệp đính kèm đã xóa',
  rebuildSearch: 'Lập lại danh mục tìm kiếm',
  restore: 'Phục hồi…',
  lastBackup: 'Sao lưu gần nhất',
  secondPlace: 'Nơi sao lưu thứ hai',
  checkedOn: 'Kiểm tra gần nhất',
  folder: 'Thư mục sao lưu',
  takenAt: 'Thời điểm',
  reason: 'Lý do',
  label: 'Ghi chú',
  size: 'Dung lượng',
} as const
