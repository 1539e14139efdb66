// One press begins the list of vouchers with what was already paid out; what stands in the list already is left alone.
import { useFormContext, useWatch } from 'react-hook-form'
import type { SettlementDetails } from '../../shared/contract/executionSettlement'
import { voucherKey } from '../../shared/domain/executionSettlement'
import type { CallOutput } from '../app/calls'
import { Button } from '../components/Button'
import { notifyDone } from '../components/notices'

export function PaidOutButton({ paidOut }: { readonly paidOut: CallOutput<'execution.settlement'>['paidOut'] }) {
  const { control, getValues, setValue } = useFormContext<SettlementDetails>()
  const listed = new Set(useWatch({ control, name: 'vouchers' }).map(voucherKey))
  const missing = paidOut.filter((voucher) => !listed.has(voucherKey(voucher)))
  if (missing.length === 0) return null
  return (
    <Button
      kind="quiet"
      onClick={() => {
        setValue('vouchers', [...getValues('vouchers'), ...missing], { shouldDirty: true })
        const unnumbered = missing.filter(({ number }) => number === '').length
        notifyDone(
          unnumbered === 0
            ? `Đã lấy ${missing.length} khoản đã chi vào bảng kê; bấm Lưu để ghi lại.`
            : `Đã lấy ${missing.length} khoản đã chi; ${unnumbered} khoản chưa có số chứng từ, hãy ghi thêm số rồi lưu.`,
        )
      }}
    >
      Lấy từ các khoản đã chi ({missing.length})
    </Button>
  )
}
