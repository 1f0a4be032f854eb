import { isRefusal } from '#domain/refusal.ts'
import { rangeEnds } from '#domain/text/named-places.ts'
import type { TextFound } from '#features/conclusions/components/found-elsewhere.tsx'
import { loadTextsWith } from '#features/texts/loaders.ts'
import { mostTextsWith } from '#features/texts/queries/texts-with.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'

/** Passages by their place in a text, or why what was typed names none. */
export interface ResolvedPassages {
  readonly range: { readonly from?: number; readonly to?: number }
  /** The text in which they stand, where none was chosen and one alone has them. */
  readonly foundIn: string | null
  /** Where none was chosen and several have them: these, by title. */
  readonly among: readonly TextFound[]
  /** More have them than these. */
  readonly isMore: boolean
  /** `no-text-has-it`: none that the viewer may read. */
  readonly refused: 'no-text-has-it' | 'not-a-reference' | 'no-such-passage' | null
}

const nowhere: ResolvedPassages = { range: {}, foundIn: null, among: [], isMore: false, refused: null }

/** The text that a link to a passage names. */
const linked = /\/texts\/([0-9a-f-]{36})\/p\//

/** Finds what somebody typed as a passage, or as the first and the last of several: in a text, or in all texts of the group that they read. */
export async function resolvePassages(
  viewer: Viewer,
  groupId: string,
  { text, passage }: { readonly text?: string | undefined; readonly passage?: string | undefined },
): Promise<ResolvedPassages> {
  if (passage === undefined) return nowhere
  const named = { typed: rangeEnds(passage), textId: text ?? textOf(passage) }
  const texts = await loadTextsWith(viewer, groupId, named)
  if (texts === null) return nowhere
  if (isRefusal(texts)) return { ...nowhere, refused: texts.refused }
  const [only, other] = texts
  if (only === undefined) return { ...nowhere, refused: text === undefined ? 'no-text-has-it' : 'no-such-passage' }
  if (other !== undefined)
    return { ...nowhere, among: texts.slice(0, mostTextsWith), isMore: texts.length > mostTextsWith }
  return { ...nowhere, range: { from: only.from, to: only.to }, foundIn: text === undefined ? only.id : null }
}

function textOf(passage: string): string | null {
  const textId = linked.exec(passage)?.[1]
  return textId !== undefined && isUuid(textId) ? textId : null
}
