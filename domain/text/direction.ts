/** The direction in which a text is set, found from its letters. */

/** In which direction a text is written: left to right, or right to left. */
export const directions = ['ltr', 'rtl'] as const

export type Direction = (typeof directions)[number]

/** As much of a text as is looked at, in UTF-16 units: a preface in another script does not decide over a book. */
const looked = 50_000

/** Scripts that are written from right to left (Unicode UAX #9, bidirectional classes R and AL). */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/gu

/** From right to left when more than half of its letters are written so. */
export function directionOf(text: string): Direction {
  const beginning = text.slice(0, looked)
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0
  const fromTheRight = beginning.match(rightToLeft)?.length ?? 0
  return fromTheRight * 2 > letters ? 'rtl' : 'ltr'
}
