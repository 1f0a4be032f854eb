import { type MeetingCommands, type MeetingRefusals, meetingDeciders } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import { mayCancel } from '#domain/meeting/rights.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal, notEntitled } from '#domain/refusal.ts'
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
  readonly from: Called
}

/** What a meeting is called, `to` from now on, and where it is held, which the command says. */
export function descriptionOf(
  meetingId: string,
  to: Called,
): Target<
  Viewer,
  HeldDescription,
  MeetingCommands['change-venue'],
  MeetingEvent | Described,
  MeetingRefusals['change-venue'] | RecordFull
> {
  return {
    load: async (act, viewer) => {
      const held = await loadOn(act, viewer, meetingId)
      if (held === null) return null
      const select = { title: true, aim: true }
      return { ...held, from: await act.tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select }) }
    },
    decide: ({ act, meeting, scope, from }, command) => {
      if (!mayCancel(scope.inMeeting, meeting)) return notEntitled
      const events = meetingDeciders['change-venue'](meeting, command, act.now)
      if (isRefusal(events) || (from.title === to.title && from.aim === to.aim)) return events
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
