import type { MeetingSight } from '#domain/access.ts'
import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import type { ProvenMeeting } from '#store/access/meeting.ts'

/** What stands above every step of a meeting. */
export interface MeetingHead {
  readonly id: string
  readonly kind: MeetingKind
  readonly title: string
  readonly state: MeetingState
  /** A bilateral that waits for an answer to its proposal. */
  readonly proposed: boolean
  /** A proposal that the other party declined. */
  readonly declined: boolean
  readonly sight: Exclude<MeetingSight, null>
  /** The viewer's party left: it keeps what was agreed with it, and the record up to there. */
  readonly keeps: boolean
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  readonly timeZone: string
  readonly viewerZone: string
  readonly parties: readonly { readonly shortName: string; readonly left: boolean }[]
}

/** What the proof of the meeting says already: no statement. */
export function meetingHeadOf(scope: ProvenMeeting): MeetingHead {
  const { meetingId, meeting, sight, keepsFor, zone, startsAt, durationMinutes, timeZone, declined, parties } = scope
  const { kind, title, state, proposed } = meeting
  const head = {
    id: meetingId,
    kind,
    title,
    state,
    proposed: proposed && state === 'draft',
    declined,
    sight,
    keeps: keepsFor !== null,
  }
  return { ...head, startsAt: startsAt?.toISOString() ?? null, durationMinutes, timeZone, viewerZone: zone, parties }
}
