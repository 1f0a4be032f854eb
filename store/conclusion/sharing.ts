import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { type ShareCommand, type SharingEvent, type SharingRefusal, share } from '#domain/conclusion/sharing.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { opensConclusion } from '#store/access/contents.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { Target } from '#store/perform.ts'
import { actor, type RecordNames } from '#store/record/named.ts'
import { roomFor } from '#store/record/room.ts'
import { type HeldConclusion, loadHeld, subjectOf } from './acts.ts'
import { findDisagreeing, type RecordDisagrees, recordDisagrees } from './agreement-of-rows.ts'
import { refOf } from './tell.ts'

/** A party agrees that a conclusion is shared, or does not any more. */
type Sharing = SharingEvent & { readonly type: 'shared' | 'unshared' }

/** A conclusion, and the parties that have agreed to share it. */
export interface HeldSharing extends HeldConclusion {
  readonly agreed: readonly string[]
}

/** With whom one conclusion is shared. Refusals also `record-full`, `record-disagrees`. */
export function sharingOf(
  conclusionId: string,
): Target<Viewer, HeldSharing, ShareCommand, Sharing, SharingRefusal | RecordFull | RecordDisagrees> {
  return {
    load: async (act, viewer) => {
      const held = await loadHeld(act, viewer, conclusionId, mayBeAsked)
      if (held === null) return null
      const consents = await act.tx.sharingConsent.findMany({ where: { conclusionId }, select: { partyId: true } })
      return { ...held, agreed: consents.map(({ partyId }) => partyId) }
    },
    decide: ({ conclusion, meeting, agreed }, command) => {
      const event = share(conclusion, command, meeting, agreed)
      if (isRefusal(event)) return event
      return event === null ? [] : [{ ...event, type: event.agree ? 'shared' : 'unshared' }]
    },
    admit: async ({ act, conclusion, scope: { meetingId }, loaded, agreed }, events) => {
      if (events.length === 0) return events
      const full = events.some(({ type }) => type === 'shared') ? await roomFor(act.tx, meetingId, ['shared']) : null
      if (full !== null) return full
      const later = { sharedBy: agreed, shared: loaded.rows.sharedWith === 'group' }
      const rows = { conclusion, meetingId, later }
      return (await findDisagreeing(act.tx, [rows])).size > 0 ? recordDisagrees : events
    },
    save: async ({ act: { tx, now }, scope: { groupId }, actor: { group } }, events) => {
      const { personId } = group
      for (const event of events) {
        const own = { conclusionId, partyId: event.partyId }
        if (event.type === 'shared')
          await tx.sharingConsent.create({ data: { ...own, groupId, agreedById: personId, agreedAt: now } })
        else await tx.sharingConsent.delete({ where: { conclusionId_partyId: own } })
        const data = { sharedWith: sharedWith(event) }
        await tx.conclusion.update({ where: { id: conclusionId }, data, select: { id: true } })
      }
    },
    tell: ({ type, partyId, inForce }, { loaded, actor: { group } }) => {
      const { personId } = group
      const subject = subjectOf(loaded)
      const { groupId, meetingId } = subject
      const told = (names: RecordNames) => {
        const party = names.party(partyId)
        const by = actor(names, { personId, partyId })
        return { conclusion: refOf(subject), by, party, audience: 'group' } as const
      }
      switch (type) {
        case 'shared':
          return { record: { groupId, meetingId, say: (names) => [{ kind: type, ...told(names), inForce }] } }
        case 'unshared':
          return { record: { groupId, meetingId, say: (names) => [{ kind: type, ...told(names) }] } }
        default:
          return type satisfies never
      }
    },
  }
}

/** With whom the conclusion is shared after this. */
export function sharedWith({ inForce }: SharingEvent): 'parties' | 'group' {
  return inForce ? 'group' : 'parties'
}

/** Of agreed minutes also a party that left, or came later: its words stand in them, although it does not read the whole. */
function mayBeAsked(scope: MeetingScope, conclusion: Conclusion): boolean {
  return opensConclusion(scope, conclusion) || (conclusion.kind === 'record' && conclusion.state === 'adopted')
}
