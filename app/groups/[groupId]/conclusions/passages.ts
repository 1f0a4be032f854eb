import { isRefusal } from '#domain/refusal.ts'
import { rangeEnds } from '#domain/text/named-places.ts'
import { loadOrdinal } from '#features/texts/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'

/** Passages by their place in a text, or why what was typed names none. */
export interface ResolvedPassages {
  readonly range: { readonly from?: number; readonly to?: number }
  /** `no-text`: of which text is open. */
  readonly refused: 'no-text' | 'not-a-reference' | 'no-such-passage' | null
}

/** Finds what somebody typed as a passage, or as the first and the last of several, in a text. */
export async function resolvePassages(
  viewer: Viewer,
  textId: string | undefined,
  typed: string,
): Promise<ResolvedPassages> {
  if (textId === undefined) return { range: {}, refused: 'no-text' }
  const found = await Promise.all(rangeEnds(typed).map((end) => loadOrdinal(viewer, textId, end)))
  const ordinals = found.flatMap((one) => (one === null || isRefusal(one) ? [] : one.ordinal))
  const refusal = found.find((one) => one !== null && isRefusal(one))
  if (refusal && isRefusal(refusal)) return { range: {}, refused: refusal.refused }
  if (ordinals.length === 0 || ordinals.length < found.length) return { range: {}, refused: 'no-such-passage' }
  return { range: { from: Math.min(...ordinals), to: Math.max(...ordinals) }, refused: null }
}
