import type { Citation } from '#domain/text/citation.ts'
import type { Quote } from '#domain/text/quote.ts'
import { beginningOfPart } from '#domain/text/window.ts'

/** The address of a passage, with the words of a quote marked in it. */
export function passageHref(
  groupId: string,
  textId: string,
  { first, quote }: Pick<Citation, 'first' | 'quote'>,
): string {
  const path = `/groups/${groupId}/texts/${textId}/p/${first}`
  return quote === undefined ? path : `${path}?start=${quote.start}&end=${quote.end}`
}

/** The address at which homework is given on a text: on a passage of it, on words of one, or on what is chosen there. */
export function assignHref(
  groupId: string,
  textId: string,
  cited?: { readonly first: number; readonly quote?: Pick<Quote, 'start' | 'end'> | undefined },
): string {
  const path = `/groups/${groupId}/texts/${textId}/assign`
  if (cited === undefined) return path
  const { first, quote } = cited
  return `${path}?first=${first}${quote === undefined ? '' : `&start=${quote.start}&end=${quote.end}`}`
}

/** The address of the reader at a passage. */
export function readerHref(groupId: string, textId: string, ordinal: number): string {
  const from = beginningOfPart(ordinal)
  return `/groups/${groupId}/texts/${textId}${from === 1 ? '' : `?from=${from}`}#p-${ordinal}`
}
