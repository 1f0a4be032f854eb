import type { Version } from '#domain/conclusion/conclusion.ts'
import { isVersionOpenSince } from '#domain/conclusion/since.ts'
import { wordDiff } from '#domain/wording.ts'
import { linesChanged, type ShownRun, withUnseenChanges } from '#domain/written/unseen-changes.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import { readPassageNames } from '#lib/conclusion/passage-names.ts'
import { versionOf } from '#lib/conclusion/rows.ts'
import { versionRows } from '#lib/conclusion/select.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { type Names, readNames } from '#lib/record/names.ts'
import { formatWall } from '#lib/words/format.ts'

/**
 * Two versions compared: the wording word for word, passages and commitments as lines that came or went. One compared with itself
 * is that version to read.
 */
export interface VersionDifference {
  readonly from: number
  readonly to: number
  readonly wording: readonly ShownRun[]
  readonly passages: LinesChanged
  readonly commitments: LinesChanged
}

export interface LinesChanged {
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/**
 * As the viewer sees them, without passages of texts limited to others; null: there are no two such versions that are open to
 * them. At most three statements.
 */
export async function findDifference(
  tx: Tx,
  { standing, since }: Pick<MeetingScope, 'standing' | 'since'>,
  conclusionId: string,
  { from, to }: Pick<VersionDifference, 'from' | 'to'>,
): Promise<VersionDifference | null> {
  const rows = await tx.conclusionVersion.findMany({
    where: { conclusionId, number: { in: [from, to] } },
    relationLoadStrategy: 'join',
    select: versionRows,
  })
  const found = rows.map(versionOf).filter((version) => since === null || isVersionOpenSince(version, since))
  const older = found.find(({ number }) => number === from)
  const newer = found.find(({ number }) => number === to)
  return older === undefined || newer === undefined ? null : compare(tx, standing, { older, newer })
}

async function compare(
  tx: Tx,
  reader: MeetingScope['standing'],
  { older, newer }: { readonly older: Version; readonly newer: Version },
): Promise<VersionDifference> {
  const passages = await readPassageNames(tx, [...older.citations, ...newer.citations], reader)
  const terms = [...older.commitments, ...newer.commitments]
  const named = {
    people: terms.flatMap(({ personId }) => personId ?? []),
    parties: terms.flatMap(({ partyId }) => partyId ?? []),
  }
  const names = await readNames(tx, named.people, named.parties)
  const cited = ({ citations }: Version) =>
    citations.flatMap((citation) => {
      const name = passages(citation)
      return name === null ? [] : [name.reference, citation.quote?.exact].filter(Boolean).join(': ')
    })
  const promised = ({ commitments }: Version) => commitments.map((term) => lineOf(term, names))
  return {
    from: older.number,
    to: newer.number,
    wording: withUnseenChanges(wordDiff(older.wording, newer.wording)),
    passages: linesChanged(cited(older), cited(newer)),
    commitments: linesChanged(promised(older), promised(newer)),
  }
}

/** Who, what, by when: what is missing in a draft is left out. */
function lineOf({ what, partyId, personId, dueOn }: Version['commitments'][number], names: Names): string {
  const who = [partyId && names.party(partyId).name, personId && names.person(personId).name].filter(Boolean).join(', ')
  return [who, what, dueOn && formatWall(dueOn)].filter(Boolean).join(' · ')
}
