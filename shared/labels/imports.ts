// Labels of the import of workbooks.
/** Rows pasted into a grid of a form, beside those it has. */
export const pastedStatusLabels = { new: 'Mới', changed: 'Thay đổi', same: 'Đã có', wrong: 'Lỗi' } as const

/** Bringing in an Excel file. */
export const importLabels = {
  title: 'Nhập từ Excel',
  kinds: {
    establishments: 'Danh sách cơ sở CNNT',
    plan: 'Kế hoạch khuyến công, danh mục đề án',
    needs: 'Nhu cầu hỗ trợ',
    projects: 'Đề án kèm dự toán',
    payments: 'Tạm ứng, thanh toán',
    trainees: 'Danh sách học viên',
    certificates: 'Giấy chứng nhận sản phẩm CNNT tiêu biểu',
    contracts: 'Hợp đồng',
  },
  statuses: { new: 'Mới', changed: 'Thay đổi', duplicate: 'Trùng', error: 'Lỗi', skipped: 'Bỏ qua' },
  actions: { create: 'thêm mới', update: 'cập nhật', none: 'không nhập' },
  duplicateChoices: {
    skip: 'Bỏ qua dòng này',
    update: 'Gộp: cập nhật bản đã có',
    create: 'Giữ cả hai: vẫn thêm mới',
  },
  errorFile: 'Lưu tệp có cột “Lỗi”',
  encodings: { unicode: 'Unicode', tcvn3: 'TCVN3 (phông .Vn…)', vni: 'VNI' },
  severities: { error: 'Lỗi', warning: 'Cần xem', question: 'Cần trả lời' },
  phases: { reading: 'Đang đọc và kiểm tra tệp', checking: 'Đang đối chiếu với dữ liệu', writing: 'Đang ghi' },
} as const
