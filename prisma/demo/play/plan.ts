/** Meetings are begun, dated, called off; their agenda, seats and offices. */
import { addItem, changeStatementMinutes } from '#features/meetings/commands/agenda.ts'
import { createMeeting } from '#features/meetings/commands/create-meeting.ts'
import { acceptOffer, offerAnotherTime } from '#features/meetings/commands/offers.ts'
import { acceptOffice, appoint, authorise, proposeSeat, takeSeat } from '#features/meetings/commands/people.ts'
import { cancelMeeting, scheduleMeeting } from '#features/meetings/commands/plan.ts'
import { proposeBilateral } from '#features/meetings/commands/propose-bilateral.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Meeting, Office, PersonKey, Start } from '../scenario/types.ts'
import { writtenTime } from './timeline.ts'
import { citationsOf, done, homeOf, type Played, partyOf, the, type World } from './world.ts'

/** A draft with its agenda and officers; in a study session also with its participants. */
export async function create(world: World, meeting: Meeting, by: Viewer): Promise<void> {
  const { kind, title, aim, place, link, start, minutes, offices, statementMinutes } = meeting
  const partyIds = meeting.parties.map((key) => the(world.partyIds, key))
  const time = writtenTime(start, minutes, world.now)
  const made = await createMeeting(by, world.groupId, { kind, title, aim, place, link, partyIds, time })
  const played = enrol(world, meeting, done(`make "${title}"`, made).id)
  let agendaVersion = 0
  if (statementMinutes !== undefined) {
    const changed = await changeStatementMinutes(by, played.id, { minutes: statementMinutes, agendaVersion })
    ;({ agendaVersion } = done('set the minutes of statements', changed))
  }
  await writeAgenda(world, played, by, agendaVersion)
  if (kind === 'study') await seat(world, played, by, meeting.seats)
  for (const [office, person] of Object.entries(offices) as [Office, PersonKey][]) {
    const { personId } = world.people[person]
    done(`appoint ${person}`, await appoint(by, played.id, { office, personId }))
  }
}

/** One party asks the other; the agenda is written by whoever asks. */
export async function propose(
  world: World,
  meeting: Meeting,
  by: PersonKey,
  { start, message }: { readonly start: Start; readonly message: string },
): Promise<void> {
  const viewer = world.people[by]
  const own = homeOf(world, by).key
  const other = meeting.parties.find((key) => key !== own)
  if (other === undefined) throw new Error(`"${meeting.title}" is not a bilateral.`)
  const { title, aim, place, link, minutes } = meeting
  const proposed = await proposeBilateral(viewer, world.groupId, {
    partyId: the(world.partyIds, own),
    withPartyId: the(world.partyIds, other),
    title,
    aim,
    place,
    link,
    message,
    time: writtenTime(start, minutes, world.now),
  })
  const played = enrol(world, meeting, done(`propose "${title}"`, proposed).id)
  await writeAgenda(world, played, viewer, 0)
  await seatOwn(world, played, by)
}

export async function offerOtherTime(
  world: World,
  { id, meeting }: Played,
  by: Viewer,
  { start, message }: { readonly start: Start; readonly message: string },
): Promise<void> {
  const time = writtenTime(start, meeting.minutes, world.now)
  done('offer another time', await offerAnotherTime(by, id, { time, message }))
}

/** Accepts the offer that waits. */
export async function accept(world: World, played: Played, by: PersonKey): Promise<void> {
  const offer = await asSystem('demo', (tx) =>
    tx.timeProposal.findFirstOrThrow({ where: { meetingId: played.id, answer: 'waiting' }, select: { id: true } }),
  )
  done('accept an offer', await acceptOffer(world.people[by], played.id, offer.id))
  await seatAll(world, played)
}

export async function schedule(world: World, played: Played, by: Viewer): Promise<void> {
  const { start, minutes, kind, title } = played.meeting
  done(`schedule "${title}"`, await scheduleMeeting(by, played.id, writtenTime(start, minutes, world.now)))
  if (kind !== 'study') await seatAll(world, played)
}

export async function cancel({ id, meeting }: Played, by: Viewer, reason: string): Promise<void> {
  done(`call off "${meeting.title}"`, await cancelMeeting(by, id, reason))
}

/** The first party to accept somebody names them by it. */
export async function takeOnOfficer(
  world: World,
  played: Played,
  by: Viewer,
  { office, person }: { readonly office: Office; readonly person: PersonKey },
): Promise<void> {
  const { id, appointed } = played
  const { personId } = world.people[person]
  const answer = appointed.has(office)
    ? await acceptOffice(by, id, office)
    : await appoint(by, id, { office, personId })
  done(`take on ${person} as ${office}`, answer)
  appointed.add(office)
}

function enrol(world: World, meeting: Meeting, id: string): Played {
  const played: Played = {
    id,
    meeting,
    items: new Map(),
    assignments: new Map(),
    conclusions: new Map(),
    appointed: new Set(),
  }
  world.meetings.set(meeting.key, played)
  return played
}

async function writeAgenda(world: World, { id, meeting, items }: Played, by: Viewer, from: number): Promise<void> {
  let agendaVersion = from
  for (const { key, kind, title, aim, minutes, lead, cites } of meeting.items) {
    const leadPartyId = lead !== undefined && 'party' in lead ? the(world.partyIds, lead.party) : null
    const leadPersonId = lead !== undefined && 'person' in lead ? world.people[lead.person].personId : null
    const citations = citationsOf(world, cites)
    const content = { kind, title, aim, minutes, leadPartyId, leadPersonId, citations }
    const added = done(`put "${title}" on the agenda`, await addItem(by, id, { agendaVersion, ...content }))
    items.set(key, added.id)
    agendaVersion = added.agendaVersion
  }
}

async function seatAll(world: World, played: Played): Promise<void> {
  for (const key of played.meeting.parties) await seatOwn(world, played, partyOf(world, key).head)
}

/** Somebody who speaks for a party seats those of it who take part, and lets its delegates speak. */
async function seatOwn(world: World, played: Played, by: PersonKey): Promise<void> {
  const { acts, authorised = [] } = played.meeting
  // Whoever comes in takes their seat by it.
  const seats = played.meeting.seats.filter((person) => !acts.some((act) => act.do === 'enter' && act.by === person))
  const home = homeOf(world, by).key
  const own = (people: readonly PersonKey[]) => people.filter((person) => homeOf(world, person).key === home)
  const viewer = world.people[by]
  await seat(world, played, viewer, own(seats))
  for (const person of own(authorised)) {
    const { personId } = world.people[person]
    done(`let ${person} speak`, await authorise(viewer, played.id, { personId, authorised: true }))
  }
}

export async function proposeParticipant(world: World, { id }: Played, by: Viewer, person: PersonKey): Promise<void> {
  const { personId } = world.people[person]
  const partyId = the(world.partyIds, homeOf(world, person).key)
  done(`propose ${person}`, await proposeSeat(by, id, { personId, partyId }))
}

async function seat(world: World, { id }: Played, by: Viewer, seats: readonly PersonKey[]): Promise<void> {
  for (const person of seats) {
    const { personId } = world.people[person]
    const partyId = the(world.partyIds, homeOf(world, person).key)
    done(`seat ${person}`, await takeSeat(by, id, { personId, partyId }))
  }
}
