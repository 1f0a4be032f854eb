import type { BareConclusion } from '#domain/conclusion/conclusion.ts'
import { type Decider, sameDecider } from '#domain/conclusion/decider.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { opensConclusion } from '#store/access/contents.ts'
import type { KnownMeetings } from '#store/access/known-meetings.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { loadFactsOfMeetings } from '#store/conclusion/facts.ts'
import { bareConclusionOf, deciderOfRow } from '#store/conclusion/rows.ts'
import { bareRows } from '#store/conclusion/select.ts'
import type { AskRow } from './ask.ts'

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

/** The conclusions that these rows are about, as far as their meetings are known to the viewer; two statements, or none. */
export async function findConclusionsAtHand(
  tx: Tx,
  rows: readonly AskRow[],
  known: KnownMeetings,
): Promise<ConclusionsAtHand> {
  const about = rows.filter(
    ({ kind, meetingId }) => (kind === 'conclusion' || kind === 'commitment') && known.has(meetingId ?? ''),
  )
  if (about.length === 0) return new Map()
  const found = await tx.conclusion.findMany({
    where: { id: { in: about.map(({ thingId }) => thingId) } },
    relationLoadStrategy: 'join',
    select: rowsWithZones,
  })
  const meetings = await loadFactsOfMeetings(tx, [...new Set(found.map(({ meetingId }) => meetingId))], null)
  return new Map(
    found.flatMap((row) => {
      const meeting = meetings.get(row.meetingId)
      const zones = row.versions.flatMap((version) =>
        version.deciders.map((one) => ({ of: deciderOfRow(one), zone: one.party?.timeZone ?? null })),
      )
      return meeting === undefined ? [] : [[row.id, { conclusion: bareConclusionOf(row), meeting, zones }] as const]
    }),
  )
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
