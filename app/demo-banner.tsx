import { DemoBar, type Tour } from '#features/groups/components/demo-bar.tsx'
import { loadLooking, loadPerspectives, loadTour } from '#features/groups/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isTouring } from '#lib/demo/touring.ts'

/** The bar of the demo above a page outside a group, for whoever may use it; nothing for everybody else. */
export async function demoBanner(viewer: Viewer) {
  const looking = await loadLooking(viewer)
  if (looking === null) return null
  return <DemoBar looking={looking} tour={await tourOf(viewer, looking.groupId)} />
}

/** The tour of a demo, for whoever may take it, where they have begun it; null: nothing of it is shown. */
export async function tourOf(viewer: Viewer, groupId: string): Promise<Tour | null> {
  if (!(await isTouring())) return null
  const [points, heads] = await Promise.all([loadTour(viewer, groupId), loadPerspectives(viewer, groupId)])
  return points && heads && { points, heads }
}
