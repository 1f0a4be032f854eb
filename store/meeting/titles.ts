import { decideTitles, type TitlesRefusal, type TitlesSharing } from '#domain/meeting/titles.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Target } from '#store/perform.ts'
import { actor } from '#store/record/named.ts'
import { loadOn, type OnMeeting, roomForMeeting } from './acts.ts'
import { inRecord } from './tell.ts'

/** One party of a bilateral says whether the organizer may see the titles of its items; `after`: how it stands then. */
interface Said {
  readonly type: 'titles-shared' | 'titles-unshared'
  readonly after: TitlesSharing
}

interface HeldTitles extends OnMeeting {
  readonly sharing: TitlesSharing
}

/** Whether the titles of the items of a meeting are shared with the organizer; the command: whether a party would. */
export function titlesOf(meetingId: string): Target<Viewer, HeldTitles, boolean, Said, TitlesRefusal | RecordFull> {
  return {
    load: async (act, viewer) => {
      const held = await loadOn(act, viewer, meetingId)
      if (held === null) return null
      const row = await act.tx.meeting.findUniqueOrThrow({
        where: { id: meetingId },
        select: { sharesAgendaTitles: true, titlesAskedByPartyId: true },
      })
      return { ...held, sharing: { shared: row.sharesAgendaTitles, askedByPartyId: row.titlesAskedByPartyId } }
    },
    decide: ({ sharing: before, meeting, scope }, wanted) => {
      const after = decideTitles(before, meeting, scope.inMeeting, wanted)
      if (isRefusal(after)) return after
      return after === before ? [] : [{ type: wanted ? 'titles-shared' : 'titles-unshared', after }]
    },
    admit: async (held, events) => (await roomForMeeting(held, events)) ?? events,
    save: async ({ act: { tx } }, events) => {
      for (const { after } of events) {
        const data = { sharesAgendaTitles: after.shared, titlesAskedByPartyId: after.askedByPartyId }
        await tx.meeting.update({ where: { id: meetingId }, data, select: { id: true } })
      }
    },
    tell: ({ type, after }, held) => {
      switch (type) {
        case 'titles-shared':
          return inRecord(held, (names) => [{ kind: type, by: actor(names, held.by), inForce: after.shared }])
        case 'titles-unshared':
          return inRecord(held, (names) => [{ kind: type, by: actor(names, held.by) }])
        default:
          return type satisfies never
      }
    },
  }
}
