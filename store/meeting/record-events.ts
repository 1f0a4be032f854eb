import type { MeetingEvent } from '#domain/meeting/event.ts'
import { meetingKinds } from '#domain/meeting/meeting.ts'
import type { ActorRef, RecordEntry } from '#domain/record/entry.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { append } from '#store/record/append.ts'
import { entriesOf, type Named } from './record-entry.ts'

/** Whose record, who acted, and at what instant. */
export interface Told {
  readonly scope: Pick<MeetingScope, 'groupId' | 'meetingId' | 'inMeeting'>
  /** Nobody but its makers knows of the meeting yet: what changes in it is told when it is scheduled. */
  readonly unknown: boolean
  readonly now: Date
}

/** Appends what happened to the record, with the names as they are now; last in the transaction. */
export async function recordEvents(tx: Tx, told: Told, events: readonly MeetingEvent[]): Promise<void> {
  const telling = events.filter((event) => isTold(event, told.unknown))
  if (telling.length === 0) return
  const named = await namesIn(tx, told, telling)
  const entries = telling.flatMap((event) => entriesOf(event, named))
  if (entries.length > 0) await append(tx, told.scope, entries, told.now)
}

/** A change that is no event of the meeting's rules, by whoever made it; last in the transaction. */
export async function recordChange(
  tx: Tx,
  { scope, unknown, now }: Told,
  tell: (by: ActorRef) => RecordEntry,
): Promise<void> {
  if (!unknown) await append(tx, scope, [tell(await actorIn(tx, scope))], now)
}

/** The whole agenda as it stands after a change, once its parties know of it. */
export async function recordAgenda(tx: Tx, scope: Told['scope'], now: Date): Promise<void> {
  const by = await actorIn(tx, scope)
  await append(tx, scope, [{ kind: 'agenda-changed', by, agenda: await agendaIn(tx, scope) }], now)
}

/** Whoever acts in this meeting, and the party for which they sit, by name. */
export async function actorIn(tx: Tx, { inMeeting }: Told['scope']): Promise<ActorRef> {
  const { group, party } = inMeeting
  const select = { id: true, name: true }
  const person = await tx.person.findUniqueOrThrow({ where: { id: group.personId }, select })
  return { person, party: party && (await tx.party.findUnique({ where: { id: party.partyId }, select })) }
}

/** Of a draft that nobody knows of, only what makes it known, and who will hold an office. */
function isTold({ type }: MeetingEvent, unknown: boolean): boolean {
  return !unknown || type === 'proposed' || type === 'scheduled' || type.startsWith('office-')
}

async function namesIn(tx: Tx, { scope }: Told, events: readonly MeetingEvent[]): Promise<Named> {
  const meeting = await frameIn(tx, scope)
  const { personId } = scope.inMeeting.group
  const own = scope.inMeeting.party?.partyId
  const people = await tx.person.findMany({
    where: { id: { in: [personId, ...events.flatMap(personsOf)] } },
    select: { id: true, name: true },
  })
  const parties = await tx.party.findMany({
    where: { id: { in: [...meeting.partyIds, ...events.flatMap(partiesOf), ...(own === undefined ? [] : [own])] } },
    select: { id: true, name: true },
  })
  const agenda = events.some(concernsItems) ? await agendaIn(tx, scope) : []
  const carried = await carriedIn(tx, events)
  const person = (id: string) => named(people, id)
  const party = (id: string) => named(parties, id)
  const item = (id: string) => {
    const { title } = named(agenda, id)
    return { id, title }
  }
  return {
    by: { person: person(personId), party: own === undefined ? null : party(own) },
    person,
    party,
    item,
    agenda,
    thing: ({ kind, id }) => ({
      kind,
      id,
      title: kind === 'item' ? item(id).title : named(carried.commitments, id).what,
    }),
    carrier: (id) => carried.meetings.find((one) => one.id === id) ?? null,
    meeting,
  }
}

/** The meeting as it is called at this moment, with the parties that have not left. */
async function frameIn(tx: Tx, { meetingId }: Told['scope']): Promise<Named['meeting']> {
  const { parties, ...meeting } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    relationLoadStrategy: 'join',
    select: {
      kind: true,
      title: true,
      aim: true,
      place: true,
      link: true,
      parties: { where: { leftAt: null }, orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }], select: { partyId: true } },
    },
  })
  const partyIds = parties.map(({ partyId }) => partyId)
  return { ...meeting, kind: oneOf(meetingKinds, meeting.kind), partyIds }
}

function agendaIn(tx: Tx, { meetingId }: Told['scope']) {
  return tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, kind: true, minutes: true },
  })
}

/** What a closing carries on besides items, and where to: the multilaterals that the whole group knows are held. */
async function carriedIn(tx: Tx, events: readonly MeetingEvent[]) {
  const dispositions = events.flatMap((event) => (event.type === 'closed' ? event.dispositions : []))
  const commitmentIds = dispositions.filter(({ kind }) => kind === 'commitment').map(({ id }) => id)
  const meetingIds = dispositions.flatMap((one) => (one.outcome === 'carry' ? one.toMeetingId : []))
  const commitments =
    commitmentIds.length === 0
      ? []
      : await tx.commitment.findMany({ where: { id: { in: commitmentIds } }, select: { id: true, what: true } })
  const meetings =
    meetingIds.length === 0
      ? []
      : await tx.meeting.findMany({
          where: { id: { in: meetingIds }, kind: 'multilateral', state: { not: 'draft' } },
          select: { id: true, title: true },
        })
  return { commitments, meetings }
}

function concernsItems({ type }: MeetingEvent): boolean {
  return type === 'opened' || type === 'item-started' || type === 'item-closed' || type === 'closed'
}

function personsOf(event: MeetingEvent): readonly string[] {
  return 'personId' in event ? [event.personId] : []
}

function partiesOf(event: MeetingEvent): readonly string[] {
  if (event.type === 'parties-changed') return [...event.added, ...event.removed]
  return 'partyId' in event && event.partyId !== null ? [event.partyId] : []
}

function named<Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing {
  const thing = things.find((one) => one.id === id)
  if (thing === undefined) throw new Error('The record names something that is not there.')
  return thing
}
