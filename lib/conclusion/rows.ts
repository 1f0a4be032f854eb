/** The conclusion as its rules see it (domain/conclusion), read from its rows. */
import type {
  Conclusion,
  Divergence,
  Putting,
  PutVersion,
  TakenBackBecause,
  Version,
} from '#domain/conclusion/conclusion.ts'
import type { Citation, CommitmentTerms } from '#domain/conclusion/content.ts'
import type { Decider } from '#domain/conclusion/people.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma } from '#lib/db/prisma.ts'
import { stanceOf } from './stance-row.ts'

const versions = {
  orderBy: { number: 'desc' },
  select: {
    id: true,
    number: true,
    wording: true,
    createdById: true,
    createdAt: true,
    putAt: true,
    putById: true,
    takenBackAt: true,
    takenBackById: true,
    takenBackReason: true,
    leaverPartyId: true,
    leaverPersonId: true,
    headSequence: true,
    headHash: true,
    citations: { orderBy: [{ place: 'asc' }, { id: 'asc' }] },
    commitments: {
      orderBy: { place: 'asc' },
      select: {
        id: true,
        what: true,
        partyId: true,
        personId: true,
        dueOn: true,
        state: true,
        stateReason: true,
        party: { select: { timeZone: true } },
      },
    },
    deciders: { orderBy: { id: 'asc' }, select: { id: true, partyId: true, personId: true, stance: true } },
  },
} as const satisfies Prisma.Conclusion$versionsArgs

const conclusion = {
  id: true,
  groupId: true,
  meetingId: true,
  item: { select: { id: true, title: true } },
  kind: true,
  title: true,
  state: true,
  sharedWith: true,
  createdById: true,
  createdAt: true,
  originId: true,
  supersedesId: true,
  adoptedAt: true,
  contentHash: true,
  endedAt: true,
  endReason: true,
  sides: { orderBy: { id: 'asc' } },
  supersededBy: { where: { state: { in: ['adopted', 'superseded'] } }, take: 1, select: { id: true } },
} as const satisfies Prisma.ConclusionSelect

/** What a decision needs: the current version alone; no rule looks at an earlier one. */
export const currentRows = { ...conclusion, versions: { ...versions, take: 1 } } as const

/** With every version, for reading. */
export const allRows = { ...conclusion, versions } as const

const named = { select: { id: true, title: true, kind: true, state: true, meetingId: true, sharedWith: true } } as const

/** With every version and what else a page about it names: where it came from, what came of it, who agreed to share it. */
export const pageRows = {
  ...allRows,
  origin: named,
  supersedes: named,
  supersededBy: { ...conclusion.supersededBy, ...named },
  offspring: { ...named, orderBy: { id: 'asc' }, take: 20 },
  sharings: { select: { partyId: true } },
} as const

export type ConclusionRows = Prisma.ConclusionGetPayload<{ select: typeof allRows }>
type VersionRows = ConclusionRows['versions'][number]

const kinds = ['common-understanding', 'common-position', 'cooperation', 'resolution', 'record', 'divergence'] as const
const states = ['draft', 'put', 'ad-referendum', 'adopted', 'superseded', 'declined', 'lapsed', 'withdrawn'] as const

/** The rows, read as the domain's conclusion. `earlier` holds what was selected of the earlier versions. */
export function conclusionOf(rows: ConclusionRows): Conclusion {
  const kind = oneOf(kinds, rows.kind)
  if (kind === 'divergence') return divergenceOf(rows)
  const [newest, ...before] = rows.versions
  const current = versionOf(set(newest))
  const { id, title, originId, supersedesId } = rows
  const drafted = { id, kind, title, originId, supersedesId, earlier: before.map(versionOf).reverse() }
  const state = oneOf(states, rows.state)
  switch (state) {
    case 'draft':
      return { ...drafted, state, current }
    case 'put':
    case 'ad-referendum':
      return { ...drafted, state, current: putVersion(current) }
    case 'adopted':
      return { ...drafted, state, current: putVersion(current), ...adoption(rows) }
    case 'superseded': {
      const supersededById = set(rows.supersededBy[0]).id
      return { ...drafted, state, current: putVersion(current), ...adoption(rows), supersededById }
    }
    case 'declined':
      return { ...drafted, state, current: putVersion(current), endedAt: set(rows.endedAt), endReason: rows.endReason }
    case 'lapsed':
      return { ...drafted, state, current: putVersion(current), endedAt: set(rows.endedAt) }
    case 'withdrawn':
      return { ...drafted, state, current, endedAt: set(rows.endedAt), endReason: set(rows.endReason) }
    default:
      return state satisfies never
  }
}

function divergenceOf({ id, title, originId, createdAt, sides }: ConclusionRows): Divergence {
  return {
    id,
    kind: 'divergence',
    state: 'recorded',
    title,
    originId: set(originId),
    recordedAt: createdAt,
    sides: sides.map(deciderOf),
    words: sides.flatMap((row) => {
      const { words, writtenById, writtenAt } = row
      if (words === null || writtenById === null || writtenAt === null) return []
      return [{ side: deciderOf(row), words, writtenById, writtenAt }]
    }),
  }
}

function versionOf(row: VersionRows): Version {
  const { number, wording, createdById, createdAt, headSequence, headHash } = row
  return {
    number,
    wording,
    byPersonId: createdById,
    at: createdAt,
    citations: row.citations.map(citationOf),
    commitments: row.commitments.map(termsOf),
    chainHead: headSequence === null ? null : { sequence: headSequence, hash: set(headHash) },
    putting: puttingOf(row),
  }
}

function puttingOf(row: VersionRows): Putting | null {
  if (row.putAt === null) return null
  const { takenBackAt } = row
  return {
    at: row.putAt,
    byPersonId: set(row.putById),
    deciders: row.deciders.map(deciderOf),
    stances: row.deciders
      .flatMap((decider) => (decider.stance === null ? [] : [stanceOf(deciderOf(decider), decider.stance)]))
      .sort((one, other) => one.givenAt.getTime() - other.givenAt.getTime()),
    takenBack: takenBackAt && { at: takenBackAt, because: reasonOf(row) },
  }
}

function reasonOf({ leaverPartyId, leaverPersonId, takenBackById, takenBackReason }: VersionRows): TakenBackBecause {
  if (leaverPartyId !== null || leaverPersonId !== null)
    return { kind: 'left', decider: deciderOf({ partyId: leaverPartyId, personId: leaverPersonId }) }
  return { kind: 'reason', byPersonId: set(takenBackById), reason: set(takenBackReason) }
}

function putVersion(version: Version): PutVersion {
  return { ...version, putting: set(version.putting) }
}

function adoption({ adoptedAt, contentHash }: ConclusionRows) {
  return { adoptedAt: set(adoptedAt), contentHash: set(contentHash) }
}

/** A decider, or a side, from its two columns of which one is set. */
export function deciderOf({ partyId, personId }: { partyId: string | null; personId: string | null }): Decider {
  return partyId === null ? { kind: 'person', personId: set(personId) } : { kind: 'party', partyId }
}

function citationOf(row: VersionRows['citations'][number]): Citation {
  const { editionId, firstOrdinal, lastOrdinal, quoteExact, quotePrefix, quoteSuffix, quoteStart, quoteEnd } = row
  if (quoteExact === null) return { editionId, firstOrdinal, lastOrdinal, quote: null }
  const context = { prefix: set(quotePrefix), suffix: set(quoteSuffix), start: set(quoteStart), end: set(quoteEnd) }
  return { editionId, firstOrdinal, lastOrdinal, quote: { exact: quoteExact, ...context } }
}

function termsOf({ what, partyId, personId, dueOn }: VersionRows['commitments'][number]): CommitmentTerms {
  return { what, partyId, personId, dueOn: dueOn && plainDate(dueOn) }
}

/** The calendar date of a `date` column, which arrives as midnight in UTC. */
export function plainDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** @throws when a row lacks what its state implies. */
function set<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The row of a conclusion lacks what its state implies.')
  return value
}
