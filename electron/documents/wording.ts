// How money, months and numbers read in an official sentence, and what stands for a fact not given.
import { formatDecimal, formatInteger } from '../../shared/vietnamese/numbers'
import { moneyInWords } from '../../shared/vietnamese/words'
import { BLANK } from './blocks'

export function orBlank(text: string | null): string {
  return text === null || text.trim() === '' ? BLANK : text
}

export function money(dong: number): string {
  return `${formatInteger(dong)} đồng`
}

export function moneyWithWords(dong: number): string {
  return `${money(dong)} (Bằng chữ: ${moneyInWords(dong)})`
}

/** "2022-03" → "tháng 3 năm 2022"; the months 1 and 2 with a leading zero, as dates are written. */
export function monthInWords(month: string): string {
  const number = Number(month.slice(5, 7))
  return `tháng ${number <= 2 ? `0${number}` : number} năm ${month.slice(0, 4)}`
}

export function period(startMonth: string | null, endMonth: string | null): string {
  const start = startMonth === null ? `tháng ...... năm ..........` : monthInWords(startMonth)
  const end = endMonth === null ? `tháng ...... năm ..........` : monthInWords(endMonth)
  return start === end && startMonth !== null ? `Trong ${start}` : `Từ ${start} đến ${end}`
}

export function quantity(thousandths: number | null): string {
  return thousandths === null ? '' : formatDecimal({ units: BigInt(thousandths), scale: 3 }, 3)
}

/** Counts and copies below ten are written with a zero, and with the word in brackets, as offices do. */
export function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count)
}

/** A paragraph for every line the user typed; nothing for an empty text. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Ends a sentence that the user may or may not have ended. */
export function sentence(text: string): string {
  const bare = text.trim().replace(/[\s;,.]+$/u, '')
  return `${bare}.`
}

export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLocaleLowerCase('vi')}${text.slice(1)}`
}

export function upperFirst(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`
}

export function textOrNull(text: string): string | null {
  return text === '' ? null : text
}

/** Hundredths of a percent as they are read: 7050 → "70,5%". */
export function percent(basisPoints: number): string {
  return `${formatDecimal({ units: BigInt(basisPoints), scale: 2 }, 2)}%`
}
