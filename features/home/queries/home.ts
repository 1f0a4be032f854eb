import { isWait, type NextLine, nextLines } from '#domain/next-acts.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type Demand, isDemand, isNextAct, type NextAsk } from '#store/asks/ask.ts'
import { judgeAsks } from '#store/asks/find.ts'
import type { Change } from '#store/changes/change.ts'
import { changesOf } from '#store/changes/register.ts'
import { findLeaderless, type LeaderlessGroup } from './leaderless.ts'
import { groupsOfPerson, type HomeGroup } from './person.ts'
import { findHomeRows, type NextMeeting, nextMeetingsOf } from './rows.ts'

/** What is asked of somebody, what comes next, what is ahead and what changed: in all their groups, or in one. */
export interface HomeView {
  readonly name: string
  readonly isInstanceAdmin: boolean
  readonly groups: readonly HomeGroup[]
  /** What others ask, or a day does. */
  readonly asks: readonly Demand[]
  /** What the work asks that goes on only when the viewer does it, the most urgent first. */
  readonly next: readonly NextLine<NextAsk>[]
  /** What others have in hand and the viewer waits for, the most urgent first. */
  readonly waits: readonly NextLine<NextAsk>[]
  readonly meetings: readonly NextMeeting[]
  readonly changes: readonly Change[]
  /** For whoever looks after the instance: groups whose organizer they are to invite; empty for everybody else, and in one group. */
  readonly leaderless: readonly LeaderlessGroup[]
}

/** At most four statements, whatever the number of groups; for whoever looks after the instance one more. */
export async function findWholeHome(
  tx: Tx,
  viewer: Viewer,
  scopes: readonly GroupScope[],
  now: Date,
): Promise<HomeView> {
  const home = await findHome(tx, viewer, scopes, now)
  return home.isInstanceAdmin ? { ...home, leaderless: await findLeaderless(tx, now) } : home
}

/** At most four statements, whatever the number of groups. */
export async function findHome(tx: Tx, viewer: Viewer, scopes: readonly GroupScope[], now: Date): Promise<HomeView> {
  const rows = await findHomeRows(tx, viewer, scopes, now)
  const asks = await judgeAsks(tx, rows.asked, rows.known, now)
  const { name, isInstanceAdmin } = rows.person
  const groups = groupsOfPerson(rows.person, scopes, now)
  const lines = nextLines(asks.filter(isNextAct), (groupId) => groups.find(({ id }) => id === groupId)?.kind ?? null)
  return {
    name,
    isInstanceAdmin,
    groups,
    asks: asks.filter(isDemand),
    next: lines.filter((line) => !isWait(line)),
    waits: lines.filter(isWait),
    meetings: nextMeetingsOf(rows),
    changes: changesOf(rows.told, rows.known),
    leaderless: [],
  }
}
