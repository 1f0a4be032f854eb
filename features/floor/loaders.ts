import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { findFloor } from './queries/floor.ts'
import type { FloorView } from './views.ts'

/** The meeting as it is held; null: nothing whose contents this viewer sees. */
export const loadFloor = cache(
  (viewer: Viewer, meetingId: string): Promise<FloorView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveMeeting(tx, viewer, meetingId)
      return scope && findFloor(tx, scope, clock.now())
    }),
)
