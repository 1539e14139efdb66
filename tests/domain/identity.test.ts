// Tax codes, telephones, legal forms and the keys by which two records are the same.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  duplicateKeys,
  judgeTaxCode,
  nameKey,
  normalisePhone,
  normaliseTaxCode,
  recogniseLegalForm,
} from '../../shared/domain/identity'

describe('tax codes', () => {
  it('are kept in one shape', () => {
    expect(normaliseTaxCode(' 4700200007-001 ')).toBe('4700200007-001')
    expect(normaliseTaxCode('4700200007001')).toBe('4700200007-001')
    expect(normaliseTaxCode('0100 109 106')).toBe('0100109106')
    expect(normaliseTaxCode('chưa có')).toBe('chưa có')
  })

  it('are judged by their check digit, in words only', () => {
    // Public codes of two state groups.
    expect(judgeTaxCode('0100109106')).toBe('valid')
    expect(judgeTaxCode('0100107518')).toBe('valid')
    expect(judgeTaxCode('0100109107')).toBe('wrongCheckDigit')
    expect(judgeTaxCode('012345')).toBe('wrongShape')
    expect(judgeTaxCode('001090012345')).toBe('valid')
    expect(judgeTaxCode('')).toBe('empty')
  })

  it('have at most one right check digit for the same nine digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (nine) => {
        const head = String(nine).padStart(9, '0')
        const valid = [...'0123456789'].filter((digit) => judgeTaxCode(head + digit) === 'valid')
        expect(valid.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('telephones', () => {
  it('of every style are one number, and words stay as typed', () => {
    expect(normalisePhone('0209 3 800 001')).toBe('02093800001')
    expect(normalisePhone('0209.3800002')).toBe('02093800002')
    expect(normalisePhone('+84 209 380 0003')).toBe('02093800003')
    expect(normalisePhone('gọi anh Hùng 0912345678')).toBe('gọi anh Hùng 0912345678')
    expect(normalisePhone('')).toBe('')
  })
})

describe('legal forms', () => {
  it.each([
    ['HTX', 'cooperative'],
    ['Hợp tác xã', 'cooperative'],
    ['Liên hiệp HTX nông nghiệp', 'cooperativeUnion'],
    ['Tổ hợp tác', 'cooperativeGroup'],
    ['Hộ KD', 'businessHousehold'],
    ['Hộ kinh doanh cá thể', 'businessHousehold'],
    ['Công ty TNHH', 'sme'],
    ['DNTN', 'sme'],
    ['Doanh nghiệp', 'sme'],
    ['Công ty trách nhiệm hữu hạn Gỗ Chợ Rã', 'sme'],
    ['CTCP Khoáng sản', 'sme'],
    ['Liên hiệp các hợp tác xã', 'cooperativeUnion'],
  ] as const)('%s is %s', (text, form) => {
    expect(recogniseLegalForm(text)).toBe(form)
  })

  it('are not read into other words', () => {
    expect(recogniseLegalForm('Trường học')).toBeNull()
    expect(recogniseLegalForm('')).toBeNull()
  })
})

describe('the same establishment', () => {
  it('is found whatever the spelling of its name', () => {
    expect(nameKey('HTX  Yến Dương ')).toBe(nameKey('Hợp tác xã Yến Dương'.normalize('NFD')))
    expect(nameKey('Công ty TNHH MTV Hoà Bình')).toBe(nameKey('Cty TNHH một thành viên Hòa Bình'))
    expect(nameKey('Công ty trách nhiệm hữu hạn một thành viên Hòa Bình')).toBe(nameKey('TNHH MTV Hòa Bình'))
    expect(nameKey('CTCP Hòa Bình')).toBe(nameKey('Công ty cổ phần Hòa Bình'))
    expect(nameKey('HTX Yến Dương')).not.toBe(nameKey('Công ty Yến Dương'))
  })

  it('has no key where nothing is known', () => {
    expect(duplicateKeys({ taxCode: ' ', registrationNumber: '', name: 'A' })).toMatchObject({
      taxCode: '',
      registrationNumber: '',
    })
    expect(duplicateKeys({ taxCode: '', registrationNumber: '20C8-000.123', name: 'A' }).registrationNumber).toBe(
      '20c8000123',
    )
  })
})
