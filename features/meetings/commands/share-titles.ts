import type { Viewer } from '#lib/db/viewer.ts'
import { titlesOf } from '#store/meeting/titles.ts'
import { perform } from '#store/perform.ts'

/** One party of a bilateral says whether the organizer may see the titles of its items (domain/meeting/titles.ts). */
export function shareTitles(viewer: Viewer, meetingId: string, shared: boolean) {
  return perform(viewer, titlesOf(meetingId), () => shared)
}
