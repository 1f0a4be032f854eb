import type { BareConclusion } from '#domain/conclusion/conclusion.ts'
import { type Decider, sameDecider } from '#domain/conclusion/decider.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { opensConclusion } from '#store/access/contents.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { loadFactsOfMeetings } from '#store/conclusion/facts.ts'
import { bareConclusionOf, deciderOfRow } from '#store/conclusion/rows.ts'
import { bareRows } from '#store/conclusion/select.ts'

/** A conclusion of which something may be asked, with what its rules must know of its meeting. */
export interface ConclusionAtHand {
  readonly conclusion: BareConclusion
  readonly meeting: ConclusionMeeting
  /** IANA zones of the parties that decide. */
  readonly zones: readonly { readonly of: Decider; readonly zone: string | null }[]
}

/** Conclusions by id. */
export type ConclusionsAtHand = ReadonlyMap<string, ConclusionAtHand>

const { versions } = bareRows
const { deciders } = versions.select

const rowsWithZones = {
  ...bareRows,
  versions: {
    ...versions,
    select: {
      ...versions.select,
      deciders: { ...deciders, select: { ...deciders.select, party: { select: { timeZone: true } } } },
    },
  },
} as const satisfies Prisma.ConclusionSelect

/** What is judged by the rules of conclusions. */
export interface AtHand {
  readonly conclusions: ConclusionsAtHand
  /** By id: the meetings of these conclusions, and those that were asked for. */
  readonly facts: ReadonlyMap<string, ConclusionMeeting>
}

/** These conclusions, and what the rules must know of their meetings and of these; two statements, or none. */
export async function findConclusionsAtHand(
  tx: Tx,
  ids: readonly string[],
  meetingIds: readonly string[],
): Promise<AtHand> {
  if (ids.length + meetingIds.length === 0) return { conclusions: new Map(), facts: new Map() }
  const found = await findRows(tx, ids)
  const facts = await loadFactsOfMeetings(
    tx,
    [...new Set([...meetingIds, ...found.map(({ meetingId }) => meetingId)])],
    null,
  )
  const conclusions = found.flatMap((row) => {
    const meeting = facts.get(row.meetingId)
    const zones = row.versions.flatMap((version) =>
      version.deciders.map((one) => ({ of: deciderOfRow(one), zone: one.party?.timeZone ?? null })),
    )
    return meeting === undefined ? [] : [[row.id, { conclusion: bareConclusionOf(row), meeting, zones }] as const]
  })
  return { conclusions: new Map(conclusions), facts }
}

function findRows(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx.conclusion.findMany({
    where: { id: { in: [...ids] } },
    relationLoadStrategy: 'join',
    select: rowsWithZones,
  })
}

/** A conclusion that lies open to the viewer of this meeting. */
export function openIn(
  conclusions: ConclusionsAtHand,
  scope: MeetingScope,
  conclusionId: string,
): ConclusionAtHand | null {
  const found = conclusions.get(conclusionId)
  return found !== undefined && opensConclusion(scope, found.conclusion) ? found : null
}

/** The zone of a decider that is a party; null: a participant of a study session. */
export function zoneOf({ zones }: ConclusionAtHand, decider: Decider): string | null {
  return zones.find(({ of }) => sameDecider(of, decider))?.zone ?? null
}
