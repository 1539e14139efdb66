// Contents of đề án as chance makes them, with few names so that rows of two contents meet.
import fc from 'fast-check'
import type { ProjectContent } from '../../shared/contract/projects'
import { participantRoles } from '../../shared/domain/participants'
import { supportModes } from '../../shared/domain/projects'

const amount = fc.integer({ min: 0, max: 1_000_000_000 })
const amounts = fc.record({ national: amount, local: amount, counterpart: amount, other: amount })
const quantity = fc.nat(5_000)
const prose = fc.constantFrom('', 'Nâng cao năng suất.', 'Giảm hao hụt.\nTăng thu nhập.')
const month = fc.option(fc.constantFrom('2026-02', '2026-07', '2026-11'))
const machine = fc.constantFrom('Máy sấy', 'Máy đóng gói', 'Máy đóng gói #2', 'Vận chuyển')
const unit = fc.constantFrom('', 'máy', 'bộ')
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 6 })

export const anyContent: fc.Arbitrary<ProjectContent> = fc.record({
  name: fc.constantFrom('Hỗ trợ máy sấy chè', 'Hỗ trợ máy sấy gỗ'),
  contentGroup: fc.constantFrom('ND3' as const, 'ND4' as const),
  subContent: fc.constantFrom(null, '3.1', '3.2'),
  implementingUnit: fc.constantFrom('', 'Trung tâm Khuyến công'),
  cooperatingUnits: prose,
  startMonth: month,
  endMonth: month,
  necessity: prose,
  objective: prose,
  scale: prose,
  schedule: prose,
  organisation: prose,
  effect: prose,
  summary: prose,
  note: prose,
  superiority: prose,
  supportMode: fc.constantFrom(...supportModes),
  beneficiaries: few(
    fc.record({
      establishmentId: fc.constantFrom(null, 1, 2),
      name: fc.constantFrom('HTX Yến Dương', 'HTX Tân Sơn', 'Cơ sở Vũ Loan'),
      shareBasisPoints: fc.constantFrom(null, 2_500, 5_000),
    }),
  ),
  participants: few(
    fc.record({
      role: fc.constantFrom(...participantRoles),
      establishmentId: fc.constantFrom(null, 1),
      name: fc.constantFrom('Trung tâm Khuyến công', 'UBND xã Ba Bể'),
      shareBasisPoints: fc.constantFrom(null, 4_000),
    }),
  ),
  places: few(
    fc.record({
      provinceCode: fc.constantFrom(null, '06'),
      communeCode: fc.constantFrom(null, '01834', '01840'),
      text: fc.constantFrom('Xã Ba Bể', 'Xã Chợ Rã'),
      oldText: fc.constantFrom('', 'huyện Ba Bể'),
    }),
  ),
  outputs: few(fc.record({ indicator: fc.constantFrom('Lao động', 'Sản lượng'), unit, quantityThousandths: quantity })),
  equipment: few(
    fc.record({
      name: machine,
      origin: fc.constantFrom('', 'Việt Nam'),
      unit,
      quantityThousandths: fc.option(quantity),
      unitPrice: fc.option(amount),
      note: fc.constantFrom('', 'mới 100 %'),
    }),
  ),
  scheduleSteps: few(
    fc.record({
      content: fc.constantFrom('Khảo sát', 'Lắp đặt', 'Nghiệm thu'),
      startMonth: month,
      endMonth: month,
      inCharge: fc.constantFrom('', 'TTKC'),
    }),
  ),
  legalBases: fc.uniqueArray(fc.constantFrom('ND45', 'TT36', 'TT28', 'ND235'), { maxLength: 4 }),
  repayments: few(fc.record({ dueOn: fc.constantFrom('2026-06-30', '2026-12-31', '2027-06-30'), amount })),
  budget: few(
    fc.record({
      content: machine,
      unit,
      quantityThousandths: fc.option(quantity),
      unitPrice: fc.option(amount),
      amounts,
      note: fc.constantFrom('', 'theo báo giá'),
      beneficiary: fc.constantFrom('', 'HTX Yến Dương', 'HTX Tân Sơn'),
    }),
  ),
})
