// How the figures of reports are made: each rule once, under the id that every figure carries (domain §13.2).

export const reportRules = {
  plan: {
    name: 'Kế hoạch',
    words:
      'Kinh phí của bản đề án có hiệu lực đến ngày tính số (được duyệt hoặc điều chỉnh gần nhất), của các đề án thuộc kế hoạch những năm trong kỳ; đề án đã ngừng không tính. Kế hoạch chưa có quyết định thì lấy bản đã đăng ký, chưa đăng ký thì lấy bản đang soạn, và có ghi chú.',
  },
  projects: {
    name: 'Số đề án',
    words: 'Số đề án có trong kế hoạch đến ngày tính số; đề án nhóm tính là một đề án.',
  },
  disbursed: {
    name: 'Thực hiện theo giải ngân',
    words:
      'Tạm ứng cộng thanh toán trừ thu hồi, theo ngày chứng từ. Đề án có hợp đồng với cơ quan giao kinh phí thì tính theo hợp đồng đó, không thì theo hợp đồng với đơn vị thụ hưởng, nhà cung cấp: một đồng không tính hai lần. Đối ứng và nguồn khác theo biên bản nghiệm thu đạt, đã duyệt quyết toán thì theo quyết toán, nếu chưa có thì theo chứng từ đã ghi.',
  },
  accepted: {
    name: 'Thực hiện theo nghiệm thu',
    words:
      'Kinh phí thực hiện ghi ở các biên bản nghiệm thu kết luận đạt, theo ngày nghiệm thu; biên bản của cả đề án và biên bản từng địa điểm không cộng trùng.',
  },
  settled: {
    name: 'Thực hiện theo quyết toán',
    words:
      'Kinh phí khuyến công được duyệt quyết toán, theo ngày duyệt; đối ứng và nguồn khác theo số đề nghị quyết toán.',
  },
  inPeriod: {
    name: 'Thực hiện trong kỳ',
    words:
      'Số thực hiện đến ngày cuối kỳ trừ số thực hiện đến trước ngày đầu kỳ, của đề án thuộc kế hoạch những năm trong kỳ. Đề án của kế hoạch năm khác thực hiện trong kỳ ghi ở dòng riêng.',
  },
  cumulative: {
    name: 'Lũy kế',
    words:
      'Toàn bộ số thực hiện đến ngày tính số của các đề án thuộc kế hoạch những năm trong kỳ, kể cả phần thực hiện trước kỳ.',
  },
  planRate: {
    name: 'Tỷ lệ so với kế hoạch',
    words: 'Lũy kế chia kế hoạch, làm tròn hai chữ số thập phân (nửa thì lên). Không có kế hoạch thì ghi “–”.',
  },
  assigned: {
    name: 'Kinh phí được giao',
    words:
      'Các quyết định giao, phân bổ đến ngày tính số, cộng trừ phần điều chỉnh sau đó; không có văn bản giao thì lấy kinh phí của bản có hiệu lực.',
  },
  disbursementRate: {
    name: 'Tỷ lệ giải ngân',
    words:
      'Kinh phí khuyến công giải ngân (tạm ứng cộng thanh toán trừ thu hồi) chia kinh phí khuyến công được giao, làm tròn hai chữ số thập phân (nửa thì lên).',
  },
  advancedNet: {
    name: 'Đã tạm ứng',
    words: 'Các lần tạm ứng trừ các lần thu hồi đến ngày tính số, kinh phí khuyến công.',
  },
  paid: {
    name: 'Đã thanh toán',
    words: 'Các lần thanh toán thêm ngoài tạm ứng đến ngày tính số, kinh phí khuyến công.',
  },
  recovered: { name: 'Đã thu hồi', words: 'Các lần thu hồi tạm ứng đến ngày tính số, kinh phí khuyến công.' },
  beneficiaryPart: {
    name: 'Phần của từng cơ sở',
    words:
      'Theo các dòng dự toán ghi cho cơ sở, không có thì theo tỷ lệ phân bổ của đề án, chia đến từng đồng cho khớp tổng. Đề án nhóm chưa phân bổ thì chia đều và có ghi chú. Chi chung ghi thành dòng riêng.',
  },
  results: {
    name: 'Kết quả',
    words:
      'Số lượng nghiệm thu đạt trong kỳ theo ngày nghiệm thu: cơ sở tính một lần trong mỗi đề án; học viên theo danh sách lớp đã bế giảng, không có danh sách thì theo biên bản nghiệm thu; cộng phần đơn vị tự bổ sung có ghi nguồn.',
  },
  effect: {
    name: 'Hiệu quả sau hỗ trợ',
    words:
      'Số ghi ở lần kiểm tra gần nhất trong kỳ của từng cơ sở; tăng, giảm là số sau trừ số trước, chỉ tính khi biết cả hai. Thu nhập bình quân không cộng.',
  },
  contractMoney: {
    name: 'Tiền theo hợp đồng',
    words:
      'Kinh phí khuyến công theo từng hợp đồng đã ký đến ngày tính số: giá trị sau các phụ lục ký đến ngày đó, tạm ứng, thanh toán, thu hồi theo ngày chứng từ. Quyết toán duyệt đến ngày đó của đề án ghi cho hợp đồng khi đề án chỉ có hợp đồng đó, hoặc khi số đã cấp của các hợp đồng cộng lại đúng bằng số quyết toán; ngoài ra không tách được thì để trống.',
  },
  votes: {
    name: 'Bình chọn',
    words:
      'Sản phẩm ghi trong các kỳ bình chọn của những năm trong kỳ; được cấp giấy chứng nhận khi kết quả là đạt và ngày cấp (không ghi thì ngày quyết định) không sau ngày tính số.',
  },
  share: {
    name: 'Tỷ trọng',
    words: 'Số của nguồn chia tổng các nguồn, làm tròn hai chữ số thập phân.',
  },
  samePeriod: {
    name: 'So với cùng kỳ',
    words:
      'Số thực hiện trong kỳ chia số thực hiện của cùng kỳ trước đó, tính bằng đúng một quy tắc. Kỳ trước không có số thì ghi “–”.',
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly words: string }>>

export type ReportRule = keyof typeof reportRules
