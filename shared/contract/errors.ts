// Every way the program may say no: a closed set of codes, and the Vietnamese text that belongs to each, in one place.

export interface FieldProblem {
  /** Path of the field in the input, such as `beneficiaries.0.shareBasisPoints`. */
  readonly path: string
  readonly message: string
}

export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly fields: readonly FieldProblem[]
  /** Only for `internal`: the id that also stands in the log. */
  readonly id?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem }

/** The text of each code. `detail` is a sentence or name from the place that refused; it is never a stack or an SQL message. */
const texts = {
  'input.invalid': () => 'Dữ liệu nhập chưa đúng. Chưa có gì được lưu; hãy sửa các ô được nêu rồi làm lại.',
  'call.unknown': (detail) => `Chương trình không có lệnh “${detail}”.`,
  'call.refused': (detail) => `Yêu cầu bị từ chối: ${detail}`,
  'file.none': () => 'Chưa mở tệp dữ liệu nào. Hãy tạo tệp mới hoặc mở tệp .skc có sẵn.',
  'file.missing': (detail) => `Không tìm thấy tệp “${detail}”. Hãy kiểm tra lại ổ đĩa, thư mục và tên tệp.`,
  'file.exists': (detail) =>
    `Đã có tệp “${detail}”. Tệp đó được giữ nguyên; hãy chọn tên khác hoặc mở tệp đó thay vì tạo mới.`,
  'file.damaged': (detail) =>
    `Tệp dữ liệu bị hỏng (${detail}). Chương trình không ghi gì vào tệp này. Hãy phục hồi từ bản sao lưu gần nhất; tệp hỏng được giữ lại nguyên vẹn.`,
  'file.foreign': (detail) =>
    `“${detail}” không phải tệp dữ liệu của Sổ Khuyến Công. Tệp được giữ nguyên; hãy chọn tệp có đuôi .skc do chương trình tạo ra.`,
  'file.newer': (detail) =>
    `Tệp này do phiên bản mới hơn của chương trình tạo ra (${detail}). Tệp được giữ nguyên; hãy cập nhật chương trình trên máy này rồi mở lại.`,
  'file.readonly': (detail) =>
    `Không có quyền ghi vào “${detail}”. Tệp được giữ nguyên; hãy bỏ thuộc tính “chỉ đọc” hoặc chép tệp vào thư mục được phép ghi (ví dụ Documents) rồi mở lại.`,
  'file.busy': (detail) =>
    `Tệp đang được mở ở chỗ khác (${detail}). Để không hỏng số liệu, mỗi lúc chỉ một nơi được mở tệp. Hãy đóng chương trình ở nơi kia rồi mở lại.`,
  'file.migration-failed': (detail) =>
    `Không nâng cấp được tệp dữ liệu (${detail}). Tệp đã được trả lại đúng như trước khi mở; bản sao lưu trước khi nâng cấp vẫn còn.`,
  'backup.damaged': (detail) =>
    `Bản sao lưu “${detail}” không đọc được trọn vẹn nên chưa phục hồi. Tệp dữ liệu được giữ nguyên; hãy chọn bản sao lưu khác.`,
  'backup.failed': (detail) => `Chưa sao lưu được trước khi làm việc này nên chưa làm. ${detail} Chưa có gì thay đổi.`,
  'disk.full': () =>
    'Ổ đĩa đã hết chỗ nên không ghi được. Dữ liệu đã lưu trước đó vẫn an toàn; hãy xóa bớt tệp không cần trên ổ đĩa rồi làm lại.',
  'disk.failed': (detail) =>
    `Ổ đĩa báo lỗi khi đọc hoặc ghi (${detail}). Dữ liệu đã lưu trước đó được giữ nguyên; hãy kiểm tra ổ đĩa hoặc USB rồi làm lại.`,
  'record.missing': (detail) => `Không còn ${detail} này. Có thể đã bị xóa; hãy tải lại danh sách.`,
  'state.none': (detail) => `Không có gì để xem: ${detail}`,
  'record.conflict': () =>
    'Bản ghi đã được sửa ở chỗ khác sau khi bạn mở. Chưa có gì bị ghi đè; hãy mở lại để xem bản mới rồi sửa tiếp.',
  'record.in-use': (detail) => `Chưa xóa được vì ${detail}. Chưa có gì thay đổi.`,
  'record.duplicate': (detail) => `Đã có ${detail}. Chưa có gì được lưu.`,
  'version.locked': (detail) =>
    `${detail} đã khóa nên không sửa được. Muốn thay đổi phải lập phiên bản mới, bản cũ vẫn giữ nguyên.`,
  'plan.locked': (detail) =>
    `${detail} đã được phê duyệt và khóa nên không sửa được. Muốn thay đổi phải qua thủ tục điều chỉnh, bổ sung; bản đã duyệt vẫn giữ nguyên.`,
  'rule.contradiction': (detail) => `Số liệu mâu thuẫn: ${detail} Chưa có gì được lưu.`,
  'rule.warning': (detail) =>
    `Cần xem lại: ${detail} Chưa có gì được lưu; hãy sửa số liệu, hoặc ghi lý do nếu vẫn tiếp tục.`,
  'step.not-allowed': (detail) => `Chưa làm được bước này: ${detail} Chưa có gì thay đổi.`,
  'year.locked': (detail) =>
    `${detail} đã khóa sổ nên không sửa được. Chưa có gì thay đổi. Nếu thật cần sửa, hãy mở khóa năm kèm lý do ở mục Thiết lập › Khóa năm.`,
  'role.insufficient': (detail) =>
    `Tên đang đăng nhập không được giao quyền làm việc này (${detail}). Chưa có gì thay đổi; hãy nhờ người có quyền duyệt hoặc quản trị.`,
  'signin.needed': () =>
    'Tệp này có đặt tên người dùng và đang khóa. Dữ liệu vẫn an toàn; hãy đăng nhập rồi làm lại việc vừa rồi.',
  'signin.wrong': () => 'Mã PIN hoặc mật khẩu chưa đúng. Hãy gõ lại; gõ sai nhiều lần thì phải chờ.',
  'signin.wrong-code': () =>
    'Mã khôi phục chưa đúng. Hãy gõ đúng mã đã in khi đặt tên người dùng, hoặc mã mới nhất nếu đã từng khôi phục.',
  'signin.wait': (detail) =>
    `Đã gõ sai nhiều lần nên phải chờ ${detail} nữa mới thử lại được, kể cả khi mở lại chương trình. Dữ liệu vẫn an toàn. Nếu quên mã: nhờ quản trị đặt mã mới; quản trị thì dùng mã khôi phục đã in.`,
  'people.unnamed': () => 'Tệp này chưa đặt tên người dùng nên không có gì để đổi. Hãy đặt ở Thiết lập › Người dùng.',
  'people.last-administrator': () =>
    'Phải còn ít nhất một quản trị đang dùng, nếu không sẽ không ai đặt lại được quyền. Chưa có gì thay đổi.',
  'undo.none': (detail) => `Không có việc nào để ${detail}.`,
  'undo.refused': (detail) => `Không hoàn tác được: ${detail} Chưa có gì thay đổi.`,
  'change.outdated': (detail) =>
    `Bản làm gốc không còn hiệu lực: ${detail} Chưa có gì thay đổi; hãy bấm “Làm lại trên bản hiện hành”, xem lại các chỗ được nêu rồi ghi tiếp.`,
  'change.warned': (detail) =>
    `Cần xem lại trước khi ghi quyết định: ${detail} Chưa có gì được ghi; hãy sửa số liệu, hoặc ghi “Vẫn tiếp tục vì …” rồi ghi lại.`,
  'workbook.unreadable': (detail) => `Không đọc được tệp Excel: ${detail} Tệp gốc được giữ nguyên.`,
  'import.unresolved': (detail) =>
    `Chưa nhập được: ${detail} Chưa có dòng nào được ghi; hãy sửa trong tệp hoặc chọn cách xử lý ở bước kiểm tra.`,
  'import.cancelled': () => 'Đã hủy việc nhập. Chưa có dòng nào được ghi; có thể chọn lại tệp bất cứ lúc nào.',
  'consolidation.open': (detail) =>
    `Chưa lưu được bảng tổng hợp: ${detail} Chưa có gì được lưu; hãy chọn cách xử lý từng điều được nêu rồi lưu lại.`,
  'document.incomplete': (detail) => `Chưa lập được văn bản: ${detail}`,
  internal: (detail) =>
    `Chương trình gặp lỗi ngoài dự kiến (mã ${detail}). Thao tác này chưa ghi gì; dữ liệu đã lưu trước đó vẫn an toàn. Hãy thử lại, nếu còn lỗi thì gửi mã này cho người hỗ trợ.`,
} as const satisfies Record<string, (detail: string) => string>

export type ProblemCode = keyof typeof texts

export const problemCodes = Object.keys(texts) as readonly ProblemCode[]

export function problemText(code: ProblemCode, detail = ''): string {
  return texts[code](detail)
}

/** The only thing rules, readers and commands throw on purpose. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(code: ProblemCode, detail = '', fields: readonly FieldProblem[] = []) {
    const message = problemText(code, detail)
    super(message)
    this.name = 'Refusal'
    this.problem = { code, message, fields }
  }

  /** A refusal that another thread made, with its words. */
  static asTold(problem: Problem): Refusal {
    return Object.assign(new Refusal(problem.code), { message: problem.message, problem })
  }

  /** The same, of a part of a larger input: its fields are found under `path` there. */
  within(path: string): Refusal {
    const fields = this.problem.fields.map((field) => ({ ...field, path: `${path}.${field.path}` }))
    return Object.assign(new Refusal(this.problem.code), {
      message: this.message,
      problem: { ...this.problem, fields },
    })
  }
}

/** A refusal that comes from another thread, as itself. */
export function refusalOf(problem: Problem): Refusal {
  return Object.assign(new Refusal(problem.code), { message: problem.message, problem })
}
