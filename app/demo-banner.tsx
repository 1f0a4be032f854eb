import { DemoBar, type Touring } from '#features/groups/components/demo-bar.tsx'
import { loadLooking, loadPerspectives, loadTour } from '#features/groups/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { keptHere } from '#lib/demo/touring.ts'

/** The bar of the demo above a page outside a group, for whoever may use it; nothing for everybody else. */
export async function demoBanner(viewer: Viewer) {
  const looking = await loadLooking(viewer)
  if (looking === null) return null
  return <DemoBar looking={looking} touring={await touringOf(viewer, looking.groupId)} />
}

/** Where on the tour of a demo somebody is who may take it, and what it says where they are on it. */
export async function touringOf(viewer: Viewer, groupId: string): Promise<Touring> {
  const kept = await keptHere()
  if (kept === null || kept.isAway) return { kept, tour: null }
  const [points, heads] = await Promise.all([loadTour(viewer, groupId), loadPerspectives(viewer, groupId)])
  return { kept, tour: points && heads && { points, heads } }
}
