import { type MeetingRefusals, meetingDeciders } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { Venue } from '#domain/meeting/meeting.ts'
import { mayCancel } from '#domain/meeting/rights.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal, notEntitled } from '#domain/refusal.ts'
import { type ChangedMeanwhile, type Said, saidAnew } from '#domain/said-anew.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Target } from '#store/perform.ts'
import { actor } from '#store/record/named.ts'
import { loadOn, meetingRows, type OnMeeting, roomForMeeting } from './acts.ts'
import { inRecord, tellMeeting } from './tell.ts'

/** What a meeting is called and is for. */
export interface Called {
  readonly title: string
  readonly aim: string
}

interface Described {
  readonly type: 'description-changed'
  readonly from: Called
  readonly to: Called
}

interface HeldDescription extends OnMeeting {
  /** So far. */
  readonly from: Called
}

/**
 * What a meeting is called and where it is held, said anew. Refusals: `changed-meanwhile`, and those of changing its place
 * (`not-entitled`, `already-opened`).
 */
export function descriptionOf(
  meetingId: string,
): Target<
  Viewer,
  HeldDescription,
  Said<Called & Venue>,
  MeetingEvent | Described,
  MeetingRefusals['change-venue'] | ChangedMeanwhile | RecordFull
> {
  return {
    load: async (act, viewer) => {
      const held = await loadOn(act, viewer, meetingId)
      if (held === null) return null
      const select = { title: true, aim: true }
      return { ...held, from: await act.tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select }) }
    },
    decide: ({ act, meeting, scope: { inMeeting: by }, from }, said) => {
      if (!mayCancel(by, meeting)) return notEntitled
      const { place: standsAt, link: joinedBy } = meeting.venue
      const whole = saidAnew({ ...from, place: standsAt, link: joinedBy }, said)
      if (isRefusal(whole)) return whole
      const { title, aim, ...venue } = whole
      const to = { title, aim }
      const events = meetingDeciders['change-venue'](meeting, { type: 'change-venue', by, venue }, act.now)
      if (isRefusal(events) || (from.title === title && from.aim === aim)) return events
      return [...events, { type: 'description-changed', from, to }]
    },
    admit: async (held, events) => (await roomForMeeting(held, events)) ?? events,
    save: async (held, events) => {
      await meetingRows.save(
        held,
        events.filter((event) => event.type !== 'description-changed'),
      )
      for (const event of events)
        if (event.type === 'description-changed')
          await held.act.tx.meeting.update({ where: { id: meetingId }, data: { ...event.to }, select: { id: true } })
    },
    tell: (event, held) => {
      if (event.type !== 'description-changed') return tellMeeting(event, held)
      const { type: kind, from } = event
      return inRecord(held, (names) => [{ kind, by: actor(names, held.by), from: { ...from }, to: { ...event.to } }])
    },
  }
}
