import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { languageOfReader } from '#lib/words/page-language.ts'
import { opensConclusions } from '#store/access/contents.ts'
import { type GroupScope, nothingId, proveGroup, proveGroupOf } from '#store/access/group.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { findCommitments } from './queries/commitments.ts'
import { type ConclusionReading, findConclusion } from './queries/conclusion.ts'
import { comparedVersions, findDifference } from './queries/difference.ts'
import { findChoicesInWords } from './queries/document/choices.ts'
import type { ListToTell, ReadGroup } from './queries/document/pieces.ts'
import { type Drafting, findDrafting, findResponsible } from './queries/drafting.ts'
import { findChosenIds, findGroupConclusions } from './queries/found/found.ts'
import { findMeetingConclusions } from './queries/meeting-conclusions.ts'
import { findListedGroup, findPlace, findReadableGroup } from './queries/place.ts'
import { findSharedConclusion } from './queries/shared.ts'
import type { CommitmentFilter, ConclusionFilter, ConclusionsChosen } from './schema.ts'
import type { CommitmentPage } from './views/commitment.ts'
import type { ConclusionView, SharedConclusionView } from './views/conclusion.ts'
import type { VersionDifference } from './views/difference.ts'
import type { FoundConclusions } from './views/found.ts'
import type { MeetingConclusions } from './views/list.ts'

/** The conclusions of a meeting, for those who see its contents; null for everybody else. */
export const loadMeetingConclusions = cache(
  (viewer: Viewer, meetingId: string): Promise<MeetingConclusions | null> =>
    asViewer(viewer, async (tx) => {
      const reading = await readingIn(tx, viewer, meetingId)
      return reading && findMeetingConclusions(tx, reading)
    }),
)

/**
 * A conclusion, for those who see its meeting's contents; null for everybody else. With `meetingId` also null for a conclusion of
 * another meeting, and one statement less.
 */
export const loadConclusion = cache(
  (viewer: Viewer, conclusionId: string, meetingId?: string): Promise<ConclusionView | null> =>
    asViewer(viewer, async (tx) => {
      const reading = await readingOf(tx, viewer, conclusionId, meetingId)
      return reading && findConclusion(tx, reading, conclusionId)
    }),
)

/** An adopted conclusion that its parties share with the group, for the group's members; null: there is none. */
export const loadSharedConclusion = cache(
  (viewer: Viewer, conclusionId: string): Promise<SharedConclusionView | null> =>
    asViewer(viewer, async (tx) => {
      const place = await findPlace(tx, conclusionId)
      const scope = await proveGroupOf(tx, viewer, place)
      if (place?.shared !== true || scope === null) return null
      const language = await languageOfReader()
      return findSharedConclusion(tx, scope, conclusionId, { zone: scope.zone, language, now: clock.now() })
    }),
)

/** Two versions of a conclusion compared; null: no such versions, or not for this viewer. */
export const loadDifference = cache(
  async (
    viewer: Viewer,
    conclusionId: string,
    versions: { readonly from: number; readonly to: number },
    meetingId?: string,
  ): Promise<VersionDifference | null> => {
    const found = await asViewer(viewer, async (tx) => {
      const reading = await readingOf(tx, viewer, conclusionId, meetingId)
      // Whoever sees some of the conclusions alone has to be shown to see this one.
      const seesAll = reading?.scope.sight === 'contents'
      if (reading === null || (!seesAll && (await findConclusion(tx, reading, conclusionId)) === null)) return null
      return findDifference(tx, reading.scope, conclusionId, versions, await languageOfReader())
    })
    return found && comparedVersions(viewer.personId, found)
  },
)

/** What a form for a draft of this meeting, under one of its items, chooses from; null for whoever does not see its contents. */
export const loadDrafting = cache(
  (viewer: Viewer, meetingId: string, itemId: string | null = null): Promise<Drafting | null> =>
    asViewer(viewer, async (tx) => {
      const reading = await readingIn(tx, viewer, meetingId)
      return reading === null || keepsSome(reading) ? null : findDrafting(tx, reading, itemId)
    }),
)

/** Who can see to the commitments of a draft of this meeting; null for whoever does not see its contents. */
export const loadResponsible = cache(
  (viewer: Viewer, meetingId: string): Promise<Drafting['parties'] | null> =>
    asViewer(viewer, async (tx) => {
      const reading = await readingIn(tx, viewer, meetingId)
      return reading === null || keepsSome(reading) ? null : findResponsible(tx, reading.scope.meetingId)
    }),
)

/** The commitments of a group that the viewer may know of; null: not their group. */
export const loadCommitments = cache(
  (viewer: Viewer, groupId: string, filter: CommitmentFilter): Promise<CommitmentPage | null> =>
    asViewer(viewer, async (tx) => {
      const scope: GroupScope | null = await proveGroup(tx, viewer, groupId)
      return scope && findCommitments(tx, scope, filter, clock.now())
    }),
)

/** One page of the conclusions of a group that the viewer may know of, narrowed as they chose; null: not their group. */
export const loadGroupConclusions = cache(
  (viewer: Viewer, groupId: string, filter: ConclusionFilter): Promise<FoundConclusions | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findGroupConclusions(tx, scope, filter, clock.now())
    }),
)

/** Most conclusions in one file. */
const mostInFile = 10_000

/** A list of conclusions that is about to be told as a file, and how its parts are read. */
export interface ListedFile {
  readonly list: ListToTell
  readonly zone: string
  readonly read: ReadGroup
}

/**
 * The conclusions of a group that the viewer may know of, narrowed as they chose, at most 10,000, to be told as a file. What is in it is read
 * in parts, each in a transaction that proves the viewer anew: whoever is removed gets no further. Null: not their group.
 */
export async function loadListedFile(
  viewer: Viewer,
  groupId: string,
  chosen: ConclusionsChosen,
): Promise<ListedFile | null> {
  const now = clock.now()
  return toldFile(
    viewer,
    (tx) => proveGroup(tx, viewer, groupId),
    async (tx, scope) => ({
      chosen,
      ids: await findChosenIds(tx, scope, chosen, { now, most: mostInFile }),
      now,
    }),
  )
}

/** One conclusion that the viewer may know of, to be told as a file; null: there is none, or not for them. */
export function loadOneFile(viewer: Viewer, conclusionId: string): Promise<ListedFile | null> {
  const prove = async (tx: Tx) => {
    const groupId = await findReadableGroup(tx, conclusionId)
    return groupId === null ? null : proveGroup(tx, viewer, groupId)
  }
  return toldFile(viewer, prove, async () => ({ chosen: { order: 'newest' }, ids: [conclusionId], now: clock.now() }))
}

/** What is about to be told: its group with what is in the list. Null: it is not the viewer's. */
async function toldFile(
  viewer: Viewer,
  prove: (tx: Tx) => Promise<GroupScope | null>,
  what: (tx: Tx, scope: GroupScope) => Promise<Pick<ListToTell, 'chosen' | 'ids' | 'now'>>,
): Promise<ListedFile | null> {
  const begun = await asViewer(viewer, async (tx) => {
    const scope = await prove(tx)
    if (scope === null) return null
    const group = await findListedGroup(tx, scope)
    const list = await what(tx, scope)
    return { list: { group, ...list, choices: await findChoicesInWords(tx, list.chosen) }, zone: scope.zone }
  })
  const read: ReadGroup = (work) =>
    asViewer(viewer, async (tx) => {
      const scope = await prove(tx)
      // It breaks off, visibly.
      if (scope === null) throw new Error('The file ended: whoever asked for it may not read it any more.')
      return work(tx, scope)
    })
  return begun && { ...begun, read }
}

/** Null: the viewer sees nothing of this meeting's contents, nor keeps any, as a party that left does. */
async function readingIn(tx: Tx, viewer: Viewer, meetingId: string): Promise<ConclusionReading | null> {
  const scope = await proveMeeting(tx, viewer, meetingId)
  if (scope === null || !opensConclusions(scope)) return null
  return { scope, actor: scope.inMeeting, now: clock.now(), zone: scope.zone }
}

/** Opens a reading in the meeting of a conclusion, which is looked up where it is not known. */
async function readingOf(
  tx: Tx,
  viewer: Viewer,
  conclusionId: string,
  meetingId: string | undefined,
): Promise<ConclusionReading | null> {
  if (!isUuid(conclusionId)) return null
  // A missing one is looked for in a meeting too, that it takes as long as a hidden one.
  const within = meetingId ?? (await findPlace(tx, conclusionId))?.meetingId
  return readingIn(tx, viewer, within ?? nothingId)
}

function keepsSome({ scope }: ConclusionReading): boolean {
  return scope.keepsFor !== null
}
