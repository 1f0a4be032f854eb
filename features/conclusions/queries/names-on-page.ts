import type { BareVersion, Conclusion } from '#domain/conclusion/conclusion.ts'
import type { Decider } from '#domain/conclusion/people.ts'
import { type MeetingRow, type MeetingScope, meetingRows, scopeAmong } from '#lib/access/meeting.ts'
import type { ConclusionMeeting } from '#lib/conclusion/facts.ts'
import type { PageRows } from '#lib/conclusion/select.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type NameRow, type Names, nameRows, namesOf } from '#lib/record/names.ts'

/** What a conclusion's page must know beside its rows. */
interface Around {
  readonly names: Names
  /** Ids of the meetings whose contents the viewer sees, as far as the conclusion is tied to them. */
  readonly readable: ReadonlySet<string>
}

/**
 * The names of everybody whom a conclusion's page names, and how the viewer stands to the meetings to which it is tied: such
 * a tie is shown to those who see both, and whoever left is shown none. One statement.
 */
export async function findAround(
  tx: Tx,
  scope: MeetingScope,
  conclusion: Conclusion,
  rows: PageRows,
  meeting: ConclusionMeeting,
): Promise<Around> {
  const { people, parties } = namedIn(conclusion, rows, meeting)
  const tied = [rows.origin, rows.supersedes, ...rows.supersededBy, ...rows.offspring].flatMap(
    (one) => one?.meetingId ?? [],
  )
  const elsewhere = [...new Set(tied)].filter((id) => id !== scope.meetingId && scope.keepsFor === null)
  const which = Prisma.sql`m.id = ANY(${elsewhere}::uuid[])`
  const [row] = await tx.$queryRaw<[{ names: NameRow[]; meetings: MeetingRow[] }]>(Prisma.sql`SELECT
    COALESCE((SELECT json_agg(n) FROM (${nameRows(people, parties)}) n), '[]') AS names,
    COALESCE((SELECT json_agg(w) FROM (${meetingRows(scope.standing.personId, which)}) w), '[]') AS meetings`)
  const seen = row.meetings.filter((one) => scopeAmong([scope], one)?.sight === 'contents').map(({ id }) => id)
  return { names: namesOf(row.names), readable: new Set(scope.keepsFor === null ? [scope.meetingId, ...seen] : []) }
}

function namedIn(conclusion: Conclusion, { sharings }: PageRows, { parties }: ConclusionMeeting) {
  const versions = conclusion.state === 'recorded' ? [] : [conclusion.current, ...conclusion.earlier]
  const commitments = conclusion.state === 'recorded' ? [] : conclusion.current.commitments
  const sides = conclusion.state === 'recorded' ? conclusion.sides : versions.flatMap(decidersIn)
  const writers = conclusion.state === 'recorded' ? conclusion.words.map(({ writtenById }) => writtenById) : []
  return {
    people: [
      ...writers,
      ...versions.flatMap(peopleIn),
      ...commitments.flatMap(({ personId }) => personId ?? []),
      ...sides.flatMap((side) => (side.kind === 'person' ? side.personId : [])),
    ],
    parties: [
      ...parties.map(({ partyId }) => partyId),
      ...sharings.map(({ partyId }) => partyId),
      ...commitments.flatMap(({ partyId }) => partyId ?? []),
      ...sides.flatMap((side) => (side.kind === 'party' ? side.partyId : [])),
    ],
  }
}

function decidersIn({ putting }: BareVersion): readonly Decider[] {
  if (putting === null) return []
  const left = putting.takenBack?.because.kind === 'left' ? [putting.takenBack.because.decider] : []
  return [...putting.deciders, ...left]
}

function peopleIn({ byPersonId, putting }: BareVersion): readonly string[] {
  const because = putting?.takenBack?.because
  return [
    byPersonId,
    ...(putting === null ? [] : [putting.byPersonId]),
    ...(putting?.stances ?? []).flatMap(({ givenById, principals }) => [
      givenById,
      principals?.byPersonId ?? givenById,
    ]),
    ...(because?.kind === 'reason' ? [because.byPersonId] : []),
  ]
}
