import { seesContents } from '#domain/access.ts'
import { may } from '#domain/may.ts'
import { askedToOpen, decideEarlier, voiceToOpen } from '#domain/meeting/earlier.ts'
import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { localTimes } from '#domain/wall-clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { EarlierView, OfferView, OfficeView, PersonView, PlanCan, PlanPartyView, PlanView } from '../views/plan.ts'
import { agendaSightIn } from './agenda.ts'
import type { HeadInvitation } from './head-invitations.ts'
import type { PlanRows } from './plan-rows.ts'

/** With what a viewer looks at the parties of a plan. */
interface Seen {
  readonly scope: MeetingScope
  readonly meeting: Meeting
  readonly can: PlanCan
  /** How the invitations of first heads stand, by party; only what `findHeadInvitations` tells. */
  readonly invited: ReadonlyMap<string, HeadInvitation>
}

/** A party of the plan with its seats, as far as the viewer sees them. */
export function partyViewOf(
  { partyId, leftAt, party }: PlanRows['parties'][number],
  rows: PlanRows,
  { scope, meeting, can, invited }: Seen,
): PlanPartyView {
  const own = scope.standing.memberships.some((membership) => membership.partyId === partyId)
  const { name, shortName, timeZone } = party
  const [local] = rows.startsAt === null ? [] : localTimes(rows.startsAt, rows.timeZone, [timeZone])
  const mine = own && (scope.inMeeting.party === null || scope.inMeeting.party.partyId === partyId)
  const inside = (own && scope.sight !== 'existence') || can.nameParticipants || can.proposeParticipants
  return {
    id: partyId,
    name,
    shortName,
    timeZone,
    left: leftAt !== null,
    // Asked by whoever schedules alone: it is they who can still do something about it.
    withoutHead: (can.schedule || can.reschedule) && !party.members.some(({ role }) => role === 'head'),
    headInvitation: invited.get(partyId) ?? null,
    earlier: earlierView(partyId, rows, scope, meeting),
    mine,
    local: local === undefined ? null : { wall: local.wall, dayDifference: local.dayDifference },
    people: agendaSightIn(scope) === null && !inside ? [] : peopleOf(partyId, party.members, rows, inside),
  }
}

/** For those who see contents of the meeting: others do not learn whether there are any. */
function earlierView(
  partyId: string,
  { parties }: PlanRows,
  { sight, inMeeting }: MeetingScope,
  meeting: Meeting,
): EarlierView | null {
  const joiner = meeting.parties.find((one) => one.partyId === partyId && one.leftAt === null)
  if (joiner === undefined || joiner.seesFrom === null || !seesContents(sight)) return null
  const names = new Map(parties.map((row) => [row.partyId, row.party.shortName]))
  const asked = askedToOpen(meeting, joiner)
  const voice = voiceToOpen(inMeeting, meeting, joiner)
  const named = (opened: boolean) =>
    asked.filter((one) => joiner.openedBy.includes(one.partyId) === opened).map((one) => names.get(one.partyId) ?? '')
  const says = voice !== null && joiner.openedBy.includes(voice)
  const agree = !says
  const open = may(decideEarlier, meeting, { type: 'open-earlier', by: inMeeting, partyId, agree })
  return {
    since: joiner.seesFrom.toISOString(),
    openedBy: named(true),
    missing: named(false),
    can: !open ? null : says ? 'take-back' : 'open',
  }
}

function peopleOf(
  partyId: string,
  members: PlanRows['parties'][number]['party']['members'],
  { seats, seatProposals }: PlanRows,
  inside: boolean,
): readonly PersonView[] {
  const roleOf = (personId: string) => members.find((member) => member.personId === personId)?.role
  const seated = seats
    .filter((seat) => seat.partyId === partyId)
    .map(({ personId, person, authorised }) => {
      const role = roleOf(personId)
      return {
        id: personId,
        name: person.name,
        role: role === undefined ? null : oneOf(partyRoles, role),
        seated: true,
        proposed: false,
        authorised,
      }
    })
  if (!inside) return seated
  const others = members
    .filter(({ personId }) => !seats.some((seat) => seat.personId === personId))
    .map(({ personId, role, person }) => {
      const proposed = seatProposals.some((one) => one.personId === personId && one.partyId === partyId)
      const about = { id: personId, name: person.name, role: oneOf(partyRoles, role) }
      return { ...about, seated: false, proposed, authorised: false }
    })
  return [...seated, ...others]
}

/** The offices of the plan, with who holds them and whose word is missing. */
export function officeViews(rows: PlanRows, meeting: Meeting): readonly OfficeView[] {
  const names = new Map(rows.parties.map(({ partyId, party }) => [partyId, party.shortName]))
  return meeting.offices.map(({ office, personId, activeFrom, acceptedBy }) => ({
    office,
    personId,
    name: rows.offices.find((held) => held.personId === personId)?.person.name ?? '',
    inForce: activeFrom !== null,
    waitsFor:
      activeFrom !== null
        ? []
        : activeParties(meeting)
            .filter((partyId) => !acceptedBy.includes(partyId))
            .map((partyId) => names.get(partyId) ?? ''),
  }))
}

/** The time that waits for an answer; null: none does. */
export function offerViewOf(rows: PlanRows, meeting: Meeting, { inMeeting, sight }: MeetingScope): OfferView | null {
  const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
  if (offer === null) return null
  const { id, partyId, slot, message } = offer
  return {
    id,
    from: rows.parties.find((row) => row.partyId === partyId)?.party.shortName ?? '',
    mine: inMeeting.party?.partyId === partyId,
    startsAt: slot.startsAt.toISOString(),
    durationMinutes: slot.durationMinutes,
    timeZone: slot.timeZone,
    // Words from one side to the other.
    message: sight === 'contents' ? message : '',
  }
}

/** Somebody with a party of theirs, by its short name. */
export type PersonLine = PlanView['appointees'][number]

/** Most people among whom an officer is chosen. */
const most = 500

/** Among whom the viewer can appoint. */
export type Appointing = 'nobody' | 'those of the group' | 'those who take part'

/**
 * Those who open items, and, where the viewer appoints, those who can hold an office; one statement. Whoever is no organizer
 * finds for an office those whom a party shows: who speaks for it, the organizers, and their own party's people.
 */
export async function findPeople(
  tx: Tx,
  { groupId, meetingId, standing }: MeetingScope,
  leads: readonly string[],
  among: Appointing,
): Promise<{ readonly leads: readonly PersonLine[]; readonly appointees: readonly PersonLine[] }> {
  const appoints = among !== 'nobody'
  if (leads.length === 0 && !appoints) return { leads: [], appointees: [] }
  const own = standing.memberships.map(({ partyId }) => partyId)
  const group = Prisma.sql`${groupId}::uuid`
  const rows = await tx.$queryRaw<(PersonLine & { leads: boolean })[]>(Prisma.sql`
    SELECT w.id, w.name, NULL AS party, true AS leads FROM "Person" w WHERE w.id = ANY(${[...leads]}::uuid[])
    UNION ALL (SELECT w.id, w.name, (SELECT y."shortName" FROM "PartyMember" b JOIN "Party" y ON y.id = b."partyId"
        WHERE b."groupId" = ${group} AND b."personId" = w.id AND b."removedAt" IS NULL ORDER BY b.since LIMIT 1), false
      FROM (SELECT o."personId" FROM "Organizer" o WHERE o."groupId" = ${group} AND o."removedAt" IS NULL
        UNION SELECT b."personId" FROM "PartyMember" b WHERE b."groupId" = ${group} AND b."removedAt" IS NULL
          AND (${standing.organizer} OR b.role IN ('head', 'deputy') OR b."partyId" = ANY(${own}::uuid[]))) AS among
      JOIN "Person" w ON w.id = among."personId"
      WHERE ${appoints}
        AND (${among === 'those of the group'} OR ${takesPartIn(meetingId)})
      ORDER BY w.name, w.id LIMIT ${most})`)
  const of = (what: boolean) => rows.filter((row) => row.leads === what).map(({ leads: _, ...person }) => person)
  return { leads: of(true), appointees: of(false) }
}

/** A condition on "Person" w, as domain `takesPart` says of one person. */
function takesPartIn(meetingId: string): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT 1 FROM "MeetingOffice" o
      WHERE o."meetingId" = ${meetingId}::uuid AND o."personId" = w.id AND o."activeFrom" IS NOT NULL AND o."endedAt" IS NULL)
    OR EXISTS (SELECT 1 FROM "Meeting" m JOIN "MeetingParty" p ON p."meetingId" = m.id AND p."leftAt" IS NULL
      JOIN "PartyMember" b ON b."partyId" = p."partyId" AND b."personId" = w.id AND b."removedAt" IS NULL
      WHERE m.id = ${meetingId}::uuid AND p."seesFrom" IS NULL AND (b."seesFrom" IS NULL OR b."seesFrom" <= m."createdAt")))`
}
