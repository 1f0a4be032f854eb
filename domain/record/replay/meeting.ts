import type { MeetingKind } from '../../meeting/meeting.ts'
import type { RecordEntry } from '../entry.ts'

/** The meeting of a record, as far as it tells of it. */
export interface MeetingTold {
  readonly kind: MeetingKind
  /** The parties that are in it. */
  readonly parties: readonly string[]
  /** The parties that were in it while it was held, also those that have left since. */
  readonly there: readonly string[]
  readonly opened: boolean
  /** Its record is agreed. */
  readonly agreed: boolean
}

/** After an entry. Null: it is not told, because its scheduling is not in the record or something was erased since. */
export function meetingAfter(meeting: MeetingTold | null, entry: RecordEntry): MeetingTold | null {
  switch (entry.kind) {
    case 'scheduled': {
      const { kind } = entry.meeting
      return { kind, parties: entry.parties.map(({ id }) => id), there: [], opened: false, agreed: false }
    }
    case 'parties-changed': {
      const gone = entry.removed.map(({ id }) => id)
      const added = entry.added.map(({ id }) => id)
      if (meeting === null) return null
      const parties = [...meeting.parties.filter((id) => !gone.includes(id)), ...added]
      return { ...meeting, parties, there: meeting.opened ? [...new Set([...meeting.there, ...added])] : [] }
    }
    case 'party-left':
      return meeting && { ...meeting, parties: meeting.parties.filter((id) => id !== entry.party.id) }
    case 'opened':
      return meeting && { ...meeting, opened: true, there: meeting.parties }
    case 'record-agreed':
      return meeting && { ...meeting, agreed: true }
    default:
      return meeting
  }
}
