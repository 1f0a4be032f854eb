import type { BareVersion, Conclusion } from '#domain/conclusion/conclusion.ts'
import type { Decider } from '#domain/conclusion/decider.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { LoadedMeeting } from '#store/conclusion/facts.ts'
import type { PageRows } from '#store/conclusion/select.ts'
import { type NameRow, type Names, nameRows, namesOf } from '#store/record/names.ts'

/** What a conclusion's page must know beside its rows. */
interface Around {
  readonly names: Names
  /** Ids of the conclusions to which it is tied and that are open to the viewer. */
  readonly readable: ReadonlySet<string>
}

/**
 * The names of everybody whom a conclusion's page names, and the conclusions to which it is tied and that are open to the viewer:
 * such a tie is shown to those who see both, and whoever left is shown none. One statement.
 */
export async function findAround(
  tx: Tx,
  scope: MeetingScope,
  conclusion: Conclusion,
  rows: PageRows,
  meeting: LoadedMeeting,
): Promise<Around> {
  const { people, parties } = namedIn(conclusion, rows, meeting)
  const tied = [rows.origin, rows.supersedes, ...rows.supersededBy, ...rows.offspring].flatMap((one) => one ?? [])
  const ids = scope.keepsFor === null ? tied.map(({ id }) => id) : []
  const [row] = await tx.$queryRaw<[{ names: NameRow[]; readable: string[] }]>(Prisma.sql`SELECT
    COALESCE((SELECT json_agg(n) FROM (${nameRows(people, parties)}) n), '[]') AS names,
    COALESCE((SELECT json_agg(c.id) FROM "Conclusion" c WHERE c.id = ANY(${ids}::uuid[])
      AND (visibility.sees('contents', c."meetingId") OR visibility.sees('since', c."meetingId"))
      AND visibility.opens_conclusion(c.id, c."meetingId")), '[]') AS readable`)
  return { names: namesOf(row.names), readable: new Set(row.readable) }
}

function namedIn(conclusion: Conclusion, { sharings }: PageRows, { parties }: LoadedMeeting) {
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
