import { roleIn } from '#domain/access.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { mayKeepRecord } from '#domain/meeting/standing.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
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
      here: present.has(id) && seated.some((seat) => seat.personId === id),
    }))
    return { id: partyId, name: party.name, shortName: party.shortName, left: leftAt !== null, people }
  })
}

/** Officers who sit for no party. */
export function personsWithoutParty(rows: FloorRows, meeting: Meeting): readonly PersonHere[] {
  const present = presentIn(meeting)
  const seated = new Set(rows.seats.map(({ personId }) => personId))
  const members = new Set(rows.parties.flatMap(({ party }) => party.members.map(({ personId }) => personId)))
  const officers = new Map(
    rows.offices
      .filter(({ personId, activeFrom }) => activeFrom !== null && !seated.has(personId) && !members.has(personId))
      .map(({ personId, person }) => [personId, person.name]),
  )
  return [...officers].map(([id, name]) => ({ id, name, here: present.has(id) }))
}

function presentIn(meeting: Meeting): ReadonlySet<string> {
  return new Set(meeting.state === 'open' ? meeting.present : [])
}
