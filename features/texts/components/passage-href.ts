import type { Citation } from '#domain/text/citation.ts'

/** The address of a passage, with the words of a quote marked in it. */
export function passageHref(
  groupId: string,
  textId: string,
  { first, quote }: Pick<Citation, 'first' | 'quote'>,
): string {
  const path = `/groups/${groupId}/texts/${textId}/p/${first}`
  return quote === undefined ? path : `${path}?start=${quote.start}&end=${quote.end}`
}
