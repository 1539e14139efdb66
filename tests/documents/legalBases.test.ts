import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencyOn } from '../../electron/documents/agencies'
import { basesInForce, citations, legalTopics } from '../../electron/documents/legalBases'
import { loadPaperResources } from '../../electron/documents/resources'
import { addDays } from '../../shared/vietnamese/dates'

const resources = loadPaperResources(fileURLToPath(new URL('../../resources', import.meta.url)))
const day = fc.integer({ min: 0, max: 6_500 }).map((days) => addDays('2013-01-01', days))

describe('agencies', () => {
  it('have exactly one name on every day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const valid = resources.agencies.filter(
          (agency) => (agency.from ?? '0000-00-00') <= date && date <= (agency.to ?? '9999-99-99'),
        )
        return valid.length === 1 && valid[0] === agencyOn(resources.agencies, date)
      }),
    )
  })

  it('change their name on 01/03/2025', () => {
    expect(agencyOn(resources.agencies, '2013-06-01').name).toBe('Cục Công nghiệp địa phương')
    expect(agencyOn(resources.agencies, '2025-02-28').name).toBe('Cục Công Thương địa phương')
    expect(agencyOn(resources.agencies, '2025-03-01').name).toBe('Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công')
  })
})

describe('legal bases', () => {
  const numbers = (date: string) => basesInForce(resources.legalBases, legalTopics, date).map((basis) => basis.number)

  it('are never quoted before they were signed, before they took effect or after they ended', () => {
    fc.assert(
      fc.property(day, (date) =>
        basesInForce(resources.legalBases, legalTopics, date).every(
          (basis) =>
            basis.date <= basis.effectiveFrom &&
            basis.effectiveFrom <= date &&
            (basis.effectiveTo === null || date <= basis.effectiveTo),
        ),
      ),
    )
  })

  it('follow the change of the funding circular and of the decree', () => {
    expect(numbers('2018-05-10')).toContain('26/2014/TTLT-BTC-BCT')
    expect(numbers('2018-05-10')).not.toContain('28/2018/TT-BTC')
    expect(numbers('2018-05-11')).toContain('28/2018/TT-BTC')
    expect(numbers('2018-05-11')).not.toContain('26/2014/TTLT-BTC-BCT')
    expect(numbers('2025-10-14')).not.toContain('235/2025/NĐ-CP')
    expect(numbers('2025-10-15')).toContain('235/2025/NĐ-CP')
  })

  const cited = (...ids: string[]) =>
    citations(
      ids.map((id) => {
        const basis = resources.legalBases.find((one) => one.id === id)
        if (basis === undefined) throw new Error(`no legal basis ${id}`)
        return basis
      }),
      resources.legalBases,
    )

  it('are cited in full, codes without number and issuer', () => {
    expect(cited('civil-code-2015', 'decree-45-2012', 'circular-28-2018')).toEqual([
      'Bộ luật Dân sự ngày 24 tháng 11 năm 2015',
      'Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công',
      'Thông tư số 28/2018/TT-BTC ngày 28 tháng 3 năm 2018 của Bộ trưởng Bộ Tài chính hướng dẫn lập, quản lý và sử dụng kinh phí khuyến công',
    ])
  })

  it('what amends a document already named refers to it briefly, else in full', () => {
    expect(cited('decree-45-2012', 'decree-235-2025')[1]).toBe(
      'Nghị định số 235/2025/NĐ-CP ngày 27 tháng 8 năm 2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP',
    )
    expect(cited('decree-235-2025')[0]).toBe(
      'Nghị định số 235/2025/NĐ-CP ngày 27 tháng 8 năm 2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công',
    )
  })

  it('amend only what the catalogue knows, and are composed text', () => {
    const ids = new Set(resources.legalBases.map((basis) => basis.id))
    expect(ids.size).toBe(resources.legalBases.length)
    for (const basis of resources.legalBases) if (basis.amends !== null) expect(ids.has(basis.amends)).toBe(true)
    for (const text of citations(resources.legalBases, resources.legalBases)) expect(text).toBe(text.normalize('NFC'))
  })
})
