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

export type FirstStep = 'parties' | 'text' | 'meeting'

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
    texts: boolean
    meetings: boolean
    sides: boolean
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
        'texts', EXISTS (SELECT 1 FROM "Edition" e WHERE e."groupId" = g.id AND e.state = 'published'),
        'meetings', EXISTS (SELECT 1 FROM "Meeting" m WHERE m."groupId" = g.id 
          AND m.id NOT IN (SELECT x."meetingId" FROM visibility.proposed_meeting x)),
        'sides', EXISTS (SELECT 1 FROM "Party" y WHERE y."groupId" = g.id)) ORDER BY g.name, g.id)
      FROM "Group" g WHERE g.id = ANY(${ids}::uuid[])), '[]') AS groups
    FROM "Person" w WHERE w.id = ${personId}::uuid`)
  if (row === undefined) throw new Error('A signed-in person is not there.')
  return {
    ...row,
    groups: row.groups.flatMap(({ texts, meetings, sides, ...group }) => {
      const scope = scopes.find(({ groupId }) => groupId === group.id)
      if (scope === undefined) return []
      const { zone, standing } = scope
      // Whether a meeting exists could tell of one that is hidden: only those ask who plan all of them.
      const steps: readonly (FirstStep | false)[] = [!sides && 'parties', !texts && 'text', !meetings && 'meeting']
      const { organizer } = standing
      return [{ ...group, organizer, zone, firstSteps: organizer ? steps.filter((step) => step !== false) : [] }]
    }),
  }
}
