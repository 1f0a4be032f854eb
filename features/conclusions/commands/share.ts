import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { type SharingEvent, share } from '#domain/conclusion/sharing.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { opensConclusion } from '#store/access/contents.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { findDisagreeing, recordDisagrees } from '#store/conclusion/agreement-of-rows.ts'
import { subjectOf } from '#store/conclusion/carry-out.ts'
import { append } from '#store/record/append.ts'
import { readNames } from '#store/record/names.ts'
import { roomFor } from '#store/record/room.ts'
import { type Held, onConclusion } from './held.ts'

/** Who may read the conclusion from here on. */
export interface Shared {
  readonly id: string
  readonly sharedWith: 'parties' | 'group'
}

/**
 * A party agrees that an adopted conclusion is shared with the group, or takes its agreement back. Of agreed minutes also one
 * that left, or came later: its words stand in them, although it does not read the whole.
 */
export function shareWithGroup(
  viewer: Viewer,
  conclusionId: string,
  { agree }: { readonly agree: boolean },
): Promise<Shared | Refusal> {
  return onConclusion(
    viewer,
    conclusionId,
    async (held) => {
      const { tx, loaded, conclusion, meeting, actor } = held
      const consents = await tx.sharingConsent.findMany({ where: { conclusionId }, select: { partyId: true } })
      const agreed = consents.map(({ partyId }) => partyId)
      const event = share(conclusion, { by: actor, agree }, meeting, agreed)
      if (isRefusal(event)) return event
      const full = agree ? await roomFor(tx, loaded.rows.meetingId, ['shared']) : null
      if (full !== null) return full
      const sharedWith = event === null ? loaded.rows.sharedWith : event.inForce ? 'group' : 'parties'
      if (event !== null) {
        const { meetingId } = loaded.rows
        const later = { sharedBy: agreed, shared: loaded.rows.sharedWith === 'group' }
        if ((await findDisagreeing(tx, [{ conclusion, meetingId, later }])).size > 0) return recordDisagrees
        await save(held, event, sharedWith)
      }
      return { id: conclusionId, sharedWith: sharedWith === 'group' ? 'group' : 'parties' }
    },
    mayBeAsked,
  )
}

function mayBeAsked(scope: MeetingScope, conclusion: Conclusion): boolean {
  return opensConclusion(scope, conclusion) || (conclusion.kind === 'record' && conclusion.state === 'adopted')
}

async function save({ tx, loaded, actor, now }: Held, event: SharingEvent, sharedWith: string): Promise<void> {
  const { id: conclusionId, groupId, kind, title, item, meetingId } = subjectOf(loaded)
  const { partyId, agree, inForce } = event
  const own = { conclusionId, partyId }
  if (agree) await tx.sharingConsent.create({ data: { ...own, groupId, agreedById: actor.personId, agreedAt: now } })
  else await tx.sharingConsent.delete({ where: { conclusionId_partyId: own } })
  await tx.conclusion.update({ where: { id: conclusionId }, data: { sharedWith }, select: { id: true } })
  const names = await readNames(tx, [actor.personId], [partyId])
  const party = names.party(partyId)
  const by = { person: names.person(actor.personId), party }
  const conclusion = { id: conclusionId, kind, title, item }
  const audience = 'group' as const
  await append(
    tx,
    { groupId, meetingId },
    [
      agree
        ? { kind: 'shared', conclusion, by, party, audience, inForce }
        : { kind: 'unshared', conclusion, by, party, audience },
    ],
    now,
  )
}
