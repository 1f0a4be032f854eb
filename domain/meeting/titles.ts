/**
 * The organizer sees of a bilateral that it is held, and the titles of its items only if its parties allow it. One party is
 * enough to take that back; to allow it, both must say so.
 */

import { isRefusal, type Refusal, type RefusalWith } from '../refusal.ts'
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

/** The sharing after one party has said what it wants; the same object where that changes nothing. */
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
  if (!wanted) return isClosed(sharing) ? sharing : { shared: false, askedByPartyId: null }
  if (sharing.shared) return sharing
  const other = sharing.askedByPartyId
  if (other !== null && other !== partyId) return { shared: true, askedByPartyId: null }
  return other === partyId ? sharing : { shared: false, askedByPartyId: partyId }
}

/** What somebody's word on the titles would change: it opens them or asks for that, or it closes them. */
export function titlesCan(
  sharing: TitlesSharing,
  meeting: Meeting,
  by: Participant,
): { readonly share: boolean; readonly unshare: boolean } {
  const changes = (wanted: boolean) => {
    const after = decideTitles(sharing, meeting, by, wanted)
    return !isRefusal(after) && after !== sharing
  }
  return { share: changes(true), unshare: changes(false) }
}

function isClosed({ shared, askedByPartyId }: TitlesSharing): boolean {
  return !shared && askedByPartyId === null
}
