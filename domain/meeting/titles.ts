/**
 * The organizer sees of a bilateral that it is held, and the titles of its items only if its parties allow it. One party is
 * enough to take that back; to allow it, both must say so.
 */

import type { Refusal, RefusalWith } from '../refusal.ts'
import type { MeetingRefusal } from './command.ts'
import { isOver, type Meeting } from './meeting.ts'
import { opensFor, type Participant, voiceOf, voiceRefusal } from './participant.ts'

/** How far the parties of a bilateral agree that the organizer sees the titles of its items. */
export interface TitlesSharing {
  readonly shared: boolean
  /** The party that would share and waits for the other; null: nobody waits. */
  readonly askedByPartyId: string | null
}

export type TitlesRefusal =
  | Refusal<'only-in-bilaterals'>
  | RefusalWith<MeetingRefusal, 'meeting-over'>
  | ReturnType<typeof voiceRefusal>

/** The sharing after one party has said what it wants. */
export function decideTitles(
  sharing: TitlesSharing,
  meeting: Meeting,
  by: Participant,
  wanted: boolean,
): TitlesSharing | TitlesRefusal {
  if (meeting.kind !== 'bilateral') return { refused: 'only-in-bilaterals' }
  const partyId = wanted ? opensFor(by, meeting) : voiceOf(by, meeting)
  if (partyId === null) return voiceRefusal(by, meeting)
  // Of a meeting that is over nothing more is opened; what was opened is taken back at any time.
  if (wanted && isOver(meeting)) return { refused: 'meeting-over', state: meeting.state }
  if (!wanted) return { shared: false, askedByPartyId: null }
  if (sharing.shared) return sharing
  const other = sharing.askedByPartyId
  if (other !== null && other !== partyId) return { shared: true, askedByPartyId: null }
  return { shared: false, askedByPartyId: partyId }
}
