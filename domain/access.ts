/**
 * Who sees what (PRODUCT.md, "Who sees what"; rules 13, 14 and 17). Pure: the standing of a viewer is loaded elsewhere
 * (store/access) and judged here, once, for pages, the API, streams and exports alike.
 */

/** What somebody is in a party. Heads and deputies speak for it; delegates take part; observers attend and decide nothing. */
export const partyRoles = ['head', 'deputy', 'delegate', 'observer'] as const

export type PartyRole = (typeof partyRoles)[number]

/** What somebody does in one meeting, besides or without sitting for a party. */
export const offices = ['chair', 'facilitator', 'rapporteur'] as const

export type Office = (typeof offices)[number]

/** One party, exactly two, three or more (M2). */
export const meetingKinds = ['study', 'bilateral', 'multilateral'] as const

export type MeetingKind = (typeof meetingKinds)[number]

/** From a plan to an agreed record, or called off; what each state holds: domain/meeting/meeting.ts. */
export const meetingStates = ['draft', 'scheduled', 'open', 'closed', 'agreed', 'cancelled'] as const

export type MeetingState = (typeof meetingStates)[number]

/** One active membership of the viewer. */
export interface Membership {
  readonly partyId: string
  readonly role: PartyRole
  /** A head installed by an organizer sees nothing that was written before this instant (rule 14); null: no such bound. */
  readonly seesFrom: Date | null
}

/** What the viewer is in a group. Without any of it, the group does not exist for them. */
export interface GroupStanding {
  readonly personId: string
  readonly organizer: boolean
  readonly memberships: readonly Membership[]
  /** Officers of a meeting who sit for no party (a facilitator from outside) still belong to the group. */
  readonly holdsOffice: boolean
}

/** A membership by which somebody is in a meeting. */
export interface PlaceForParty extends Membership {
  readonly authorised: boolean
  readonly left: boolean
  /** The party joined when the others knew of the meeting: it sees what is written there from this instant; null: all. */
  readonly partySeesFrom: Date | null
}

/** What the viewer is in one meeting. */
export interface MeetingStanding {
  readonly group: GroupStanding
  /** The viewer made the meeting (a draft is its maker's and the organizers'). */
  readonly madeIt: boolean
  /** The party for which the viewer is in this meeting, if any; never more than one (rule 13). */
  readonly party: PlaceForParty | null
  /**
   * Parties of this meeting to which the viewer belongs, while it is open for which of them they sit (rule 13): they learn
   * that it is held, and choose. Empty: they sat for a party that they have left since, and sit for no other here. Absent:
   * nothing to choose.
   */
  readonly choosesBetween?: readonly string[]
  /** Offices that are in force: in a bilateral only after both parties accepted (rule 14). */
  readonly offices: readonly Office[]
  /** Offices that wait for acceptance: their holder sees the logistics, not the contents. */
  readonly pendingOffices: readonly Office[]
}

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

export function isGroupMember(standing: GroupStanding): boolean {
  return standing.organizer || standing.memberships.length > 0 || standing.holdsOffice
}

/** Decides how much of a meeting the viewer sees. */
export function meetingSight(standing: MeetingStanding, meeting: MeetingFacts): MeetingSight {
  const planned = meeting.state !== 'draft' || meeting.proposed
  if ((planned || standing.offices.length > 0) && takesPart(standing, meeting)) return 'contents'
  if (planned && isThere(standing) && joinedLater(standing, meeting)) return 'contents-since'
  if (!planned) {
    if (standing.group.organizer || standing.madeIt) return 'contents'
    return standing.offices.length > 0 ? 'logistics' : null
  }
  // What was only proposed is its two parties' own: an organizer sees that a bilateral is *scheduled* (rules 1 and 17).
  if (standing.group.organizer && !meeting.proposed) {
    return meeting.kind === 'bilateral' && !meeting.sharesAgendaTitles ? 'logistics' : 'agenda'
  }
  if (standing.party?.left === false || standing.pendingOffices.length > 0) return 'logistics'
  if (standing.choosesBetween !== undefined) return 'logistics'
  // Rule 15: of what comes later, whoever left learns no more than that the meeting is held.
  if (standing.party !== null) return 'existence'
  if (meeting.kind === 'multilateral' && isGroupMember(standing.group)) return 'existence'
  return null
}

/** Whether a sight opens contents, all of them or those that were written since somebody came. */
export function seesContents(sight: MeetingSight): boolean {
  return sight === 'contents' || sight === 'contents-since'
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
export function keepsFor(standing: MeetingStanding, meeting: MeetingFacts): string | null {
  const { party } = standing
  if (party?.left !== true) return null
  return !cameLater(standing, meeting) || joinedLater(standing, meeting) ? party.partyId : null
}

/** Whether somebody is at this meeting for a party or in an office; not whoever came later. */
export function takesPart(standing: MeetingStanding, meeting: Age): boolean {
  return isThere(standing) && !cameLater(standing, meeting)
}

function isThere({ offices: held, party }: MeetingStanding): boolean {
  return held.length > 0 || party?.left === false
}

/** Whether something was written in this meeting before somebody came, which is not opened to them (rules 14 and 15). */
export function cameLater(standing: MeetingStanding, meeting: Age): boolean {
  return seesSince(standing, meeting) !== null
}

/**
 * The instant from which somebody sees what is written in a meeting; null: from its beginning. It is the later of two. That
 * of the person: a head whom an organizer installed since the meeting was made, and whom that head brought, sees nothing
 * older, by no office either (rule 14). That of the party: it joined when the others knew of the meeting; whoever holds an
 * office there, which was given while nothing was hidden from them, sees what the office needs.
 */
export function seesSince({ party, offices: held }: MeetingStanding, meeting: Age): Date | null {
  if (party === null) return null
  const { seesFrom, partySeesFrom } = party
  const person = seesFrom !== null && seesFrom.getTime() > meeting.createdAt.getTime() ? seesFrom : null
  const asParty = held.length > 0 ? null : partySeesFrom
  if (person === null || asParty === null) return person ?? asParty
  return person.getTime() > asParty.getTime() ? person : asParty
}

type Age = Pick<MeetingFacts, 'createdAt'>

/**
 * Whether somebody came with a party that joined later: that the others know, and write with it from then on. A head whom an
 * organizer installed since sees nothing of the meeting but its logistics: whatever is said in it goes on from what was before.
 */
function joinedLater(standing: MeetingStanding, meeting: Age): boolean {
  const since = seesSince(standing, meeting)
  return since !== null && since.getTime() === standing.party?.partySeesFrom?.getTime()
}

/** Rule 13: the head, a standing deputy, or a delegate authorised for this meeting speaks for the party. */
export function hasVoice({ role, authorised }: { readonly role: PartyRole; readonly authorised: boolean }): boolean {
  switch (role) {
    case 'head':
    case 'deputy':
      return true
    case 'delegate':
      return authorised
    case 'observer':
      return false
    default:
      return role satisfies never
  }
}

/** Whether the viewer speaks in this meeting for the party for which they are there. */
export function speaksForParty({ party }: MeetingStanding): boolean {
  return party !== null && !party.left && hasVoice(party)
}

/** Rule 14: only the party itself changes its people. */
export function governsParty(standing: GroupStanding, partyId: string): boolean {
  const role = roleIn(standing, partyId)
  return role === 'head' || role === 'deputy'
}

/** The viewer's role in a party, or null. */
export function roleIn(standing: GroupStanding, partyId: string): PartyRole | null {
  return standing.memberships.find((membership) => membership.partyId === partyId)?.role ?? null
}

/**
 * Private homework of a party: its members see content; observers do not ("own party" in the table means head, deputy and
 * delegates). Others learn at most "prepared / not".
 */
export function seesPartyHomework(standing: GroupStanding, partyId: string): boolean {
  const role = roleIn(standing, partyId)
  return role !== null && role !== 'observer'
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
