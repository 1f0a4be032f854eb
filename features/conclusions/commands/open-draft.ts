import { randomUUIDv7 } from 'node:crypto'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { decideConclusion } from '#domain/conclusion/decide.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { opensConclusion } from '#store/access/contents.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { type Loaded, loadConclusions, lockConclusions, olderFor } from '#store/conclusion/load.ts'
import { roomForEvents } from '#store/conclusion/room.ts'
import { sha256 } from '#store/record/append.ts'
import type { NewConclusion } from '../schema.ts'
import { contentFrom } from './content.ts'
import { type HeldMeeting, happen, inMeeting, type Outcome, outcomeOf } from './held.ts'

/**
 * Opens a draft: version 1. It may start from a declined or lapsed conclusion, and may name an adopted one that it
 * supersedes; both must be such as the viewer sees. Refusals: those of `open` and of contents; `not-found`.
 */
export function openDraft(viewer: Viewer, meetingId: string, input: NewConclusion): Promise<Outcome | Refusal> {
  return inMeeting(viewer, meetingId, async (held) => {
    const { meeting, actor, now } = held
    const item = await itemOf(held, input.itemId)
    if (item === undefined) return notFound
    const named = await loadNamed(viewer, held, input)
    if (isRefusal(named)) return named
    const content = await contentFrom(held, input.content)
    if (isRefusal(content)) return content

    const conclusionId = randomUUIDv7()
    const { kind, title } = input
    const origin = named.origin?.conclusion ?? null
    const supersedes = named.supersedes && olderFor(named.supersedes, meetingId)
    const command = { type: 'open', by: actor, conclusionId, kind, title, content } as const
    const events = decideConclusion(null, command, { meeting, origin, supersedes, sha256 }, now)
    if (isRefusal(events)) return events
    const full = await roomForEvents(held, events)
    if (full !== null) return full
    const { groupId } = held.scope
    const subject = { id: conclusionId, kind, title, groupId, meetingId, item, chainHead: null, conclusion: null }
    const refusal = await happen(held, [subject], events)
    if (refusal !== null) return refusal
    const opened = events.reduce<Conclusion | null>(evolve, null)
    if (opened === null) throw new Error('An opened conclusion begins with its opening.')
    return outcomeOf(opened, now)
  })

  /** Undefined: there is no such item in this meeting. */
  async function itemOf({ tx }: HeldMeeting, itemId: string | null) {
    if (itemId === null) return null
    const item = await tx.agendaItem.findFirst({ where: { id: itemId, meetingId }, select: { id: true, title: true } })
    return item ?? undefined
  }
}

interface Named {
  readonly origin: Loaded | null
  readonly supersedes: Loaded | null
}

/** What the draft starts from and what it supersedes, locked. */
async function loadNamed(
  viewer: Viewer,
  { tx, scope }: HeldMeeting,
  { originId, supersedesId }: Pick<NewConclusion, 'originId' | 'supersedesId'>,
): Promise<Named | Refusal> {
  const ids = [originId, supersedesId].filter((id) => id !== null)
  if (ids.length === 0) return { origin: null, supersedes: null }
  await lockConclusions(tx, ids)
  const found = await loadConclusions(tx, ids)
  const seen = async (id: string) => {
    const loaded = found.get(id)
    if (loaded === undefined) return undefined
    const within = await proveMeeting(tx, viewer, loaded.rows.meetingId)
    // What a party that left keeps is no beginning for it (rule 15).
    const isOpen = within?.groupId === scope.groupId && within.keepsFor === null
    return isOpen && opensConclusion(within, loaded.conclusion) ? loaded : undefined
  }
  const origin = originId === null ? null : await seen(originId)
  const supersedes = supersedesId === null ? null : await seen(supersedesId)
  if (origin === undefined || supersedes === undefined) return notFound
  return { origin, supersedes }
}
