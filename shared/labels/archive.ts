// Labels of outgoing papers.
/** The register of outgoing papers. */
export const outgoingLabels = {
  issue: 'Phát hành…',
  number: 'Số',
  symbol: 'Ký hiệu',
  fullNumber: 'Số, ký hiệu',
  date: 'Ngày văn bản',
  paper: 'Tên văn bản',
  subject: 'Đề án, kế hoạch',
  signer: 'Người ký',
  recipients: 'Nơi nhận',
  state: 'Tình trạng',
  issued: 'Đã phát hành',
  cancelled: 'Đã hủy',
  cancel: 'Hủy văn bản…',
  cancelReason: 'Lý do hủy',
} as const
