/** The conclusion as its rules see it (domain/conclusion), read from its rows. */

import {
  type BareConclusion,
  type BareVersion,
  type Conclusion,
  conclusionKinds,
  type Divergence,
  draftedStates,
  type Putting,
  type PutVersion,
  type TakenBackBecause,
  type Version,
} from '#domain/conclusion/conclusion.ts'
import type { CommitmentTerms } from '#domain/conclusion/content.ts'
import type { Decider } from '#domain/conclusion/decider.ts'
import type { LaterRows } from '#domain/record/replay/rows.ts'
import type { Citation } from '#domain/text/citation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { rowsWithin } from '#lib/db/row-of.ts'
import { nothingId } from '#store/access/group.ts'
import type { BareRows, ConclusionRows, PageRows } from './select.ts'
import { stanceOf } from './stance-row.ts'

type VersionRows = ConclusionRows['versions'][number]
type BareVersionRows = BareRows['versions'][number]

/** The rows, read as the domain's conclusion; without its earlier versions. */
export function conclusionOf(rows: ConclusionRows): Conclusion {
  return read(rows, rows.versions.map(versionOf)[0])
}

/** The rows, read as the domain's conclusion without what it says, for where it stands and what it asks of whom. */
export function bareConclusionOf(rows: BareRows): BareConclusion {
  return read(rows, rows.versions.map(bareVersionOf)[0])
}

/** The rows of a page, read as the domain's conclusion with what became of its earlier versions. */
export function wholeConclusionOf(rows: PageRows): Conclusion {
  const [newest] = rows.versions
  const earlier = newest && rowsWithin('conclusionId', rows.id, newest.conclusion.versions).map(bareVersionOf).reverse()
  return read(rows, newest && versionOf(newest), earlier)
}

function read<V extends BareVersion>(
  rows: Omit<BareRows, 'versions'>,
  newest: V | undefined,
  earlier: readonly BareVersion[] = [],
): Conclusion<V> {
  const kind = oneOf(conclusionKinds, rows.kind)
  if (kind === 'divergence') return divergenceOf(rows)
  const current = set(newest)
  const { id, title, originId, supersedesId } = rows
  const drafted = { id, kind, title, originId, supersedesId, earlier }
  const state = oneOf(draftedStates, rows.state)
  switch (state) {
    case 'draft':
      return { ...drafted, state, current }
    case 'put':
    case 'ad-referendum':
      return { ...drafted, state, current: putVersion(current) }
    case 'adopted':
      return { ...drafted, state, current: putVersion(current), ...adoption(rows) }
    case 'superseded': {
      // The newer one may not be its reader's to know of.
      const supersededById = rows.supersededBy[0]?.id ?? nothingId
      return { ...drafted, state, current: putVersion(current), ...adoption(rows), supersededById }
    }
    case 'declined':
      return { ...drafted, state, current: putVersion(current), endedAt: set(rows.endedAt), endReason: rows.endReason }
    case 'lapsed':
      return { ...drafted, state, current: putVersion(current), endedAt: set(rows.endedAt) }
    case 'withdrawn':
      return { ...drafted, state, current, endedAt: set(rows.endedAt), endReason: set(rows.endReason) }
    case 'diverged':
      return { ...drafted, state, current, endedAt: set(rows.endedAt) }
    default:
      return state satisfies never
  }
}

function divergenceOf({ id, title, originId, createdAt, sides }: Omit<BareRows, 'versions'>): Divergence {
  return {
    id,
    kind: 'divergence',
    state: 'recorded',
    title,
    originId: set(originId),
    recordedAt: createdAt,
    sides: sides.map(deciderOfRow),
    words: sides.flatMap((row) => {
      const { words, writtenById, writtenAt } = row
      if (words === null || writtenById === null || writtenAt === null) return []
      return [{ side: deciderOfRow(row), words, writtenById, writtenAt }]
    }),
  }
}

/** @param row selected by `versionRows`. */
export function versionOf(row: VersionRows): Version {
  const { wording, headSequence, headHash } = row
  return {
    ...bareVersionOf(row),
    wording,
    citations: row.citing.citations.map(citationOf),
    commitments: row.commitments.map(termsOf),
    chainHead: headSequence === null ? null : { sequence: headSequence, hash: set(headHash) },
  }
}

function bareVersionOf(row: BareVersionRows): BareVersion {
  return { number: row.number, byPersonId: row.createdById, at: row.createdAt, putting: puttingOf(row) }
}

function puttingOf(row: BareVersionRows): Putting | null {
  if (row.putAt === null) return null
  const { takenBackAt } = row
  return {
    at: row.putAt,
    byPersonId: set(row.putById),
    deciders: row.deciders.map(deciderOfRow),
    stances: row.deciders
      .flatMap((decider) => (decider.stance === null ? [] : [stanceOf(deciderOfRow(decider), decider.stance)]))
      .sort((one, other) => one.givenAt.getTime() - other.givenAt.getTime()),
    takenBack: takenBackAt && { at: takenBackAt, because: reasonOf(row) },
  }
}

function reasonOf({
  leaverPartyId,
  leaverPersonId,
  takenBackById,
  takenBackReason,
}: BareVersionRows): TakenBackBecause {
  if (leaverPartyId !== null || leaverPersonId !== null)
    return { kind: 'left', decider: deciderOfRow({ partyId: leaverPartyId, personId: leaverPersonId }) }
  return { kind: 'reason', byPersonId: set(takenBackById), reason: set(takenBackReason) }
}

function putVersion<V extends BareVersion>(version: V): PutVersion<V> {
  return { ...version, putting: set(version.putting) }
}

function adoption({ adoptedAt, contentHash }: Pick<BareRows, 'adoptedAt' | 'contentHash'>) {
  return { adoptedAt: set(adoptedAt), contentHash: set(contentHash) }
}

/** A decider, or a side, from its two columns of which one is set. */
export function deciderOfRow({ partyId, personId }: { partyId: string | null; personId: string | null }): Decider {
  return partyId === null ? { kind: 'person', personId: set(personId) } : { kind: 'party', partyId }
}

function citationOf(row: VersionRows['citing']['citations'][number]): Citation {
  const { editionId, firstOrdinal: first, lastOrdinal: last, quoteExact: exact } = row
  if (exact === null) return { editionId, first, last }
  const { quotePrefix, quoteSuffix, quoteStart, quoteEnd } = row
  const context = { prefix: set(quotePrefix), suffix: set(quoteSuffix), start: set(quoteStart), end: set(quoteEnd) }
  return { editionId, first, last, quote: { exact, ...context } }
}

/** How the commitments go, as their rows have it; before the adoption nobody follows them. */
export function followedOf({ state, versions: [adopted] }: ConclusionRows): NonNullable<LaterRows['commitments']> {
  if (state !== 'adopted' && state !== 'superseded') return []
  return adopted?.commitments.map(({ state, stateReason: reason }) => ({ state, reason })) ?? []
}

function termsOf({ what, partyId, personId, dueOn }: VersionRows['commitments'][number]): CommitmentTerms {
  return { what, partyId, personId, dueOn: dueOn && dateOfColumn(dueOn) }
}

/** The calendar date of a `date` column, which arrives as midnight in UTC. */
export function dateOfColumn(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** @throws when a row lacks what its state implies. */
function set<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The row of a conclusion lacks what its state implies.')
  return value
}
