import { DemoBar } from '#features/groups/components/demo-bar.tsx'
import { loadLooking, loadTour } from '#features/groups/loaders.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { keptHere } from '#lib/demo/touring.ts'

/** The bar of the demo above a page outside a group, for whoever may use it; nothing for everybody else. */
export async function demoBanner(viewer: Viewer) {
  const looking = await loadLooking(viewer)
  if (looking === null) return null
  const kept = await keptHere()
  const points = kept === null || kept.isAway ? null : await loadTour(viewer, looking.groupId)
  return <DemoBar looking={looking} kept={kept} points={points} />
}
