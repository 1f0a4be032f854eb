import { randomUUIDv7 } from 'node:crypto'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { decideConclusion } from '#domain/conclusion/decide.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { subjectOf } from '#store/conclusion/carry-out.ts'
import { roomForEvents } from '#store/conclusion/room.ts'
import { act, happen, type Outcome, onConclusion, outcomeOf } from './held.ts'

/** Records a divergence on a conclusion that was not adopted (rule 11). Each side then writes its own words. */
export function recordDivergence(
  viewer: Viewer,
  originId: string,
  { title }: { readonly title: string },
): Promise<Outcome | Refusal> {
  return onConclusion(viewer, originId, async (held) => {
    const { loaded, conclusion: origin, context, actor: by, now } = held
    const conclusionId = randomUUIDv7()
    const command = { type: 'record-divergence', by, conclusionId, title } as const
    const events = decideConclusion(null, command, { ...context, origin }, now)
    if (isRefusal(events)) return events
    const full = await roomForEvents(held, events)
    if (full !== null) return full
    const subject = subjectOf(loaded)
    const divergence = {
      ...subject,
      id: conclusionId,
      kind: 'divergence',
      title,
      chainHead: null,
      conclusion: null,
    } as const
    const refusal = await happen(held, [divergence, subject], events)
    if (refusal !== null) return refusal
    const recorded = events.reduce<Conclusion | null>(evolve, null)
    if (recorded === null) throw new Error('A recorded divergence begins with its recording.')
    return outcomeOf(recorded, now)
  })
}

/** A side writes its own words in a divergence, or changes them. */
export function writeWords(
  viewer: Viewer,
  conclusionId: string,
  { words }: { readonly words: string },
): Promise<Outcome | Refusal> {
  return onConclusion(viewer, conclusionId, (held) => act(held, { type: 'write-words', by: held.actor, words }))
}
