import type { ConclusionEvent } from '#domain/conclusion/event.ts'
import { LIMITS } from '#domain/conclusion/text.ts'
import { type ListFull, listFull } from '#domain/limits.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import type { RecordKind } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Holding } from '#store/perform.ts'
import { roomFor } from '#store/record/room.ts'
import type { Loaded } from './load.ts'
import { columnsOf } from './save.ts'

/** Where the events happen: a meeting under its lock, and the conclusion to which they happen; without one, it begins with them. */
interface In extends Holding {
  readonly scope: { readonly meetingId: string }
  readonly loaded?: Loaded
}

/** The meeting, the conclusion or the record holds no more. */
export type RoomRefusal = ListFull | WordingsFull | RecordFull

/** The wordings of the meeting would not fit into its minutes; `limit` in UTF-16 units. */
interface WordingsFull extends Refusal<'wordings-full'> {
  readonly limit: number
}

/**
 * Null: there is room for what these events add to the meeting and to its record. Only what somebody can repeat is counted; what
 * decides is always possible.
 */
export async function roomForEvents(
  { act: { tx }, scope, loaded }: In,
  events: readonly ConclusionEvent[],
): Promise<RoomRefusal | null> {
  for (const event of events) {
    const full =
      event.type === 'stance-taken' ? roomForAnswer(loaded, event) : await roomForEvent(tx, scope.meetingId, event)
    if (full !== null) return full
  }
  return roomFor(
    tx,
    scope.meetingId,
    events.flatMap(({ type }) => kinds[type] ?? []),
  )
}

/** The entries of the record whose parts have a bound. */
const kinds: Partial<Record<ConclusionEvent['type'], RecordKind>> = {
  opened: 'draft-made',
  revised: 'version-made',
  put: 'put',
  'divergence-recorded': 'divergence-recorded',
  'words-written': 'divergence-words',
}

async function roomForEvent(
  tx: Tx,
  meetingId: string,
  event: ConclusionEvent,
): Promise<ListFull | WordingsFull | null> {
  switch (event.type) {
    case 'opened': {
      const drafts = { meetingId, kind: { notIn: ['record', 'divergence'] } }
      return (
        listFull('conclusions', await tx.conclusion.count({ where: drafts })) ?? roomForWording(tx, meetingId, event)
      )
    }
    case 'divergence-recorded':
      return listFull('divergences', await tx.conclusion.count({ where: { meetingId, kind: 'divergence' } }))
    case 'revised':
      return listFull('versions', event.version - 1) ?? roomForWording(tx, meetingId, event)
    default:
      return null
  }
}

/** Null: the answer may change once more. */
function roomForAnswer(
  loaded: Loaded | undefined,
  { stance: { decider } }: Extract<ConclusionEvent, { type: 'stance-taken' }>,
): ListFull | null {
  const { partyId, personId } = columnsOf(decider)
  const before = loaded?.rows.versions[0]?.deciders.find((one) => one.partyId === partyId && one.personId === personId)
  return before?.stance ? listFull('answers', before.stance.changes) : null
}

/** Null: with this wording those of the meeting still fit into its minutes. */
async function roomForWording(
  tx: Tx,
  meetingId: string,
  { conclusionId, content: { wording } }: Extract<ConclusionEvent, { type: 'opened' | 'revised' }>,
): Promise<WordingsFull | null> {
  const [others] = await tx.$queryRaw<{ length: number }[]>(Prisma.sql`
    SELECT COALESCE(sum(length(v.wording)), 0)::int AS length FROM "Conclusion" c
    JOIN "ConclusionVersion" v ON v."conclusionId" = c.id AND v.number = c."currentVersion"
    WHERE c."meetingId" = ${meetingId}::uuid AND c.kind <> 'record' AND c.id <> ${conclusionId}::uuid`)
  const limit = LIMITS.wordingsTogether
  return (others?.length ?? 0) + wording.length > limit ? { refused: 'wordings-full', limit } : null
}
