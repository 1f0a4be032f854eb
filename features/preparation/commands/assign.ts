import { randomUUIDv7 } from 'node:crypto'
import { agendaSight, partyRoles } from '#domain/access.ts'
import { endOfDayIn } from '#domain/calendar-day.ts'
import { dayFull, listFull } from '#domain/limits.ts'
import { decidePreparation } from '#domain/preparation.ts'
import { isRefusal, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import type { Citation } from '#domain/text/citation.ts'
import { clock } from '#lib/clock.ts'
import { aDayBefore, holdList } from '#lib/db/hold-list.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import { citationRows, judgeCitations } from '#store/citation/judge.ts'
import { leadsStudyOf } from '../queries/assignments.ts'
import type { NewAssignments } from '../schema.ts'

/**
 * Gives passages to parties or people; each gets an assignment of their own, or, refused, none does. Refusals: `not-found`
 * (a group, meeting or text that the viewer may not know of), `invalid-input` (a party of another group), `meeting-over`, `party-not-in-meeting`, `no-such-item`,
 * `several-editions`, `list-full`, `day-full`, those of citations and of the rule.
 */
export function assign(
  viewer: Viewer,
  groupId: string,
  input: NewAssignments,
): Promise<{ readonly ids: readonly string[] } | Refusal> {
  const work = async (tx: Tx) => {
    const place = await placeOf(tx, viewer, groupId, input)
    if (isRefusal(place)) return place
    const citations = await judgeCitations(tx, place.scope, input.citations)
    if (isRefusal(citations)) return citations
    const given = await decideAll(tx, place, input, citations)
    if (isRefusal(given)) return explained(given)
    const full = await roomFor(tx, place, given.length)
    if (full !== null) return full
    await insert(tx, place, input, given, citations)
    return { ids: given.map(({ id }) => id) }
  }
  return asViewer(viewer, work, { write: true })
}

/** The field of the form to which a refusal leads, where it is one. */
const fieldOf: Readonly<Record<string, string>> = { 'due-day-over': 'dueOn', 'nothing-assigned': 'citations' }

function explained(refusal: Refusal): Refusal & { readonly field?: string } {
  const field = fieldOf[refusal.refused]
  return field === undefined ? refusal : { ...refusal, field }
}

/** Where the homework is given: in a group, for a meeting of it or for none. */
interface Place {
  readonly scope: GroupScope
  readonly meeting: MeetingScope | null
}

async function placeOf(
  tx: Tx,
  viewer: Viewer,
  groupId: string,
  { meetingId, itemId, to }: NewAssignments,
): Promise<Place | Refusal> {
  if (meetingId === null) {
    const scope = await proveGroup(tx, viewer, groupId)
    return scope === null || itemId !== null ? notFound : { scope, meeting: null }
  }
  const meeting = await proveMeeting(tx, viewer, meetingId, { lock: true })
  if (meeting === null || meeting.groupId !== groupId) return notFound
  if (meeting.sight === 'existence') return notEntitled
  const { state, kind } = meeting.meeting
  if (state === 'closed' || state === 'agreed' || state === 'cancelled') return { refused: 'meeting-over' }
  const wanted = new Set(to.map(({ partyId }) => partyId))
  const found = await tx.meetingParty.count({ where: { meetingId, partyId: { in: [...wanted] }, leftAt: null } })
  if (found !== wanted.size) return { refused: 'party-not-in-meeting' }
  if (itemId === null) return { scope: meeting, meeting }
  const item =
    agendaSight(meeting.sight, kind) === 'whole' &&
    (await tx.agendaItem.count({ where: { id: itemId, meetingId } })) > 0
  return item ? { scope: meeting, meeting } : { refused: 'no-such-item' }
}

/** Null: one person may give so much more homework: in this meeting, and today. */
async function roomFor(tx: Tx, { scope, meeting }: Place, more: number): Promise<Refusal | null> {
  const { groupId, standing } = scope
  await holdList(tx, 'homework', standing.personId)
  const own = { groupId, createdById: standing.personId }
  const today = await tx.assignment.count({ where: { ...own, createdAt: { gt: aDayBefore(clock.now()) } } })
  // One's own alone is counted: of what others gave one may not know.
  const here = meeting === null ? 0 : await tx.assignment.count({ where: { ...own, meetingId: meeting.meetingId } })
  return dayFull('homework', today, more) ?? listFull('homework', here, more)
}

/** One assignment that is to be made. */
interface Given {
  readonly id: string
  readonly partyId: string
  readonly personId: string | null
  readonly byPartyId: string | null
  readonly dueAt: Date | null
  /** The zone in which that is the end of a day. */
  readonly dueZone: string | null
}

/** All of them, or the refusal of the first that cannot be. */
async function decideAll(
  tx: Tx,
  { scope, meeting }: Place,
  { as, to, dueOn }: NewAssignments,
  citations: readonly Citation[],
): Promise<readonly Given[] | Refusal> {
  const textLimitedTo = await limitsOf(tx, citations)
  if (isRefusal(textLimitedTo)) return textLimitedTo
  const { parties, members } = await receiversOf(tx, scope, to)
  const { standing } = scope
  const given: Given[] = []
  for (const { partyId, personId } of to) {
    const party = parties.find(({ id }) => id === partyId)
    if (party === undefined) return { refused: 'invalid-input', field: 'to' } as Refusal
    const member = members.find((one) => one.partyId === partyId && one.personId === personId)
    const role = member === undefined ? null : oneOf(partyRoles, member.role)
    const dueAt = dueOn === null ? null : endOfDayIn(party.timeZone, dueOn)
    const by = { standing, leadsStudyOf: meeting === null ? null : leadsStudyOf(meeting, partyId) }
    const person = personId === null ? null : { id: personId, role }
    const passages = citations.length
    const events = decidePreparation(
      { type: 'assign', by, as, to: { partyId, person }, dueAt, passages, textLimitedTo },
      clock.now(),
    )
    if (isRefusal(events)) return events
    const [event] = events
    given.push({
      id: randomUUIDv7(),
      partyId,
      personId,
      byPartyId: event?.type === 'assigned' ? event.byPartyId : null,
      dueAt,
      dueZone: dueAt === null ? null : party.timeZone,
    })
  }
  return given
}

/** The parties that are named, and the people of them that are. */
async function receiversOf(tx: Tx, { groupId }: GroupScope, to: NewAssignments['to']) {
  const partyIds = to.map(({ partyId }) => partyId)
  const parties = await tx.party.findMany({
    where: { groupId, id: { in: partyIds }, leftAt: null },
    select: { id: true, timeZone: true },
  })
  const members = await tx.partyMember.findMany({
    where: {
      partyId: { in: partyIds },
      personId: { in: to.flatMap(({ personId }) => personId ?? []) },
      removedAt: null,
    },
    select: { partyId: true, personId: true, role: true },
  })
  return { parties, members }
}

/** The parties to which the one text is limited. */
async function limitsOf(tx: Tx, citations: readonly Citation[]): Promise<readonly string[] | Refusal> {
  const [editionId, another] = new Set(citations.map((citation) => citation.editionId))
  if (another !== undefined) return { refused: 'several-editions' }
  if (editionId === undefined) return []
  const limits = await tx.textParty.findMany({
    where: { text: { editions: { some: { id: editionId } } } },
    select: { partyId: true },
  })
  return limits.map(({ partyId }) => partyId)
}

async function insert(
  tx: Tx,
  { scope, meeting }: Place,
  { kind, itemId, instructions }: NewAssignments,
  given: readonly Given[],
  citations: readonly Citation[],
): Promise<void> {
  const { groupId, standing } = scope
  const editionId = citations[0]?.editionId
  if (editionId === undefined) throw new Error('An assignment without passages was decided on.')
  const shared = { groupId, editionId, kind, itemId, instructions, meetingId: meeting?.meetingId ?? null }
  const createdAt = clock.now()
  await tx.assignment.createMany({
    data: given.map((one) => ({ ...one, ...shared, createdAt, createdById: standing.personId })),
  })
  await tx.citation.createMany({
    data: given.flatMap(({ id }) => citationRows(scope, id, citations)),
  })
}
