// What makes two records the same establishment, and the office's spellings of tax codes, telephones and legal forms.
import { fold, foldTokens } from '../vietnamese/fold'
import { cleanLine } from '../vietnamese/text'
import type { LegalForm } from './establishments'

/**
 * A tax code as it is kept: 10 digits, "10-3" for a branch, 12 digits for a person; anything else stays as typed.
 */
export function normaliseTaxCode(text: string): string {
  const line = cleanLine(text)
  const digits = line.replace(/[\s.\-–]/g, '')
  if (!/^\d+$/.test(digits)) return line
  if (digits.length === 13) return `${digits.slice(0, 10)}-${digits.slice(10)}`
  return digits
}

export type TaxCodeVerdict = 'empty' | 'valid' | 'wrongCheckDigit' | 'wrongShape'

const checkWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** Ten-digit codes carry a check digit; a wrong one is worth a warning, never a refusal. */
export function judgeTaxCode(text: string): TaxCodeVerdict {
  const normal = normaliseTaxCode(text)
  if (normal === '') return 'empty'
  if (/^\d{12}$/.test(normal)) return 'valid'
  if (!/^\d{10}(-\d{3})?$/.test(normal)) return 'wrongShape'
  const sum = checkWeights.reduce((total, weight, index) => total + weight * Number(normal[index]), 0)
  return 10 - (sum % 11) === Number(normal[9]) ? 'valid' : 'wrongCheckDigit'
}

const mostPhoneDigits = 15

/** "+84 209 380 0003", "0209.3800003" and "0209 3 800 003" are one number; no digit is lost. */
export function normalisePhone(text: string): string {
  const line = cleanLine(text)
  if (!/^[+\d\s.()\-–]+$/.test(line)) return line
  const digits = line.replace(/\D/g, '')
  if (digits.length === 0 || digits.length > mostPhoneDigits) return line
  const national = line.startsWith('+84') ? `0${digits.slice(2)}` : digits
  return national.startsWith('00') && line.startsWith('+84') ? national.slice(1) : national
}

/** Longer wordings first: "Liên hiệp hợp tác xã" also contains "hợp tác xã". */
const legalFormWords: readonly (readonly [LegalForm, RegExp])[] = [
  ['cooperativeUnion', /\b(lien hiep (cac )?(hop tac xa|htx)|lh ?htx)\b/],
  ['cooperativeGroup', /\b(to hop tac( xa)?|tht)\b/],
  ['cooperative', /\b(hop tac xa|htx)\b/],
  ['businessHousehold', /\b(ho kinh doanh( ca the)?|ho kd|hkd|ho san xuat|ho ca the)\b/],
  [
    'sme',
    /\b((cong ty|cty)( tnhh| trach nhiem huu han| co phan| cp| hop danh)?( mtv| mot thanh vien| 1 thanh vien)?|ctcp|doanh nghiep( tu nhan| nho va vua)?|dntn|dnnvv|tnhh( mtv| mot thanh vien)?|xi nghiep)\b/,
  ],
]

/** The legal form a text names, or null when it names none. */
export function recogniseLegalForm(text: string): LegalForm | null {
  const folded = foldTokens(text).join(' ')
  return legalFormWords.find(([, words]) => words.test(folded))?.[0] ?? null
}

/**
 * A name with the words of its legal form said one way: "HTX Yến Dương" and "Hợp tác xã Yến Dương" are the same,
 * "Công ty Yến Dương" is another.
 */
export function nameKey(name: string): string {
  const folded = foldTokens(name).join(' ')
  return legalFormWords.reduce((text, [form, words]) => text.replace(new RegExp(words.source, 'g'), form), folded)
}

export interface DuplicateKeys {
  /** Empty when not given: nothing is the same because both are unknown. */
  readonly taxCode: string
  readonly registrationNumber: string
  readonly name: string
}

export interface Identifying {
  readonly taxCode: string
  readonly registrationNumber: string
  readonly name: string
}

export function duplicateKeys(establishment: Identifying): DuplicateKeys {
  return {
    taxCode: normaliseTaxCode(establishment.taxCode),
    registrationNumber: fold(establishment.registrationNumber).replace(/[\s.\-–/]/g, ''),
    name: nameKey(establishment.name),
  }
}
