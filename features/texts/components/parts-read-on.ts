/** Parts of a text that came as one read on, and where the address says so. */
import { fetchMarkup } from '#components/markup/fetched-markup.ts'
import type { MarkupSaid } from '#components/markup/kept-markup.tsx'
import type { PassageSpan } from '#domain/text/window.ts'

/** Some passages of a text that follow each other, as markup. */
export type ReaderPart = PassageSpan & MarkupSaid

/** The parts from one passage to another, out of the page on which they stand by themselves. Throws when that page does not come. */
export async function fetchParts(at: string, from: number, to: number): Promise<readonly ReaderPart[]> {
  const found = await fetchMarkup(`${at}/passages?part=${from}&to=${to}`, 'data-part')
  return found.map(({ name, data }) => ({ from: Number(data.part), to: Number(data.to), name }))
}

/** What was read on in this tab, by the edition and the passage at which the page began: for whoever comes back. */
const remembered = new Map<string, readonly ReaderPart[]>()

/** Most pages that are remembered. */
const mostRemembered = 20

/** Remembers the parts that stand on a page beyond those with which it came. */
export function rememberReadOn(about: string, parts: readonly ReaderPart[]): void {
  remembered.delete(about)
  remembered.set(about, parts)
  const [oldest] = remembered.keys()
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
}

/** What one had read on when the address was as it is, which is the case where one goes back. */
export function readOnBefore(
  about: string,
  { at, first }: { readonly at: string; readonly first: number },
): readonly ReaderPart[] {
  if (typeof location === 'undefined' || location.pathname !== at) return []
  const asked = new URLSearchParams(location.search)
  if (Number(asked.get('from') ?? 1) !== first) return []
  const last = Number(asked.get('to') ?? 0)
  return (remembered.get(about) ?? []).filter(({ to }) => to <= last)
}

/** Says in the address how far one has read, without another entry of the history. */
export function placeInAddress({
  at,
  first,
  last,
}: {
  readonly at: string
  readonly first: number
  readonly last: number
}): void {
  if (location.pathname !== at) return
  const asked = new URLSearchParams(location.search)
  if (first > 1) asked.set('from', String(first))
  asked.set('to', String(last))
  history.replaceState(null, '', `${at}?${asked}${location.hash}`)
}
