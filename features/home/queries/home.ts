import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import { findKnownMeetings } from '#store/access/known-meetings.ts'
import type { Ask, AskRow } from '#store/asks/ask.ts'
import { findAskRows, judgeAsks } from '#store/asks/find.ts'
import type { Change } from '#store/changes/change.ts'
import { changesOf } from '#store/changes/register.ts'
import { type AroundRows, findAroundRows, type NextMeeting, nextMeetingsOf } from './around.ts'

/** A group of the viewer, with what there is in it so far. */
export interface HomeGroup {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly organizer: boolean
  /** IANA zone in which the viewer reads times there. */
  readonly zone: string
  /** The parties to which the viewer belongs. */
  readonly parties: readonly { readonly id: string; readonly shortName: string }[]
  /** Which of an organizer's first steps are still to be taken; none for everybody else. */
  readonly firstSteps: readonly FirstStep[]
}

const firstSteps = ['parties', 'text', 'meeting'] as const
export type FirstStep = (typeof firstSteps)[number]

/** What is asked of somebody, what is ahead and what changed: in all their groups, or in one. */
export interface HomeView {
  readonly name: string
  readonly isInstanceAdmin: boolean
  readonly groups: readonly HomeGroup[]
  readonly asks: readonly Ask[]
  readonly meetings: readonly NextMeeting[]
  readonly changes: readonly Change[]
}

/** At most seven statements, whatever the number of groups. */
export async function findHome(tx: Tx, viewer: Viewer, scopes: readonly GroupScope[], now: Date): Promise<HomeView> {
  const person = await findPersonAndGroups(tx, viewer, scopes)
  const asked = await findAskRows(tx, scopes, now)
  const around = await findAroundRows(tx, scopes, now)
  const known = await findKnownMeetings(tx, scopes, meetingIds(asked, around))
  return {
    ...person,
    asks: await judgeAsks(tx, asked, known, now),
    meetings: nextMeetingsOf(around, known),
    changes: changesOf(around.told, known),
  }
}

function meetingIds(asked: readonly AskRow[], { ahead, told }: AroundRows): readonly string[] {
  const ids = [...asked.map(({ meetingId }) => meetingId), ...told.map(({ meetingId }) => meetingId)]
  return [...ids.filter((id) => id !== null), ...ahead.map(({ id }) => id)]
}

interface PersonRow {
  name: string
  isInstanceAdmin: boolean
  groups: {
    id: string
    name: string
    purpose: string
    parties: { id: string; shortName: string }[]
    /** What there is in it already; null: they do not organize it. */
    begun: Record<FirstStep, boolean> | null
  }[]
}

async function findPersonAndGroups(
  tx: Tx,
  { personId }: Viewer,
  scopes: readonly GroupScope[],
): Promise<Pick<HomeView, 'name' | 'isInstanceAdmin' | 'groups'>> {
  const ids = scopes.map(({ groupId }) => groupId)
  const [row] = await tx.$queryRaw<PersonRow[]>(Prisma.sql`SELECT w.name, w."isInstanceAdmin",
    COALESCE((SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'purpose', g.purpose,
        'parties', COALESCE((SELECT json_agg(json_build_object('id', y.id, 'shortName', y."shortName") ORDER BY b.since) FROM "PartyMember" b
          JOIN "Party" y ON y.id = b."partyId"
          WHERE b."groupId" = g.id AND b."personId" = w.id AND b."removedAt" IS NULL), '[]'),
        'begun', CASE WHEN k."groupId" IS NOT NULL THEN
          json_build_object('parties', k.parties, 'text', k.text, 'meeting', k.meeting) END) ORDER BY g.name, g.id)
      FROM "Group" g LEFT JOIN visibility.begun_group() k ON k."groupId" = g.id WHERE g.id = ANY(${ids}::uuid[])), '[]') AS groups
    FROM "Person" w WHERE w.id = ${personId}::uuid`)
  if (row === undefined) throw new Error('A signed-in person is not there.')
  return {
    ...row,
    groups: row.groups.flatMap(({ begun, ...group }) => {
      const scope = scopes.find(({ groupId }) => groupId === group.id)
      if (scope === undefined) return []
      const { zone, standing } = scope
      const left = begun === null ? [] : firstSteps.filter((step) => !begun[step])
      return [{ ...group, organizer: standing.organizer, zone, firstSteps: left }]
    }),
  }
}
