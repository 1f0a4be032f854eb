import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { log } from '#lib/log.ts'
import { languageHere } from '#lib/words/context.ts'
import { formatList } from '#lib/words/format.ts'
import { say } from '#lib/words/say.ts'
import { findCiting } from '#store/citing/find.ts'
import { perform } from '#store/perform.ts'
import { type HeldPublished, published } from '#store/text/acts.ts'

/** Something cites it: what of it whoever asks may know of, in words; `known` no: none of it. */
interface CitedBy extends Refusal<'text-cited'> {
  readonly known: 'yes' | 'no'
  readonly by: string
}

/** Most things that are named. */
const mostNamed = 5

/**
 * Makes a published text a draft again, with its passages, their kinds and what was dropped as they were. Refusals: `not-found`,
 * `not-entitled`, `not-published`, `text-cited`, `list-full`.
 */
export async function takeBackPublishing(viewer: Viewer, textId: string) {
  const done = await perform(viewer, published(textId), () => 'take-back' as const, { explain })
  if (!isRefusal(done)) log().info({ textId }, 'a publishing was taken back')
  return done
}

/** What cites is told as far as whoever asks may know of it. */
async function explain<Refused extends Refusal>(held: HeldPublished, refusal: Refused): Promise<Refused | CitedBy> {
  return refusal.refused === 'text-cited' ? citedBy(held) : refusal
}

async function citedBy({ act: { tx, now }, published: edition }: HeldPublished): Promise<CitedBy> {
  const stretch = edition && { editionId: edition.id, from: 1, to: edition.passageCount }
  const lines = stretch === null ? [] : await findCiting(tx, stretch, now)
  const titled = lines.flatMap(({ title }) => (title === '' ? [] : `“${title}”`))
  const homework = lines.some(({ of }) => of === 'assignment') ? [say('texts', 'takeBack.homework')] : []
  const by = formatList([...[...new Set(titled)].slice(0, mostNamed), ...homework], languageHere())
  return { refused: 'text-cited', known: by === '' ? 'no' : 'yes', by }
}
