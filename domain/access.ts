/**
 * Who sees what (PRODUCT.md, "Who sees what"; rules 13, 14 and 17). Pure: the standing of a viewer is loaded elsewhere
 * (store/access) and judged here, once, for pages, the API, streams and exports alike.
 */
import type { MeetingKind, MeetingState } from './meeting/meeting.ts'
import { cameLater, isThere, joinedLater, type Participant, takesPart } from './meeting/participant.ts'
import { type GroupStanding, isGroupMember, roleIn } from './party/membership.ts'

/** The facts about a meeting on which sight depends. */
export interface MeetingFacts {
  readonly kind: MeetingKind
  readonly state: MeetingState
  readonly createdAt: Date
  /** A bilateral that one party proposed to the other and that was never scheduled: it waits for an answer, or got a no. */
  readonly proposed: boolean
  readonly sharesAgendaTitles: boolean
}

/**
 * How much of a meeting somebody sees, from most to least:
 * `contents` everything its parties share; `contents-since` the same, as far as it was written since their party joined
 * (`seesSince`), and the plan as it stands; `agenda` logistics and the agenda; `logistics` that it is held, when, where and between whom;
 * `existence` title, date and parties of a multilateral of the group, or of a meeting that their party left. `null`: it does not
 * exist for them.
 */
export type MeetingSight = 'contents' | 'contents-since' | 'agenda' | 'logistics' | 'existence' | null

/** Decides how much of a meeting the viewer sees. */
export function meetingSight(viewer: Participant, meeting: MeetingFacts): MeetingSight {
  const planned = meeting.state !== 'draft' || meeting.proposed
  if ((planned || viewer.offices.length > 0) && takesPart(viewer, meeting)) return 'contents'
  if (planned && isThere(viewer) && joinedLater(viewer, meeting)) return 'contents-since'
  if (!planned) {
    if (viewer.group.organizer || viewer.madeIt) return 'contents'
    return viewer.offices.length > 0 ? 'logistics' : null
  }
  // What was only proposed is its two parties' own: an organizer sees that a bilateral is *scheduled* (rules 1 and 17).
  if (viewer.group.organizer && !meeting.proposed) {
    return meeting.kind === 'bilateral' && !meeting.sharesAgendaTitles ? 'logistics' : 'agenda'
  }
  if (viewer.party?.left === false || viewer.pendingOffices.length > 0) return 'logistics'
  if (viewer.choosesBetween !== undefined) return 'logistics'
  // Rule 15: of what comes later, whoever left learns no more than that the meeting is held.
  if (viewer.party !== null) return 'existence'
  if (meeting.kind === 'multilateral' && isGroupMember(viewer.group)) return 'existence'
  return null
}

/** Whether a sight opens contents, all of them or those that were written since somebody came. */
export function seesContents(sight: MeetingSight): boolean {
  return sight === 'contents' || sight === 'contents-since'
}

/**
 * Whether a sight opens what is noted under the items. Of a draft its makers see all that is planned; a meeting's notes are for those
 * who hold it ("Who sees what": meeting note), and nobody holds a draft.
 */
export function seesNotes(sight: MeetingSight, state: MeetingState): boolean {
  return seesContents(sight) && state !== 'draft'
}

/**
 * How much of the agenda a sight opens: all of it, the titles alone (an organizer's view of a bilateral whose parties allow
 * it), or nothing.
 */
export function agendaSight(sight: MeetingSight, kind: MeetingKind): 'whole' | 'titles' | null {
  switch (sight) {
    case 'contents':
    case 'contents-since':
      return 'whole'
    case 'agenda':
      return kind === 'bilateral' ? 'titles' : 'whole'
    case 'logistics':
    case 'existence':
    case null:
      return null
    default:
      return sight satisfies never
  }
}

/**
 * Rule 15: a party that left a meeting keeps what was agreed with it and the record up to its leaving; of what comes later it
 * learns no more than that the meeting is held. The party for which the viewer keeps that; null: none, or it is there.
 */
export function keepsFor(viewer: Participant, meeting: MeetingFacts): string | null {
  const { party } = viewer
  if (party?.left !== true) return null
  return !cameLater(viewer, meeting) || joinedLater(viewer, meeting) ? party.partyId : null
}

/**
 * Private homework of a party: its members see content; observers do not ("own party" in the table means head, deputy and
 * delegates). Others learn at most "prepared / not".
 */
export function seesPartyHomework(standing: GroupStanding, partyId: string): boolean {
  const role = roleIn(standing, partyId)
  return role !== null && role !== 'observer'
}

/**
 * What a party writes for itself alone: those of it who prepare with it (`seesPartyHomework`) see it, and a head whom an organizer
 * installed only what came after (rule 14).
 */
export function seesPartyWork(
  standing: GroupStanding,
  { partyId, createdAt }: { readonly partyId: string; readonly createdAt: Date },
): boolean {
  const own = standing.memberships.find((membership) => membership.partyId === partyId)
  const bound = own?.seesFrom?.getTime() ?? Number.NEGATIVE_INFINITY
  return seesPartyHomework(standing, partyId) && bound <= createdAt.getTime()
}

/** A text limited to some parties is read by those parties and the organizers; an unlimited one by the whole group. */
export function seesText(standing: GroupStanding, limitedTo: readonly string[]): boolean {
  if (standing.organizer) return true
  if (limitedTo.length === 0) return isGroupMember(standing)
  return standing.memberships.some((membership) => limitedTo.includes(membership.partyId))
}

/** Whether each of these parties reads a text; `limitedTo` as in `seesText`. */
export function isReadByAll(partyIds: readonly string[], limitedTo: readonly string[]): boolean {
  return limitedTo.length === 0 || partyIds.every((partyId) => limitedTo.includes(partyId))
}
