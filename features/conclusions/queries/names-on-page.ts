import type { Conclusion, Version } from '#domain/conclusion/conclusion.ts'
import type { Decider } from '#domain/conclusion/people.ts'
import type { ConclusionMeeting } from '#lib/conclusion/facts.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type Names, readNames } from '#lib/record/names.ts'
import type { PageRows } from './linked.ts'

/** The names of everybody whom a conclusion's page names; one statement. */
export function namesOn(
  tx: Tx,
  conclusion: Conclusion,
  { sharings }: PageRows,
  { parties }: ConclusionMeeting,
): Promise<Names> {
  const versions = conclusion.state === 'recorded' ? [] : [conclusion.current, ...conclusion.earlier]
  const sides = conclusion.state === 'recorded' ? conclusion.sides : versions.flatMap(decidersIn)
  const writers = conclusion.state === 'recorded' ? conclusion.words.map(({ writtenById }) => writtenById) : []
  return readNames(
    tx,
    [
      ...writers,
      ...versions.flatMap(peopleIn),
      ...sides.flatMap((side) => (side.kind === 'person' ? side.personId : [])),
    ],
    [
      ...parties.map(({ partyId }) => partyId),
      ...sharings.map(({ partyId }) => partyId),
      ...versions.flatMap(({ commitments }) => commitments.flatMap(({ partyId }) => partyId ?? [])),
      ...sides.flatMap((side) => (side.kind === 'party' ? side.partyId : [])),
    ],
  )
}

function decidersIn({ putting }: Version): readonly Decider[] {
  if (putting === null) return []
  const left = putting.takenBack?.because.kind === 'left' ? [putting.takenBack.because.decider] : []
  return [...putting.deciders, ...left]
}

function peopleIn({ byPersonId, commitments, putting }: Version): readonly string[] {
  const because = putting?.takenBack?.because
  return [
    byPersonId,
    ...commitments.flatMap(({ personId }) => personId ?? []),
    ...(putting === null ? [] : [putting.byPersonId]),
    ...(putting?.stances ?? []).flatMap(({ givenById, principals }) => [
      givenById,
      principals?.byPersonId ?? givenById,
    ]),
    ...(because?.kind === 'reason' ? [because.byPersonId] : []),
  ]
}
