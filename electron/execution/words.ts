// How sums are said in the refusals and warnings of carrying out.
import { formatMoney } from '../../shared/vietnamese/money'

export const dong = (amount: number) => `${formatMoney(amount)} đồng`
