import { keepsFor, type MeetingFacts, type MeetingSight, meetingSight, seesContents } from '#domain/access.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import {
  type Office,
  offices,
  type Participant,
  type ParticipantParty,
  seesSince,
} from '#domain/meeting/participant.ts'
import type { GroupStanding } from '#domain/party/membership.ts'
import { memoize } from '#lib/db/memoize.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import { type StandingRow, standingBeside } from '#lib/db/standings.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { noteSeesMeeting } from '#lib/server/crowds.ts'
import { isUuid } from '#lib/uuid.ts'
import { type GroupScope, proveGroupOf, scopeOfStanding, standingIn as standingInGroup } from './group.ts'
import { holdKnown } from './hold.ts'

declare const proven: unique symbol

/** The id of a meeting of which the viewer is proven to know: minted here alone. */
export type ProvenMeetingId = string & { readonly [proven]: 'meeting' }

/** The viewer in one meeting: how much they see of it, and as what. */
export interface MeetingScope extends GroupScope {
  readonly meetingId: ProvenMeetingId
  readonly meeting: MeetingFacts & { readonly id: string; readonly title: string; readonly openedAt: Date | null }
  readonly inMeeting: Participant
  readonly sight: Exclude<MeetingSight, null>
  /** The party, which left, for which the viewer keeps what was agreed with it (domain `keepsFor`); null: none, or all is open. */
  readonly keepsFor: string | null
  /** Nothing that was written before this instant is open to the viewer (domain `seesSince`); null: no such bound. */
  readonly since: Date | null
}

/** A meeting that was proven by itself, with what stands above its pages. */
export interface ProvenMeeting extends MeetingScope {
  readonly startsAt: Date | null
  readonly durationMinutes: number | null
  /** A proposal that the other party declined. */
  readonly declined: boolean
  /** IANA zone in which the meeting is planned. */
  readonly timeZone: string
  /** In the order in which they joined. */
  readonly parties: readonly { readonly shortName: string; readonly left: boolean }[]
}

/** One meeting with the viewer's place in it, as `selectMeetingRows` selects it. */
export interface MeetingRow {
  id: string
  groupId: string
  title: string
  kind: string
  state: string
  /** Text where the row was selected as JSON. */
  createdAt: Date | string
  openedAt: Date | string | null
  proposed: boolean
  sharesAgendaTitles: boolean
  createdById: string
  seat: { partyId: string; authorised: boolean } | null
  parties: { partyId: string; left: boolean; seesFrom: Date | string | null }[]
  offices: { office: string; active: boolean }[]
  /** How much of it the viewer sees as SQL states it; null in an act, or where nobody looks. */
  stated: string | null
}

/**
 * The meeting with the viewer's place in it, and the viewer's standing in its group, which a page knows; two statements. Null when the
 * viewer may not know of the meeting, whether or not it exists. With `lock` the meeting's row is held until the transaction ends,
 * by a statement of its own that comes first: one that waits for a lock still sees other tables as they were before it.
 */
export async function proveMeeting(
  tx: Tx,
  viewer: Viewer,
  meetingId: string,
  { lock = false } = {},
): Promise<ProvenMeeting | null> {
  if (!isUuid(meetingId)) return null
  if (lock) {
    if (!(await holdKnown(tx, 'meeting', meetingId))) return null
    return (await proveHeldMeeting<null>(tx, viewer, meetingId, Prisma.sql`NULL`))?.scope ?? null
  }
  return memoize(tx, `meeting ${meetingId} of ${viewer.personId}`, async () => {
    const [row] = await tx.$queryRaw<(MeetingRow & HeadRow)[]>(
      selectMeetingRows(viewer.personId, Prisma.sql`m.id = ${meetingId}::uuid`, headColumns),
    )
    const group = await proveGroupOf(tx, viewer, row)
    return row && group ? provenIn(rowOf(meetingId, row), group) : null
  })
}

/**
 * A meeting whose row is held already, with the viewer's standing in its group and what an act must know besides; one statement. Null
 * as `proveMeeting`.
 *
 * @param facts selects one value of "Meeting" m.
 */
export async function proveHeldMeeting<Facts>(
  tx: Tx,
  viewer: Viewer,
  meetingId: string,
  facts: Prisma.Sql,
): Promise<{ readonly scope: ProvenMeeting; readonly facts: Facts } | null> {
  if (!isUuid(meetingId)) return null
  const { personId } = viewer
  const standing = standingBeside(personId, Prisma.sql`m."groupId"`)
  const [row] = await tx.$queryRaw<(MeetingRow & HeadRow & { standing: StandingRow | null; facts: Facts })[]>(
    selectMeetingRows(
      personId,
      Prisma.sql`m.id = ${meetingId}::uuid`,
      Prisma.sql`${headColumns}, ${standing} AS standing, ${facts} AS facts`,
    ),
  )
  const group = row === undefined ? null : scopeOfStanding(row.standing, personId)
  const scope = row && group ? provenIn(rowOf(meetingId, row), group) : null
  return row && scope ? { scope, facts: row.facts } : null
}

function provenIn(row: MeetingRow & HeadRow, group: GroupScope): ProvenMeeting | null {
  const scope = scopeIn(row, group)
  if (scope === null) return null
  if (seesContents(scope.sight)) noteSeesMeeting(scope.standing.personId, scope.meetingId)
  const { startsAt, durationMinutes, timeZone, declined, named } = row
  return { ...scope, startsAt, durationMinutes, timeZone, declined, parties: named }
}

type HeadRow = Omit<ProvenMeeting, keyof MeetingScope | 'parties'> & { readonly named: ProvenMeeting['parties'] }

/**
 * What somebody else is in a meeting, for rules about them; two statements. Null: they do not belong to the group, whether
 * or not they exist.
 */
export async function standingOf(
  tx: Tx,
  { groupId, meetingId, inMeeting }: MeetingScope,
  personId: string,
): Promise<Participant | null> {
  if (personId === inMeeting.group.personId) return inMeeting
  const standing = isUuid(personId) ? await standingInGroup(tx, groupId, personId) : null
  if (standing === null) return null
  const [row] = await tx.$queryRaw<MeetingRow[]>(selectMeetingRows(personId, Prisma.sql`m.id = ${meetingId}::uuid`))
  return row === undefined ? null : standingIn(row, standing)
}

/**
 * The viewer of `scope` in the meeting of this row; null when they may not know of it.
 *
 * @throws when the database states another sight than the domain decides: then the facts of this row are not those of the meeting.
 */
export function scopeIn(row: MeetingRow, scope: GroupScope): MeetingScope | null {
  const meeting = {
    id: row.id,
    title: row.title,
    kind: oneOf(meetingKinds, row.kind),
    state: oneOf(meetingStates, row.state),
    createdAt: new Date(row.createdAt),
    openedAt: row.openedAt === null ? null : new Date(row.openedAt),
    proposed: row.proposed,
    sharesAgendaTitles: row.sharesAgendaTitles,
  }
  const inMeeting = standingIn(row, scope.standing)
  const sight = meetingSight(inMeeting, meeting)
  if (row.stated !== null && row.stated !== (sight ?? 'nothing'))
    throw new Error('The domain and the database disagree about what somebody sees of a meeting.')
  if (sight === null) return null
  const kept = sight === 'contents' ? null : keepsFor(inMeeting, meeting)
  const since = sight === 'contents' ? null : seesSince(inMeeting, meeting)
  return { ...scope, meetingId: row.id as ProvenMeetingId, meeting, inMeeting, sight, keepsFor: kept, since }
}

/** Selects the meeting of a row beside it, as JSON: a `MeetingRow`, or null. `id`: of what column; `m` is taken. */
export function meetingBeside(personId: string, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT row_to_json(w) FROM (${selectMeetingRows(personId, Prisma.sql`m.id = ${id}`)}) w)`
}

/** The viewer of these groups in the meeting of this row; null when they may not know of it, or there is none. */
export function scopeAmong(scopes: readonly GroupScope[], row: MeetingRow | null): MeetingScope | null {
  const group = row && scopes.find(({ groupId }) => groupId === row.groupId)
  return group ? scopeIn(row, group) : null
}

/** Whether m was proposed, and the other party declined it: it is not held, and nobody cancelled it. `proposed`: whether it was. */
const declinedWhere = (proposed: Prisma.Sql) => Prisma.sql`(m.state = 'cancelled' AND ${proposed}
  AND EXISTS (SELECT 1 FROM "TimeProposal" t WHERE t."meetingId" = m.id AND t.answer = 'declined'))`

/** That, of "Meeting" m. */
export const declinedProposal = declinedWhere(
  Prisma.sql`EXISTS (SELECT 1 FROM visibility.proposed_meeting x WHERE x."meetingId" = m.id)`,
)

/** That, of m of `knownMeetings` (known-meetings.ts). */
export const declinedKnown = declinedWhere(Prisma.sql`m.proposed`)

const headColumns = Prisma.sql`, m."startsAt", m."durationMinutes", m."timeZone", ${declinedProposal} AS declined,
  COALESCE((SELECT json_agg(json_build_object('shortName', y."shortName", 'left', p."leftAt" IS NOT NULL) ORDER BY p."joinedAt", p.id)
    FROM "MeetingParty" p JOIN "Party" y ON y.id = p."partyId" WHERE p."meetingId" = m.id), '[]') AS named`

/** As whoever reads sees "Meeting" m: a second answer, from other rows than the first. */
const statedSight = Prisma.sql`CASE WHEN current_setting('transaction_read_only') = 'off' OR visibility.viewer() IS NULL THEN NULL
  WHEN visibility.sees('contents', m.id) THEN 'contents'
  WHEN visibility.sees('since', m.id) THEN 'contents-since'
  WHEN visibility.sees('agenda', m.id) THEN 'agenda'
  WHEN visibility.sees('met', m.id) THEN 'logistics'
  WHEN visibility.sees('known', m.id) THEN 'existence' ELSE 'nothing' END`

/** Selects `MeetingRow`s; `which` is a condition on "Meeting" m. With `more` columns, which begin with a comma. */
export function selectMeetingRows(personId: string, which: Prisma.Sql, more: Prisma.Sql = Prisma.empty): Prisma.Sql {
  return Prisma.sql`SELECT m.id, m."groupId", m.title, m.kind, m.state, m."createdAt", m."openedAt", m."sharesAgendaTitles",
    m."createdById", EXISTS (SELECT 1 FROM visibility.proposed_meeting x WHERE x."meetingId" = m.id) AS proposed,
    (SELECT json_build_object('partyId', s."partyId", 'authorised', s.authorised) FROM "Seat" s
      WHERE s."meetingId" = m.id AND s."personId" = ${personId}::uuid) AS seat,
    COALESCE((SELECT json_agg(json_build_object('partyId', p."partyId", 'left', p."leftAt" IS NOT NULL,
        'seesFrom', p."seesFrom"))
      FROM "MeetingParty" p WHERE p."meetingId" = m.id), '[]') AS parties,
    COALESCE((SELECT json_agg(json_build_object('office', o.office, 'active', o."activeFrom" IS NOT NULL))
      FROM "MeetingOffice" o
      WHERE o."meetingId" = m.id AND o."personId" = ${personId}::uuid AND o."endedAt" IS NULL), '[]') AS offices,
    ${statedSight} AS stated ${more}
    FROM "Meeting" m WHERE ${which}`
}

function standingIn(row: MeetingRow, standing: GroupStanding): Participant {
  const active = row.offices.filter((held) => held.active)
  const pending = row.offices.filter((held) => !held.active)
  return {
    group: standing,
    madeIt: row.createdById === standing.personId,
    ...placeIn(row, standing),
    offices: active.map((held): Office => oneOf(offices, held.office)),
    pendingOffices: pending.map((held): Office => oneOf(offices, held.office)),
  }
}

/**
 * Rule 13: the seat decides for which party somebody is here, also one for a party that they have left since; without one, the
 * only party of theirs that takes part, or took part where none does any more.
 */
function placeIn(row: MeetingRow, standing: GroupScope['standing']): Pick<Participant, 'party' | 'choosesBetween'> {
  const places = row.parties.flatMap(({ partyId, left, seesFrom }): ParticipantParty[] => {
    const membership = standing.memberships.find((own) => own.partyId === partyId)
    if (membership === undefined) return []
    const partySeesFrom = seesFrom === null ? null : new Date(seesFrom)
    return [{ ...membership, left, authorised: row.seat?.authorised === true, partySeesFrom }]
  })
  const { seat } = row
  const there = places.filter(({ left }) => !left)
  const unseated = there.length > 0 ? there : places
  const [only, ...others] = seat === null ? unseated : places.filter((place) => place.partyId === seat.partyId)
  if (only !== undefined && others.length === 0) return { party: only }
  if (places.length === 0) return { party: null }
  return { party: null, choosesBetween: seat === null ? unseated.map((place) => place.partyId) : [] }
}
