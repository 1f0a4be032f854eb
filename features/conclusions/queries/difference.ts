import type { Version } from '#domain/conclusion/conclusion.ts'
import { isVersionOpenSince } from '#domain/conclusion/since.ts'
import { LIMITS } from '#domain/conclusion/text.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import { compareLines, withUnseenChanges } from '#domain/written/unseen-changes.ts'
import { compareWordings } from '#lib/apart/compare.ts'
import type { Bounds } from '#lib/apart/threads.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { formatWall } from '#lib/words/format.ts'
import type { Language } from '#messages/languages.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { readPassageNames } from '#store/conclusion/passage-names.ts'
import { versionOf } from '#store/conclusion/rows.ts'
import { versionRows } from '#store/conclusion/select.ts'
import { type Names, readNames } from '#store/record/names.ts'
import type { VersionDifference } from '../views/difference.ts'

/** How much of a wording is shown beside another, in UTF-16 units: as long as one that people write can be. */
const mostBeside = LIMITS.wording

/** Two versions, before their wordings are compared: that may take long, and no transaction waits for it. */
export interface TwoVersions extends Omit<VersionDifference, 'wording' | 'beside'> {
  readonly wordings: { readonly older: string; readonly newer: string }
}

/** The wordings compared; after the transaction in which they were read. */
export async function comparedVersions(
  personId: string,
  { wordings, ...lines }: TwoVersions,
  bounds?: Bounds,
): Promise<VersionDifference> {
  const { older, newer } = wordings
  const wording = await compareWordings(personId, older, newer, bounds)
  if (wording !== null) return { ...lines, wording: withUnseenChanges(wording), beside: null }
  const cut = older.length > mostBeside || newer.length > mostBeside
  return { ...lines, wording, beside: { older: beginning(older), newer: beginning(newer), cut } }
}

function beginning(text: string): string {
  return text.length <= mostBeside ? text : `${beginningOf(text, mostBeside)} …`
}

/**
 * As the viewer sees them, without passages of texts limited to others; null: there are no two such versions that are open to
 * them. At most three statements.
 */
export async function findDifference(
  tx: Tx,
  { since }: Pick<MeetingScope, 'since'>,
  conclusionId: string,
  { from, to }: Pick<VersionDifference, 'from' | 'to'>,
  language: Language,
): Promise<TwoVersions | null> {
  const rows = await tx.conclusionVersion.findMany({
    where: { conclusionId, number: { in: [from, to] } },
    relationLoadStrategy: 'join',
    select: versionRows,
  })
  const found = rows.map(versionOf).filter((version) => since === null || isVersionOpenSince(version, since))
  const older = found.find(({ number }) => number === from)
  const newer = found.find(({ number }) => number === to)
  return older === undefined || newer === undefined ? null : withLines(tx, { older, newer }, language)
}

async function withLines(
  tx: Tx,
  { older, newer }: { readonly older: Version; readonly newer: Version },
  language: Language,
): Promise<TwoVersions> {
  const passages = await readPassageNames(tx, [...older.citations, ...newer.citations], 'viewer')
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
  const promised = ({ commitments }: Version) => commitments.map((term) => lineOf(term, names, language))
  return {
    from: older.number,
    to: newer.number,
    wordings: { older: older.wording, newer: newer.wording },
    passages: compareLines(cited(older), cited(newer)),
    commitments: compareLines(promised(older), promised(newer)),
  }
}

/** Who, what, by when: what is missing in a draft is left out. */
function lineOf(
  { what, partyId, personId, dueOn }: Version['commitments'][number],
  names: Names,
  language: Language,
): string {
  const who = [partyId && names.party(partyId).name, personId && names.person(personId).name].filter(Boolean).join(', ')
  return [who, what, dueOn && formatWall(dueOn, language)].filter(Boolean).join(' · ')
}
