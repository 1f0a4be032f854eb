import { cache } from 'react'
import { type GroupScope, proveGroup } from '#lib/access/group.ts'
import { proveMeeting } from '#lib/access/meeting.ts'
import { actorIn } from '#lib/conclusion/facts.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type ConclusionAbout, findConclusionsAbout } from './queries/about-passage.ts'
import { type Awaited, findAwaited } from './queries/awaited.ts'
import type { CommitmentLine } from './queries/commitment-view.ts'
import { type CommitmentPage, findCommitments, findMyCommitments } from './queries/commitments.ts'
import { findConclusion, type Reading } from './queries/conclusion.ts'
import { findDifference, type VersionDifference } from './queries/difference.ts'
import { type Drafting, findDrafting } from './queries/drafting.ts'
import { findMeetingConclusions } from './queries/meeting-conclusions.ts'
import { findPlace, findZone } from './queries/place.ts'
import { findSharedConclusion } from './queries/shared.ts'
import type { ConclusionView, MeetingConclusions, SharedConclusionView } from './queries/view.ts'
import type { CommitmentFilter } from './schema.ts'

/** The conclusions of a meeting, for those who see its contents; null for everybody else. */
export const loadMeetingConclusions = cache(
  (viewer: Viewer, meetingId: string): Promise<MeetingConclusions | null> =>
    asViewer(viewer, async (tx) => {
      const reading = await readingIn(tx, viewer, meetingId, null)
      return reading && findMeetingConclusions(tx, reading)
    }),
)

/** A conclusion, for those who see its meeting's contents; null for everybody else. */
export const loadConclusion = cache(
  (viewer: Viewer, conclusionId: string): Promise<ConclusionView | null> =>
    asViewer(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, conclusionId)
      const reading = place && (await readingIn(tx, viewer, place.meetingId, place.zone))
      return reading && findConclusion(tx, reading, conclusionId)
    }),
)

/** An adopted conclusion that its parties share with the group, for the group's members; null: there is none. */
export const loadSharedConclusion = cache(
  (viewer: Viewer, conclusionId: string): Promise<SharedConclusionView | null> =>
    asViewer(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, conclusionId)
      if (place === null || !place.shared) return null
      const scope = await proveGroup(tx, viewer, place.groupId)
      return scope && findSharedConclusion(tx, scope, conclusionId, { zone: place.zone, now: new Date() })
    }),
)

/** Two versions of a conclusion compared; null: no such versions, or not for this viewer. */
export const loadDifference = cache(
  (viewer: Viewer, conclusionId: string, from: number, to: number): Promise<VersionDifference | null> =>
    asViewer(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, conclusionId)
      const reading = place && (await readingIn(tx, viewer, place.meetingId, place.zone))
      return reading && findDifference(tx, conclusionId, from, to)
    }),
)

/** What a form for a draft of this meeting chooses from; null for whoever does not see its contents. */
export const loadDrafting = cache(
  (viewer: Viewer, meetingId: string): Promise<Drafting | null> =>
    asViewer(viewer, async (tx) => {
      const reading = await readingIn(tx, viewer, meetingId, null)
      return reading && findDrafting(tx, reading)
    }),
)

/** The conclusions that rest on a passage, as far as the viewer may know of them. */
export const loadConclusionsAbout = cache(
  (viewer: Viewer, passage: { editionId: string; ordinal: number }): Promise<readonly ConclusionAbout[]> =>
    asViewer(viewer, (tx) => findConclusionsAbout(tx, viewer, passage)),
)

/** What conclusions ask of the viewer in all their groups: stances, principals' words, words in divergences. */
export const loadAwaitedStances = cache(
  (viewer: Viewer): Promise<readonly Awaited[]> => asViewer(viewer, (tx) => findAwaited(tx, viewer, new Date())),
)

/** Open commitments of the viewer's parties in all their groups. */
export const loadMyCommitments = cache(
  (viewer: Viewer): Promise<readonly CommitmentLine[]> =>
    asViewer(viewer, (tx) => findMyCommitments(tx, viewer, new Date())),
)

/** The commitments of a group that the viewer may know of; null: not their group. */
export const loadCommitments = cache(
  (viewer: Viewer, groupId: string, filter: CommitmentFilter): Promise<CommitmentPage | null> =>
    asViewer(viewer, async (tx) => {
      const scope: GroupScope | null = await proveGroup(tx, viewer, groupId)
      return scope && findCommitments(tx, viewer, scope, filter, new Date())
    }),
)

/** Null: the viewer does not see this meeting's contents. */
async function readingIn(tx: Tx, viewer: Viewer, meetingId: string, zone: string | null): Promise<Reading | null> {
  const scope = await proveMeeting(tx, viewer, meetingId)
  if (scope?.sight !== 'contents') return null
  const readsIn = zone ?? (await findZone(tx, scope.groupId, viewer.personId))
  return { scope, actor: actorIn(scope, viewer), now: new Date(), zone: readsIn }
}
