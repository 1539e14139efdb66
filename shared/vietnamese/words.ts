// Numbers in words, for "Bằng chữ". The official style (linh, nghìn, tỷ) unless the office chose another.
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number'

export interface NumberWordStyle {
  readonly zeroTens?: 'linh' | 'lẻ'
  readonly thousand?: 'nghìn' | 'ngàn'
  readonly billion?: 'tỷ' | 'tỉ'
}

/** In lower case: 105 → "một trăm linh năm". */
export function numberInWords(value: number | bigint, style: NumberWordStyle = {}): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return doReadNumber(BigInt(value), configOf(style))
}

/** As it stands after "Bằng chữ:": 300000000 → "Ba trăm triệu đồng". */
export function moneyInWords(dong: number | bigint, style: NumberWordStyle = {}): string {
  const words = `${numberInWords(dong, style)} đồng`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function configOf({ zeroTens = 'linh', thousand = 'nghìn', billion = 'tỷ' }: NumberWordStyle): ReadingConfig {
  const config = new ReadingConfig()
  config.unit = []
  config.oddText = zeroTens
  config.units = config.units.map((unit) =>
    unit.map((word) => {
      if (word === 'nghìn' || word === 'ngàn') return thousand
      return word === 'tỉ' || word === 'tỷ' ? billion : word
    }),
  )
  return config
}
