// Labels of the history, the bin and the locked years.
export const historyTabLabels = { journal: 'Nhật ký', bin: 'Thùng rác', years: 'Khóa năm' } as const

/** Undo, redo and the history of what was done. */
export const historyLabels = {
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  undone: 'Đã hoàn tác',
  redone: 'Đã làm lại',
  journal: 'Nhật ký',
  journalTitle: 'NHẬT KÝ THAY ĐỔI DỮ LIỆU',
  journalColumns: {
    ordinal: 'TT',
    at: 'Thời điểm',
    person: 'Người làm',
    what: 'Việc',
    label: 'Mục',
    before: 'Trước',
    after: 'Sau',
    host: 'Máy',
  },
  bin: 'Thùng rác',
  years: 'Khóa năm',
  screen: 'Nhật ký, thùng rác',
  ofRecord: 'Lịch sử sửa',
  undoThis: 'Hoàn tác việc này',
  lockYear: 'Khóa năm',
  unlockYear: 'Mở khóa năm',
  unlockReason: 'Lý do mở khóa',
  undoImport: 'Hoàn tác lần nhập này',
  nothingSinceOpened: 'Từ khi mở tệp chưa có việc nào để hoàn tác. Việc cũ hơn xem ở Nhật ký.',
} as const
