import { cache } from 'react'
import { throttled } from '#lib/api/throttle.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup, proveMyGroups } from '#store/access/group.ts'
import { type DeletionView, findDeletion } from './queries/deletion.ts'
import { findExportedConclusions } from './queries/export/conclusions.ts'
import { findExportedGroup, findExportedParties } from './queries/export/group.ts'
import { findExportedMeetings } from './queries/export/meetings.ts'
import { type ExportedEdition, findExportedEditions, findExportedPassages } from './queries/export/texts.ts'
import { findInstanceGroups, findMyGroups, findParked } from './queries/groups.ts'
import { findHistory } from './queries/history.ts'
import { findLooking, findPerspectives, findTour, mayLook } from './queries/looking.ts'
import { findSettings } from './queries/settings.ts'
import { findGroupShell } from './queries/shell.ts'
import type {
  DemoHead,
  GroupLine,
  GroupShell,
  HistoryEntry,
  InstanceGroup,
  LookingView,
  SettingsView,
  TourPoint,
} from './views.ts'

/** The groups of the signed-in person. */
export const loadMyGroups = cache(
  (viewer: Viewer): Promise<GroupLine[]> => asViewer(viewer, (tx) => findMyGroups(tx, viewer)),
)

/** Every group by name and numbers, for the instance admin; null for everybody else. */
export const loadInstanceGroups = cache(
  (viewer: Viewer): Promise<InstanceGroup[] | null> =>
    asViewer(viewer, (tx) => findInstanceGroups(tx, viewer, clock.now())),
)

/** How many messages are parked, for the instance admin; 0 for everybody else. */
export const loadParked = cache((viewer: Viewer): Promise<number> => asViewer(viewer, (tx) => findParked(tx, viewer)))

/** The frame of a group's pages; null when the viewer does not belong to it, whether or not it exists. */
export const loadGroupShell = cache(
  (viewer: Viewer, groupId: string): Promise<GroupShell | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findGroupShell(tx, viewer, scope)
    }),
)

/** As whom the viewer looks at the demo; null for everybody who may not look at it as others. */
export const loadLooking = cache(
  (viewer: Viewer): Promise<LookingView | null> =>
    asViewer(viewer, async (tx) => findLooking(tx, viewer, await proveMyGroups(tx, viewer))),
)

/** The heads as whom a demo group can be looked at, for those who may; null for everybody else. */
export const loadPerspectives = cache(
  (viewer: Viewer, groupId: string): Promise<DemoHead[] | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && mayLook(scope, viewer) ? findPerspectives(tx, scope) : null
    }),
)

/** The tour of a demo group, for those who may look at it as others; null for everybody else. */
export const loadTour = cache(
  (viewer: Viewer, groupId: string): Promise<TourPoint[] | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && mayLook(scope, viewer) ? findTour(tx, scope) : null
    }),
)

/** The settings of a group, for its organizers; null for everybody else. */
export const loadSettings = cache(
  (viewer: Viewer, groupId: string): Promise<SettingsView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findSettings(tx, scope, clock.now())
    }),
)

/** The deletion of a group, if one is announced, for everybody in it; null: no such group for the viewer. */
export const loadDeletion = cache(
  (viewer: Viewer, groupId: string): Promise<DeletionView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findDeletion(tx, scope)
    }),
)

/** What happened to the group, or to one party of it, as far as the viewer may know; null: no such group for the viewer. */
export const loadHistory = cache(
  (viewer: Viewer, groupId: string, partyId: string | null = null): Promise<HistoryEntry[] | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findHistory(tx, scope, partyId)
    }),
)

/** How much of a group one transaction of its export reads: little, for others wait for it where there is one lane. */
const batch = { parties: 10, passages: 200, editions: 50, meetings: 10, conclusions: 10 } as const

/**
 * All that organizers see of their group, as one JSON document in pieces: null for everybody else. Each piece is read in a
 * transaction of its own that proves the organizer anew: whoever is removed meanwhile gets no further.
 */
export async function loadGroupExport(viewer: Viewer, groupId: string, now: Date): Promise<Pieces | null> {
  const read: Read = (work) =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope?.standing.organizer ? work(tx, scope) : null
    })
  const head = await read(findExportedGroup)
  return (
    head && throttled(pieces({ format: 'concordance/group-export/1', exportedAt: now.toISOString(), ...head }, read))
  )
}

type Pieces = AsyncGenerator<string, void>
type Read = <T>(work: (tx: Tx, scope: GroupScope) => Promise<T>) => Promise<T | null>

async function* pieces(head: object, read: Read): Pieces {
  yield `${JSON.stringify(head).slice(0, -1)},\n"parties":[`
  yield* listed(async (after) => {
    const parties = still(await read((tx, scope) => findExportedParties(tx, scope, { after, take: batch.parties })))
    return { last: parties.length < batch.parties ? null : (parties.at(-1)?.id ?? null), things: parties }
  })
  yield '],\n"editions":['
  yield* editionPieces(read)
  yield '],\n"meetings":['
  yield* listed(async (after) => {
    const { last, meetings } = still(
      await read((tx, scope) => findExportedMeetings(tx, scope, { after, take: batch.meetings })),
    )
    return { last, things: meetings }
  })
  yield '],\n"conclusions":['
  yield* listed(async (after) => {
    const { last, conclusions } = still(
      await read((tx, scope) => findExportedConclusions(tx, scope, { after, take: batch.conclusions })),
    )
    return { last, things: conclusions }
  })
  yield ']}\n'
}

async function* editionPieces(read: Read): Pieces {
  let separator = ''
  for (let after: string | null = null; ; ) {
    const from: string | null = after
    const editions: readonly ExportedEdition[] = still(
      await read((tx, scope) => findExportedEditions(tx, scope, { after: from, take: batch.editions })),
    )
    for (const edition of editions) {
      yield `${separator}${JSON.stringify(edition).slice(0, -1)},"passages":[`
      yield* passagePieces(read, edition)
      yield ']}'
      separator = ',\n'
    }
    if (editions.length < batch.editions) return
    after = editions.at(-1)?.editionId ?? null
  }
}

async function* passagePieces(read: Read, { editionId, passageCount }: ExportedEdition): Pieces {
  for (let first = 1; first <= passageCount; first += batch.passages) {
    const part = { editionId, first, take: batch.passages }
    const passages = still(await read((tx, scope) => findExportedPassages(tx, scope, part)))
    const lines = passages.map((passage) => JSON.stringify(passage)).join(',\n')
    yield first === 1 || lines === '' ? lines : `,\n${lines}`
  }
}

interface Batch {
  readonly things: readonly object[]
  /** Where the next batch goes on; null: it was the last. */
  readonly last: string | null
}

async function* listed(next: (after: string | null) => Promise<Batch>): Pieces {
  let separator = ''
  for (let after: string | null = null; ; ) {
    const { things, last }: Batch = await next(after)
    for (const thing of things) {
      yield separator + JSON.stringify(thing)
      separator = ',\n'
    }
    if (last === null) return
    after = last
  }
}

/** The document was begun for an organizer; it breaks off, visibly, when they are none any more. */
function still<T>(found: T | null): T {
  if (found === null) throw new Error('The export ended: whoever asked for it does not organize the group any more.')
  return found
}
