/** What is read of conclusions, by who asks for it; `rows.ts` makes the domain's conclusion of it. */
import type { Prisma } from '#lib/db/prisma.ts'

const newestFirst = { number: 'desc' } as const

/** What became of a version. */
const bareVersion = {
  conclusionId: true,
  number: true,
  createdById: true,
  createdAt: true,
  putAt: true,
  putById: true,
  takenBackAt: true,
  takenBackById: true,
  takenBackReason: true,
  leaverPartyId: true,
  leaverPersonId: true,
  deciders: { orderBy: { id: 'asc' }, select: { id: true, partyId: true, personId: true, stance: true } },
} as const satisfies Prisma.ConclusionVersionSelect

/** A version of a conclusion with all that it says: its wording, citations and commitments. */
export const versionRows = {
  ...bareVersion,
  id: true,
  wording: true,
  headSequence: true,
  headHash: true,
  citing: { select: { citations: { orderBy: [{ place: 'asc' }, { id: 'asc' }] } } },
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
} as const satisfies Prisma.ConclusionVersionSelect

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
export const currentRows = {
  ...conclusion,
  versions: { orderBy: newestFirst, take: 1, select: versionRows },
} as const

/** What a list needs: where each stands, whose words may be long. */
export const bareRows = {
  ...conclusion,
  versions: { orderBy: newestFirst, take: 1, select: bareVersion },
} as const

/** What a list across meetings needs: where each stands, and when its earlier versions were written and put. */
export const historyRows = {
  ...conclusion,
  versions: {
    orderBy: newestFirst,
    take: 1,
    select: {
      ...bareVersion,
      conclusion: {
        select: {
          versions: { orderBy: newestFirst, skip: 1, select: { number: true, createdAt: true, putAt: true } },
        },
      },
    },
  },
} as const

const named = { select: { id: true, title: true, kind: true, state: true, meetingId: true, sharedWith: true } } as const

/** From the current version to its conclusion's earlier ones, in the same statement: what became of them. */
const withEarlier = {
  ...versionRows,
  conclusion: { select: { versions: { orderBy: newestFirst, skip: 1, select: bareVersion } } },
} as const

/**
 * With what became of the earlier versions, and what else a page about it names: where it came from, what came of it, who agreed
 * to share it.
 */
export const pageRows = {
  ...conclusion,
  versions: { orderBy: newestFirst, take: 1, select: withEarlier },
  origin: { select: { ...named.select, versions: { orderBy: newestFirst, take: 1, select: { id: true } } } },
  supersedes: named,
  supersededBy: { ...conclusion.supersededBy, ...named },
  offspring: { ...named, orderBy: { id: 'asc' }, take: 20 },
  sharings: { select: { partyId: true } },
} as const

export type ConclusionRows = Prisma.ConclusionGetPayload<{ select: typeof currentRows }>
export type BareRows = Prisma.ConclusionGetPayload<{ select: typeof bareRows }>
export type HistoryRows = Prisma.ConclusionGetPayload<{ select: typeof historyRows }>
export type PageRows = Prisma.ConclusionGetPayload<{ select: typeof pageRows }>
