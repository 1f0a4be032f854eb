import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveGroup, proveMyGroups } from '#store/access/group.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { proveText } from '#store/access/text.ts'
import { type AssigningView, findAssigning } from './queries/assigning.ts'
import type { AssignmentView } from './queries/assignments.ts'
import { findAssignedMarks, findAssignmentsOf, findMyHomework, type HomeworkMark } from './queries/homework.ts'
import { findPreparation, type PreparationView } from './queries/preparation.ts'

/** What the viewer is to do, in one group or in all of theirs; null: no such group for the viewer. Two statements. */
export const loadMyHomework = cache(
  (viewer: Viewer, groupId?: string): Promise<readonly AssignmentView[] | null> =>
    asViewer(viewer, async (tx) => {
      if (groupId === undefined) return findMyHomework(tx, await proveMyGroups(tx, viewer), clock.now())
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findMyHomework(tx, [scope], clock.now())
    }),
)

/** What was assigned about one passage, as far as the viewer sees it. Two statements. */
export function loadAssignmentsOf(
  viewer: Viewer,
  passage: { readonly editionId: string; readonly ordinal: number },
): Promise<readonly AssignmentView[]> {
  if (!isUuid(passage.editionId)) return Promise.resolve([])
  return asViewer(viewer, async (tx) => findAssignmentsOf(tx, await proveMyGroups(tx, viewer), passage, clock.now()))
}

/** The passages of a stretch of an edition that the viewer is to work on, or has worked on. Two statements. */
export function loadAssignedMarks(
  viewer: Viewer,
  editionId: string,
  from: number,
  to: number,
): Promise<readonly HomeworkMark[]> {
  if (!isUuid(editionId)) return Promise.resolve([])
  const stretch = { editionId, from, to }
  return asViewer(viewer, async (tx) => findAssignedMarks(tx, await proveMyGroups(tx, viewer), stretch, clock.now()))
}

/** Giving homework on a text, outside any meeting; null: no such text, or none that is the viewer's to give. Three statements. */
export function loadAssigning(viewer: Viewer, textId: string): Promise<AssigningView | null> {
  return asViewer(viewer, async (tx) => {
    const scope = await proveText(tx, viewer, textId)
    return scope?.published ? findAssigning(tx, scope) : null
  })
}

/** How a meeting is prepared; null: nothing that this viewer may know of. */
export const loadPreparation = cache(
  (viewer: Viewer, meetingId: string): Promise<PreparationView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveMeeting(tx, viewer, meetingId)
      return scope && findPreparation(tx, scope, clock.now())
    }),
)
