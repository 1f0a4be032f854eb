/**
 * A party that joins a meeting of which the others know sees what is written from then on. Each of those whose words are older
 * may open them to it; once all have said so, it sees the whole. Until then each takes its word back alone.
 */

import type { MeetingAnswer, VoiceCode } from './answer.ts'
import type { EarlierCommand } from './command.ts'
import type { Meeting, MeetingParty } from './meeting.ts'
import { cameAfter, type Participant, voiceOf, voiceRefusal } from './participant.ts'
import { seatFor } from './seats.ts'

/** Whose word it takes: every other party that was there before, also one that has left since, or left and came back. */
export function askedToOpen({ parties }: Pick<Meeting, 'parties'>, joiner: MeetingParty): readonly MeetingParty[] {
  const { partyId, seesFrom } = joiner
  if (seesFrom === null) return []
  return parties.filter((one) => one.partyId !== partyId && isOlder(one, seesFrom))
}

function isOlder({ joinedAt }: MeetingParty, than: Date): boolean {
  return joinedAt === null || joinedAt.getTime() < than.getTime()
}

/** The party whose word somebody gives when a party's joining is concerned; null: none. A head installed later opens nothing (rule 14). */
export function voiceToOpen(by: Participant, meeting: Meeting, joiner: MeetingParty): string | null {
  if (cameAfter(by, meeting)) return null
  const voice = voiceOf(by, meeting)
  return askedToOpen(meeting, joiner).some(({ partyId }) => partyId === voice) ? voice : null
}

/** Decides whether a party opens to one that joined later what was written before, or no longer does. */
export function decideEarlier(
  meeting: Meeting,
  { by, partyId, agree }: EarlierCommand,
): MeetingAnswer<'meeting-over' | 'party-not-in-meeting' | 'nothing-hidden' | VoiceCode | 'opener-left'> {
  if (meeting.state === 'cancelled') return { refused: 'meeting-over', state: meeting.state }
  const joiner = meeting.parties.find((one) => one.partyId === partyId && one.leftAt === null)
  if (joiner === undefined) return { refused: 'party-not-in-meeting' }
  if (joiner.seesFrom === null) return { refused: 'nothing-hidden' }
  const byPartyId = voiceToOpen(by, meeting, joiner)
  if (byPartyId === null) return voiceRefusal(by, meeting)
  if (joiner.openedBy.includes(byPartyId) === agree) return []
  const asked = askedToOpen(meeting, joiner)
  const says = (one: MeetingParty) => one.partyId === byPartyId || joiner.openedBy.includes(one.partyId)
  if (agree && asked.some((one) => one.leftAt !== null && !says(one))) return { refused: 'opener-left' }
  const type = agree ? 'earlier-opened' : 'earlier-closed'
  return [...seatFor(meeting, by), { type, partyId, byPartyId, inForce: agree && asked.every(says) }]
}
