// What a command did, in a few words for a person: its short name and the records it was about.
import { findCall } from '../../shared/contract/index'
import type { Reader } from '../database/access'
import type { PastWork } from './pastWork'
import { recordTitle } from './recordWords'

/** Short names, where the contract's own summary is a sentence of rules. */
export const shortNames: Readonly<Record<string, string>> = {
  'files.createSample': 'Tạo dữ liệu mẫu',
  'office.save': 'Lưu thông tin đơn vị',
  'office.saveNormSet': 'Lưu bộ định mức',
  'office.removeNormSet': 'Xóa bộ định mức',
  'establishments.save': 'Lưu cơ sở',
  'establishments.remove': 'Xóa cơ sở',
  'establishments.saveNeed': 'Lưu nhu cầu',
  'establishments.removeNeed': 'Xóa nhu cầu',
  'establishments.declineNeed': 'Không đưa nhu cầu vào đề án',
  'establishments.reopenNeed': 'Xem xét lại nhu cầu',
  'establishments.needsToProject': 'Lập đề án từ nhu cầu',
  'projects.save': 'Lưu đề án',
  'projects.remove': 'Xóa đề án',
  'projects.lockVersion': 'Khóa phiên bản đề án',
  'projects.startVersion': 'Lập phiên bản mới của đề án',
  'projects.answerChecks': 'Trả lời kiểm tra định mức',
  'projects.overrideCheck': 'Vẫn tiếp tục dù có cảnh báo',
  'projects.copy': 'Sao chép đề án sang năm khác',
  'projects.takeStep': 'Đưa đề án sang bước tiếp theo',
  'projects.correctStep': 'Sửa ngày, số của bước đã ghi',
  'projects.saveAppraisal': 'Lưu phiếu thẩm định',
  'projects.concludeAppraisal': 'Kết luận thẩm định',
  'plans.saveHeader': 'Lưu phần đầu kế hoạch',
  'plans.addProjects': 'Đưa đề án vào kế hoạch',
  'plans.saveItem': 'Lưu dòng kế hoạch',
  'plans.moveItem': 'Sắp xếp lại kế hoạch',
  'plans.removeItem': 'Đưa đề án ra khỏi kế hoạch',
  'plans.saveAllocation': 'Lưu đợt phân bổ',
  'plans.removeAllocation': 'Xóa đợt phân bổ',
  'plans.assign': 'Giao kinh phí',
  'plans.setState': 'Ghi trạng thái kế hoạch',
  'plans.lock': 'Phê duyệt và khóa kế hoạch',
  'plans.rollOver': 'Sao chép đề án sang năm sau',
  'changes.save': 'Lưu đề nghị điều chỉnh',
  'changes.remove': 'Xóa đề nghị điều chỉnh',
  'changes.submit': 'Gửi đề nghị điều chỉnh',
  'changes.withdraw': 'Rút đề nghị điều chỉnh',
  'changes.decide': 'Ghi quyết định điều chỉnh',
  'changes.reopen': 'Mở lại đề nghị điều chỉnh',
  'changes.split': 'Tách đề nghị điều chỉnh',
  'changes.rebase': 'Soạn lại đề nghị trên bản mới',
  'changes.cancelDecision': 'Hủy quyết định điều chỉnh',
  'contracts.save': 'Lưu hợp đồng',
  'contracts.remove': 'Xóa hợp đồng dự thảo',
  'contracts.sign': 'Ký hợp đồng',
  'contracts.terminate': 'Chấm dứt hợp đồng',
  'contracts.saveAppendix': 'Lưu phụ lục hợp đồng',
  'contracts.removeAppendix': 'Xóa phụ lục dự thảo',
  'contracts.signAppendix': 'Ký phụ lục hợp đồng',
  'contracts.savePayment': 'Lưu tạm ứng, thanh toán',
  'contracts.removePayment': 'Xóa tạm ứng, thanh toán',
  'contracts.saveReceipt': 'Lưu thu hoàn trả',
  'contracts.removeReceipt': 'Xóa thu hoàn trả',
  'contracts.draftForBeneficiaries': 'Lập hợp đồng cho các đơn vị thụ hưởng',
  'execution.saveProgressMonth': 'Lưu tiến độ tháng',
  'execution.saveVolumeReport': 'Lưu báo cáo khối lượng',
  'execution.saveAcceptance': 'Lưu biên bản nghiệm thu',
  'execution.concludeAcceptance': 'Kết luận nghiệm thu',
  'execution.saveDetailPlan': 'Lưu kế hoạch triển khai',
  'execution.saveTrainingClass': 'Lưu lớp đào tạo',
  'execution.saveClusterReport': 'Lưu báo cáo cụm công nghiệp',
  'execution.saveSettlement': 'Lưu hồ sơ quyết toán',
  'execution.approveSettlement': 'Ghi quyết toán được duyệt',
  'execution.recordMended': 'Ghi ngày khắc phục xong',
  'execution.removeAcceptance': 'Xóa biên bản nghiệm thu',
  'execution.removeTrainingClass': 'Xóa lớp đào tạo',
  'execution.removeClusterReport': 'Xóa báo cáo cụm công nghiệp',
  'execution.removeProgress': 'Xóa báo cáo tiến độ',
  'execution.removeVolumeReport': 'Xóa báo cáo khối lượng',
  'execution.removeInspection': 'Xóa lần kiểm tra',
  'execution.planVisits': 'Lập kế hoạch kiểm tra',
  'execution.liquidate': 'Thanh lý hợp đồng',
  'execution.saveInspection': 'Lưu lần kiểm tra',
  'programmes.saveDeadlineRule': 'Lưu thời hạn',
  'programmes.removeDeadlineRule': 'Xóa thời hạn',
  'programmes.switchDeadlineRule': 'Tắt, bật thời hạn',
  'programmes.tickDeadline': 'Đánh dấu thời hạn',
  'programmes.saveDeadlineEvent': 'Ghi ngày mốc',
  'programmes.removeDeadlineEvent': 'Xóa ngày mốc',
  'programmes.savePeriod': 'Lưu chương trình giai đoạn',
  'programmes.removePeriod': 'Xóa chương trình giai đoạn',
  'programmes.saveYearTotal': 'Lưu số liệu năm trước',
  'programmes.removeYearTotal': 'Xóa số liệu năm trước',
  'activities.saveRound': 'Lưu kỳ bình chọn',
  'activities.removeRound': 'Xóa kỳ bình chọn',
  'activities.saveProduct': 'Lưu sản phẩm bình chọn',
  'activities.removeProduct': 'Xóa sản phẩm bình chọn',
  'activities.recordCertificate': 'Ghi giấy chứng nhận',
  'activities.save': 'Lưu hoạt động',
  'activities.remove': 'Xóa hoạt động',
  'reports.saveAddition': 'Bổ sung số vào báo cáo',
  'reports.removeAddition': 'Bỏ số bổ sung khỏi báo cáo',
  'workbooks.runImport': 'Nhập từ Excel',
  'archive.saveDossierItem': 'Ghi giấy tờ hồ sơ',
  'archive.removeDossierItem': 'Bỏ giấy tờ hồ sơ',
  'archive.attach': 'Đính kèm tệp',
  'archive.removeAttachment': 'Bỏ tệp đính kèm',
  'archive.issue': 'Phát hành văn bản',
  'archive.issuePlan': 'Phát hành văn bản của kế hoạch',
  'archive.cancelIssued': 'Hủy văn bản đã phát hành',
  'packages.send': 'Lập gói gửi cấp trên',
  'packages.recall': 'Thu hồi gói đã gửi',
  'consolidation.save': 'Lưu bảng tổng hợp nhiều đơn vị',
  'consolidation.remove': 'Xóa bảng tổng hợp nhiều đơn vị',
  'safety.purgeFiles': 'Dọn tệp đính kèm đã xóa',
  'safety.restore': 'Phục hồi từ bản sao lưu',
  'search.rebuild': 'Lập lại danh mục tìm kiếm',
  'people.signIn': 'Đăng nhập',
  'people.setUp': 'Đặt tên người dùng',
  'people.save': 'Lưu người dùng',
  'people.changeSecret': 'Đổi mã PIN, mật khẩu',
  'people.setIdle': 'Đặt thời gian tự khóa',
  'people.recover': 'Quản trị dùng mã khôi phục',
  'people.turnOff': 'Thôi dùng tên người dùng',
  'history.restore': 'Khôi phục từ thùng rác',
  'history.lockYear': 'Khóa năm',
  'history.unlockYear': 'Mở khóa năm',
  'history.undo': 'Hoàn tác',
  'history.redo': 'Làm lại',
}

export function commandName(name: string): string {
  return shortNames[name] ?? findCall(name)?.summary ?? name
}

/** More than this many names says less than a number. */
const mostNames = 2

/** "Lưu cơ sở: HTX Tân Lợi"; of many records the first and how many more. */
export async function commandWords(reader: Reader, { id, name }: Pick<PastWork, 'id' | 'name'>): Promise<string> {
  const records = await reader.db
    .selectFrom('record_change')
    .where('command_id', '=', id)
    .where('own', '=', 1)
    .select(['table_name as table', 'record_id as id'])
    .orderBy('table_name')
    .orderBy('record_id')
    .execute()
  const titles: string[] = []
  for (const record of records) {
    if (titles.length > mostNames) break
    const title = await recordTitle(reader, record)
    if (title !== '' && !titles.includes(title)) titles.push(title)
  }
  const named = titles.slice(0, mostNames).join(', ')
  if (named === '') return commandName(name)
  const more = titles.length > mostNames ? ` và ${records.length - mostNames} bản ghi khác` : ''
  return `${commandName(name)}: ${named}${more}`
}
