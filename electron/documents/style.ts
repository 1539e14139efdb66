// How an administrative paper looks, as numbers: Phụ lục I of Decree 30/2020/NĐ-CP, box by box. Where the decree gives
// a range, the value in use stands beside it, so that tests can hold the finished paper against both.
import type { Margins } from './blocks'

export type Range = readonly [from: number, to: number]

/** Part I, clause 1 to 4: paper, margins, page number. */
export const page = {
  widthMm: 210, // A4
  heightMm: 297, // A4
  marginsMm: { top: 20, bottom: 20, left: 30, right: 20 } satisfies Margins,
  allowedMarginsMm: { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } satisfies Record<
    keyof Margins,
    Range
  >,
} as const

/** Sizes in points: what is used. The allowed range of the decree stands in `allowedSizePt` under the same name. */
export const sizePt = {
  nationalTitle: 12, // box 1
  nationalMotto: 13, // box 1
  parentOrganisation: 12, // box 2
  issuer: 12, // box 2
  documentNumber: 13, // box 3
  placeAndDate: 13, // box 4
  typeName: 14, // box 5a
  abstract: 14, // box 5a
  about: 12, // box 5b
  body: 14, // box 6
  signerTitle: 14, // box 7a
  signerName: 14, // box 7b
  addressee: 14, // box 9a
  recipientsTitle: 12, // box 9b, fixed
  recipients: 11, // box 9b, fixed
  pageNumber: 13, // 13–14, upright, centred in the top margin, absent on page 1
  annexLabel: 14, // Phụ lục, "Phụ lục I"
  annexTitle: 14, // Phụ lục, title
  annexReference: 14, // Phụ lục, "(Kèm theo …)"
  table: 12, // the decree sets no size for cells; offices use 11 to 13
  signatureNote: 12, // "(Ký, ghi rõ họ tên)": not an element of the decree
} as const

export const allowedSizePt = {
  nationalTitle: [12, 13],
  nationalMotto: [13, 14],
  parentOrganisation: [12, 13],
  issuer: [12, 13],
  documentNumber: [13, 13],
  placeAndDate: [13, 14],
  typeName: [13, 14],
  abstract: [13, 14],
  about: [12, 13],
  body: [13, 14],
  signerTitle: [13, 14],
  signerName: [13, 14],
  addressee: [13, 14],
  recipientsTitle: [12, 12],
  recipients: [11, 11],
  pageNumber: [13, 14],
  annexLabel: [14, 14],
  annexTitle: [13, 14],
  annexReference: [13, 14],
} as const satisfies Partial<Record<keyof typeof sizePt, Range>>

export type Sizes = Readonly<Record<keyof typeof sizePt, number>>

/** Signatures, addressees and annexes keep the size of the body, so that a dense paper in 13 pt is of one piece. */
export function sizesFor(bodySizePt: number): Sizes {
  return {
    ...sizePt,
    body: bodySizePt,
    signerTitle: bodySizePt,
    signerName: bodySizePt,
    addressee: bodySizePt,
    annexTitle: bodySizePt,
    annexReference: bodySizePt,
  }
}

export const spacing = {
  firstLineMm: 10, // box 6: first line in by 1 cm or 1.27 cm
  paragraphPt: 6, // box 6: at least 6 pt between paragraphs
  line: 1.1, // box 6: from single to 1.5
  tableLine: 1,
  aboutPt: 6, // box 5b: 6 pt under the number
  signaturePt: 68, // room for a hand signature and a third of a 36 mm stamp
} as const

export const rule = {
  widthPt: 0.75,
  /** Boxes 2 and 5a: from a third to a half of the line of text above. */
  shareOfText: 0.42,
  allowedShareOfText: [1 / 3, 1 / 2],
  gapPt: 2,
} as const

export const words = {
  nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  nationalMotto: 'Độc lập - Tự do - Hạnh phúc',
} as const

export const POINTS_PER_MM = 72 / 25.4

/** What Word calls "single" for Times New Roman: ascent, descent and line gap as a share of the size. */
export const SINGLE_LINE = 1.149

export function points(millimetres: number): number {
  return millimetres * POINTS_PER_MM
}
