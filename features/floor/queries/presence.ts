import type { Meeting } from '#domain/meeting/meeting.ts'
import { mayKeepRecord } from '#domain/meeting/rights.ts'
import { roleIn } from '#domain/party/membership.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { FloorRows } from './floor-rows.ts'

/** Somebody at the meeting, or expected there. */
export interface PersonHere {
  readonly id: string
  readonly name: string
  readonly here: boolean
}

/** Who is here for one party, and, as far as the viewer may know them, who else could come for it. */
export interface PartyPresence {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly left: boolean
  readonly people: readonly PersonHere[]
}

/**
 * The parties in the order in which they joined, each with those who sit for it. Its other people, of whom a party shows the
 * group no more than who speaks for it, are named to their own party, and to whoever says who is here.
 */
export function partiesHere(rows: FloorRows, meeting: Meeting, scope: MeetingScope): readonly PartyPresence[] {
  const present = presentIn(meeting)
  const notes = mayKeepRecord(scope.inMeeting, meeting)
  return rows.parties.map(({ partyId, leftAt, party }) => {
    const seated = rows.seats.filter((seat) => seat.partyId === partyId)
    const elsewhere = new Set(rows.seats.map(({ personId }) => personId))
    const known = notes || roleIn(scope.standing, partyId) !== null
    const others = known ? party.members.filter(({ personId }) => !elsewhere.has(personId)) : []
    const people = [...seated, ...others].map(({ personId: id, person }) => ({
      id,
      name: person.name,
      here: present.get(id) === partyId,
    }))
    return { id: partyId, name: party.name, shortName: party.shortName, left: leftAt !== null, people }
  })
}

/** Officers who sit for no party, or for one that left. */
export function personsWithoutParty(rows: FloorRows, meeting: Meeting): readonly PersonHere[] {
  const present = presentIn(meeting)
  const parties = rows.parties.filter(({ leftAt }) => leftAt === null)
  const seated = rows.seats.filter((seat) => parties.some(({ partyId }) => partyId === seat.partyId))
  const ofParties = new Set(
    [...seated, ...parties.flatMap(({ party }) => party.members)].map(({ personId }) => personId),
  )
  const officers = new Map(
    rows.offices
      .filter(({ personId, activeFrom }) => activeFrom !== null && !ofParties.has(personId))
      .map(({ personId, person }) => [personId, person.name]),
  )
  return [...officers].map(([id, name]) => ({ id, name, here: present.has(id) }))
}

/** Whoever is here, with the party for which they came. */
function presentIn(meeting: Meeting): ReadonlyMap<string, string | null> {
  const present = meeting.state === 'open' ? meeting.present : []
  return new Map(present.map(({ personId, partyId }) => [personId, partyId]))
}
